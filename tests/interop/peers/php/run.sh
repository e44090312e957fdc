#!/bin/sh
# run.sh OUT PORT
export WSDL_DIR="$1/wsdl" PHP_CLI_SERVER_WORKERS=2
exec php -S "127.0.0.1:$2" "$(dirname "$0")/router.php"

#!/bin/sh
# run.sh OUT PORT
exec node "$(dirname "$0")/server.js" "$2" "$1"

#!/bin/sh
# build.sh OUT: nothing is compiled; says so where PHP has no ext/soap.
php -r 'exit(extension_loaded("soap") ? 0 : 75);' || {
  echo "PHP has no ext/soap" >&2
  exit 75
}
mkdir -p "$1/wsdl"

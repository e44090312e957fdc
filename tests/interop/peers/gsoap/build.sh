#!/bin/sh
# build.sh OUT: generates the service with its WSDL, and compiles it. The library is built with TLS and compression, and
# `struct soap` is another one where these are not defined.
set -e
here=$(cd "$(dirname "$0")" && pwd)
cd "$1"
soapcpp2 -S -j -x -L -I/usr/share/gsoap/import "$here/calc.h" >&2
g++ -O1 $(pkg-config --cflags gsoapssl++) -I. "$here/server.cpp" soapC.cpp soapcalcService.cpp -o calcserver \
  -lgsoapssl++ -lssl -lcrypto -lz

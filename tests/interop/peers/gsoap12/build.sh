#!/bin/sh
# build.sh OUT: generates the service with its WSDL, and compiles it, as that of gsoap.
set -e
here=$(cd "$(dirname "$0")" && pwd)
cd "$1"
soapcpp2 -2 -S -j -x -L -I/usr/share/gsoap/import "$here/device.h" >&2
g++ -O1 $(pkg-config --cflags gsoapssl++) -I. "$here/server.cpp" soapC.cpp soapdeviceService.cpp -o deviceserver \
  -lgsoapssl++ -lssl -lcrypto -lz

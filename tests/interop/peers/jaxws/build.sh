#!/bin/sh
# build.sh OUT: compiles the services, and makes the wrapper beans of the document style. Debian's jaxws-rt lacks the
# class library with which it would make them when it starts.
set -e
out=$1/classes
cd "$(dirname "$0")"
rm -rf "$out"
mkdir -p "$out" "$1/beans"
jars=
for jar in jaxws-rt jaxws-api jaxb-api jaxb-runtime jaxb-core jaxb-impl jws-api saaj-impl javax.xml.soap-api \
  javax.activation javax.activation-api jakarta.activation; do
  jars=$jars:/usr/share/java/$jar.jar
done
echo "$out$jars" >"$1/classpath"
javac -nowarn -cp "$out$jars" -d "$out" src/peer/*.java
for class in DocumentWrapped Soap12; do
  wsgen -cp "$out$jars" -d "$out" -s "$1/beans" "peer.$class" >&2
done

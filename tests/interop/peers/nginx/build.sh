#!/bin/sh
# build.sh OUT: an authority, a certificate of the server, and one of a client.
set -e
cd "$1"
openssl req -x509 -newkey rsa:2048 -nodes -subj "/CN=authority" -days 3650 -keyout authority.key -out authority.pem \
  -addext "basicConstraints=critical,CA:TRUE" -addext "keyUsage=critical,keyCertSign" 2>/dev/null
for name in server client; do
  openssl req -newkey rsa:2048 -nodes -subj "/CN=$name" -keyout "$name.key" -out "$name.csr" 2>/dev/null
  {
    echo "basicConstraints=CA:FALSE"
    [ "$name" = client ] && echo "extendedKeyUsage=clientAuth"
    [ "$name" = server ] && echo "extendedKeyUsage=serverAuth" && echo "subjectAltName=DNS:tls.test,DNS:client.test"
    :
  } >"$name.ext"
  openssl x509 -req -in "$name.csr" -CA authority.pem -CAkey authority.key -CAcreateserial -days 3650 \
    -extfile "$name.ext" -out "$name.pem" 2>/dev/null
done
printf 'admin:%s\n' "$(openssl passwd -apr1 secret)" >passwords

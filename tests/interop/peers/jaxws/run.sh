#!/bin/sh
# run.sh OUT PORT
exec java -Xshare:auto -XX:TieredStopAtLevel=1 -cp "$(cat "$1/classpath")" peer.Server "$2"

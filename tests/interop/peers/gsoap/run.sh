#!/bin/sh
# run.sh OUT PORT
cd "$1"
exec ./calcserver "$2" ckg

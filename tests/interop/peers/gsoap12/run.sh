#!/bin/sh
# run.sh OUT PORT
cd "$1"
exec ./deviceserver "$2"

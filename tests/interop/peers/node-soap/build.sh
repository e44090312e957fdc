#!/bin/sh
# build.sh OUT: installs node-soap there, at the versions of the lock file.
set -e
cp "$(dirname "$0")/package.json" "$(dirname "$0")/package-lock.json" "$1"
cd "$1"
npm ci --silent --no-audit --no-fund >/dev/null 2>npm.log || {
  echo "npm cannot install node-soap: $(tail -n 3 npm.log)" >&2
  exit 75
}

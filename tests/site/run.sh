#!/usr/bin/env bash
# Documents contracts as sites and checks these in Chromium: AWIS, a family of schemas, and, where a corpus is,
# vim25. Needs Node.js; says so and does nothing where Chromium is missing.
set -euo pipefail
cd "$(dirname "$0")/../.."

export CHROMIUM=${CHROMIUM:-$(command -v chromium || true)}
if [ -z "$CHROMIUM" ]; then
  echo "skipped: there is no Chromium"
  exit 0
fi
program=${WSDL2RS:-${CARGO_TARGET_DIR:-target}/release/wsdl2rs}
if [ ! -x "$program" ]; then
  cargo build --release --locked --quiet -p wsdl2rs --features cli
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" playwright-core >/dev/null
export NODE_PATH=$folder/node_modules

# check NAME TERM SOURCE...: the site is the same when it is made again, and holds.
check() {
  local name=$1 term=$2
  shift 2
  local began
  began=$(date +%s%N)
  "$program" doc "$@" -o "$folder/$name" >/dev/null 2>"$folder/$name.findings"
  echo "$name: written in $((($(date +%s%N) - began) / 1000000)) ms"
  "$program" doc "$@" -o "$folder/again" >/dev/null 2>&1
  diff -r "$folder/$name" "$folder/again"
  rm -r "$folder/again"
  if grep -rlF "$PWD" "$folder/$name"; then
    echo "$name: a page has a path of this machine" >&2
    return 1
  fi
  node tests/site/check.mjs "$folder/$name" "$term"
}

check awis UrlInfo wsdl/AWSAlexa.wsdl
check substitution Payment tests/cases/types/substitution/case.xsd
check derived Shape tests/cases/types/derived/case.xsd
vim=${WSDL2RS_CORPUS:-}/vmware-vim25-jdgwartney/vimService.wsdl
if [ -f "$vim" ]; then
  check vim25 CreateVM_Task "$vim"
fi
family=${WSDL2RS_CORPUS:-}/bmecat-etim-310
if [ -f "$family/schema.xsd" ]; then
  check bmecat BMECAT "$family/schema.xsd"
fi

#!/bin/sh
# Counts instructions, which repeat from run to run and do not depend on what else runs.
#
#   bench/instructions.sh [TASK...]
#
# By default the tasks of docs/performance.md. Needs valgrind.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

for tool in valgrind cargo; do
    if ! command -v "$tool" >/dev/null; then
        echo "$tool is missing; on Debian: apt-get install valgrind" >&2
        exit 1
    fi
done

target=${CARGO_TARGET_DIR:-$here/../target}
driver=$target/release/wsdl2rs-bench
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cargo build --release --quiet --manifest-path "$here/Cargo.toml"
"$driver" messages "$folder" >/dev/null

# total TASK FILE COUNT: the instructions of a whole run.
total() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null \
        "$driver" repeat "$1" "$folder/$2" "$3" 2>&1 >"$folder/bytes" |
        sed -n 's/.*Collected : //p'
}

# count TASK FILE: what one repetition costs, by the difference of three and one.
count() {
    one=$(total "$1" "$2" 1)
    three=$(total "$1" "$2" 3)
    awk -v task="$1" -v file="$2" -v one="$one" -v three="$three" '
        { each = (three - one) / 2
          printf "%-22s %-20s %9d bytes %12d instructions %8.2f a byte\n", \
              task, file, $1, each, each / $1 }' "$folder/bytes"
}

if [ $# -eq 0 ]; then
    count decode-small small.xml
    set -- read decode decode-strict read-list read-items quick-xml-events quick-xml-hand quick-xml-serde \
        roxmltree roxmltree-walk encode quick-xml-writer quick-xml-serialize
fi
for task in "$@"; do
    case $task in
        decode-small) count "$task" small.xml ;;
        *) count "$task" records-100k.xml ;;
    esac
done

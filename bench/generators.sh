#!/bin/sh
# Measures generators on the same contract: CPU seconds, peak memory, and the size of what they write.
#
#   bench/generators.sh WSDL [XSD...]
#
# gSOAP takes the WSDL; xsd-parser takes the schemas beside it or, where none are named, those that are
# inline in it. A rival that is missing is left out with a word. Needs GNU time and Python.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
document=$(realpath "$1")
shift

if ! /usr/bin/time --version >/dev/null 2>&1; then
    echo "GNU time is missing; on Debian: apt-get install time" >&2
    exit 1
fi

target=${CARGO_TARGET_DIR:-$here/../target}
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cargo build --release --quiet --manifest-path "$here/../wsdl2rs/Cargo.toml" --features cli

# measure NAME COMMAND...: appends user and system time and memory to the figures of NAME.
measure() {
    name=$1
    shift
    /usr/bin/time -a -o "$folder/$name.figures" -f "%U %S %M" "$@" >"$folder/$name.log" 2>&1 ||
        echo "$name failed: $(tail -n 1 "$folder/$name.log")" >&2
}

# report NAME FILE...: sums the figures and counts the bytes of the files.
report() {
    name=$1
    shift
    size=$(cat "$@" | wc -c)
    grep -v '^Command' "$folder/$name.figures" | awk -v name="$name" -v size="$size" '
        { time += $1 + $2; if ($3 > memory) memory = $3 }
        END { printf "%-10s %6.2f CPU s %6d MB %8.1f MB of code\n", name, time, memory / 1024, size / 1e6 }'
}

measure wsdl2rs "$target/release/wsdl2rs" generate "$document" -o "$folder/ours"
report wsdl2rs $(find "$folder/ours" -name '*.rs')

if command -v wsdl2h >/dev/null && command -v soapcpp2 >/dev/null; then
    mkdir "$folder/gsoap"
    measure gsoap wsdl2h -o "$folder/gsoap.h" "$document"
    measure gsoap soapcpp2 -I/usr/share/gsoap/import -L -x -d "$folder/gsoap" "$folder/gsoap.h"
    report gsoap "$folder/gsoap.h" "$folder"/gsoap/*.cpp "$folder"/gsoap/*.h
else
    echo "gSOAP is not installed; on Debian: apt-get install gsoap" >&2
fi

if cargo build --release --quiet --manifest-path "$here/generators/xsd-parser/Cargo.toml" \
    --target-dir "$target/generators"; then
    if [ $# -eq 0 ]; then
        python3 "$here/generators/schemas.py" "$document" "$folder/inline"
        set -- "$folder"/inline*.xsd
    fi
    measure xsd-parser sh -c 'exec "$@" >"$0"' "$folder/xsd-parser.rs" \
        "$target/generators/release/xsd-parser-driver" "$@"
    report xsd-parser "$folder/xsd-parser.rs"
else
    echo "xsd-parser could not be built" >&2
fi

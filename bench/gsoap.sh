#!/bin/sh
# Builds gSOAP's code for wsdl/records.wsdl and measures it against ours in one run, A B A B.
#
#   bench/gsoap.sh [FOLDER]
#
# FOLDER takes what is built and made; a temporary one is used by default.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

for tool in wsdl2h soapcpp2 g++ cargo; do
    if ! command -v "$tool" >/dev/null; then
        echo "$tool is missing; on Debian: apt-get install gsoap libgsoap-dev g++" >&2
        exit 1
    fi
done

folder=${1:-$(mktemp -d)}
mkdir -p "$folder/gsoap" "$folder/messages"
target=${CARGO_TARGET_DIR:-$here/../target}
ours=$target/release/wsdl2rs-bench
theirs=$folder/gsoap/driver

cargo build --release --quiet --manifest-path "$here/Cargo.toml"
"$ours" messages "$folder/messages" >/dev/null

import=/usr/share/gsoap/import
(
    cd "$folder/gsoap"
    cp "$here/../wsdl/records.wsdl" "$here/../wsdl/records.xsd" "$here/gsoap/driver.cpp" .
    wsdl2h -o records.h records.wsdl >log 2>&1
    soapcpp2 -C -L -w -x -I"$import" records.h >>log 2>&1
    g++ -O2 -I"$import" driver.cpp soapC.cpp -o driver -lgsoap++ >>log 2>&1
) || {
    cat "$folder/gsoap/log" >&2
    exit 1
}

# compare TITLE FILE ROUNDS OURS THEIRS: five pairs of runs; the median of the medians and the best
# of all, and the ratio of each.
compare() {
    file=$folder/messages/$2
    for _ in 1 2 3 4 5; do
        "$ours" time "$4" "$file" "$3" | sed 's/^/ours /'
        "$theirs" "$5" "$file" "$3" | sed 's/^/gsoap /'
    done | sort -k1,1 -k4,4n | awk -v title="$1" '
        { count[$1]++; median[$1, count[$1]] = $4; if ($5 > best[$1]) best[$1] = $5 }
        END {
            m = median["ours", 3]; g = median["gsoap", 3]
            printf "%-24s ours %7.1f (best %7.1f)  gSOAP %6.1f (best %6.1f)  ratio %.2f (best %.2f)\n", \
                title, m, best["ours"], g, best["gsoap"], m / g, best["ours"] / best["gsoap"]
        }'
}

echo "megabytes a second of CPU; median of five interleaved runs, and the best round of all"
compare "decode 1 KB" records-1k.xml 5000 decode decode
compare "decode 100 KB" records-100k.xml 200 decode decode
compare "decode 100 KB, strict" records-100k.xml 200 decode-strict decode
compare "decode 1 MB" records-1m.xml 20 decode decode
compare "decode 10 MB" records-10m.xml 5 decode decode
compare "decode 10 MB, default ns" records-10m-default.xml 5 decode decode
compare "decode 10 MB, indented" records-10m-indented.xml 5 decode decode
compare "encode 100 KB" records-100k.xml 200 encode encode
compare "encode 10 MB" records-10m.xml 5 encode encode

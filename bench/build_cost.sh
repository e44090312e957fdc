#!/bin/sh
# Measures what the compiler spends on generated code: CPU seconds and peak memory of `cargo check`
# and of a release build, with codec and for the types alone.
#
#   bench/build_cost.sh [DOCUMENT [CONFIG]]
#
# By default a schema of 1,000 types of the shape that real ones have. Dependencies are built first
# and not counted; nothing is incremental. Figures of a machine that does other work too are
# 10 to 30 percent too high: run it twice, and compare within one run. Needs GNU time.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

if ! /usr/bin/time --version >/dev/null 2>&1; then
    echo "GNU time is missing; on Debian: apt-get install time" >&2
    exit 1
fi

target=${CARGO_TARGET_DIR:-$here/../target}
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cargo build --release --quiet --manifest-path "$here/../wsdl2rs/Cargo.toml" --features cli

document=${1:-$folder/synthetic.xsd}
if [ $# -eq 0 ]; then
    cargo build --release --quiet --manifest-path "$here/Cargo.toml"
    "$target/release/wsdl2rs-bench" schema 1000 >"$document"
fi

# package NAME: a package of its own around src/bindings.
package() {
    mkdir -p "$folder/$1/src"
    cp "$here/../Cargo.lock" "$folder/$1/"
    echo 'pub mod bindings;' >"$folder/$1/src/lib.rs"
    cat >"$folder/$1/Cargo.toml" <<EOF
[package]
name = "$1"
version = "0.0.0"
edition = "2024"

[dependencies]
wsdl2rs-runtime = { path = "$here/../runtime" }

[workspace]
EOF
}

# measure NAME KIND COMMAND...: builds the package, after what it depends on.
measure() {
    name=$1 kind=$2
    shift 2
    touch "$folder/$name/src/lib.rs"
    (cd "$folder/$name" && /usr/bin/time -f "%U %S %M" -o "$folder/time" \
        env CARGO_INCREMENTAL=0 CARGO_TARGET_DIR="$target/build-cost" "$@" --quiet)
    awk -v name="$name" -v kind="$kind" \
        '{ printf "%-6s %-8s %7.2f CPU s %6d MB\n", name, kind, $1 + $2, $3 / 1024 }' "$folder/time"
}

package whole
package types
/usr/bin/time -f "generated in %U+%S CPU s, %M KB" \
    "$target/release/wsdl2rs" generate ${2:+--config "$2"} "$document" \
    -o "$folder/whole/src/bindings" >/dev/null

# The types alone: without the modules of codecs, markers and clients.
others='xml|elements|operations|client|blocking|namespaces'
cp -r "$folder/whole/src/bindings" "$folder/types/src/bindings"
find "$folder/types/src/bindings" -name '*.rs' | while read -r file; do
    if basename "$file" .rs | grep -qxE "$others"; then
        rm "$file"
    else
        sed -E -i "/^(pub )?mod ($others);\$/d; /^#\[allow\(unused_imports/d; /^pub use client::/d" "$file"
    fi
done
for name in types whole; do
    find "$folder/$name/src/bindings" -name '*.rs' -exec cat {} + |
        wc -lc | awk -v name="$name" '{ printf "%-6s source   %7d lines %.2f MB\n", name, $1, $2 / 1e6 }'
done

# What they depend on, for both profiles.
echo >"$folder/empty.rs"
for name in types whole; do
    mv "$folder/$name/src/lib.rs" "$folder/$name/lib.rs"
    cp "$folder/empty.rs" "$folder/$name/src/lib.rs"
    measure "$name" before cargo check >/dev/null
    measure "$name" before cargo build --release >/dev/null
    mv "$folder/$name/lib.rs" "$folder/$name/src/lib.rs"
done
for name in types whole; do
    measure "$name" check cargo check
    measure "$name" release cargo build --release
done

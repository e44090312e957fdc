#!/usr/bin/env bash
# A crate outside of the workspace: it depends on the two crates by path, has a build script of its own, and is
# written as the README says. It is copied away first, so that nothing of the workspace helps it.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -r "$root/tests/external/stock" "$folder/stock"
sed -i "s#@ROOT@#$root#" "$folder/stock/Cargo.toml"
cp "$root/Cargo.lock" "$folder/stock/Cargo.lock"
cd "$folder/stock"
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target}/external
cargo run -j "${JOBS:-2}" --quiet
# A second build must not run the generator again, and an edit of the WSDL must.
cargo build -j "${JOBS:-2}" 2>&1 | tee second.txt
! grep -q Compiling second.txt
sed -i 's#<!-- edit -->#<!-- edited -->#' wsdl/stock.wsdl
cargo build -j "${JOBS:-2}" 2>&1 | tee third.txt
grep -q Compiling third.txt

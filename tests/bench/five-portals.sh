#!/usr/bin/env bash
# How long the portals of content/ take: a release build under 100 ms, `cargo run -- build` under 1 s once compiled.
# The median of several runs into an empty folder; prints the figures, fails when one is missed.
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=15

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Milliseconds that a command takes, the median of several runs. The output folder is new every time.
median() {
    for run in $(seq "$runs"); do
        rm -rf "$work/public"
        start=$(date +%s%N)
        "$@" --quiet --out "$work/public"
        echo $(( ($(date +%s%N) - start) / 1000000 ))
    done | sort -n | sed -n "$(( (runs + 1) / 2 ))p"
}

cargo build --locked --release --quiet
cargo build --locked --quiet
release=$(median ./target/release/sanad build)
dev=$(median cargo run --quiet -- build)
pages=$(find "$work/public" -name '*.html' | wc -l)

echo "$pages pages, median of $runs builds: release $release ms (limit 100), cargo run -- build $dev ms (limit 1000)"
[ "$release" -le 100 ] && [ "$dev" -le 1000 ]

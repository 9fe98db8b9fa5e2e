#!/usr/bin/env bash
# Builds the load driver and runs it beside floor and peer: benchmarks/run.sh [SUITE]
#   benchmarks/run.sh                 the points of benchmarks/suite.json, about half an hour
#   benchmarks/run.sh my-suite.json   other points
# Results: benchmarks/target/results/points.jsonl, summary.json and table.md. Needs Node 20 and npm.
# SUITE is a path below the repository's root.
set -euo pipefail
cd "$(dirname "$0")/.."

suite=$(realpath "${1:-benchmarks/suite.json}")
mvn -q -pl benchmarks -am compile
cd benchmarks/harness

npm run --silent setup
mkdir -p ../target/results
node harness/suite.mjs --points "$suite" --out "$(realpath ../target/results)/points.jsonl" --minutes 60
cat ../target/results/table.md

#!/usr/bin/env bash
# Starts the load driver on the classes that Maven has compiled; harness/drivers.json calls it.
# PARLEY_BENCH_JAVA holds other flags of the JVM than the ones measured in docs/performance.md, PARLEY_BENCH_JDK
# the folder of another JDK.
set -euo pipefail
cd "$(dirname "$0")"

flags=${PARLEY_BENCH_JAVA:--XX:+UseG1GC -XX:MaxGCPauseMillis=10 -Xms384m -Xmx1g -XX:CompileThresholdScaling=0.1}
# shellcheck disable=SC2086 # several flags
exec "${PARLEY_BENCH_JDK:+$PARLEY_BENCH_JDK/bin/}java" $flags -cp "target/classes:$(cat target/classpath)" dev.parley.benchmarks.LoadDriver "$@"

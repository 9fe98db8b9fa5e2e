#!/usr/bin/env bash
# Compiles and runs the JMH benchmarks: benchmarks/jmh.sh [options of JMH, regular expressions]
#   benchmarks/jmh.sh                                   all, about a quarter of an hour
#   benchmarks/jmh.sh -f 1 -wi 3 -i 5 -r 1s Playout     one, quicker
set -euo pipefail
cd "$(dirname "$0")/.."

mvn -q -pl benchmarks -am compile
options=("$@")
[ $# -gt 0 ] || options=(-f 1 -wi 3 -w 1s -i 5 -r 1s)
exec java -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" \
  org.openjdk.jmh.Main -prof gc "${options[@]}"

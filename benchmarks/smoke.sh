#!/usr/bin/env bash
# Whether load driver and JMH benchmarks work, in about a minute; what `mvn verify` compiled is run.
set -euo pipefail
cd "$(dirname "$0")"

log=target/jmh-smoke.log
if ! timeout 600 java -cp "target/classes:$(cat target/classpath)" org.openjdk.jmh.Main \
  -f 0 -wi 0 -i 1 -r 100ms -foe true -prof gc > "$log" 2>&1; then
  tail -40 "$log" >&2
  exit 1
fi
echo "JMH: $(sed -n '/^Benchmark  /,$p' "$log" | grep -cE '^\w+\.\w+ ') benchmarks ran"

# The harness needs one package; a machine that cannot fetch it checks the rest.
packages() {
  [ -d node_modules ] || npm install --no-package-lock --no-audit --no-fund --silent
}

cd harness
if ! command -v node > /dev/null; then
  echo "load driver: not run, there is no Node"
elif ! packages; then
  echo "load driver: not run, npm could not fetch the harness's packages"
else
  result=$(node harness/run.mjs --driver parley --sessions 2 --seconds 25 --warmup 0)
  node -e '
    const point = JSON.parse(process.argv[1]);
    console.log(`load driver: ${point.answered} of ${point.turns} turns answered, ${point.errors} errors`);
    process.exit(point.answered > 0 && !point.errors && !point.died ? 0 : 1);
  ' "$result"
fi

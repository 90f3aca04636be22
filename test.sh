#!/usr/bin/env bash
# Runs every test of the solution and ends with "N passed, N failed". Arguments go to dotnet test:
#   ./test.sh --filter Req=B10
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# The server refuses to run as root; then it belongs to the user its package made.
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

fail() {
  echo "test.sh: $1" >&2
  echo "0 passed, 1 failed"
  exit 1
}

postgres_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

install_missing() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  [ -x "$(postgres_bin)/initdb" ] || missing+=(postgresql)
  # read to its end: with -q grep would hang up, and a broken pipe counts as missing
  ldconfig -p | grep 'libsqlite3\.so\.0' >/dev/null || missing+=(libsqlite3-0)
  [ -x /usr/bin/turnserver ] || missing+=(coturn)
  /usr/bin/python3 -c 'import icalendar' 2>/dev/null || missing+=(python3-icalendar)
  /usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null || missing+=(python3-aiosmtpd)
  /usr/bin/python3 -c 'import holidays' 2>/dev/null || missing+=(python3-holidays)
  # NodaTime brings its own time zones; the tests compare them with the system's of the same version
  [ "$(awk 'NR == 1 { print $3 }' /usr/share/zoneinfo/tzdata.zi 2>/dev/null)" = "$tzdb" ] || missing+=(tzdata)
  [ ${#missing[@]} = 0 ] && return
  command -v apt-get >/dev/null || fail "please install: ${missing[*]}"
  echo "Installing ${missing[*]} …"
  local log=$work/apt.log
  { as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } \
    >"$log" 2>&1 </dev/null || { tail -n 5 "$log" >&2; fail "could not install ${missing[*]} with apt-get; please install them and run again"; }
}

start_postgres() {
  local bin port
  bin=$(postgres_bin)
  mkdir "$work/postgres"
  [ "$(id -u)" = 0 ] && chown postgres "$work/postgres"
  as_postgres "$bin/initdb" -D "$work/postgres/data" -A trust -U portal --locale=C.UTF-8 --no-sync >"$work/initdb.log" 2>&1 \
    || { cat "$work/initdb.log" >&2; fail "PostgreSQL could not create its data folder"; }
  # a free port may be taken by the time the server starts: then another one
  for _ in 1 2 3 4 5; do
    port=$(/usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    if as_postgres "$bin/pg_ctl" -D "$work/postgres/data" -l "$work/postgres/log" -w -t 60 start -o \
      "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 -c fsync=off -c full_page_writes=off" \
      >/dev/null 2>&1; then
      export PORTAL_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=portal"
      return
    fi
  done
  tail -n 5 "$work/postgres/log" >&2
  fail "PostgreSQL did not start"
}

# In the background, or a signal would only be heard when the tests are over; as a process group of its own, so that
# the runner's children and their browsers end with it.
run_tests() {
  mkdir "$work/tmp"
  set -m
  MSBUILDDISABLENODEREUSE=1 dotnet test Portal.sln --nologo -e TMPDIR="$work/tmp" \
    --logger "console;verbosity=minimal" --logger "trx;LogFilePrefix=portal" --results-directory "$work/results" "$@" &
  tests=$!
  set +m
  wait $tests
  outcome=$?
  tests=
}

# A number of the runner's own count, summed over the test projects.
counted() {
  local sum=0 number
  for number in $(grep -hso '<Counters [^>]*' "$work"/results/*.trx | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n'); do
    sum=$((sum + number))
  done
  echo $sum
}

stop() {
  trap - EXIT INT TERM
  [ -n "$tests" ] && kill -- "-$tests" 2>/dev/null && wait "$tests" 2>/dev/null
  [ -f "$work/postgres/data/postmaster.pid" ] && as_postgres "$(postgres_bin)/pg_ctl" -D "$work/postgres/data" -m immediate -w stop >/dev/null 2>&1
  rm -rf "$work"
}

work=$(mktemp -d)
tests=
tzdb=2026f
chmod 755 "$work"
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

command -v dotnet >/dev/null || fail "the .NET SDK is missing; please install the one global.json names"
install_missing
start_postgres
run_tests "$@"

total=$(counted total)
passed=$(counted passed)
# whatever did not pass failed: a test that was skipped or never ran too
failed=$((total - passed))
if [ "$total" = 0 ]; then
  echo "test.sh: no test ran" >&2
  failed=1
elif [ "$(counted executed)" != "$total" ]; then
  echo "test.sh: $((total - $(counted executed))) tests were skipped, which counts as failed" >&2
elif [ $outcome != 0 ] && [ $failed = 0 ]; then
  echo "test.sh: every test passed, but the run itself failed: read the lines above" >&2
  failed=1
fi

echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $outcome = 0 ]

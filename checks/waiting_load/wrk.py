"""Polls as waiting pages do, with wrk."""

import json
import subprocess

THREADS = 2
# as many as a proxy before the portal keeps open to it; the visitors take turns on them
CONNECTIONS = 300

SCRIPT = """
local interval, visitors, pause = tonumber(os.getenv("INTERVAL")), tonumber(os.getenv("VISITORS")), tonumber(os.getenv("PAUSE"))
local share = math.floor(visitors / %d)
local threads = {}

function setup(thread)
  thread:set("first", #threads * share)
  table.insert(threads, thread)
end

function init()
  n, unchanged, changed, other = 0, 0, 0, 0
  versions = {}
  for line in io.lines(os.getenv("VERSIONS")) do
    local token, version = line:match("(%%S+) (%%S+)")
    versions[token] = version
  end
end

-- uneven, as people are; on average every visitor asks once an interval
function delay()
  return math.random(0, 2 * pause)
end

function request()
  n = (n + 1) %% share
  local token = string.format("load-%%038d", first + n)
  local version = versions[token] or (interval == 0 and "bare") or nil
  return wrk.format("GET", "/meetings/" .. token .. "/waiting/status", { ["HX-Request"] = "true", ["HX-PTag"] = version })
end

function response(status, headers, body)
  if status == 304 then unchanged = unchanged + 1
  elseif status == 200 then
    changed = changed + 1
    local token = body:match("/meetings/([^/]+)/waiting/status")
    if token then versions[token] = headers["HX-PTag"] or headers["hx-ptag"] end
  else other = other + 1 end
end

function done(summary, latency)
  local counted = { unchanged = 0, changed = 0, other = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout }
  local file = io.open(os.getenv("VERSIONS"), "w")
  for _, thread in ipairs(threads) do
    for name in pairs({ unchanged = 0, changed = 0, other = 0 }) do counted[name] = counted[name] + thread:get(name) end
    for token, version in pairs(thread:get("versions")) do file:write(token, " ", version, "\\n") end
  end
  file:close()
  io.stderr:write(string.format('\\n{"304": %%d, "200": %%d, "other": %%d, "p50": %%f, "p99": %%f}\\n',
    counted.unchanged, counted.changed, counted.other, latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
""" % THREADS

# as fast as it goes: on few connections, without following what is answered
HAMMER = SCRIPT.replace("function delay()", "function unused()")


def load(run, url, visitors, interval, seconds, settle=False):
    """
    Each visitor asks every `interval` seconds; 0 is as fast as it goes, on 32 connections. Versions learned in one load are asked with in the next. Returns answers by status and latencies in milliseconds.
    """
    script, versions = run.folder / ("poll.lua" if interval else "hammer.lua"), run.folder / "versions"
    script.write_text(SCRIPT if interval else HAMMER)
    versions.touch()
    done = subprocess.run(
        ["wrk", f"-t{THREADS}", f"-c{CONNECTIONS if interval else 32}", f"-d{seconds}s", "--timeout", "30s", "--latency", "-s", script, url],
        env={"PATH": "/usr/bin:/bin", "INTERVAL": str(interval * 1000), "PAUSE": str(int(CONNECTIONS * interval * 1000 / visitors)), "VISITORS": str(visitors), "VERSIONS": str(versions)},
        capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"wrk ended with {done.returncode}: {done.stderr[-1000:]}{done.stdout[-1000:]}")
    report = json.loads(done.stderr.strip().splitlines()[-1])
    if settle and not versions.read_text():
        raise RuntimeError(f"no poll was answered with a version: {report}\n{done.stdout}")
    return report

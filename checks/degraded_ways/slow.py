"""The database is there and slow, then silent."""

import os
import time

from .load import FROM_MEMORY, RATES, RECOVERED, VIEWS, honest, kind, most_at_once, percentile, times

DELAY, LOST, STALL = 0.3, 0.05, 1.0
# the portal's patience with everything a page waits for, 10 s; what a server was answering when it fell silent is given up after it
# was told so in vain, with and without encryption, 5 s each, and a change is taken back, 3 s; the rest is this machine's
LONGEST = 25
# four connections a core for people, one to listen for calls and one for doors, the schedule's own
CONNECTIONS = max(8, 4 * os.cpu_count()) + 12
# what asks nobody may be late because the machine is busy, not because the database is
PROMPT = 250


def slow(run, options, load, proxy, node, server):
    load.phase = "usual"
    time.sleep(options.usual)
    usual = load.entries("usual")
    threads = node.threads()

    run.say(f"the database: {DELAY * 1000:.0f} ms more on each answer, {LOST:.0%} of them {STALL:.0f} s more")
    proxy.slow(DELAY, LOST, STALL)
    load.phase = "slow"
    seen = watch(node, server, options.slow)
    if options.silent:
        run.say("the database: silent")
        load.phase = "silent"
        proxy.silent()
        seen += watch(node, server, options.silent / 2)
        # what a door knows is too old to answer from by then
        load.phase = "silent for long"
        seen += watch(node, server, options.silent / 2)
    proxy.fast()
    fast, load.phase = time.time(), "after"
    normal = percentile(times(usual, VIEWS), 0.99)
    again = seconds_until_usual(load, fast, normal)
    run.say("the database is as usual again")

    meanwhile = load.entries("slow", "silent", "silent for long")
    honest(run, meanwhile)
    views = times(meanwhile, VIEWS)
    memory = times(load.entries("slow", "silent"), FROM_MEMORY) + times(load.entries("silent for long"), ("health",))
    run.figure("requests meanwhile, of them answered 503", f"{len(meanwhile)}, {sum(1 for entry in meanwhile if entry['status'] == 503)}")
    run.figure("views, p99 before and meanwhile", f"{normal:.0f}, {percentile(views, 0.99):.0f} ms")
    run.figure("what needs no query, p99 meanwhile", f"{percentile(memory, 0.99):.0f} ms", holds=bool(memory) and percentile(memory, 0.99) < PROMPT, goal=f"< {PROMPT} ms")
    shown = [entry["status"] != 503 for entry in load.entries("slow") if kind(entry) in VIEWS]
    run.figure("views shown while it is slow", f"{sum(shown) / max(1, len(shown)):.0%}", holds=sum(shown) > 0.9 * len(shown), goal="> 90 %")
    booked = [entry for entry in load.entries("slow") if entry["op"] == "book" and entry["status"] == 303]
    run.figure("bookings confirmed while it is slow", len(booked), holds=bool(booked), goal="> 0")
    longest = max(entry["ms"] for entry in meanwhile) / 1000
    run.figure("longest answer", f"{longest:.1f} s", holds=longest < LONGEST, goal=f"< {LONGEST} s")
    most = most_at_once(meanwhile)
    bound = int(sum(RATES.values()) * LONGEST)
    run.figure("requests under way at once, most", most, holds=most < bound, goal=f"< {bound}, all that come in {LONGEST} s")
    most_threads, most_connections = (max(column) for column in zip(*seen))
    run.figure("threads before, and most meanwhile", f"{threads}, {most_threads}", holds=most_threads < threads + 60, goal="at most 60 more")
    run.figure("connections to the database, most", most_connections, holds=most_connections <= CONNECTIONS, goal=f"≤ {CONNECTIONS}")
    run.figure("until views are as usual again", f"{again:.1f} s", holds=again < RECOVERED, goal=f"< {RECOVERED} s")
    return f"slow: longest answer {longest:.1f} s, usual after {again:.1f} s"


def watch(node, server, seconds):
    """(threads of the node, its connections to the database), twice a second."""
    seen, until = [], time.monotonic() + seconds
    while time.monotonic() < until:
        connections = server.rows("SELECT count(*) AS n FROM pg_stat_activity WHERE datname = 'portal' AND pid <> pg_backend_pid()", "postgres")[0]["n"]
        seen.append((node.threads(), int(connections)))
        time.sleep(0.5)
    return seen


def seconds_until_usual(load, since, normal):
    """The first moment from which on the views of two seconds are as fast as before."""
    until = time.monotonic() + RECOVERED + 5
    while time.monotonic() < until:
        time.sleep(0.5)
        entries = [entry for entry in load.entries("after") if kind(entry) in VIEWS]
        for second in range(int((time.time() - since) * 2) - 4):
            begin = since + second / 2
            window = [entry for entry in entries if begin <= entry["sent"] < begin + 2]
            good = [entry for entry in window if entry["status"] == 200]
            if len(good) > 10 and len(good) == len(window) and percentile(times(good, VIEWS), 0.99) < max(3 * normal, PROMPT):
                return begin - since
    return RECOVERED + 5.0

"""The database goes away and comes back."""

import time

from lib.crashes import booked, lost, whole

from .load import RECOVERED, VIEWS, honest, kind



def restart(run, options, load, proxy, server, database):
    longest = 0.0
    for way in ("fast", "immediate", "cut"):
        load.phase = way
        if way == "cut":
            proxy.cut()
        else:
            server.stop(way)
            time.sleep(options.away)
            server.start()
        seconds = seconds_until_served(load, way, time.time())
        run.figure({"fast": "restarted, until it serves again", "immediate": "crashed, until it serves again", "cut": "every connection cut, until it serves"}[way],
                   f"{seconds:.1f} s", holds=seconds < RECOVERED, goal=f"< {RECOVERED} s")
        longest = max(longest, seconds)
    entries = load.entries("fast", "immediate", "cut")
    run.figure("requests meanwhile, of them answered 503", f"{len(entries)}, {sum(1 for entry in entries if entry['status'] == 503)}")
    honest(run, entries)
    return f"restarts: serving after {longest:.1f} s"


def seconds_until_served(load, phase, since):
    """From when it is back to the last that was refused; for two seconds after it all views are shown and something is booked."""
    until = time.monotonic() + RECOVERED + 10
    while time.monotonic() < until:
        time.sleep(0.25)
        entries = [entry for entry in load.entries(phase) if kind(entry) in (*VIEWS, "book")]
        refused = max((ended(entry) for entry in entries if entry["status"] not in (200, 303)), default=since)
        calm = max(refused, since)
        if time.time() - calm > 2 and any(entry["status"] == 303 and entry["sent"] > calm for entry in entries):
            return calm - since
    return RECOVERED + 10.0


def ended(entry):
    return entry["sent"] + entry["ms"] / 1000


def nothing_lost(run, log, database):
    confirmed = [entry for entry in log.entries() if entry.get("op") == "book" and entry["status"] == 303]
    bookings = booked(database)
    run.figure("confirmed", len(confirmed), holds=bool(confirmed), goal="> 0")
    lost(run, database, bookings, confirmed)
    whole(run, database, bookings)
    run.none("faults of the database itself", database.faults())
    return len(confirmed)

"""SQLite's disk is full, and then has room again."""

import time

from lib.bookings import book, form_token, half_hours, make_types
from lib.browser import Browser, RequestLog
from lib.database import SqliteRows
from lib.node import Node
from lib.worlds import HOSTS, PASSWORD, fill_with_demo_world

from .load import RECOVERED, TAKEN, honest, noticed
from .restart import nothing_lost
from .small_disk import small_disk

# what is still free in files that exist is used first
MOST_UNTIL_FULL = 400
REFUSED = 20
SAYS = "no room to store anything"


def small_portal(run):
    """Returns the disk, the node on it and its database."""
    disk = small_disk(run)
    database = SqliteRows(disk.folder / "portal.db")
    settings = {"Database:ConnectionString": f"Data Source={database.file}"}
    fill_with_demo_world(run, settings, "small-filler")
    node = Node(run, "sqlite", settings, wrapper=disk.wrapper).start()
    make_types(node.url, database)
    return disk, node, database


def full_disk(run, disk, node, database):
    run.say(f"SQLite on {disk.name}")
    log = RequestLog(run.folder / "sqlite.jsonl")
    browser = Browser(node.url, log, noticed)
    staff = Browser(node.url).sign_in(HOSTS[0], PASSWORD)
    staff.log, staff.look = log, noticed
    token, times = form_token(browser), iter(half_hours()[TAKEN:])
    send = lambda phase: book(browser, token, *next(times), phase=phase)

    mine = send("room").location
    for _ in range(10):
        send("room")
    disk.fill(node)
    before = until_refused(send)
    run.figure("bookings that still found a place", before)
    answers = [send("full") for _ in range(REFUSED)]
    refused = [answer for answer in answers if answer.status == 503]
    run.figure("bookings refused while it is full", f"{len(refused)} of {REFUSED}", holds=len(refused) == REFUSED, goal="all")
    run.none("refusals that do not say why", (answer.status for answer in refused if SAYS not in answer.text))
    for path, reader in read_only(mine, browser, staff):
        reader.get(path, op="read", phase="full")
    reads = [entry for entry in log.entries() if entry.get("op") == "read"]
    run.none("pages that only read and were not shown", (f"{entry['path']} {entry['status']}" for entry in reads if entry["status"] != 200))
    run.none("faults of the database while it is full", database.faults())

    disk.empty(node)
    began = time.monotonic()
    while (again := send("again")).status != 303 and time.monotonic() - began < RECOVERED:
        time.sleep(0.2)
    took = time.monotonic() - began
    run.figure("room again, until it books, not started again", f"{took:.1f} s", holds=again.status == 303 and node.is_running and took < RECOVERED, goal=f"< {RECOVERED} s")
    for _ in range(10):
        send("again")
    node.stop()
    honest(run, log.entries())
    nothing_lost(run, log, database)
    return f"disk full ({disk.name}): {len(refused)} of {REFUSED} refused, booking after {took:.1f} s"


def until_refused(send):
    for number in range(MOST_UNTIL_FULL):
        if send("filling").status == 503:
            return number
    return MOST_UNTIL_FULL


def read_only(mine, browser, staff):
    slug = "check-one"
    visitor = [f"/book/acme/{slug}", f"/book/acme/{slug}/slots?date=2030-01-01", "/book/acme", mine.split("?")[0], "/health/live", "/health/ready"]
    return [(path, browser) for path in visitor] + [(path, staff) for path in ("/dashboard", "/dashboard/calendar", "/dashboard/availability")]

"""Reads the log of requests and the database, and counts what must never be. Knows nothing of the portal's code."""

import collections
import hashlib

LIVE = ("pending", "confirmed", "waiting", "in_progress")
EXPECTED = {"book": {303, 409}, "move": {303, 409}, "cancel": {303, 409}, "decide": {303, 403, 409}, "hours": {303, 409, 422}, "hold": {200, 409}, "list": {200}}


def check(run, log, database, places, seconds, short):
    """Prints the figures. Returns how many bookings were answered as made. How fast a short run was is only told."""
    facts = Facts(database)
    booked = [entry for entry in log if entry.get("op") == "book" and entry["status"] == 303]
    overlaps(run, facts)
    seats(run, facts, places)
    answers(run, facts, log, booked)
    keys(run, facts, booked)
    run.none("answers 5xx, or none", (entry for entry in log if entry["status"] >= 500 or entry["status"] == 0))
    run.none("answers nobody expects", (entry for entry in log if entry["status"] < 500 and entry["status"] not in EXPECTED[entry["op"]]))
    run.none("losers without other times", (
        entry for entry in log if entry["op"] == "book" and entry["status"] == 409 and not entry["other_times"]))
    run.none("messages twice", duplicates(database, '"Outbox"', '"BookingId", "ParticipantId", "Kind", "Payload"'))
    speed(run, log, booked, seconds, short)
    return len({entry["key"] for entry in booked})


class Facts:
    def __init__(self, database):
        seconds, hexed = database.seconds, database.hex
        self.bookings = {row["id"]: row for row in database.rows(f'''
            SELECT lower(CAST(b."Id" AS text)) AS id, b."Status" AS status, t."Slug" AS type, b."VisitorEmail" AS email, lower(CAST(b."RequestKey" AS text)) AS key,
                {seconds('b."StartsAt"')} AS starts, {seconds('b."EndsAt"')} AS ends, t."Capacity" AS capacity,
                t."BufferBefore" AS before, t."BufferAfter" AS after
            FROM "Bookings" b JOIN "MeetingTypes" t ON t."Id" = b."MeetingTypeId"''')}
        self.hosts = collections.defaultdict(set)
        for row in database.rows('''SELECT lower(CAST("BookingId" AS text)) AS booking, lower(CAST("UserId" AS text)) AS host FROM "Participants" WHERE "Role" = 'host' '''):
            self.hosts[row["booking"]].add(row["host"])
        self.links = {row["hash"]: row["booking"] for row in database.rows(f'''
            SELECT {hexed('l."TokenHash"')} AS hash, lower(CAST(p."BookingId" AS text)) AS booking
            FROM "AccessLinks" l JOIN "Participants" p ON p."Id" = l."ParticipantId"''')}
        self.claims = database.rows(f'''
            SELECT lower(CAST(c."HostId" AS text)) AS host, {seconds('c."StartsAt"')} AS starts, {seconds('c."EndsAt"')} AS ends, c."Capacity" AS capacity,
                lower(CAST(s."BookingId" AS text)) AS booking, s."Number" AS number, lower(CAST(c."Id" AS text)) AS claim
            FROM "TimeClaims" c JOIN "ClaimSeats" s ON s."ClaimId" = c."Id"''')
        self.history = collections.Counter((row["booking"], row["act"]) for row in database.rows(
            'SELECT lower(CAST("BookingId" AS text)) AS booking, "Action" AS act FROM "AuditEntries" WHERE "BookingId" IS NOT NULL'))

    def behind(self, path):
        """The booking a link of the log opens."""
        token = path.split("?")[0].split("/")[2]
        return self.links.get(hashlib.sha256(token.encode()).hexdigest())

    def live(self):
        return (booking for booking in self.bookings.values() if booking["status"] in LIVE)


def overlaps(run, facts):
    # from the bookings and the buffers of their types: what is claimed is looked at apart. A group is one meeting.
    taken = collections.defaultdict(set)
    for booking in facts.live():
        span = (int(booking["starts"]) - 60 * int(booking["before"]), int(booking["ends"]) + 60 * int(booking["after"]))
        meeting = (*span, booking["type"] if int(booking["capacity"]) > 1 else booking["id"])
        for host in facts.hosts[booking["id"]]:
            taken[host].add(meeting)
    run.figure("meetings that take a host's time", sum(map(len, taken.values())))
    run.none("overlaps of a host's meetings", (pair for times in taken.values() for pair in overlapping(times)))
    claimed = collections.defaultdict(set)
    for claim in facts.claims:
        claimed[claim["host"]].add((int(claim["starts"]), int(claim["ends"]), claim["claim"]))
    run.none("overlaps of claims", (pair for times in claimed.values() for pair in overlapping(times)))


def overlapping(times):
    latest = None
    for time in sorted(times):
        if latest and time[0] < latest[1]:
            yield latest, time
        if not latest or time[1] > latest[1]:
            latest = time


def seats(run, facts, places):
    people = collections.Counter((booking["type"], booking["starts"]) for booking in facts.live() if int(booking["capacity"]) > 1)
    most = {slug: body.get("capacity", 1) for slug, body in places.types.items()}
    run.figure("fullest group", max(people.values(), default=0))
    run.none("groups over their capacity", ((group, count) for group, count in people.items() if count > most.get(group[0], 10 ** 6)))
    # the demo world has meetings that run or are over without a claim
    raced = {booking["id"] for booking in facts.bookings.values() if booking["email"].endswith("@race.test")}
    held = collections.Counter((claim["booking"], claim["host"]) for claim in facts.claims if claim["booking"] in raced)
    wanted = collections.Counter((booking["id"], host) for booking in facts.live() if booking["id"] in raced for host in facts.hosts[booking["id"]])
    run.none("bookings whose time is not taken once", (
        owner for owner in wanted.keys() | held.keys() if wanted[owner] != held[owner]))


def answers(run, facts, log, booked):
    run.none("confirmed answers missing in the database", (
        entry for entry in booked
        if (facts.bookings.get(facts.behind(entry["location"])) or {}).get("email") != entry["email"]))
    emails = {entry["email"] for entry in booked}
    run.none("bookings nobody was told of", (
        booking for booking in facts.bookings.values() if booking["email"].endswith("@race.test") and booking["email"] not in emails))
    done = collections.Counter()
    for entry in log:
        if entry["status"] == 303 and entry["op"] in ("move", "cancel"):
            done[facts.behind(entry["meeting"]), {"move": "booking.moved", "cancel": "booking.cancelled"}[entry["op"]]] += 1
        elif entry["status"] == 303 and entry["op"] == "decide":
            done[entry["booking"].lower(), {"Approve": "booking.confirmed", "Decline": "booking.rejected"}[entry["act"]]] += 1
    run.none("acts answered as done but not done once", (
        (act, count, facts.history[act]) for act, count in done.items() if facts.history[act] != count))
    cancelled = {booking for booking, act in done if act == "booking.cancelled"}
    run.none("cancelled meetings that are not", (
        booking for booking in cancelled if facts.bookings[booking]["status"] != "cancelled"))


def keys(run, facts, booked):
    behind = collections.defaultdict(set)
    for entry in booked:
        behind[entry["key"]].add(facts.behind(entry["location"]))
    sent = collections.Counter(entry["key"] for entry in booked)
    run.figure("keys answered more than once", sum(1 for count in sent.values() if count > 1))
    rows = collections.Counter(booking["key"] for booking in facts.bookings.values() if booking["key"])
    run.none("keys that booked twice", (key for key in behind if len(behind[key]) != 1 or rows[key] != 1))


def duplicates(database, table, columns):
    return database.rows(f"SELECT {columns}, count(*) AS times FROM {table} GROUP BY {columns} HAVING count(*) > 1")


def speed(run, log, booked, seconds, short):
    # the first ones find nothing compiled and no connection open
    log = sorted(log, key=lambda entry: entry["sent"])[len(log) // 10:]
    for status, words in ((303, "booked"), (409, "refused")):
        times = sorted(entry["ms"] for entry in log if entry["op"] == "book" and entry["status"] == status)
        if times:
            run.figure(f"{words}: answers, p50 and p99 in ms", f"{len(times)}, {times[len(times) // 2]:.0f}, {times[int(len(times) * 0.99)]:.0f}")
    times = sorted(entry["ms"] for entry in log if entry["op"] == "book")
    p99 = times[int(len(times) * 0.99)]
    run.figure("p99 of all bookings in ms", f"{p99:.0f}", holds=None if short else p99 < 2000, goal="< 2000")
    run.figure("requests and bookings per second", f"{len(log) / 0.9 / seconds:.0f}, {len(booked) / seconds:.0f}")

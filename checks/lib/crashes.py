"""Reads what a killed portal left behind. Knows nothing of the portal's code."""

import collections
import hashlib

from .bookings import DOMAIN

MOST_DUPLICATES = 0.01


def check(run, database, log, mails, unsent):
    """`unsent`: bookings whose mails may still come. Prints the figures and returns how many bookings were confirmed."""
    confirmed = [entry for entry in log if entry.get("op") == "book" and entry["status"] == 303]
    bookings = booked(database)
    run.figure("confirmed", len(confirmed), holds=bool(confirmed), goal="> 0")
    run.figure("requests that broke off", sum(1 for entry in log if entry["status"] == 0))
    lost(run, database, bookings, confirmed)
    whole(run, database, bookings)
    run.none("faults of the database itself", database.faults())
    told(run, bookings, confirmed, mails, unsent)
    run.none("answers 5xx", (entry for entry in log if entry["status"] >= 500 and entry["status"] != 503))
    return len(confirmed)


def booked(database):
    """The bookings of this check's visitors, by id."""
    return {row["id"]: row for row in database.rows(
        f'''SELECT lower(CAST("Id" AS text)) AS id, "VisitorEmail" AS email, "Status" AS status FROM "Bookings" WHERE "VisitorEmail" LIKE '%@{DOMAIN}' ''')}


def lost(run, database, bookings, confirmed):
    behind = {row["hash"]: row["booking"] for row in database.rows(f'''
        SELECT {database.hex('l."TokenHash"')} AS hash, lower(CAST(p."BookingId" AS text)) AS booking
        FROM "AccessLinks" l JOIN "Participants" p ON p."Id" = l."ParticipantId"''')}
    def found(entry):
        token = entry["location"].split("?")[0].split("/")[2]
        booking = bookings.get(behind.get(hashlib.sha256(token.encode()).hexdigest()))
        return booking and booking["email"] == entry["email"] and booking["status"] == "confirmed"
    run.none("confirmed and lost", (entry for entry in confirmed if not found(entry)))
    emails = collections.Counter(booking["email"] for booking in bookings.values())
    run.none("booked twice", (email for email, times in emails.items() if times > 1))


def whole(run, database, bookings):
    """A booking without its mails, its history or its host's time was written by halves; so were these without it."""
    count = lambda sql: collections.Counter(row["booking"] for row in database.rows(sql))
    mails = count('SELECT lower(CAST("BookingId" AS text)) AS booking FROM "Outbox" WHERE "MinutesBefore" IS NULL')
    history = count('SELECT lower(CAST("BookingId" AS text)) AS booking FROM "AuditEntries" WHERE "BookingId" IS NOT NULL')
    times = count('SELECT lower(CAST("BookingId" AS text)) AS booking FROM "ClaimSeats" WHERE "BookingId" IS NOT NULL')
    run.none("bookings by halves", (
        (booking, mails[booking], history[booking], times[booking]) for booking in bookings
        if mails[booking] < 2 or history[booking] != 1 or times[booking] != 1))
    run.none("taken times nobody has", database.rows(
        'SELECT "Id" FROM "TimeClaims" c WHERE NOT EXISTS (SELECT 1 FROM "ClaimSeats" s WHERE s."ClaimId" = c."Id")'))


def told(run, bookings, confirmed, mails, unsent):
    ours = {booking["email"]: booking["id"] for booking in bookings.values()}
    reached = collections.defaultdict(list)
    for mail in mails:
        if mail["to"].endswith(f"@{DOMAIN}"):
            reached[mail["to"]].append(mail)
    run.figure("mails to visitors", sum(map(len, reached.values())))
    if unsent:
        run.figure("in the hands of a killed process", len(unsent))
    run.none("confirmed and never told", (
        entry for entry in confirmed if entry["email"] not in reached and ours.get(entry["email"]) not in unsent))
    run.none("told of a booking nobody has", (mail for email, got in reached.items() if email not in ours for mail in got))
    twice = {email: got for email, got in reached.items() if len(got) > 1}
    share = sum(len(got) - 1 for got in twice.values()) / max(1, len(reached))
    run.figure("told twice", f"{share:.2%}", holds=share <= MOST_DUPLICATES, goal=f"<= {MOST_DUPLICATES:.0%}")
    run.none("told twice, and not the same mail", (
        got for got in twice.values() if len({(mail["id"], mail["uid"]) for mail in got}) > 1))


def sabotage(database):
    one, two, three = [row["id"] for row in database.rows(
        f'''SELECT CAST("Id" AS text) AS id FROM "Bookings" WHERE "VisitorEmail" LIKE '%@{DOMAIN}' ORDER BY "Id" LIMIT 3''')]
    database.change(f'''
        UPDATE "Bookings" SET "VisitorEmail" = 'somebody@else.test' WHERE "Id" = '{one}';
        DELETE FROM "Outbox" WHERE "BookingId" = '{two}';
        DELETE FROM "ClaimSeats" WHERE "BookingId" = '{three}';''')

"""Four hosts and four meeting types, made through the portal's own API; where and when there is something to race for."""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from lib.browser import Browser
from lib.worlds import ADMIN, HOSTS, OWNER, PASSWORD

STAFF = [OWNER, ADMIN, *HOSTS]
DAYS = 15


@dataclass
class Places:
    types: dict
    # UTC, as the forms write them
    starts: list


def prepare(url, database):
    """The demo world's four people become hosts; what they host is made new, so that nothing but time refuses a booking."""
    browsers = {email: Browser(url).sign_in(email, PASSWORD) for email in (OWNER, ADMIN)}
    for browser in browsers.values():
        _start_hours(browser)
    ids = {row["Email"]: row["Id"].lower() for row in database.rows('SELECT "Id", "Email" FROM "AspNetUsers"')}
    mara, jonas, ada, emil = (ids[email] for email in (*HOSTS, OWNER, ADMIN))
    bodies = {
        "solo": _type("Solo", [mara], buffer_before_minutes=10, buffer_after_minutes=10),
        "group": _type("Group", [jonas], capacity=5, length_minutes=60, buffer_after_minutes=15),
        "turns": _type("Turns", [mara, jonas, ada], assignment="round_robin"),
        "together": _type("Together", [emil, ada], assignment="collective", needs_approval=True, length_minutes=45),
    }
    owner = browsers[OWNER]
    token = owner.get("/admin/meeting-types/new").token
    for slug, body in bodies.items():
        answer = owner.post_json("/api/meetings/meeting-types", {**body, "slug": slug}, {"RequestVerificationToken": token})
        if answer.status != 201:
            raise RuntimeError(f"{slug} was not made: {answer.status} {answer.text[:500]}")
    return Places(bodies, _starts())


def take_the_guard_away(server, database):
    """
    In the database only: the portal still asks for its locks, and gets a function of that name that locks nothing; the version
    it raises with them, which locks a row, stays as it is. What keeps those of one node apart is left: there are two.
    """
    server.execute(f"""
        ALTER TABLE "TimeClaims" DROP CONSTRAINT ex_time_claims_host_time;
        CREATE RULE no_version AS ON UPDATE TO "HostSchedules" WHERE NEW."Hours" = OLD."Hours" DO INSTEAD NOTHING;
        CREATE FUNCTION public.pg_advisory_xact_lock(bigint) RETURNS void LANGUAGE sql AS 'SELECT';
        ALTER DATABASE "{database}" SET search_path = public, pg_catalog;
        """, database)


def _start_hours(browser):
    page = browser.get("/dashboard/availability")
    browser.post("/dashboard/availability?handler=Start", {"__RequestVerificationToken": page.token})


def _type(name, hosts, **more):
    return {
        "name": name, "length_minutes": 30, "increment_minutes": 30, "horizon_days": 60, "assignment": "one_host",
        "hosts": [{"host_id": host} for host in hosts], **more}


def _starts():
    """Every half hour of the next working days, whether or not it is offered."""
    zone = ZoneInfo("Europe/Berlin")
    day = datetime.now(zone).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=2)
    days = []
    while len(days) < DAYS:
        if day.weekday() < 5:
            days.append(day)
        day += timedelta(days=1)
    return [
        (day + timedelta(hours=9, minutes=30 * half)).astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        for day in days for half in range(16)]

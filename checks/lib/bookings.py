"""Visitors who book, one after the other, for as long as they are let; what each was told is in the log."""

import http.client
import itertools
import threading
import time
import uuid
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from .browser import Browser
from .worlds import HOSTS, OWNER, PASSWORD

DOMAIN = "visitor.test"
TYPES = ["check-one", "check-two"]


def make_types(url, database):
    """A meeting type for each of the demo world's two hosts, that can be booked for a year."""
    owner = Browser(url).sign_in(OWNER, PASSWORD)
    ids = {row["Email"]: row["Id"].lower() for row in database.rows('SELECT "Id", "Email" FROM "AspNetUsers"')}
    token = owner.get("/admin/meeting-types/new").token
    for slug, host in zip(TYPES, HOSTS):
        body = {
            "name": slug, "slug": slug, "length_minutes": 30, "increment_minutes": 30, "horizon_days": 365,
            "assignment": "one_host", "hosts": [{"host_id": ids[host]}]}
        answer = owner.post_json("/api/meetings/meeting-types", body, {"RequestVerificationToken": token})
        if answer.status != 201:
            raise RuntimeError(f"{slug} was not made: {answer.status} {answer.text[:500]}")


class Visitors:
    """`urls` are given out in turn. Entered and left as a context; a connection that breaks is tried again for ever."""

    def __init__(self, urls, log, clients=4):
        self.log, self._times, self._lock, self._ended = log, iter(half_hours()), threading.Lock(), threading.Event()
        self._threads = [
            threading.Thread(target=self._book, args=(url,), daemon=True) for url, _ in zip(itertools.cycle(urls), range(clients))]

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self._ended.set()
        for thread in self._threads:
            thread.join(150)

    def _book(self, url):
        browser, token, time_of = Browser(url, self.log, timeout=30), None, None
        while not self._ended.is_set():
            try:
                token = token or form_token(browser)
                time_of = time_of or self._next()
                book(browser, token, *time_of)
                time_of = None
            except (OSError, http.client.HTTPException):
                # the node is away; whether the booking was made is not known here
                time.sleep(0.1)

    def _next(self):
        with self._lock:
            return next(self._times)


def form_token(browser):
    """Good for every booking this browser makes."""
    # the last one: what comes before it may be booked by then
    slug, start = half_hours()[-1]
    page = browser.get(f"/book/acme/{slug}?time={start}", op="page")
    if page.status < 500 and not page.token:
        raise RuntimeError(f"the booking page has no form: {page.status} {page.text[:500]}")
    return page.token


def book(browser, token, slug, start, key=None, **note):
    """The same `key` is the same form, sent again."""
    key = key or uuid.uuid4()
    return browser.post(
        f"/book/acme/{slug}",
        {"start": start, "zone": "Europe/Berlin", "Input.Request": str(key), "Input.Name": f"Visitor {key.hex[:8]}",
         "Input.Email": f"v-{key.hex}@{DOMAIN}", "Input.Notes": "", "__RequestVerificationToken": token},
        op="book", email=f"v-{key.hex}@{DOMAIN}", start=start, **note)


def acknowledged(log):
    """The bookings somebody was told they have: log lines."""
    return [entry for entry in log.entries() if entry.get("op") == "book" and entry["status"] == 303]


def half_hours():
    """(type, start): half hours of a year's working days, from the day after tomorrow, in UTC as the forms write them."""
    zone = ZoneInfo("Europe/Berlin")
    first = datetime.now(zone).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=2)
    days = [day for number in range(360) if (day := first + timedelta(days=number)).weekday() < 5]
    return [
        (slug, (day.replace(hour=9 + half // 2, minute=30 * (half % 2))).astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"))
        for day in days for half in range(16) for slug in TYPES]

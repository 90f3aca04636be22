"""People who come at a steady rate, however long they wait for their answers: what is slow piles up."""

import http.client
import itertools
import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

from lib.bookings import TYPES, book, form_token, half_hours
from lib.browser import TRACE, Browser
from waiting_load.seed import token_of

# how often a second somebody comes for each; together less than a hundredth of what the portal can do
RATES = {"page": 4, "fragment": 4, "poll": 10, "health": 4, "book": 0.5}
# what the database is asked about, and what it need not be
VIEWS, FROM_MEMORY = ("page", "fragment"), ("health", "unchanged")
# whoever is told to come back does, but not after a minute
LONGEST_PAUSE = 5
MOST_AT_ONCE = 600
WAITING = 20
# seconds, after whatever was wrong is over
RECOVERED = 30
# working days on which the demo world has meetings of its own, times two types and sixteen half hours
TAKEN = 10 * 32


def noticed(answer):
    found = {}
    if answer.status >= 400:
        found = {"retry": answer.headers.get("Retry-After"), "trace": bool(TRACE.search(answer.text))}
    return found


class Load:
    """Entered and left as a context. Every entry of the log carries the phase it was sent in, which the check may set."""

    def __init__(self, url, log):
        self.url, self.log, self.phase = url, log, "warm-up"
        self._times, self._idle, self._versions = iter(half_hours()[TAKEN:]), [], {}
        self._numbers = {op: itertools.count() for op in RATES}
        self._ended = threading.Event()
        self._pool = ThreadPoolExecutor(MOST_AT_ONCE)
        first = Browser(url)
        # good for every form, whoever sends it with these cookies
        self._token = form_token(first)
        self._cookies = dict(first.cookies)

    def __enter__(self):
        self._threads = [threading.Thread(target=self._come, args=(op, rate), daemon=True) for op, rate in RATES.items()]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self._ended.set()
        for thread in self._threads:
            thread.join()
        self._pool.shutdown()

    def entries(self, *phases):
        return [entry for entry in self.log.entries() if not phases or entry.get("phase") in phases]

    def _come(self, op, rate):
        due = time.monotonic()
        while not self._ended.wait(max(0, due - time.monotonic())):
            self._pool.submit(self._be, op, next(self._numbers[op]))
            due += 1 / rate

    def _be(self, op, number):
        try:
            browser = self._idle.pop()
        except IndexError:
            browser = Browser(self.url, self.log, noticed, timeout=90)
        try:
            getattr(self, f"_{op}")(browser, number)
        except (OSError, http.client.HTTPException):
            # logged with status 0, and counted
            pass
        self._idle.append(browser)

    def _page(self, browser, number):
        browser.get(f"/book/acme/{TYPES[number % 2]}?date={day(number)}", op="page", phase=self.phase)

    def _fragment(self, browser, number):
        browser.get(f"/book/acme/{TYPES[number % 2]}/slots?date={day(number)}", {"HX-Request": "true"}, op="fragment", phase=self.phase)

    def _health(self, browser, number):
        browser.get("/health/live", op="health", phase=self.phase)

    def _poll(self, browser, number):
        visitor = number % WAITING
        headers = {"HX-Request": "true", **({"HX-PTag": self._versions[visitor]} if visitor in self._versions else {})}
        answer = browser.get(f"/meetings/{token_of(visitor)}/waiting/status", headers, op="poll", phase=self.phase)
        if version := answer.headers.get("HX-PTag"):
            self._versions[visitor] = version

    def _book(self, browser, _):
        """Somebody who wants this time: told to try again they do, with the form they have."""
        slug, start = next(self._times)
        browser.cookies, key = dict(self._cookies), uuid.uuid4()
        while True:
            try:
                answer = book(browser, self._token, slug, start, key, phase=self.phase)
                if answer.status != 503 or self._ended.is_set():
                    return
                self._ended.wait(min(int(answer.headers.get("Retry-After") or 1), LONGEST_PAUSE))
            except (OSError, http.client.HTTPException):
                if self._ended.wait(1):
                    return


def day(number):
    """Another one each time, so that no page is the one somebody else was just given."""
    return (date.today() + timedelta(days=2 + number % 60)).isoformat()


def kind(entry):
    """An unchanged poll is its own: it is answered from memory, a changed one is a page."""
    return "unchanged" if entry["op"] == "poll" and entry["status"] == 304 else entry["op"]


def times(entries, kinds):
    return [entry["ms"] for entry in entries if kind(entry) in kinds]


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] if values else 0.0


def most_at_once(entries):
    """How many of these requests were under way together."""
    moments = sorted([(entry["sent"], 1) for entry in entries] + [(entry["sent"] + entry["ms"] / 1000, -1) for entry in entries])
    return max(itertools.accumulate(step for _, step in moments), default=0)


def honest(run, entries):
    """Nothing but what was asked for, or a word about when to come again."""
    brief = lambda entry: {name: entry.get(name) for name in ("op", "phase", "status", "ms", "path", "retry", "error")}
    run.none("answers 5xx that are not 503", (brief(entry) for entry in entries if entry["status"] >= 500 and entry["status"] != 503))
    run.none("503 that do not say when to come again", (brief(entry) for entry in entries if entry["status"] == 503 and not entry.get("retry")))
    run.none("connections that broke", (brief(entry) for entry in entries if entry["status"] == 0))
    run.none("other answers nobody expects", (brief(entry) for entry in entries if entry["status"] not in (0, 200, 303, 304) and entry["status"] < 500))
    run.none("stack traces in answers", (brief(entry) for entry in entries if entry.get("trace")))

"""The mail server takes half a minute for every answer."""

import time

from lib.bookings import book, form_token, half_hours
from lib.browser import Browser

from .load import honest, noticed, percentile

# far from what the others take
FIRST = -3_000


def slow_mail(run, options, node, mail, log):
    visitor = Visitor(node.url, log)
    visitor.go("mail warm-up", options.mails // 2)
    visitor.go("mail up", options.mails)
    mail.behave("slow")
    # what was on its way when it became slow is stuck by now, and the next are being tried
    time.sleep(3)
    visitor.go("mail slow", options.mails)
    mail.behave("ok")
    for op in ("book", "page"):
        before, after = (percentile([entry["ms"] for entry in log.entries() if entry.get("phase") == phase and entry["op"] == op], 0.95) for phase in ("mail up", "mail slow"))
        # one wait for the mail server would be thirty seconds
        most = before + max(0.5 * before, 200)
        run.figure(f"{op}, p95 with the mail server up, and slow", f"{before:.0f}, {after:.0f} ms", holds=after <= most, goal=f"≤ {most:.0f} ms")
    meanwhile = [entry for entry in log.entries() if entry.get("phase") == "mail slow"]
    honest(run, meanwhile)
    confirmed = sum(1 for entry in meanwhile if entry["status"] == 303)
    run.figure("confirmed meanwhile", confirmed, holds=confirmed == options.mails, goal="all")


class Visitor:
    def __init__(self, url, log):
        self.browser = Browser(url, log, noticed)
        self.token, self.times = form_token(self.browser), iter(half_hours()[FIRST:])

    def go(self, phase, times):
        for _ in range(times):
            slug, start = next(self.times)
            self.browser.get(f"/book/acme/{slug}?time={start}", op="page", phase=phase)
            book(self.browser, self.token, slug, start, phase=phase)

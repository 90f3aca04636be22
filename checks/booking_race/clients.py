"""What the clients do. Each is a visitor with a browser, and a member of staff with another."""

import collections
import random
import re
import threading
import time
import uuid

from lib.browser import Browser
from lib.worlds import PASSWORD

from .world import STAFF

OTHER_TIMES = re.compile(r'name="start" value=')
# seconds until everybody wants another time
RUSH = 0.25
PENDING = re.compile(r'name="bookingId" value="([0-9a-fA-F-]{36})"')


def look(answer):
    """What a log line needs of a refusal: how many times it offers, the one asked for among them when it is free again."""
    return {"other_times": len(OTHER_TIMES.findall(answer.text))} if answer.status == 409 else {}


def race(url, log, places, mix, options, seed):
    """Returns how many seconds it took."""
    work = [kind for kind, share in mix.items() for _ in range(options.operations * share // 100)]
    seed.shuffle(work)
    # forms somebody else sends at the same moment once more
    echoes = collections.deque(maxlen=options.clients)
    clients = [
        Client(number, url, log, places, work[number::options.clients], echoes, random.Random(seed.random()))
        for number in range(options.clients)]
    ready = threading.Barrier(len(clients) + 1)
    threads = [threading.Thread(target=client.run, args=(ready,), daemon=True) for client in clients]
    for thread in threads:
        thread.start()
    ready.wait(120)
    began = time.monotonic()
    for thread in threads:
        thread.join()
    broken = [client.broken for client in clients if client.broken]
    if broken:
        raise broken[0]
    return time.monotonic() - began


class Client:
    def __init__(self, number, url, log, places, work, echoes, random):
        self.number, self.places, self.work, self.echoes, self.random = number, places, work, echoes, random
        self.log = log
        # signing in does not belong to the race: the log comes when it begins
        self.visitor = Browser(url, look=look, client=number)
        self.staff = Browser(url, look=look, client=number)
        # paths of meetings this client booked and has not called off
        self.meetings = []
        self.broken = None

    def run(self, ready):
        try:
            self.token = self.visitor.get(f"/book/acme/solo?time={self.places.starts[0]}").token
            self.staff.sign_in(STAFF[self.number % len(STAFF)], PASSWORD)
            self.staff_token = self.staff.get("/dashboard/availability").token
            self.visitor.log = self.staff.log = self.log
            ready.wait(120)
            for kind in self.work:
                getattr(self, kind)()
        except Exception as broken:
            self.broken = broken
            ready.abort()

    def book(self):
        echo = self.echoes.popleft() if self.echoes and self.random.random() < 0.5 else None
        kind, fields = echo or self._new_form()
        if not echo and self.random.random() < 0.2:
            self.visitor.post(f"/book/acme/{kind}/hold", {"start": fields["start"], "__RequestVerificationToken": self.token}, op="hold")
        if not echo and self.random.random() < 0.1:
            self.echoes.append((kind, fields))
        answer = self._send_form(kind, fields)
        if not echo and self.random.random() < 0.05:
            # the answer seems lost: the browser sends it once more
            self._send_form(kind, fields)
        if answer.status == 303:
            self.meetings.append(answer.location.split("?")[0])

    def move(self):
        if not self.meetings:
            return self.book()
        meeting = self.random.choice(self.meetings)
        start = self.random.choice(self.places.starts)
        self.visitor.post(
            f"{meeting}/move", {"start": start, "zone": "Europe/Berlin", "__RequestVerificationToken": self.token},
            op="move", meeting=meeting, start=start)

    def cancel(self):
        if not self.meetings:
            return self.book()
        meeting = self.random.choice(self.meetings)
        answer = self.visitor.post(f"{meeting}/cancel", {"__RequestVerificationToken": self.token}, op="cancel", meeting=meeting)
        # now and then it is cancelled or moved again later, which must be refused
        if answer.status == 303 and self.random.random() < 0.8:
            self.meetings.remove(meeting)

    def decide(self):
        page = self.staff.get("/dashboard/approvals", op="list")
        pending = PENDING.findall(page.text)
        if not pending:
            return
        booking = self.random.choice(pending)
        act = self.random.choice(["Approve", "Approve", "Approve", "Decline"])
        self.staff.post(
            f"/dashboard/approvals?handler={act}", {"bookingId": booking, "__RequestVerificationToken": self.staff_token},
            op="decide", act=act, booking=booking)

    def hours(self):
        page = self.staff.get("/dashboard/availability", op="list")
        form = page.form(field="Input.Version")
        ends = [name for name, value in form["fields"].items() if name.endswith(".To") and value]
        changes = {self.random.choice(ends): self.random.choice(["15:00", "16:00", "17:00"])} if ends else {}
        self.staff.post("/dashboard/availability", {**form["fields"], **changes}, op="hours")

    def _new_form(self):
        number = uuid.UUID(int=self.random.getrandbits(128), version=4)
        # a third of them want what everybody wants just now, a third one of the same few times
        chance = self.random.random()
        chosen = random.Random(int(time.monotonic() / RUSH)) if chance < 1 / 3 else self.random
        starts = self.places.starts[:16] if chance > 2 / 3 else self.places.starts
        return chosen.choice(list(self.places.types)), {
            "start": chosen.choice(starts), "zone": "Europe/Berlin", "Input.Request": str(number),
            "Input.Name": f"Visitor {number.hex[:8]}", "Input.Email": f"v-{number.hex}@race.test", "Input.Notes": ""}

    def _send_form(self, kind, fields):
        return self.visitor.post(
            f"/book/acme/{kind}", {**fields, "__RequestVerificationToken": self.token},
            op="book", type=kind, start=fields["start"], key=fields["Input.Request"], email=fields["Input.Email"])

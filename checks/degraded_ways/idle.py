"""A thousand pages that sit in calls and say nothing: WebSockets to the portal's hub, which it keeps open for hours."""

import asyncio
import base64
import json
import os
import threading
import time
import uuid

from lib.browser import Browser
from lib.worlds import HOSTS, PASSWORD

from .load import FROM_MEMORY, VIEWS, honest, percentile, times

END = b"\x1e"
MEDIA = {"mic": False, "cam": False, "sharing": False, "hand": False, "recording": False}
MOST_MEMORY = 150


def idle(run, options, load, node, database):
    load.phase = "before"
    time.sleep(options.usual)
    memory, threads = node.memory_mb(), node.threads()
    pages = Pages(node.port)
    run.callback(pages.close)
    began = time.monotonic()
    # without a ticket a connection is closed after 20 s: in the short form most have none
    for ticket in tickets(node, database, options.seats):
        pages.open(ticket)
    pages.open_many(options.connections - options.seats)
    run.say(f"{pages.connected} connections, {pages.seated} of them in a call, after {time.monotonic() - began:.0f} s")
    load.phase = "idle"
    time.sleep(options.idle)
    grown, entries = node.memory_mb() - memory, load.entries("idle")
    run.figure("idle connections that stayed", pages.connected, holds=pages.connected == options.connections, goal=f"{options.connections}")
    run.figure("of them in a call", pages.seated, holds=pages.seated == options.seats, goal=f"{options.seats}")
    run.figure("memory grown", f"{grown:.0f} MB", holds=grown < MOST_MEMORY, goal=f"< {MOST_MEMORY} MB")
    run.figure("threads before and meanwhile", f"{threads}, {node.threads()}")
    for name, kinds in (("views", VIEWS), ("what needs no query", FROM_MEMORY)):
        before, meanwhile = (percentile(times(load.entries(phase), kinds), 0.99) for phase in ("before", "idle"))
        most = max(3 * before, 250)
        run.figure(f"{name}, p99 before and meanwhile", f"{before:.0f}, {meanwhile:.0f} ms", holds=meanwhile < most, goal=f"< {most:.0f} ms")
    honest(run, entries)
    run.none("503 meanwhile", (entry["path"] for entry in entries if entry["status"] == 503))
    pages.close()
    load.phase = "closed"
    return f"{options.connections:,} idle connections: {grown:.0f} MB"


def tickets(node, database, seats):
    """The host of every meeting goes into its call."""
    host = Browser(node.url).sign_in(HOSTS[0], PASSWORD)
    token = host.get("/dashboard/profile").token
    meetings = database.rows('''SELECT "Id" AS id FROM "Bookings" WHERE "VisitorEmail" LIKE '%@waiting.test' ORDER BY "StartsAt" ''')
    for meeting in meetings[:seats]:
        answer = host.post_json("/api/meetings/launch-video", {"booking_id": meeting["id"]}, {"RequestVerificationToken": token})
        if answer.status != 200:
            raise RuntimeError(f"a call was not opened: {answer.status} {answer.text[:300]}")
        yield json.loads(answer.text)["token"]


class Pages:
    """Their own thread: opened one by one, then they only say that they are there."""

    def __init__(self, port):
        self.port, self.connected, self.seated = port, 0, 0
        self._writers = set()
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        self._saying = asyncio.run_coroutine_threadsafe(self._keep_alive(), self._loop)

    def open(self, ticket):
        self._wait(self._sit(ticket))

    def open_many(self, number):
        async def all_of_them():
            turn = asyncio.Semaphore(50)

            async def one():
                async with turn:
                    await self._sit(None)
            await asyncio.gather(*(one() for _ in range(number)))
        self._wait(all_of_them())

    def close(self):
        async def end():
            for writer in list(self._writers):
                writer.transport.abort()
        if self._loop.is_running():
            self._saying.cancel()
            self._wait(end())
            self._loop.call_soon_threadsafe(self._loop.stop)

    def _wait(self, job):
        return asyncio.run_coroutine_threadsafe(job, self._loop).result(120)

    async def _sit(self, ticket):
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        key = base64.b64encode(os.urandom(16)).decode()
        writer.write(
            f"GET /live/call HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        if b" 101 " not in head.split(b"\r\n")[0]:
            raise RuntimeError(f"no WebSocket: {head[:200]}")
        writer.write(framed({"protocol": "json", "version": 1}))
        await reader.readuntil(END)
        if ticket:
            writer.write(framed({"type": 1, "invocationId": "1", "target": "Join", "arguments": [ticket, uuid.uuid4().hex, MEDIA]}))
            while b'"type":3' not in (said := await reader.readuntil(END)):
                pass
            if b'"room":{' not in said:
                raise RuntimeError(f"no seat: {said[:300]}")
        self._writers.add(writer)
        self.connected += 1
        self.seated += ticket is not None
        asyncio.ensure_future(self._listen(reader, writer, ticket))

    async def _listen(self, reader, writer, ticket):
        try:
            while await reader.read(1 << 16):
                pass
        except OSError:
            pass
        self._writers.discard(writer)
        self.connected -= 1
        self.seated -= ticket is not None

    async def _keep_alive(self):
        while True:
            await asyncio.sleep(5)
            for writer in list(self._writers):
                writer.write(framed({"type": 6}))


def framed(message):
    """A text frame as a client sends it: masked, here with zeros."""
    payload = json.dumps(message).encode() + END
    length = bytes([0x80 | len(payload)]) if len(payload) < 126 else bytes([0x80 | 126]) + len(payload).to_bytes(2, "big")
    return b"\x81" + length + bytes(4) + payload

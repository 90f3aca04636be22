"""
A TCP proxy that can be slow, silent or gone, as the network before a database can be.

Run as a program of its own by `Proxy` in proxy.py: `proxy_server.py TARGET`, then lines of JSON on its standard input, each with
any of: delay (seconds more on each answer), stall (how long a lost packet holds up what comes after it), lost (share of
answers that are stalled so), silent (nothing passes, no connection ends), cut (every connection breaks).
"""

import asyncio
import json
import random
import sys

BLOCK = 1 << 16


class Way:
    def __init__(self):
        self.delay, self.stall, self.lost = 0.0, 0.0, 0.0
        self.flows = asyncio.Event()
        self.flows.set()
        self.open = set()
        self.chance = random.Random(27)

    def change(self, said):
        for name in ("delay", "stall", "lost"):
            setattr(self, name, said.get(name, getattr(self, name)))
        if "silent" in said:
            (self.flows.clear if said["silent"] else self.flows.set)()
        if said.get("cut"):
            for writer in list(self.open):
                writer.transport.abort()

    def pause(self):
        return self.delay + (self.stall if self.chance.random() < self.lost else 0)


async def carry(way, target, reader, writer):
    try:
        there, onward = await asyncio.open_connection("127.0.0.1", target)
    except OSError:
        writer.transport.abort()
        return
    both = {writer, onward}
    way.open |= both
    jobs = [asyncio.create_task(ask(way, reader, onward)), *answer(way, there, writer)]
    try:
        await asyncio.wait(jobs, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for job in jobs:
            job.cancel()
        way.open -= both
        for one in both:
            one.transport.abort()


async def ask(way, reader, writer):
    while block := await read(reader):
        await way.flows.wait()
        writer.write(block)


def answer(way, reader, writer):
    """In order, each when it is due: what is under way does not wait for what was asked later."""
    under_way = asyncio.Queue()
    loop = asyncio.get_running_loop()

    async def take():
        while block := await read(reader):
            under_way.put_nowait((loop.time() + way.pause(), block))
        under_way.put_nowait((loop.time() + way.delay, b""))
        await asyncio.Event().wait()

    async def give():
        while True:
            due, block = await under_way.get()
            if (left := due - loop.time()) > 0:
                await asyncio.sleep(left)
            await way.flows.wait()
            if not block:
                return
            writer.write(block)

    return asyncio.create_task(take()), asyncio.create_task(give())


async def read(reader):
    try:
        return await reader.read(BLOCK)
    except OSError:
        return b""


async def main():
    way, target = Way(), int(sys.argv[1])
    server = await asyncio.start_server(lambda reader, writer: carry(way, target, reader, writer), "127.0.0.1", 0, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)
    commands = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(commands), sys.stdin)
    while line := await commands.readline():
        way.change(json.loads(line))
        print("done", flush=True)


asyncio.run(main())

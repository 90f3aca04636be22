"""
The mail server of the checks: aiosmtpd, with STARTTLS, that takes mail or fails in the way a file says at the moment.

Run as a program of its own by `MailServer` in mail.py. Every mail it takes becomes a line of JSON. Ways to fail: refused,
hang, 421, 451, 550, drop (takes the mail and hangs up without an answer), badtls (a certificate nobody trusts), slow
(every answer half a minute late).
"""

import asyncio
import email
import email.header
import json
import re
import ssl
import sys
import time

from aiosmtpd.smtp import SMTP

FOLDER, PORT = sys.argv[1], int(sys.argv[2])
LATE = 30


def way():
    try:
        with open(f"{FOLDER}/way") as file:
            return file.read().strip()
    except FileNotFoundError:
        return "ok"


async def linger():
    for _ in range(LATE * 10):
        if way() != "slow":
            return
        await asyncio.sleep(0.1)


class Taking:
    def __init__(self, log):
        self.log = log

    async def handle_MAIL(self, server, session, envelope, address, options):
        # the first mail of a connection began with the connection
        await linger()
        server.began = server.connected.pop() if server.connected else time.time()
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        await linger()
        answers = {"550": f"550 5.1.1 <{address}>: no such user", "451": "451 4.3.0 try again later"}
        if answer := answers.get(way()) or ("550 5.1.1 no such user" if address.startswith("unknown") else None):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        await linger()
        taken = way()
        message = email.message_from_bytes(envelope.content)
        calendar = next((part.get_payload(decode=True).decode() for part in message.walk() if part.get_content_type() == "text/calendar"), "")
        field = lambda name: (re.search(rf"^{name}:(.*?)\r?$", calendar.replace("\r\n ", ""), re.M) or [None, None])[1]
        self.log.write(json.dumps(dict(
            began=server.began, at=time.time(), id=str(message["Message-ID"]).strip("<>").split("@")[0], to=envelope.rcpt_tos[0], subject=str(email.header.make_header(email.header.decode_header(message["Subject"]))),
            method=field("METHOD"), uid=field("UID"), sequence=field("SEQUENCE"), encrypted=session.ssl is not None,
            answered=taken != "drop")) + "\n")
        self.log.flush()
        if taken == "drop":
            server.transport.abort()
            return "250 OK"
        return "250 OK"


class Server(SMTP):
    def connection_made(self, transport):
        # once more after STARTTLS
        if not hasattr(self, "connected"):
            self.connected = [time.time()]
        super().connection_made(transport)


class Silent(asyncio.Protocol):
    """Accepts the connection and never says a word."""

    open = set()

    def connection_made(self, transport):
        self.transport = transport
        Silent.open.add(transport)

    def connection_lost(self, error):
        Silent.open.discard(self.transport)


class Busy(asyncio.Protocol):
    def connection_made(self, transport):
        transport.write(b"421 4.3.2 shutting down\r\n")
        transport.close()


async def main():
    loop = asyncio.get_running_loop()
    good, bad = context("good"), context("bad")
    with open(f"{FOLDER}/mails.jsonl", "a") as log:
        taking = Taking(log)

        def talk():
            match way():
                case "hang":
                    return Silent()
                case "421":
                    return Busy()
                case other:
                    return Server(taking, hostname="localhost", loop=loop, tls_context=bad if other == "badtls" else good, require_starttls=True, timeout=60)

        listening = await loop.create_server(talk, "127.0.0.1", PORT, backlog=512)
        print("ready", flush=True)
        while True:
            await asyncio.sleep(0.05)
            now = way()
            if now != "hang":
                # the machine behind the silent connections is gone
                for transport in list(Silent.open):
                    transport.abort()
            if now == "refused" and listening:
                listening.close()
                listening = None
            elif now != "refused" and not listening:
                listening = await loop.create_server(talk, "127.0.0.1", PORT, backlog=512)


def context(name):
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(f"{FOLDER}/{name}.crt", f"{FOLDER}/{name}.key")
    return tls


asyncio.run(main())

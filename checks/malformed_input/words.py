"""What nobody sensible sends: text, numbers, dates, ids, JSON and whole bodies that are wrong in one way or another."""

import json
import random

TEXTS = [
    b"", b" ", b"\x00", b"a\x00b", b"\t\r\n", b"\r\nX-Injected: 1", b"'", b"\"", b"' OR 1=1 --", b"; DROP TABLE Bookings; --", b"<script>alert(1)</script>",
    b"\"><img src=x onerror=alert(1)>", b"{{7*7}}", b"${7*7}", b"@(1+1)", b"%s%s%n", b"../../../../etc/passwd", b"..\\..\\web.config", b"C:\\con\\aux",
    b"file:///etc/passwd", b"javascript:alert(1)", b"//evil.example", b"\xff\xfe\xfd", b"\xed\xa0\x80", b"\xed\xb0\x80", b"\xc0\x80", b"\xf4\x90\x80\x80",
    "\u202egnirts".encode(), "\u200b\u200d\ufeff".encode(), "Z\u0351\u036b\u0343".encode() * 20, "\U0001f468\u200d\U0001f469\u200d\U0001f467".encode(),
    "ﷺ".encode() * 50, "İıẞßſK".encode(), "\u2028\u2029".encode(), "田中さん".encode(), b"true", b"null", b"undefined", b"NaN", b"[object Object]",
    b"x" * 300, b"x" * 5_000, b"e\xcc\x81" * 2_000, b"a@b", b"a@b@c.example", b"@", b"a b@example.org", b"a@" + b"x" * 300 + b".example",
    b"\"quoted\\\" one\"@example.org", b"vera@example.org\r\nBcc: all@example.org", b"=cmd|' /C calc'!A0", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR",
]

NUMBERS = [b"0", b"-0", b"-1", b"1", b"01", b"+1", b"1.5", b"1e9", b"1e999", b"2147483648", b"-2147483649", b"9223372036854775808", b"9" * 400,
           b"0x10", b"1,5", "١٢".encode(), "１２".encode(), b"Infinity", b"1_000", b" 7 "]

MOMENTS = [b"0000-00-00", b"0001-01-01", b"9999-12-31", b"10000-01-01", b"-0001-01-01", b"2026-02-30", b"2026-13-01", b"26-1-1", b"2026-11-24T25:00:00Z",
           b"2026-11-24T24:00:00Z", b"9999-12-31T23:59:59.9999999Z", b"-9998-01-01T00:00:00Z", b"2026-11-24T13:00:00.123456789Z", b"2026-11-24T13:00:60Z",
           b"2026-W48-2", b"2026-11", b"9999-12", b"25:00", b"24:00", b"23:59:60", b"2:30", b"02:30\x00", b"2027-03-28T02:30", b"Europe/Atlantis",
           b"Etc/GMT+99", b"../UTC", b"UTC\x00"]

IDS = [b"00000000-0000-0000-0000-000000000000", b"ffffffff-ffff-ffff-ffff-ffffffffffff", b"{00000000-0000-0000-0000-000000000000}", b"0" * 32,
       b"not-a-guid", b"00000000-0000-0000-0000-00000000000", b"A" * 43, b"A" * 44, b"-_" * 22]

WRONG = TEXTS + NUMBERS + MOMENTS + IDS

HEADERS = ["Accept-Language", "Accept", "Accept-Encoding", "HX-Current-URL", "HX-Request", "HX-PTag", "HX-Trigger", "HX-Target", "If-None-Match", "If-Modified-Since", "Range",
           "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "Referer", "Origin", "User-Agent", "Authorization", "Content-Language",
           "Content-Encoding", "X-HTTP-Method-Override", "Sec-Fetch-Site", "RequestVerificationToken", "Cookie"]

COOKIES = ["portal.zone", "portal.zone.chosen", "portal.theme", "portal.holder", "portal.notice", "portal.antiforgery", "portal.session"]


def wrong(chance):
    """Bytes: one of the list, some of it at random, or one of them spoilt."""
    kind = chance.random()
    if kind < 0.8:
        return chance.choice(WRONG)
    if kind < 0.9:
        return bytes(chance.randrange(256) for _ in range(chance.randrange(1, 60)))
    return "".join(chr(chance.choice([chance.randrange(0x20, 0x3000), chance.randrange(0xE000, 0x11000), chance.randrange(0x1F000, 0x1FAFF)]))
                   for _ in range(chance.randrange(1, 40))).encode("utf-8", "replace")


def header(chance):
    """A header cannot carry a line end: http.client itself would refuse to send it."""
    return bytes(byte for byte in wrong(chance)[:2_000] if byte not in (10, 13, 0)).decode("latin-1")


def json_body(chance, known=()):
    kind = chance.randrange(8)
    if kind == 0:
        return chance.choice([b"", b"{", b"[", b"\"", b"nul", b"{\"a\":}", b"{'a':1}", b"\xff", b"[" * 5_000, b"{\"a\":" * 2_000, b"1" * 3_000, b"\xef\xbb\xbf{}"])
    if kind == 1:
        return json.dumps(chance.choice([None, True, 1e308, [], "text", [[[]]], {"": {}}])).encode()
    names = list(known) or ["bookingId", "id", "name", "start", "date", "startTime", "endTime", "slug", "lengths", "hosts", "type", "participantId", "price", "token", "as", "reason"]
    value = {name: _json_value(chance) for name in chance.sample(names, chance.randrange(1, len(names) + 1))}
    return json.dumps(value).encode()


def _json_value(chance, depth=0):
    kind = chance.randrange(9)
    if kind < 4:
        return wrong(chance).decode("utf-8", "surrogateescape").encode("utf-8", "replace").decode()
    if kind == 4:
        return chance.choice([0, -1, 1.5, 2**31, 2**63, 10**40, 1e308])
    if kind == 5:
        return chance.choice([None, True, False])
    if depth > 2:
        return []
    if kind == 6:
        return [_json_value(chance, depth + 1) for _ in range(chance.randrange(4))]
    return {str(number): _json_value(chance, depth + 1) for number in range(chance.randrange(3))}


def multipart(chance, fields):
    boundary = chance.choice(["check", "x" * 70, "x" * 200, "a b", ""])
    files = ["", "; filename=a.png", "; filename=../a"]
    parts = b"".join(
        f"--{boundary}\r\nContent-Disposition: form-data; name={name}{chance.choice(files)}\r\n\r\n".encode("utf-8", "replace") + value + b"\r\n"
        for name, value in fields)
    end = chance.choice([f"--{boundary}--\r\n".encode(), b"", b"--"])
    return f"multipart/form-data; boundary={chance.choice([boundary, boundary, 'another', ''])}", parts + end

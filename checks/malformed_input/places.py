"""Where to send it: the portal's own routing table, and every page and form that can be clicked to."""

import json
import re
import urllib.parse

LINK = re.compile(r'(?:href|hx-get|action|poll-url|data-[a-z-]*url)="(/[^"#]*)"')
PARAMETER = re.compile(r"\{\**([A-Za-z]+)[^}]*\}")


class Route:
    def __init__(self, pattern, methods):
        self.pattern = "/" + pattern.lstrip("/")
        self.methods = methods
        # what stands between the parameters, and the parameters
        self.parts = PARAMETER.split(_without_constraints(self.pattern))
        pieces = [re.escape(part) if index % 2 == 0 else "[^/]*" for index, part in enumerate(self.parts)]
        self._match = re.compile("^" + "".join(pieces).rstrip("/") + "/?$", re.IGNORECASE)

    def matches(self, path):
        return bool(self._match.match(urllib.parse.urlsplit(path).path))

    def fill(self, value):
        """value(name) gives the text of a parameter, escaped already."""
        return "".join(part if index % 2 == 0 else value(part) for index, part in enumerate(self.parts))


def _without_constraints(pattern):
    # a constraint may hold braces, slashes and colons of its own: {handler:regex(^slots$)?}
    return re.sub(r"\{(\**[A-Za-z]+)(?::[^{}]*(?:\{[^}]*\}[^{}]*)*)?\??\}", r"{\1}", pattern)


def routes(browser):
    """Of pages, endpoints and the hub; the files of wwwroot are one route among them."""
    table = json.loads(browser.get("/dev/routes").body)
    found, files = {}, []
    for row in table:
        if row["isFile"]:
            files.append(row["pattern"])
        else:
            found.setdefault(row["pattern"] or "", set()).update(row["methods"])
    return [Route(pattern, sorted(methods)) for pattern, methods in found.items()], files


def walk(browser, starts, most=250):
    """Every address that can be clicked to, and every form on the way: (page, form)."""
    seen, forms, waiting = {}, {}, list(starts)
    while waiting and len(seen) < most:
        address = waiting.pop(0)
        shape = re.sub(r"[0-9a-fA-F-]{36}|\d{4}-\d\d-\d\d[^&]*", "*", address)
        if shape in seen or re.search(r"\.(css|js|svg|png|jpg|ico|eml)\b", address):
            continue
        answer = browser.get(address)
        seen[shape] = address
        if answer.status != 200 or "text/html" not in (answer.headers.get("Content-Type") or ""):
            continue
        waiting += [link.replace("&amp;", "&") for link in LINK.findall(answer.text)]
        for form in answer.forms():
            forms.setdefault((urllib.parse.urlsplit(urllib.parse.urljoin(address, form["action"])), tuple(form["fields"])), (address, form))
    return list(seen.values()), list(forms.values())

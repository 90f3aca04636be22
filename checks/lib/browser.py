"""What a person's browser does, as far as a check needs it: cookies, forms, one connection; every request is logged."""

import http.client
import json
import re
import threading
import time
import urllib.parse
from html.parser import HTMLParser

TOKEN = re.compile(r'name="__RequestVerificationToken" type="hidden" value="([^"]+)"')
# seconds a connection is kept unused; Kestrel closes it after 130, and a form that meets that is lost
KEPT = 100
# what only a developer should read
TRACE = re.compile(r"^\s+at [A-Za-z_.]+\(|(System|Microsoft|Npgsql)\.[A-Za-z.]*Exception", re.MULTILINE)


class RequestLog:
    """JSON lines, one a request, in the order of the answers: when it was sent and answered (seconds since the epoch)."""

    def __init__(self, path):
        self.path = path
        self._lock = threading.Lock()
        self._file = open(path, "w", buffering=1)

    def write(self, entry):
        line = json.dumps(entry, ensure_ascii=False) + "\n"
        with self._lock:
            self._file.write(line)

    def entries(self):
        with open(self.path) as lines:
            return [json.loads(line) for line in lines]


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")

    @property
    def location(self):
        return self.headers.get("Location")

    @property
    def token(self):
        """The antiforgery token of the page; good for every form this browser sends until it signs in or out."""
        found = TOKEN.search(self.text)
        return found.group(1) if found else None

    def forms(self):
        parser = _Forms()
        parser.feed(self.text)
        return parser.forms

    def form(self, **wanted):
        """The first form with these fields, or whose action ends so: form(action="cancel"), form(field="Input.Name")."""
        for form in self.forms():
            action = urllib.parse.urlsplit(form["action"])
            if wanted.get("action", "") in f"{action.path}?{action.query}" and ("field" not in wanted or wanted["field"] in form["fields"]):
                return form
        raise LookupError(f"no such form: {wanted}")


class Browser:
    """`extra` is put into every log line; `look` may add what it sees in an answer: look(answer) -> dict."""

    def __init__(self, url, log=None, look=None, timeout=120, **extra):
        self.host = urllib.parse.urlsplit(url).netloc
        self.log, self.look, self.timeout, self.extra = log, look, timeout, extra
        self.cookies = {}
        self._connection = None
        self._used = 0

    def get(self, path, headers=None, **note):
        return self.send("GET", path, None, headers or {}, note)

    def post(self, path, fields, headers=None, **note):
        body = urllib.parse.urlencode(fields, doseq=True).encode()
        return self.send("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded", **(headers or {})}, note)

    def post_json(self, path, value, headers=None, method="POST", **note):
        return self.send(method, path, json.dumps(value).encode(), {"Content-Type": "application/json", **(headers or {})}, note)

    def submit(self, form, path, changes=None, **note):
        """Sends a form of the page at `path` with what it holds, some fields filled in."""
        fields = {**form["fields"], **(changes or {})}
        return self.post(urllib.parse.urljoin(path, form["action"] or path), fields, **note)

    def send(self, method, path, body, headers, note=None):
        """Follows nothing. A connection that breaks is logged with status 0 and raised."""
        sent = time.time()
        entry = {"sent": sent, "method": method, "path": path, **self.extra, **(note or {})}
        try:
            answer = self._exchange(method, path, body, headers)
        except (OSError, http.client.HTTPException) as broken:
            self.close()
            entry |= {"status": 0, "ms": round((time.time() - sent) * 1000, 2), "error": repr(broken)}
            if self.log:
                self.log.write(entry)
            raise
        entry |= {"status": answer.status, "ms": round((time.time() - sent) * 1000, 2)}
        if answer.location:
            entry["location"] = answer.location
        if self.look:
            entry |= self.look(answer)
        if self.log:
            self.log.write(entry)
        return answer

    def sign_in(self, email, password):
        page = self.get("/account/sign-in")
        fields = {"__RequestVerificationToken": page.token, "Input.Email": email, "Input.Password": password}
        answer = self.post("/account/sign-in", fields)
        if answer.status not in (302, 303):
            raise RuntimeError(f"{email} could not sign in: {answer.status}")
        return self

    def close(self):
        if self._connection:
            self._connection.close()
            self._connection = None

    def _exchange(self, method, path, body, headers):
        if time.monotonic() - self._used > KEPT:
            self.close()
        self._used = time.monotonic()
        fresh = self._connection is None
        if fresh:
            self._connection = http.client.HTTPConnection(self.host, timeout=self.timeout)
        headers = {"Accept": "text/html", **headers}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            self._connection.request(method, path, body=body, headers=headers)
            response = self._connection.getresponse()
        except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
            self.close()
            # a kept connection may have been closed before the request came; what may have been received is not sent again
            if fresh or method != "GET":
                raise
            return self._exchange(method, path, body, headers)
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";", 1)[0].partition("=")
            if "expires=thu, 01 jan 1970" in cookie.lower():
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = value
        answer = Answer(response.status, response.headers, response.read())
        if response.will_close:
            self.close()
        return answer


class _Forms(HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms, self._form, self._select, self._area = [], None, None, None

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "form":
            self._form = {"action": given.get("action") or "", "method": (given.get("method") or "get").lower(), "fields": {}}
            self.forms.append(self._form)
        if self._form is None:
            return
        name = given.get("name")
        if tag == "input" and name:
            kind = given.get("type", "text")
            if kind not in ("checkbox", "radio", "submit", "button") or "checked" in given:
                self._form["fields"].setdefault(name, given.get("value") or "")
        elif tag == "select" and name:
            self._select = name
        elif tag == "option" and self._select:
            if "selected" in given or self._select not in self._form["fields"]:
                self._form["fields"][self._select] = given.get("value") or ""
        elif tag == "textarea" and name:
            self._area = name
            self._form["fields"][name] = ""

    def handle_data(self, data):
        if self._form is not None and self._area:
            self._form["fields"][self._area] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = None
        elif tag == "textarea":
            self._area = None

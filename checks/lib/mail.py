"""A real mail server of another author (aiosmtpd), in a process of its own, that fails on demand."""

import json
import os
import subprocess
import sys
from pathlib import Path

from .machine import faketime, free_port, need, need_package


class MailServer:
    """`settings` are those of a portal that sends through it, `environment` is what makes it trust the certificate."""

    def __init__(self, run):
        need(openssl="openssl")
        python = _python()
        self.folder = run.folder / "mail"
        self.folder.mkdir()
        self.port = free_port()
        for name in ("good", "bad"):
            self._certificate(name)
        self.process = subprocess.Popen(
            [python, Path(__file__).with_name("mail_sink.py"), self.folder, str(self.port)],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=open(self.folder / "errors", "w"), text=True, start_new_session=True)
        run.callback(self.stop)
        if self.process.stdout.readline().strip() != "ready":
            raise RuntimeError(f"the mail server did not start: {(self.folder / 'errors').read_text()[-1000:]}")

    @property
    def settings(self):
        return {
            "Mail:Transport": "Smtp", "Mail:From": "Check <portal@check.test>",
            "Mail:Smtp:Host": "localhost", "Mail:Smtp:Port": self.port, "Mail:Smtp:Security": "StartTls",
            # .NET reads it through OpenSSL
            "SSL_CERT_FILE": str(self.folder / "good.crt"),
        }

    def behave(self, way="ok"):
        """ok, refused, hang, 421, 451, 550, drop, badtls, slow; within a twentieth of a second."""
        unfinished = self.folder / "way.new"
        unfinished.write_text(way)
        os.replace(unfinished, self.folder / "way")

    def mails(self):
        """What it took, in order. `answered` is False where the sender was not told."""
        file = self.folder / "mails.jsonl"
        return [json.loads(line) for line in file.read_text().splitlines() if line.endswith("}")] if file.exists() else []

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(10)

    def _certificate(self, name):
        # made yesterday: to a node whose clock is behind, one of this minute is not valid yet
        subprocess.run(
            [*faketime(-86_400), "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
             "-keyout", self.folder / f"{name}.key", "-out", self.folder / f"{name}.crt"],
            check=True, capture_output=True)


def _python():
    """An interpreter that has aiosmtpd: Debian's package is for Debian's."""
    candidates = [sys.executable, "/usr/bin/python3"]
    for attempt in ("as it is", "installed"):
        for python in candidates:
            if subprocess.run([python, "-c", "import aiosmtpd"], capture_output=True).returncode == 0:
                return python
        if attempt == "as it is":
            need_package("python3-aiosmtpd")
    raise SystemExit("please install the Python package aiosmtpd")

"""A portal that is set up: the demo world with its people, or an organisation of one's own through the first-run form."""

import re
import time

from .browser import Browser
from .node import Node

PASSWORD = "portal-demo"
OWNER, ADMIN, HOSTS = "ada@acme.test", "emil@acme.test", ["mara@acme.test", "jonas@acme.test"]


def fill_with_demo_world(run, settings, name="filler"):
    """Fills the database of these settings; the demo world exists only in Development, what is served afterwards need not."""
    filler = Node(run, name, {**settings, "Demo:Enabled": "true", "Demo:Password": PASSWORD}, environment="Development")
    filler.start()
    filler.stop()


def set_up(node, organization="Check", slug="check", zone="Europe/Berlin", email="owner@check.test", password="a password of the check"):
    """Drives the first-run form with the code from the log. Returns the owner's browser."""
    for _ in range(100):
        if code := re.search(r"\b([A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4})\b", node.log_text()):
            break
        time.sleep(0.1)
    else:
        raise RuntimeError("the log shows no one-time code")
    owner = Browser(node.url)
    page = owner.get("/setup")
    answer = owner.post("/setup", {
        "__RequestVerificationToken": page.token, "Input.Code": code.group(1), "Input.Organization": organization, "Input.Slug": slug,
        "Input.Zone": zone, "Input.Name": "Olga Owner", "Input.Email": email, "Input.Password": password})
    if answer.status != 303:
        raise RuntimeError(f"the set-up form was answered with {answer.status}")
    return owner

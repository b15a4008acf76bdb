"""The page itself: the same for everyone, telling of nobody, with every word that its scripts say."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse

from cairn.offline import wording
from cairn.offline.views import shell

STATIC = Path(shell.__file__).parents[1] / "static" / "offline"
pytestmark = pytest.mark.django_db


def test_the_page_tells_of_nobody(device, participant, worker, reader):
    page = device.get(reverse("field")).content.decode()

    assert worker.name not in page
    assert participant.code not in page
    other = Client()
    other.force_login(reader)
    assert other.get(reverse("field")).content.decode() == page


def test_without_scripts_it_says_where_the_same_is_done(device):
    page = device.get(reverse("field")).content.decode()

    (words,) = re.findall(r'<div id="plain">(.*?)</div>\s*<div id="field" hidden>', page, re.DOTALL)
    assert "needs JavaScript" in words
    assert reverse("desk") in words


def test_the_worker_keeps_the_page_and_its_parts_and_nothing_else(device):
    answer = device.get(reverse("field_worker"))

    assert answer["Content-Type"].startswith("text/javascript")
    told = dict(re.findall(r"^const (\w+) = (.*);$", answer.content.decode(), re.MULTILINE)[:3])
    shell_files = json.loads(told["SHELL"])
    assert json.loads(told["PAGE"]) == "/field/"
    assert all(finders.find(path.removeprefix(settings.STATIC_URL)) for path in shell_files)
    scripts = {file.name for file in STATIC.glob("*.js")} - {"worker.js"}
    assert scripts == {f"{name}.js" for name in shell.SCRIPTS}
    assert {f"/static/offline/{name}" for name in scripts} <= set(shell_files)


def test_every_word_that_a_script_says_is_there():
    said = set()
    for file in STATIC.glob("*.js"):
        said |= set(re.findall(r'\bword\("(\w+)"', file.read_text()))

    assert said <= set(wording.words())


def test_scripts_are_small():
    assert max(len(file.read_text().splitlines()) for file in STATIC.glob("*.js")) <= 250


def test_the_key_is_made_slowly():
    """As many rounds as OWASP asks for PBKDF2 with SHA-256, or more."""
    (rounds,) = re.findall(r"ROUNDS = ([\d_]+);", (STATIC / "vault.js").read_text())

    assert int(rounds) >= 600_000

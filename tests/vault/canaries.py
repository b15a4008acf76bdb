"""Puts a marker into everything sensitive that the demo holds, and walks about. Runs in a process of its own (test_canaries.py)."""

import json
import sys
from itertools import count
from pathlib import Path

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cairn.home import ways
from cairn.offline.actions import tokens
from cairn.offline.models import Submission
from cairn.people.enums import Permission
from cairn.people.facts import permissions_in
from cairn.people.models import Person
from cairn.practices.facts import visible_to
from cairn.sheets import actions as sheets
from cairn.sheets import facts as sheet_facts
from cairn.surveys import facts as surveys
from cairn.vault.actions import sealed_columns
from cairn.voices import actions as voices
from cairn.voices.enums import OpeningKind, Way

EACH = 4
"""Markers in every sealed column, each in a row of its own, where there are so many."""


def plant() -> None:
    """Says how many markers there are, and which sealed columns have none."""
    _bring_a_sheet()
    _say_more()
    numbers, bare = count(1), []
    for model, names in sealed_columns().items():
        for name in names:
            rows = [row for row in model._default_manager.all() if getattr(row, name)][:EACH]
            rows = rows or list(model._default_manager.all()[:1])
            for row in rows:
                setattr(row, name, _marked(getattr(row, name), f"CANARY-{next(numbers)}"))
                row.save(update_fields=[name])
            bare += [] if rows else [f"{model._meta.label}.{name}"]
    _say(json.dumps({"markers": next(numbers) - 1, "bare": bare}))


def _marked(words: str, marker: str) -> str:
    """What is kept as JSON stays JSON of the same shape, so that pages can still show it."""
    try:
        said = json.loads(words)
    except ValueError:
        return marker
    return json.dumps(_everywhere(said, marker)) if isinstance(said, dict | list) else marker


def _everywhere(said, marker):
    if isinstance(said, dict):
        return {key: _everywhere(value, marker) for key, value in said.items()}
    if isinstance(said, list):
        return [_everywhere(value, marker) for value in said]
    return marker if isinstance(said, str) else said


def _bring_a_sheet() -> None:
    """One sheet that waits and one that changed a person."""
    worker, practice = _somebody(Permission.WORK_WITH_PARTICIPANTS)
    table = sheet_facts.tables()["participants"]
    somebody = next(iter(table.rows(practice, worker)))
    new = "31-40" if somebody["age_band"] == "25-30" else "25-30"
    data = f"Code,Age\n{somebody['code']},{new}".encode()
    _waiting, changing = (
        sheets.take_in(practice=practice, table=table, name="people.csv", data=data, by=worker)
        for _ in range(2)
    )
    sheets.start(sheet=changing)
    sheets.bring(sheet=changing, only_good=True, by=worker)


def _say_more() -> None:
    """What nobody in the demo does: a form that is not anonymous arrives from a phone, and words are written on an open one."""
    worker, practice = _somebody(Permission.KEEP_RECORDS)
    today = timezone.localdate()
    forms = {form.key: form for form in surveys.forms_of(practice)}
    token, _secret = tokens.make(practice=practice, name="Phone 1", expires_on=today, by=worker)
    Submission.objects.create(
        practice=practice,
        version=surveys.version_in_use(forms["needs"]),
        token=token,
        answers='{"note": "Words"}',
    )
    opening = voices.open_for(
        practice=practice, kind=OpeningKind.PRACTICE, form=forms["session_feedback"], by=worker, expected=9,
        opens_on=today, closes_on=today,
    )  # fmt: skip
    said = {
        "language": "en",
        "way": Way.PHONE,
        "said": {"today": "good"},
        "remarks": {"words": "It rained in."},
    }
    voices.take_in(opening=opening, token="t", **said)


def _somebody(permission: Permission):
    """A person who may do it, and a practice where they do."""
    for person in Person.objects.filter(is_active=True):
        for practice in visible_to(person, permission):
            return person, practice
    raise LookupError(permission)


def walk(folder: str) -> None:
    """Opens, as people who work with nobody, every way to records and every list; what they get is kept in the folder."""
    out, numbers = Path(folder), count(1)
    opened = 0
    for person in Person.objects.filter(is_active=True):
        for practice in visible_to(person):
            allowed = permissions_in(person, practice.organisation)
            if Permission.WORK_WITH_PARTICIPANTS in allowed:
                continue
            client = Client()
            client.force_login(person)
            for address, form in _addresses(person, practice, allowed):
                answer = client.post(address, form) if form else client.get(address)
                body = b"".join(answer.streaming_content) if answer.streaming else answer.content
                (out / f"{next(numbers)}").write_bytes(body)
                opened += answer.status_code == 200
    _say(json.dumps({"opened": opened}))


def _addresses(person, practice, allowed):
    yield reverse("desk"), None
    yield practice.get_absolute_url(), None
    for _name, found in ways.open_to(allowed, practice.pk):
        yield from ((each.address, None) for each in found)
    for offer in sheet_facts.offers_for(person, practice):
        if offer.take:
            for kind in ("csv", "xlsx", "json"):
                address = reverse("sheet_take", args=[practice.pk, offer.table.key, kind])
                yield address, {"purpose": "To see what leaves."} if offer.table.on_people else None


def see() -> None:
    """Opens one person's page as whoever works with them: what is sealed can still be read."""
    from cairn.participants.facts import assigned_to  # noqa: PLC0415  # only here

    for person in Person.objects.filter(is_active=True):
        for one in assigned_to(person):
            client = Client()
            client.force_login(person)
            if "CANARY-" in client.get(reverse("participant", args=[one.pk])).content.decode():
                _say("read")
                return
    _say("nothing was read")


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")

"""No browser keeps what tells of people."""

import re
import uuid

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from cairn.participants.views.kept_nowhere import ROOMS

pytestmark = pytest.mark.django_db
SAMPLES = {
    "uuid": str(uuid.UUID(int=0)),
    "int": "987654",
    "slug": "some",
    "str": "some",
    "path": "some",
    "list_kind": "csv",
}


def patterns(resolver=None, before=""):
    for one in (resolver or get_resolver()).url_patterns:
        path = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from patterns(one, path)
        elif isinstance(one, URLPattern) and not path.startswith("api/"):
            yield path, one


def on_people():
    """Every address of a person, and every address of a room that tells of people; the latter by their pattern only."""
    return sorted(
        path
        for path, one in patterns()
        if path.startswith("participants/") or one.callback.__module__.split(".")[1] in ROOMS
    )


def filled(path):
    """An address by its pattern, with values behind which there is nothing."""
    path = re.sub(r"<(\w+):\w+>", lambda part: SAMPLES[part[1]], path)
    path = re.sub(r"\(\?P<\w+>([^()]*)\)", lambda part: _fitting(part[1]), path)
    return "/" + path.strip("^$").replace("\\.", ".")


def _fitting(asked):
    """What a part of an address takes: a number, the first of a few, or any word."""
    return "1" if "d+" in asked else asked.split("|")[0] if "|" in asked else "csv"


@pytest.mark.parametrize("path", on_people())
def test_no_answer_about_people_is_kept(path, client, social_worker):
    for_visitors = client.get(filled(path))
    client.force_login(social_worker)

    for answer in (for_visitors, client.get(filled(path)), client.post(filled(path))):
        # 200: one’s own desk; 303: the way out of a public page
        assert answer.status_code in {200, 302, 303, 400, 401, 404, 405}
        assert "no-store" in answer["Cache-Control"]


def test_neither_is_what_is_shown(client, participant, worker, practice):
    client.force_login(worker)

    for address in (
        reverse("plan", args=[participant.pk]),
        reverse("needs", args=[participant.pk]),
        reverse("plans", args=[practice.pk]),
        reverse("needs_figures", args=[practice.pk]),
    ):
        answer = client.get(address)
        assert answer.status_code == 200
        assert "no-store" in answer["Cache-Control"]
        assert "private" in answer["Cache-Control"]


def test_what_everyone_may_read_is_not_touched(client):
    assert "no-store" not in client.get(reverse("publication_list")).get("Cache-Control", "")

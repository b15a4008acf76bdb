"""A file as browsers ask for it."""

import pytest
from django.test import RequestFactory

from cairn.surveys.media import facts, serving

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(version):
    return facts.files_of(version)["how.mp3"]


@pytest.fixture
def content(file):
    return facts.content_of(file)


def answer(file, **headers):
    return serving.answer(RequestFactory().get("/", headers={"accept-encoding": "gzip", **headers}), file)


@pytest.mark.parametrize("wanted", ["", "bytes=-", "bytes=0-1,3-4", "lines=1-2"])
def test_whole(file, content, wanted):
    whole = answer(file, range=wanted)

    assert (whole.status_code, whole.content) == (200, content)
    assert whole["Content-Type"] == "audio/mpeg"
    assert whole["X-Content-Type-Options"] == "nosniff"
    assert whole["Accept-Ranges"] == "bytes"
    assert "Content-Disposition" not in whole


@pytest.mark.parametrize(
    ("wanted", "start", "end"),
    [("bytes=0-1", 0, 2), ("bytes=100-", 100, None), ("bytes=-7", -7, None), ("bytes=0-99999999", 0, None)],
)
def test_in_parts(file, content, wanted, start, end):
    part = answer(file, range=wanted)

    assert (part.status_code, part.content) == (206, content[start:end])
    first = content.index(content[start:end]) if start >= 0 else len(content) + start
    last = first + len(part.content) - 1
    assert part["Content-Range"] == f"bytes {first if start else 0}-{last}/{len(content)}" or start == 100


@pytest.mark.parametrize("wanted", ["bytes=99999-", "bytes=5-2", "bytes=-0"])
def test_a_part_that_is_not_there(file, content, wanted):
    refused = answer(file, range=wanted)

    assert (refused.status_code, refused.content) == (416, b"")
    assert refused["Content-Range"] == f"bytes */{len(content)}"

"""Pictures and recordings on the pages of those who answer."""

import re
import uuid

import pytest
from django.urls import reverse

from cairn.surveys import actions as surveys
from cairn.surveys.media import facts as media
from cairn.voices import actions
from tests.surveys.media.sheets import FILES, SHEETS
from tests.voices.factories import html

pytestmark = pytest.mark.django_db


@pytest.fixture
def opening(practice, session, coordinator, cupboard):
    brought = {
        "practice": practice,
        "key": "shown",
        "purpose": "session",
        "anonymous": True,
        "by": coordinator,
    }
    version = surveys.bring_form(sheets=SHEETS, files=FILES, **brought)
    return actions.open_session(session=session, form=version.form, expected=10, by=coordinator)


@pytest.fixture
def place(opening):
    return reverse("voice_ask", args=[opening.address])


def sources(page):
    return re.findall(r'<(?:img|audio)[^>]* src="([^"]+)"', html(page))


@pytest.mark.parametrize("query", ["lang=en&by=all", "lang=ar&by=all", "lang=en&by=one"])
def test_they_stand_beside_the_words(client, place, query):
    page = client.get(f"{place}?{query}")

    assert len(sources(page)) == 4  # of the question two, of each answer a picture
    assert all(address.startswith(place) for address in sources(page))
    assert not re.search("[.](png|jpg|mp3)", html(page))
    assert html(page).count('alt=""') == 3
    assert re.search('<audio[^>]* preload="none"[^>]* aria-label="[^"]+"', html(page))


def test_each_language_is_heard_in_its_own_voice(client, opening, place):
    files = {name: str(file.pk) for name, file in media.files_of(opening.version).items()}

    for language, name, other in (("en", "how.mp3", "kayf.mp3"), ("ar", "kayf.mp3", "how.mp3")):
        page = html(client.get(f"{place}?lang={language}&by=all"))
        assert files[name] in page
        assert files[other] not in page


def test_a_file_is_given_to_nobody_in_particular_and_kept_nowhere(client, coordinator, place):
    client.force_login(coordinator)
    for address in sources(client.get(f"{place}?lang=en&by=all")):
        answer = client.get(address, headers={"accept-encoding": "gzip"})
        assert answer.status_code == 200
        assert answer["Content-Type"] in {"image/png", "image/jpeg", "audio/mpeg"}
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Cache-Control"] == "no-store"
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert not {"Content-Disposition", "Content-Encoding", "ETag", "Last-Modified"} & set(answer.headers)
        assert not answer.cookies


def test_browsers_that_ask_for_parts_get_them(client, place):
    sound = next(address for address in sources(client.get(f"{place}?lang=en&by=all")))
    answer = client.get(sound, headers={"range": "bytes=0-1"})

    assert (answer.status_code, len(answer.content)) == (206, 2)
    assert client.head(sound).status_code == 200
    assert client.post(sound).status_code == 405


def test_where_there_is_none_there_is_no_page_either(client, opening, form, session, coordinator):
    other = actions.open_session(session=session, form=form, expected=10, by=coordinator)
    file = next(iter(media.files_of(opening.version).values()))

    for address, pk in ((opening.address, uuid.uuid4()), (other.address, file.pk), ("zzzzzzzz", file.pk)):
        answer = client.get(reverse("voice_file", args=[address, pk]))
        assert (answer.status_code, answer.content) == (404, b"")


def test_once_it_is_opened_the_files_stay(opening):
    opening.version.refresh_from_db()

    assert opening.version.asked_since


def test_what_is_missing_is_said_before_it_is_opened(client, practice, session, coordinator):
    brought = {
        "practice": practice,
        "key": "bare",
        "purpose": "session",
        "anonymous": True,
        "by": coordinator,
    }
    surveys.bring_form(sheets=SHEETS, **brought)
    client.force_login(coordinator)

    page = html(client.get(reverse("voice_open", args=[session.pk])))

    assert "How was it? (4 pictures or recordings missing)" in page


def test_whoever_enters_from_paper_sees_them_too(client, coordinator, opening):
    client.force_login(coordinator)
    page = client.get(f"{reverse('voice_enter', args=[opening.pk])}?way=paper&lang=en")

    assert len(sources(page)) == 4

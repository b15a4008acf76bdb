"""Pictures and recordings of forms: seen and heard on a small phone without scripts, brought and looked at by the team."""

import math
import struct

import pytest
from django.urls import reverse
from django.utils import timezone
from PIL import Image, ImageDraw

from cairn.practices import actions as practices
from cairn.surveys import actions as surveys
from cairn.surveys.keeping import drafting
from cairn.surveys.writing.workbook import as_xlsx
from cairn.voices import actions
from cairn.voices.models import Answer
from tests.activities.factories import a_session, an_activity
from tests.browser.looking import faults
from tests.browser.test_voices import PHONE
from tests.factories import a_person, an_organisation
from tests.surveys.media.making import a_wav, a_zip, written

pytestmark = pytest.mark.browser
SHEETS = {
    "survey": [
        {
            "type": "select_one faces",
            "name": "today",
            "label::English (en)": "How was it today?",
            "label::العربية (ar)": "كيف كان اليوم؟",
            "media::audio::English (en)": "how.wav",
            "media::audio::العربية (ar)": "kayf.wav",
            "media::image": "room.png",
            "required": "yes",
        },
        {
            "type": "text",
            "name": "words",
            "label::English (en)": "What else?",
            "label::العربية (ar)": "ماذا أيضا؟",
            "media::audio::English (en)": "missing.mp3",
        },
    ],
    "choices": [
        {
            "list_name": "faces",
            "name": name,
            "label::English (en)": name.title(),
            "label::العربية (ar)": arabic,
        }
        | {"media::image": f"{name}.png", "media::audio::العربية (ar)": "kayf.wav"}
        for name, arabic in (("good", "جيد"), ("bad", "سيئ"))
    ],
    "settings": [{"form_title": "A few questions", "default_language": "English (en)"}],
}


def a_face(turn):
    face = Image.new("RGB", (240, 240), "white")
    pen = ImageDraw.Draw(face)
    pen.ellipse((10, 10, 230, 230), fill="#f3c64b", outline="black", width=6)
    for across in (80, 160):
        pen.ellipse((across - 12, 80, across + 12, 104), fill="black")
    pen.arc((70, 110, 170, 190), *((20, 160) if turn else (200, 340)), fill="black", width=8)
    return written(face)


def a_tone():
    sound = a_wav(samples=4000)
    tone = b"".join(struct.pack("<h", int(9000 * math.sin(each / 3))) for each in range(4000))
    return sound[: -len(tone)] + tone


FILES = {
    "good.png": a_face(turn=True),
    "bad.png": a_face(turn=False),
    "room.png": written(Image.new("RGB", (600, 300), "#7fa8c9")),
    "how.wav": a_tone(),
    "kayf.wav": a_tone(),
}


@pytest.fixture
def organisation(live_server):
    return an_organisation()


@pytest.fixture
def coordinator(organisation):
    return a_person("Cora", organisation)


@pytest.fixture
def practice(organisation, coordinator):
    return practices.create(organisation=organisation, by=coordinator, title="Steady Steps")


@pytest.fixture
def version(practice, coordinator, cupboard):
    brought = {
        "practice": practice,
        "key": "shown",
        "purpose": "session",
        "anonymous": True,
        "by": coordinator,
    }
    return surveys.bring_form(sheets=SHEETS, files=FILES, **brought)


@pytest.fixture
def place(version, practice, coordinator):
    session = a_session(an_activity(practice, coordinator), coordinator, planned_on=timezone.localdate())
    opening = actions.open_session(session=session, form=version.form, expected=10, by=coordinator)
    return reverse("voice_ask", args=[opening.address])


def lasts(page, sound):
    """How many seconds a recording has that was fetched as if somebody played it. No script runs on the page, so it is looked at."""
    sound.evaluate("one => { one.preload = 'auto'; one.load() }")
    for _wait in range(50):
        if sound.evaluate("one => one.readyState") == 4:
            break
        page.wait_for_timeout(100)
    return sound.evaluate("one => one.duration")


@pytest.mark.parametrize(("language", "recordings"), [("en", 1), ("ar", 3)])
def test_somebody_sees_hears_and_answers_without_scripts(page_of, place, language, recordings):
    page = page_of(None, "/robots.txt", **PHONE, java_script_enabled=False)
    fetched = []
    page.on("response", lambda answer: fetched.append((answer.request.resource_type, answer.status)))
    page.goto(f"{place}?lang={language}&by=all")

    pictures, sounds = page.locator("main img"), page.locator("main audio")
    assert (pictures.count(), sounds.count()) == (3, recordings)
    for number in range(3):
        pictures.nth(number).scroll_into_view_if_needed()
        page.wait_for_load_state("networkidle")
        assert pictures.nth(number).bounding_box()["height"] > 90
    assert fetched.count(("image", 200)) == 3
    assert not [kind for kind, _status in fetched if kind == "media"]  # nobody pays for what nobody plays
    for number in range(recordings):
        assert lasts(page, sounds.nth(number)) == pytest.approx(0.5)

    page.locator("main img").nth(1).click()  # the picture is part of what is ticked
    page.locator("main [type=submit]").click()
    assert "done=now" in page.url
    assert Answer.objects.get().said["today"] == "good"


@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("ar", "dark")])
def test_no_page_has_a_fault_by_the_rules_of_axe(page_of, place, version, coordinator, language, scheme):
    of = [version.form.practice_id, version.form_id, 1]
    drafting.begin(form=version.form, by=coordinator)
    around = {"color_scheme": scheme, "extra_http_headers": {"Accept-Language": language}}
    found = {}
    for person, address in (
        (None, f"{place}?lang={language}&by=all"),
        (None, f"{place}?lang={language}&by=one"),
        (coordinator, reverse("form_files", args=of)),
        (coordinator, f"{reverse('form_preview', args=of)}?language={language}"),
        (coordinator, f"{reverse('form_paper', args=of)}?language={language}"),
        (coordinator, reverse("form_question", args=[*of[:2], "today"])),
    ):
        page = page_of(person, address, **PHONE, **around)
        found[address] = faults(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address

    assert {address: these for address, these in found.items() if these} == {}


def test_the_team_brings_a_missing_file(page_of, practice, coordinator, cupboard, tmp_path):
    book = tmp_path / "form.zip"
    book.write_bytes(a_zip({"form.xlsx": as_xlsx(SHEETS, key="shown", number=1)} | FILES))
    page = page_of(coordinator, reverse("form_new", args=[practice.pk]), java_script_enabled=False)
    page.get_by_label("Workbook").set_input_files(book)
    page.get_by_label("Short name").fill("shown")
    page.get_by_role("button", name="Put into use").click()
    page.get_by_text("1 file that the form names is missing").wait_for()
    page.get_by_role("link", name="All 6 files").click()
    assert page.get_by_text("survey, row 3").is_visible()

    sound = tmp_path / "missing.mp3"
    sound.write_bytes(b"<script>")
    page.get_by_label("Pictures and recordings").set_input_files(sound)
    page.get_by_role("button", name="Keep them").click()

    assert page.get_by_text("missing.mp3: This is no recording").first.is_visible()

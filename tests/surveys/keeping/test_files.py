"""Pictures and recordings on the pages of those who keep forms."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cairn.people.roles import Mediator
from cairn.surveys import actions
from cairn.surveys.keeping import drafting
from cairn.surveys.media import facts
from cairn.surveys.models import Form, FormVersion
from cairn.surveys.writing import editing
from cairn.surveys.writing.workbook import as_xlsx
from tests.factories import a_person
from tests.surveys.keeping.conftest import page
from tests.surveys.media.making import a_picture, a_zip
from tests.surveys.media.sheets import FILES, SHEETS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_cupboard(cupboard):
    """No test writes beside the code."""


@pytest.fixture
def shown(practice, coordinator):
    """A form with two of the four files that it names."""
    files = {name: FILES[name] for name in ("good.png", "how.mp3")}
    return actions.bring_form(
        practice=practice, key="shown", purpose="session", anonymous=True, sheets=SHEETS, files=files, by=coordinator
    )  # fmt: skip


@pytest.fixture
def place(shown):
    return reverse("form_files", args=[shown.form.practice_id, shown.form_id, 1])


def an_upload(name, data=None):
    return SimpleUploadedFile(name, FILES[name] if data is None else data)


BOOK = as_xlsx(SHEETS, key="shown", number=1)


def brought(client, practice, workbook, *files):
    said = {"workbook": workbook, "media_files": files, "purpose": "needs", "key": "new", "anonymous": "on"}
    return client.post(reverse("form_new", args=[practice.pk]), said, follow=True)


def test_a_workbook_comes_with_its_files(signed_in, practice):
    answer = brought(
        signed_in,
        practice,
        SimpleUploadedFile("form.xlsx", BOOK),
        an_upload("good.png"),
        an_upload("x.png", b"x"),
    )

    assert set(facts.files_of(FormVersion.objects.get())) == {"good.png"}
    assert "3 files that the form names are missing" in page(answer)
    assert "Left out, because no row names them: x.png" in page(answer)


def test_all_comes_in_one_zip(signed_in, practice):
    packed = a_zip({"form/form.xlsx": BOOK} | {f"form/media/{name}": data for name, data in FILES.items()})

    answer = brought(signed_in, practice, SimpleUploadedFile("form.zip", packed))

    assert set(facts.files_of(FormVersion.objects.get())) == set(FILES)
    assert "is missing" not in page(answer)
    assert "are missing" not in page(answer)
    assert "All 4 files" in page(answer)


@pytest.mark.parametrize(
    ("workbook", "files", "words"),
    [
        (a_zip({"../form.xlsx": BOOK}), (), "A name in the .zip leads out of it"),
        (BOOK, [("good.png", b"<svg onload=alert(1)>")], "good.png: This is no picture"),
    ],
)
def test_what_is_not_fit_is_told_in_the_table_and_nothing_is_kept(
    signed_in, practice, workbook, files, words
):
    answer = brought(
        signed_in,
        practice,
        SimpleUploadedFile("form.xlsx", workbook),
        *(SimpleUploadedFile(name, data) for name, data in files),
    )

    assert answer.status_code == 422
    assert words in page(answer)
    assert not Form.objects.exists()


def test_the_next_version_comes_with_a_file(signed_in, shown):
    upload = reverse("form_upload", args=[shown.form.practice_id, shown.form_id])

    signed_in.post(
        upload, {"workbook": SimpleUploadedFile("form.xlsx", BOOK), "media_files": [an_upload("room.jpg")]}
    )

    assert set(facts.files_of(shown.form.versions.first())) == {"good.png", "how.mp3", "room.jpg"}


def test_the_page_of_files_tells_what_is_missing_and_how_heavy_it_is(signed_in, shown, place):
    words = page(signed_in.get(place))

    assert "2 files are missing" in words
    assert words.index("room.jpg") < words.index("good.png")
    assert "choices, row 3" in words
    assert f"{len(FILES['how.mp3']) / 1024:.1f}\xa0KB" in words


def test_missing_files_are_brought_there(signed_in, shown, place):
    answer = signed_in.post(
        place, {"media_files": [an_upload("room.jpg"), an_upload("kayf.mp3")]}, follow=True
    )
    assert set(facts.files_of(shown)) == set(FILES)
    assert "Kept." in page(answer)

    packed = SimpleUploadedFile("more.zip", a_zip({"good.png": a_picture(colour="red")}))
    former = facts.files_of(shown)["good.png"]
    signed_in.post(place, {"media_files": [packed]})
    assert facts.files_of(shown)["good.png"].digest != former.digest


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ([], "This field is required"),
        ([SimpleUploadedFile("good.png", b"<svg>")], "good.png: This is no picture"),
        ([SimpleUploadedFile("a.zip", a_zip({"/good.png": b"x"}))], "leads out of it"),
    ],
)
def test_what_is_refused_stands_at_the_field(signed_in, place, files, words):
    answer = signed_in.post(place, {"media_files": files})

    assert answer.status_code == 422
    assert words in page(answer)


def test_once_somebody_can_be_asked_they_stay(signed_in, shown, place):
    assert "Bring files" in page(signed_in.get(place))
    actions.begin_asking(version=shown)

    assert "Bring files" not in page(signed_in.get(place))
    assert "its files stay as they are" in page(signed_in.get(place))
    assert "stays as it is" in page(signed_in.post(place, {"media_files": [an_upload("room.jpg")]}))


def test_a_form_without_files_says_how_to_name_some(signed_in, version, at):
    assert "No row of this form names a picture" in page(signed_in.get(at("form_files", 1)))


def test_who_may_only_look_brings_none(client, organisation, shown, place):
    client.force_login(a_person("Mina", organisation, Mediator))

    assert "Bring files" not in page(client.get(place))
    assert client.post(place, {"media_files": [an_upload("room.jpg")]}).status_code == 404


def test_what_came_with_cairn_is_not_added_to(signed_in, practice):
    form = actions.make_form(practice=None, key="wishes", purpose="wishes", anonymous=True, by=None)
    actions.publish_version(form=form, sheets=SHEETS, by=None)

    assert "Bring files" not in page(signed_in.get(reverse("form_files", args=[practice.pk, form.pk, 1])))


def test_they_are_seen_in_the_preview_of_a_version_and_of_a_draft_and_on_paper(signed_in, shown, coordinator):
    drafting.begin(form=shown.form, by=coordinator)
    files = facts.files_of(shown)
    of = [shown.form.practice_id, shown.form_id]
    picture, sound = (reverse("form_file", args=[*of, 1, files[name].pk]) for name in ("good.png", "how.mp3"))

    for address in (reverse("form_preview", args=[*of, 1]), reverse("form_draft_preview", args=of)):
        seen = page(signed_in.get(address))
        assert f'<img src="{picture}" alt=""' in seen
        assert f'src="{sound}"' in seen
        assert 'preload="none"' in seen
    assert f'<img src="{picture}" alt="">' in page(signed_in.get(reverse("form_paper", args=[*of, 1])))
    assert signed_in.get(picture)["Content-Type"] == "image/png"
    assert signed_in.get(sound, headers={"range": "bytes=0-9"}).status_code == 206


def test_a_picture_and_a_recording_are_named_without_a_spreadsheet(signed_in, shown, coordinator):
    drafting.begin(form=shown.form, by=coordinator)
    of = [shown.form.practice_id, shown.form_id]
    place = reverse("form_question", args=[*of, "words"])
    assert 'name="picture"' in page(signed_in.get(place))
    refused = signed_in.post(place, {"picture": "room.svg", "recording": "../a.mp3"})
    assert refused.status_code == 422
    assert "“room.svg” cannot be shown" in page(refused)
    assert "“../a.mp3” cannot be shown" in page(refused)

    signed_in.post(place, {"picture": "good.png", "recording": "else.mp3"})
    today = reverse("form_question", args=[*of, "today"])
    signed_in.post(today, {"initial-recording": "how.mp3", "recording": "", "initial-required": "False"})
    answer = signed_in.post(reverse("form_draft_use", args=of), {"revision": 3}, follow=True)

    following = shown.form.versions.first()
    first, second = following.sheets["survey"]
    assert "media::audio::English (en)" not in first
    assert first["media::audio::العربية (ar)"] == "kayf.mp3"
    assert second["media::image::English (en)"] == "good.png"
    assert set(facts.files_of(following)) == {"good.png"}
    assert "3 files that the form names are missing" in page(answer)


def test_where_no_language_is_named_a_picture_is_for_all():
    bare = {"survey": [{"type": "note", "name": "n", "label": "N", "media::image": "a.png"}], "choices": []}

    other = editing.with_file(bare, "n", editing.IMAGE, "b.png")

    assert other["survey"][0]["media::image"] == "b.png"
    assert editing.lines_of(other)[0].picture == "b.png"


def test_nobody_hears_another_language_than_they_read(signed_in, shown):
    arabic = page(
        signed_in.get(
            reverse("form_preview", args=[shown.form.practice_id, shown.form_id, 1]) + "?language=ar"
        )
    )

    assert "<img" in arabic
    assert "<audio" not in arabic


def test_all_is_taken_away_and_brought_in_again(signed_in, practice, shown):
    taken = signed_in.get(reverse("form_packed", args=[shown.form.practice_id, shown.form_id, 1]))
    assert taken["Content-Disposition"] == 'attachment; filename="shown-1.zip"'

    brought(signed_in, practice, SimpleUploadedFile("shown-1.zip", taken.content))

    again = FormVersion.objects.get(form__key="new")
    assert again.sheets == shown.sheets
    assert {name: file.digest for name, file in facts.files_of(again).items()} == {
        name: file.digest for name, file in facts.files_of(shown).items()
    }


def test_a_file_of_another_version_is_not_there(signed_in, shown, version):
    file = facts.files_of(shown)["good.png"]
    strange = reverse("form_file", args=[shown.form.practice_id, version.form_id, 1, file.pk])

    assert signed_in.get(strange).status_code == 404

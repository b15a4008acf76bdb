"""What a version shows is kept with it, and stays with it."""

import hashlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.db import DatabaseError, transaction

from cairn.surveys import actions
from cairn.surveys.compiling import Refused
from cairn.surveys.keeping import drafting
from cairn.surveys.media import actions as media
from cairn.surveys.media import facts, fitting, naming
from cairn.surveys.models import FormFile, FormVersion
from cairn.surveys.writing import wording
from tests.surveys.factories import faults_of
from tests.surveys.media.making import a_picture, an_mp3
from tests.surveys.media.sheets import FILES, SHEETS

pytestmark = pytest.mark.django_db
OTHER = a_picture(colour="red")


def brought(practice, by, files, key="other"):
    return actions.bring_form(
        practice=practice, key=key, purpose="session", anonymous=True, sheets=SHEETS, files=files, by=by
    )


def next_of(version, by, files, sheets=SHEETS):
    return actions.bring_version(form=version.form, sheets=sheets, files=files, by=by)


def test_files_are_kept_under_names_of_their_own_with_their_sums(version, cupboard, coordinator):
    files = facts.files_of(version)

    assert set(files) == set(FILES)
    assert {file.stored_as for file in files.values()} == {each.name for each in cupboard.iterdir()}
    for file in files.values():
        content = facts.content_of(file)
        assert file.size == len(content)
        assert file.digest == hashlib.sha256(content).hexdigest()
        assert file.md5 == hashlib.md5(content, usedforsecurity=False).hexdigest()
    assert files["how.mp3"].by == coordinator
    assert str(files["how.mp3"]) == "how.mp3"
    assert files["room.jpg"].content_type == "image/jpeg"
    assert {(cupboard / file.stored_as).stat().st_mode & 0o777 for file in files.values()} == {0o600}


def test_what_nobody_brought_is_told_by_row_and_column(practice, coordinator):
    version = brought(practice, coordinator, {"good.png": FILES["good.png"]})

    missing = [(cell.name, cell.sheet, cell.row, cell.column) for cell in facts.missing(version)]
    assert missing == [
        ("how.mp3", "survey", 2, "media::audio::English (en)"),
        ("kayf.mp3", "survey", 2, "media::audio::العربية (ar)"),
        ("room.jpg", "survey", 2, "media::image::English (en)"),
        ("room.jpg", "choices", 3, "media::image::English (en)"),
    ]
    assert [line.name for line in facts.lines(version) if line.file] == ["good.png"]


def test_capitals_and_accents_are_no_matter(practice, coordinator):
    version = brought(practice, coordinator, {"GOOD.PNG": FILES["good.png"]})

    assert set(facts.files_of(version)) == {"good.png"}
    assert naming.unnamed(["Café.png"], ["cafe\u0301.PNG", "x.png"]) == ["x.png"]


def test_all_that_is_not_fit_is_told_and_nothing_is_kept(practice, coordinator, cupboard):
    with pytest.raises(Refused) as refused:
        brought(
            practice,
            coordinator,
            FILES | {"good.png": b"<svg onload='x'>", "how.mp3": b"<script>", "more.png": b""},
        )

    told = [
        (fault.sheet, fault.row, fault.column, fault.message.split(":")[0]) for fault in refused.value.faults
    ]
    assert told == [
        ("choices", 2, "media::image::English (en)", "good.png"),
        ("survey", 2, "media::audio::English (en)", "how.mp3"),
    ]
    assert not FormVersion.objects.exists()
    assert not cupboard.exists()


def test_too_much_together_is_refused(practice, coordinator, monkeypatch):
    monkeypatch.setattr(fitting, "MOST_BYTES", 100)

    with pytest.raises(Refused, match="Use fewer or shorter ones"):
        brought(practice, coordinator, FILES)


def test_names_that_cannot_be_shown_are_refused_where_they_stand():
    def named(**cells):
        return faults_of({"type": "note", "name": "n", "label": "N", **cells})

    assert named(image="film.mp4", audio="a.png") == [("survey", 2, "image"), ("survey", 2, "audio")]
    for name in ("../a.png", "media/a.png", "a.svg", ".png", "jr://images/a.png", "a\u202egnp.png"):
        assert named(image=name) == [("survey", 2, "image")], name
    assert named(image="A face (1).png", audio="وجه.mp3") == []


def test_the_next_version_keeps_what_is_not_brought_anew(version, coordinator, cupboard):
    shorter = {**SHEETS, "choices": SHEETS["choices"][1:]}

    following = next_of(version, coordinator, {"room.jpg": a_picture("JPEG", colour="red")}, shorter)

    then, now = facts.files_of(version), facts.files_of(following)
    assert set(now) == {"how.mp3", "kayf.mp3", "room.jpg"}
    assert now["how.mp3"].stored_as == then["how.mp3"].stored_as
    assert now["how.mp3"].pk != then["how.mp3"].pk
    assert now["room.jpg"].digest != then["room.jpg"].digest
    assert len(list(cupboard.iterdir())) == 5


def test_another_picture_alone_makes_a_version_and_the_same_makes_none(version, coordinator):
    with pytest.raises(ValidationError, match="Nothing was changed"):
        next_of(version, coordinator, FILES)

    assert next_of(version, coordinator, {"good.png": OTHER}).number == 2


def test_a_draft_and_a_copy_keep_them(version, practice, coordinator):
    copy = actions.copy_form(version=version, practice=practice, by=coordinator)
    assert set(facts.files_of(copy)) == set(FILES)
    draft = drafting.begin(form=version.form, by=coordinator)
    drafting.reword(
        draft=draft,
        rewordings=[drafting.Rewording("survey/words/label", "en", "What else?", "More?")],
        by=coordinator,
    )
    draft.refresh_from_db()

    following = drafting.put_into_use(draft=draft, revision=draft.revision, by=coordinator)

    assert set(facts.files_of(following)) == set(FILES)


def test_with_a_language_its_pictures_and_recordings_go(version):
    left = wording.without_language(version.sheets, "ar")

    assert "kayf.mp3" not in {cell.name for cell in naming.named_in(left)}
    assert "how.mp3" in {cell.name for cell in naming.named_in(left)}
    assert wording.languages_of(left) == ("en",)


def test_one_takes_the_place_of_another_until_somebody_is_asked(
    version, coordinator, cupboard, django_capture_on_commit_callbacks
):
    former = facts.files_of(version)["good.png"]
    with django_capture_on_commit_callbacks(execute=True):
        media.bring(version=version, brought={"good.png": OTHER, "x.png": OTHER}, by=coordinator)
    assert not (cupboard / former.stored_as).exists()
    assert facts.files_of(version)["good.png"].digest != former.digest

    actions.begin_asking(version=version)

    with pytest.raises(ValidationError, match="stays as it is"):
        media.bring(version=version, brought={"good.png": FILES["good.png"]}, by=coordinator)


def test_what_another_version_shows_stays_stored(
    version, coordinator, cupboard, django_capture_on_commit_callbacks
):
    following = next_of(version, coordinator, {"room.jpg": a_picture("JPEG", colour="red")})
    with django_capture_on_commit_callbacks(execute=True):
        media.bring(version=following, brought={"good.png": OTHER}, by=coordinator)

    assert facts.content_of(facts.files_of(version)["good.png"])


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"x.png": OTHER}, "names none of these"),
        ({"good.png": b"<svg>"}, "good.png: This is no picture"),
    ],
)
def test_files_that_do_not_fit_are_told_at_the_field(version, coordinator, files, words):
    with pytest.raises(ValidationError, match=words) as refused:
        media.bring(version=version, brought=files, by=coordinator)

    assert set(refused.value.message_dict) == {"media_files"}


def test_with_those_there_it_can_be_too_much(version, coordinator, monkeypatch):
    monkeypatch.setattr(media, "MOST_BYTES", 5000)

    with pytest.raises(ValidationError, match="With these the form has more"):
        media.bring(version=version, brought={"good.png": OTHER}, by=coordinator)


def test_a_failure_half_way_leaves_no_file(version, practice, coordinator, cupboard, monkeypatch):
    there = set(cupboard.iterdir())
    monkeypatch.setattr(media, "note", None)
    with pytest.raises(TypeError):
        media.bring(version=version, brought={"good.png": OTHER}, by=coordinator)
    monkeypatch.setattr(FormFile.objects, "create", None)
    with pytest.raises(TypeError):
        brought(practice, coordinator, FILES)

    assert set(cupboard.iterdir()) == there


def test_the_database_itself_refuses(version):
    file = facts.files_of(version)["good.png"]

    def refused(act):
        with pytest.raises(DatabaseError, match="stays as it is"), transaction.atomic():
            act()

    refused(lambda: FormFile.objects.filter(pk=file.pk).update(digest="other"))
    actions.begin_asking(version=version)
    refused(file.delete)
    refused(
        lambda: FormFile.objects.create(
            version=version, name="x.png", content_type="image/png", size=1, stored_as="x"
        )
    )


def test_how_heavy_a_page_is(version):
    size = {name: file.size for name, file in facts.files_of(version).items()}

    assert facts.weight(version, "en") == (size["good.png"] + size["room.jpg"], size["how.mp3"])
    assert facts.weight(version, "ar") == (size["good.png"] + size["room.jpg"], size["kayf.mp3"])


def test_without_a_named_language_it_is_for_all(practice, coordinator):
    sheets = {"survey": [{"type": "note", "name": "n", "label": "N", "media::audio": "n.mp3"}]}
    version = actions.bring_form(
        practice=practice, key="n", purpose="other", anonymous=True, sheets=sheets, files={"n.mp3": an_mp3()}, by=coordinator
    )  # fmt: skip

    assert facts.weight(version, "und").recordings == len(an_mp3())


def test_a_form_that_names_none_costs_no_question(practice, coordinator, django_assert_num_queries):
    sheets = {"survey": [{"type": "note", "name": "n", "label": "N"}]}
    version = actions.bring_form(
        practice=practice, key="n", purpose="other", anonymous=True, sheets=sheets, by=coordinator
    )

    with django_assert_num_queries(0):
        assert facts.addresses(version, str) == {}


def test_one_is_found_with_its_own_version_only(version, practice, coordinator):
    file = facts.files_of(version)["good.png"]

    assert facts.file_of(version, file.pk) == file
    assert facts.file_of(brought(practice, coordinator, {}), file.pk) is None


def test_which_versions_have_any(version, practice, coordinator):
    bare = brought(practice, coordinator, {})

    assert facts.with_files([version, bare]) == {version.pk}


def test_the_phones_form_names_them_as_they_are_given_out(version):
    assert "jr://images/good.png" in version.xform
    assert "jr://audio/how.mp3" in version.xform


def test_what_is_stored_is_gone_when_its_form_was_never_kept(practice, coordinator, cupboard):
    version = brought(practice, coordinator, FILES)

    assert all(storages["documents"].exists(file.stored_as) for file in facts.files_of(version).values())

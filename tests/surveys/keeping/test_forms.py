import io
from dataclasses import replace

import openpyxl
import pytest
from django.urls import reverse

from cairn.practices import actions as practices
from cairn.surveys import actions, checking, facts
from cairn.surveys.models import Form
from cairn.surveys.writing.shipped import FOLDER
from tests.surveys.keeping.conftest import page
from tests.surveys.sheets import SHEETS

pytestmark = pytest.mark.django_db


def test_without_forms_the_list_says_what_to_do(signed_in, practice):
    words = page(signed_in.get(reverse("forms", args=[practice.pk])))

    assert "No form of your own yet" in words
    assert "They come with the next start" in words


def test_the_list_says_how_far_each_language_has_come(signed_in, version, shipped, coordinator):
    checking.confirm(version=version, tag="ar", places=["survey/today/label"], by=coordinator)

    words = page(signed_in.get(reverse("forms", args=[version.form.practice_id])))

    assert "read by a person: 1 of 3" in words
    assert "8 texts missing" in words
    assert words.index("How was it?") < words.index("Forms that come with Cairn")


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_often_for_one_form_as_for_three(signed_in, practice, coordinator, count, django_assert_num_queries):  # fmt: skip
    for number in range(count):
        actions.bring_form(practice=practice, key=f"form-{number}", purpose="session", anonymous=True, sheets=SHEETS, by=coordinator)  # fmt: skip

    signed_in.get(reverse("forms", args=[practice.pk]))
    with django_assert_num_queries(8):
        signed_in.get(reverse("forms", args=[practice.pk]))


def test_the_list_goes_out_with_a_line_per_language(signed_in, version):
    answer = signed_in.get(reverse("forms_export", args=[version.form.practice_id, "csv"]))

    lines = answer.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert lines[2].endswith("Arabic,11,3,0")


def test_a_form_shows_its_versions_and_leaves_use_and_comes_back(signed_in, version, at):
    words = page(signed_in.get(at("form")))
    assert "your own" in words
    assert "Change it here" in words

    signed_in.post(at("form_retire"))
    assert Form.objects.get().retired_on
    words = page(signed_in.get(at("form")))
    assert "out of use since" in words
    assert "Change it here" not in words
    refused = signed_in.post(at("form_draft_begin"), follow=True)
    assert "Take it into use again first" in page(refused)
    signed_in.post(at("form_retire"))
    assert Form.objects.get().retired_on is None


def test_a_form_that_never_asked_anything_is_not_there(signed_in, practice, coordinator):
    form = actions.make_form(practice=practice, key="empty", purpose="other", anonymous=True, by=coordinator)

    assert signed_in.get(reverse("form", args=[practice.pk, form.pk])).status_code == 404


def test_one_starts_from_a_form_that_comes_with_cairn(signed_in, practice, shipped):
    checking.confirm(version=shipped, tag="en", places=["survey/today/label"], by=None)
    form = reverse("form", args=[practice.pk, shipped.form_id])
    assert "Start from this form" in page(signed_in.get(form))
    for deed in ("form_retire", "form_draft_begin", "form_upload"):
        assert signed_in.post(reverse(deed, args=[practice.pk, shipped.form_id])).status_code == 404

    for _twice in range(2):
        answer = signed_in.post(reverse("form_copy", args=[practice.pk, shipped.form_id]))

    first, second = Form.objects.filter(practice=practice)
    assert (first.key, second.key) == ("wishes", "wishes-2")
    assert answer.url == reverse("form", args=[practice.pk, second.pk])
    copy = facts.version_in_use(first)
    assert copy.checked.get().place == "survey/today/label"
    assert "came with Cairn" in page(
        signed_in.get(reverse("form_language", args=[practice.pk, first.pk, "en"]))
    )


def test_a_form_of_another_practice_is_not_there(signed_in, version, coordinator, organisation):
    other = practices.create(organisation=organisation, by=coordinator, title="Other")

    assert signed_in.get(reverse("form", args=[other.pk, version.form_id])).status_code == 404


def test_a_version_is_previewed_in_each_language_and_taken_away(signed_in, version, at):
    english = page(signed_in.get(at("form_preview", 1)))
    arabic = page(signed_in.get(at("form_preview", 1) + "?language=ar"))

    assert "How was it?" in english
    assert 'dir="rtl"' in arabic
    assert "What else?" in arabic
    assert signed_in.get(at("form_preview", 2)).status_code == 404
    answer = signed_in.get(at("form_sheet", 1))
    assert openpyxl.load_workbook(io.BytesIO(answer.content))["settings"]["A2"].value == "How was it?"
    assert 'filename="today-1.xlsx"' in answer["Content-Disposition"]


def test_whoever_speaks_a_language_says_that_its_texts_are_right(signed_in, version, at):
    language = at("form_language", "ar")
    assert "only drafted" in page(signed_in.get(language))
    assert signed_in.get(at("form_language", "fr")).status_code == 404

    nothing = signed_in.post(at("form_confirm", "ar"), follow=True)
    assert "Tick the texts that are right first" in page(nothing)
    answer = signed_in.post(at("form_confirm", "ar"), {"places": ["survey/today/label", "survey/age/label"]}, follow=True)  # fmt: skip
    assert "1 text is checked now" in page(answer)
    assert "Not right after all" in page(answer)
    signed_in.post(at("form_confirm", "ar"), {"back": "survey/today/label"})
    assert version.checked.count() == 0


def test_texts_that_come_with_cairn_are_read_there_and_checked_in_a_copy(signed_in, practice, shipped):
    words = page(signed_in.get(reverse("form_language", args=[practice.pk, shipped.form_id, "en"])))

    assert "start from it" in words
    assert "I speak this language" not in words


def test_shipped_forms_are_loaded_once_and_follow_their_files(monkeypatch):
    first = actions.load_shipped()
    assert {version.form.practice for version in first} == {None}
    assert actions.load_shipped() == []

    session = next(version for version in first if version.form.key == "session_feedback")
    english, french, *_more = checking.tallies(session)
    # Nobody has read them yet: a person who did puts the language into the file.
    assert (english.checked, english.missing) == (0, 0)
    assert (french.checked, french.missing) == (0, 0)

    shipped = actions.read_file(FOLDER / "session_feedback.yaml")
    survey = [{**shipped.sheets["survey"][0], "required": "no"}, *shipped.sheets["survey"][1:]]
    changed = replace(shipped, sheets={**shipped.sheets, "survey": survey}, anonymous=False, checked={"fr"})
    monkeypatch.setattr(actions, "files", lambda: {"another": FOLDER})
    monkeypatch.setattr(actions, "read_file", lambda _file: changed)
    [version] = actions.load_shipped()
    assert (version.number, version.form) == (2, session.form)
    assert not Form.objects.get(key=shipped.key).anonymous
    assert set(version.checked.values_list("language", flat=True)) == {"fr"}

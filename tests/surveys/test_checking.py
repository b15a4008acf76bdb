import pytest

from cairn.surveys import checking
from cairn.surveys.models import Form, FormVersion
from cairn.surveys.writing import wording
from tests.surveys.sheets import SHEETS

pytestmark = pytest.mark.django_db


@pytest.fixture
def form():
    return Form.objects.create(key="today", purpose="session")


def a_version(form, sheets=SHEETS, number=1):
    return FormVersion.objects.create(form=form, number=number, title="How was it?", sheets=sheets, xform="", languages=["en", "ar"])  # fmt: skip


def test_what_is_said_and_read_is_counted_by_language(form, coordinator):
    version = a_version(form)
    assert checking.confirm(version=version, tag="ar", places=["survey/today/label", "survey/words/label"], by=coordinator) == 1  # fmt: skip
    assert checking.confirm(version=version, tag="ar", places=["survey/today/label"], by=coordinator) == 0

    english, arabic = checking.tallies(version)
    assert (english.tag, english.checked, english.said, english.missing) == ("en", 0, 11, 0)
    assert (arabic.tag, arabic.checked, arabic.said, arabic.missing) == ("ar", 1, 3, 8)
    found = {each.text.place: each for each in checking.standings(version, "ar")}
    assert found["survey/today/label"].check.by == coordinator
    assert found["survey/words/label"][1:] == ("What else?", "", None)


def test_one_takes_back_what_one_confirmed_oneself(form, coordinator, reader):
    version, place = a_version(form), "survey/today/label"
    checking.confirm(version=version, tag="ar", places=[place], by=coordinator)

    checking.take_back(version=version, tag="ar", place=place, by=reader)
    assert version.checked.count() == 1
    checking.take_back(version=version, tag="ar", place=place, by=coordinator)
    assert version.checked.count() == 0


def test_the_next_version_keeps_what_did_not_change(form, coordinator):
    version = a_version(form)
    places = [text.place for text in wording.texts_of(SHEETS)]
    for tag in ("en", "ar"):
        checking.confirm(version=version, tag=tag, places=places, by=coordinator)
    words = {("survey/today/label", "en"): "How is it?", ("settings/shown_title", "ar"): "كيف؟"}

    following = a_version(form, wording.reworded(SHEETS, words), 2)
    checking.carry(version, following)

    kept = {(check.place, check.language) for check in following.checked.all()}
    assert len(kept) == 14 - 3
    lost = {(check.place, check.language) for check in version.checked.all()} - kept
    assert lost == {
        ("survey/today/label", "en"),
        ("survey/today/label", "ar"),
        ("settings/shown_title", "ar"),
    }
    assert (
        following.checked.first().at
        == version.checked.get(place=following.checked.first().place, language="en").at
    )

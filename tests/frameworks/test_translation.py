"""Frameworks in other languages: what is translated is shown, what is doubtful or outdated is not."""

import polib
import pytest

from cairn.frameworks import facts, translation

NAME = "Cairn Sustainability"


@pytest.fixture
def framework():
    return facts.shipped_framework("cairn-sustainability")


@pytest.fixture
def catalogue(framework, monkeypatch, tmp_path):
    """Writes a catalogue of one's own: entries by context, each a translation or a whole entry."""
    monkeypatch.setattr(translation, "DATA", tmp_path)
    folder = tmp_path / framework.id / framework.version / "locale"
    folder.mkdir(parents=True)

    def write(language, entries, **headers):
        texts = dict(translation.texts_of(framework))
        catalogue = polib.POFile()
        catalogue.metadata = {"Language": language, "Content-Type": "text/plain; charset=UTF-8"} | headers
        for context, said in entries.items():
            entry = (
                said if isinstance(said, polib.POEntry) else polib.POEntry(msgid=texts[context], msgstr=said)
            )
            entry.msgctxt = context
            catalogue.append(entry)
        catalogue.save(str(folder / f"{language}.po"))

    return write


def test_what_is_translated_is_shown_and_the_rest_stays_in_its_own_words(framework, catalogue):
    catalogue("fr", {"framework/title": "Durabilité", "S1/text": "L’argent est là.", "S1/terms": "argent; réserves",
                     "checklist/met/label": "Rempli"})  # fmt: skip

    french = facts.translated(framework, "fr")

    assert (french.language, french.ref) == ("fr", framework.ref)
    assert french.title == "Durabilité"
    assert french.by_id["S1"].text == "L’argent est là."
    assert french.by_id["S1"].terms == ("argent", "réserves")
    assert french.by_id["S2"] == framework.by_id["S2"]
    assert french.scales[0].levels[0].label == "Rempli"


def test_a_region_without_a_catalogue_takes_that_of_its_language(framework, catalogue):
    catalogue("fr", {"framework/title": "Durabilité"})

    assert facts.translated(framework, "fr-BE").title == "Durabilité"
    assert facts.translated(framework, "de") is framework
    assert facts.translated(framework, framework.language) is framework


def test_doubtful_and_outdated_translations_are_not_used(framework, catalogue):
    doubtful = polib.POEntry(msgid=NAME, msgstr="Durabilité ?", flags=["fuzzy"])
    outdated = polib.POEntry(msgid="An older sentence.", msgstr="Une phrase ancienne.")
    catalogue("fr", {"framework/title": doubtful, "S1/text": outdated})

    french = facts.translated(framework, "fr")

    assert french.title == NAME
    assert french.by_id["S1"].text == framework.by_id["S1"].text


def test_how_far_a_translation_is_and_who_checked_it_can_be_told(framework, catalogue):
    catalogue("fr", {"framework/title": "Durabilité"})
    catalogue("ar", dict(translation.texts_of(framework)), **{translation.CHECKED: "Amal"})

    arabic, french = facts.translation_states(framework)

    assert (arabic.language, arabic.share, arabic.checked_by) == ("ar", 1.0, "Amal")
    assert 0 < french.share < 0.1
    assert french.checked_by == ""
    assert translation.state(framework, "de") is None


def test_translators_get_a_catalogue_with_what_is_done_already(framework, catalogue):
    catalogue("fr", {"framework/title": "Durabilité"})

    done = polib.pofile(translation.template(framework, "fr"))
    empty = polib.pofile(translation.template(framework, "de"))

    assert {entry.msgctxt: entry.msgstr for entry in done}["framework/title"] == "Durabilité"
    assert len(done) == len(empty) == len(list(translation.texts_of(framework)))
    assert empty.translated_entries() == []


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_good_practice_criteria_are_wholly_translated_and_not_yet_checked(language):
    criteria = facts.shipped_framework("good-practice-criteria")

    state = translation.state(criteria, language)
    shown = facts.translated(criteria, language)

    assert (state.share, state.checked_by) == (1.0, "")
    assert translation.unchecked(criteria, language)
    assert not translation.unchecked(criteria, "en")
    assert [node.id for node in shown.walk()] == [node.id for node in criteria.walk()]
    assert all(mine.text != theirs.text for mine, theirs in zip(shown.items, criteria.items, strict=True))


@pytest.mark.parametrize(
    ("language", "spoken"), [("en-GB", True), ("fr-BE", True), ("ar", True), ("de", False)]
)
def test_a_framework_speaks_its_own_language_and_those_of_its_catalogues(language, spoken):
    assert translation.speaks(facts.shipped_framework("good-practice-criteria"), language) is spoken

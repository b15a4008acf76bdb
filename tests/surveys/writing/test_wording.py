import pytest

from cairn.surveys.writing import wording
from tests.surveys.sheets import SHEETS


def test_every_text_has_a_place_and_its_languages():
    texts = {text.place: text.words for text in wording.texts_of(SHEETS)}

    assert wording.languages_of(SHEETS) == ("en", "ar")
    assert texts["settings/shown_title"] == {"en": "How was it?", "ar": "كيف كان؟"}
    assert texts["survey/today/label"] == {"en": "How was it?", "ar": "كيف كان؟"}
    assert texts["survey/age/constraint_message"] == {"en": "Too old."}
    assert texts["choices/faces/good/label"] == {"en": "Good", "ar": "جيد"}
    assert len(texts) == 11


@pytest.mark.parametrize(
    ("sheets", "languages"),
    [
        ({"survey": [{"type": "note", "name": "hello", "label": "Hello"}]}, ("und",)),
        ({"survey": []}, ("und",)),
        ({"survey": [{"label": "Salut"}], "settings": [{"default_language": "fr"}]}, ("fr",)),
        ({"survey": [{"label::French": "Salut", "label::Klingon": "nuqneH"}]}, ("fr",)),
        ({"survey": [{"label:Deutsch (de)": "Hallo", "media::audio::x (ar)": "a.mp3"}]}, ("de",)),
    ],
)
def test_languages_are_known_by_their_tag_or_their_name(sheets, languages):
    assert wording.languages_of(sheets) == languages


def test_a_title_falls_back_to_the_default_language():
    assert wording.title_in(SHEETS, "ar") == "كيف كان؟"
    assert wording.title_in(SHEETS, "fr") == "How was it?"
    assert wording.title_in({"survey": []}, "fr") == ""


def test_words_are_changed_by_place_and_language():
    changed = wording.reworded(
        SHEETS,
        {
            ("survey/today/label", "ar"): "كيف حالك؟",
            ("survey/words/label", "fr"): "Quoi d’autre ?",
            ("survey/words/hint", "en"): "",
            ("settings/shown_title", "en"): "And?",
            ("settings/shown_title", "ar"): "",
        },
    )

    texts = {text.place: text.words for text in wording.texts_of(changed)}
    assert texts["survey/today/label"]["ar"] == "كيف حالك؟"
    assert texts["survey/words/label"] == {"en": "What else?", "fr": "Quoi d’autre ?"}
    assert "survey/words/hint" not in texts
    assert changed["settings"][0] == {"form_title": "And?", "default_language": "English (en)"}
    assert changed["survey"][5] == SHEETS["survey"][5]


def test_headings_are_spelled_alike_after_a_spreadsheet_was_brought_in():
    row = {"type": "note", "name": "a", "label": "Hi", "label::French (fr)": "Salut"}

    named = wording.respelled({"survey": [row], "settings": [{"default_language": "English (en)"}]})
    unnamed = wording.respelled({"survey": [row], "settings": []})

    assert named["survey"] == [
        {"type": "note", "name": "a", "label::English (en)": "Hi", "label::Français (fr)": "Salut"}
    ]
    assert named["settings"] == [{"default_language": "English (en)"}]
    assert unnamed["survey"] == [
        {"type": "note", "name": "a", "label": "Hi", "label::Français (fr)": "Salut"}
    ]


def test_a_language_is_taken_away_whole():
    assert wording.languages_of(wording.without_language(SHEETS, "ar")) == ("en",)

from cairn.surveys.writing import shipped, wording

WRITTEN = {
    "key": "wishes",
    "purpose": "wishes",
    "anonymous": True,
    "title": {"en": "Wishes", "ar": "أمنيات"},
    "checked": ["en"],
    "survey": [
        {
            "type": "select_one faces",
            "name": "today",
            "required": "yes",
            "label": {"en": "How?", "ar": "كيف؟"},
            "media::audio": {"ar": "how.mp3"},
        },
        {"type": "select_one faces", "name": "plain", "label": "How?"},
    ],
    "choices": {"faces": [{"name": "good", "label": {"en": "Good"}}]},
}


def test_what_is_written_becomes_sheets():
    found = shipped.read(WRITTEN)

    assert (found.key, found.purpose, found.anonymous, found.checked) == ("wishes", "wishes", True, {"en"})
    assert found.sheets["survey"][0] == {
        "type": "select_one faces",
        "name": "today",
        "required": "yes",
        "label::English (en)": "How?",
        "label::العربية (ar)": "كيف؟",
        "media::audio::العربية (ar)": "how.mp3",
    }
    assert found.sheets["survey"][1]["label"] == "How?"
    assert found.sheets["choices"] == [{"list_name": "faces", "name": "good", "label::English (en)": "Good"}]
    assert wording.title_in(found.sheets, "ar") == "أمنيات"
    assert found.sheets["settings"][0]["form_id"] == "wishes"


def test_the_shipped_files_are_read():
    assert {each.key for each in shipped.all_shipped()} == {file.stem for file in shipped.files().values()}
    for found in shipped.all_shipped():
        assert wording.languages_of(found.sheets)[0] == "en"

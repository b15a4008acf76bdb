import pytest

from cairn.passages import taking
from cairn.passages.taking import harmless, taken_from
from cairn.reading.lines import Unreadable


def test_a_page_s_own_language_is_heard():
    page = b"<html lang='sw'><body><h1>Ripoti</h1><p>Watu arobaini walikuja.</p></body></html>"

    taken = taken_from("ripoti.html", page)

    assert taken.language == "sw"
    assert taken.spans[0].heading == "Ripoti"
    assert taken.last_page is None


def test_a_language_that_nobody_knows_is_not_heard():
    page = b"<html lang='" + b"x" * 50 + b"'><body><p>Watu arobaini walikuja.</p></body></html>"

    assert taken_from("ripoti.html", page).language == "en"


def test_arabic_is_told_by_its_little_words():
    text = "في هذا العام اجتمع الناس من كل الأحياء مع المتطوعين على مائدة واحدة، وكان ذلك بعد الصيف ثم قبل الشتاء."

    assert taken_from("t.txt", text.encode()).language == "ar"


def test_of_a_very_long_document_the_beginning_is_read(monkeypatch):
    monkeypatch.setattr(taking, "MOST_CHARACTERS", 30)

    taken = taken_from("long.txt", b"The first line is here.\n\nThe second line is not.")

    assert taken.cut
    assert taken.text == "The first line is here."


def test_one_endless_line_is_no_text(monkeypatch):
    monkeypatch.setattr(taking, "MOST_CHARACTERS", 3)

    with pytest.raises(Unreadable):
        taken_from("long.txt", b"endless")


def test_a_name_of_nothing_gets_one():
    assert harmless("\u202e/") == "document"
    assert harmless("a/b\\ Plan  2024 .pdf") == "Plan 2024.pdf"

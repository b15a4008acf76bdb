import pytest
import typst

from cairn.reading.extract import pdf
from cairn.reading.lines import Unreadable


def printed(source: str) -> bytes:
    return typst.compile(source.encode())


def lines(source: str):
    return pdf.extract(printed(source)).lines


def test_headings_and_paragraphs_across_pages():
    words = "A sentence that is long enough to be broken once more, and goes on "
    found = lines(
        f"#set page(height: 6cm, header: [Running head])\n= Garden\n{words * 20}and ends here.\n\nA new one."
    )

    assert found[0].text == "Garden"
    assert found[0].level == 1
    assert [line.text for line in found[1:]] == [words * 20 + "and ends here.", "A new one."]
    assert found[2].page > 1


def test_words_broken_at_the_margin_are_whole_again():
    (line,) = lines("#set page(width: 5cm)\nAll of this is about long-term integration/migration of people.")

    assert "long-term" in line.text
    assert "integration/migration" in line.text


def test_a_mark_in_the_middle_of_a_row_belongs_to_the_row():
    text = (
        "A long item which takes several lines in its narrow cell so that its mark stands beside the second."
    )
    (line,) = lines(f"#set page(width: 8cm)\n#table(columns: (1fr, 1cm), [{text}], align(horizon)[yes])")

    assert line.cells == (text, "yes")


def test_a_row_broken_over_two_pages_is_one_row():
    text = "a row which goes on and on " * 9 + "until the end."
    found = lines(f"#set page(width: 8cm, height: 5cm)\n#table(columns: (1fr, 1cm), [{text}], [yes])")

    assert [line.cells for line in found] == [(text, "yes")]


def test_an_empty_or_scanned_file_is_refused():
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    assert svg
    with pytest.raises(Unreadable, match="hold no text"):
        pdf.extract(printed("#rect()"))
    pixel = (
        "#image(bytes((137,80,78,71,13,10,26,10,0,0,0,13,73,72,68,82,0,0,0,1,0,0,0,1,8,0,0,0,0,58,126,155,85,0,0,0,10,"
        "73,68,65,84,120,156,99,96,0,0,0,2,0,1,72,175,164,113,0,0,0,0,73,69,78,68,174,66,96,130)))"
    )
    with pytest.raises(Unreadable, match="is a scan"):
        pdf.extract(printed(pixel))


def test_a_damaged_file_is_refused():
    with pytest.raises(Unreadable, match="damaged"):
        pdf.extract(b"%PDF-1.7 and nothing else")


def test_a_locked_file_is_refused(monkeypatch):
    def locked(_data):
        raise pdf.pdfium.PdfiumError("Failed to load document (PDFium: Incorrect password error).")

    monkeypatch.setattr(pdf.pdfium, "PdfDocument", locked)

    with pytest.raises(Unreadable, match="encrypted"):
        pdf.extract(b"%PDF-1.7")


class Opened:
    """A file that opens and then disappoints."""

    def __init__(self, pages: int) -> None:
        self.pages = pages

    def __len__(self) -> int:
        return self.pages

    def __getitem__(self, number: int):
        raise pdf.pdfium.PdfiumError("Failed to load page.")

    def close(self) -> None:
        pass


@pytest.mark.parametrize(
    ("pages", "says"), [(0, "no page"), (501, "more than 500"), (1, "damaged: one of its pages")]
)
def test_pages_that_cannot_be_read(pages, says, monkeypatch):
    monkeypatch.setattr(pdf.pdfium, "PdfDocument", lambda _data: Opened(pages))

    with pytest.raises(Unreadable, match=says):
        pdf.extract(b"%PDF-1.7")

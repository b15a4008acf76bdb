"""PDF files: the characters with their places, made into lines by layout.py."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator

import pypdfium2 as pdfium
from django.utils.translation import gettext as _
from pypdfium2 import raw

from cairn.reading.extract.layout import Page, Rule, Run, laid_out
from cairn.reading.lines import Document, Unreadable

MOST_PAGES = 500
MOST_RULES = 5_000
THIN = 3.0
_PICTURES = frozenset({raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING})
_INVISIBLE = frozenset("\r\n\x00\ufffe\u00ad")
# What PDFium makes of a hyphen at the end of a line.
_BROKEN = "\x02"


def extract(data: bytes) -> Document:
    try:
        opened = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise Unreadable(_why(error)) from None
    try:
        pages = [_page(opened, number) for number in _numbers(opened)]
    except pdfium.PdfiumError:
        raise Unreadable(_("The PDF is damaged: one of its pages cannot be opened.")) from None
    finally:
        opened.close()
    if not any(page.runs for page in pages):
        raise Unreadable(_without_text(pages))
    return Document(tuple(laid_out(pages)))


def _why(error: pdfium.PdfiumError) -> str:
    if "assword" in str(error):
        return _("The PDF is encrypted; save it without a password and try again.")
    return _("The PDF is damaged and cannot be opened.")


def _numbers(opened: pdfium.PdfDocument) -> range:
    if len(opened) == 0:
        raise Unreadable(_("The PDF is empty: it has no page."))
    if len(opened) > MOST_PAGES:
        raise Unreadable(_("The PDF has more than %(most)d pages.") % {"most": MOST_PAGES})
    return range(len(opened))


def _without_text(pages: list[Page]) -> str:
    if any(page.pictures for page in pages):
        return _(
            "The PDF is a scan: it holds pictures of text, which cannot be read here; bring a file with text."
        )
    return _("The PDF is empty: its pages hold no text.")


def _page(opened: pdfium.PdfDocument, number: int) -> Page:
    page = opened[number]
    try:
        text = page.get_textpage()
        runs = tuple(run for run in _runs(text.raw) if run.text)
        rules, pictures = _drawn(page)
        return Page(number + 1, page.get_width(), page.get_height(), runs, tuple(rules), pictures)
    finally:
        page.close()


def _drawn(page: pdfium.PdfPage) -> tuple[list[Rule], bool]:
    """The straight lines that are drawn, sides of boxes too, and whether there are pictures."""
    rules: list[Rule] = []
    pictures = False
    for drawn in page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH, *_PICTURES), max_depth=4):
        if drawn.type in _PICTURES:
            pictures = True
            continue
        left, bottom, right, top = drawn.get_bounds()
        if top - bottom > THIN:
            rules += [Rule(left, left, bottom, top), Rule(right, right, bottom, top)]
        if right - left > THIN:
            rules += [Rule(left, right, bottom, bottom), Rule(left, right, top, top)]
    return rules[:MOST_RULES], pictures


def _runs(text: raw.FPDF_TEXTPAGE) -> Iterator[Run]:
    """Characters of one line that follow each other without a gap, in the order of the file."""
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    letters: list[str] = []
    run = Run("", 0, 0, 0, 0)
    for index in range(raw.FPDFText_CountChars(text)):
        letter = chr(raw.FPDFText_GetUnicode(text, index)).replace(_BROKEN, "-")
        if letter in _INVISIBLE:
            continue
        if letter.isspace():
            letters.append(" ")
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetLooseCharBox(text, index, box)
        if run.size and run.goes_on_at(box.left, y.value):
            run = run.up_to(box.right)
        else:
            yield run.holding("".join(letters))
            run, letters = Run("", box.left, box.right, y.value, _size(text, index)), []
        letters.append(letter)
    yield run.holding("".join(letters))


def _size(text: raw.FPDF_TEXTPAGE, index: int) -> float:
    """The font's size as shown: some writers scale a font of size 1."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, index, matrix)
    return max(float(raw.FPDFText_GetFontSize(text, index)) * math.hypot(matrix.c, matrix.d), 1.0)

"""Reports for stories; made by the same actions that people use."""

import io
from datetime import date

from docx import Document

from cairn.progress import actions, facts, layouts, shape
from cairn.progress.models import Report

HALF = (date(2025, 1, 1), date(2025, 6, 30))
OWN = "id: ours\nname: Ours\nsections:\n  - {title: What we learned, words: required}\n"
SECOND = (date(2025, 7, 1), date(2025, 12, 31))


def a_layout(key="quarterly"):
    return next(layout for layout in layouts.shipped() if layout.key == key)


def a_report(
    practice, by, *, days=HALF, layout="quarterly", grant=None, title="Half a year", language="en"
) -> Report:
    found = layout if isinstance(layout, layouts.Layout) else a_layout(layout)
    return actions.begin(
        practice=practice, layout=found, days=days, grant=grant, title=title, language=language, by=by
    )


def write(report, key="summary", words="It went well.", *, by=None):
    block = report.blocks.get(key=key)
    return actions.write(
        report=report, key=key, words=words, revision=block.revision, by=by or report.made_by
    )


def sent(report, *, by=None):
    """Written, explained and in review."""
    for block in report.blocks.all():
        write(report, block.key, block.words or "Nothing else to tell.", by=by)
    asks = {ask.key: "Prices went up." for ask in facts.asks_of(report)}
    actions.explain(report=report, reasons=asks, by=by or report.made_by)
    return actions.submit(report=report, by=by or report.made_by)


def signed(report, by):
    """In review and signed."""
    kept = sent(report)
    text = shape.to_text(facts.paper_of(kept))
    actions.sign(report=kept, seen=shape.digest_of(text), by=by)
    return Report.objects.get(pk=report.pk)


def a_word_file(*paragraphs):
    """A funder's form."""
    document = Document()
    for words in paragraphs or ("{{ report.title }}: {{ people.unique }}",):
        document.add_paragraph(words)
    return kept(document)


def kept(document):
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()

"""An adaptation on paper, for meetings and partners: a PDF that assistive technology can read (PDF/UA-1).

Set as the reports are. What people wrote reaches the template as data and never as its language; each text runs the
way its own first letter runs, whatever the language of the pack.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import bidirectional

from django.utils.formats import date_format
from django.utils.translation import get_language, get_language_bidi, ngettext
from django.utils.translation import gettext as _

from cairn.reports.wording import clean
from cairn.reports.writers.pdf import typeset
from cairn.transfer import facts

if TYPE_CHECKING:
    from cairn.transfer.models import Adaptation

TEMPLATE = Path(__file__).parent / "pack.typ"
TOLD_AS_FACTS = ("context", "needs", "conditions", "assessment")
"""Sections of labelled texts; parts, contacts and steps are tables."""


def write(adaptation: Adaptation, *, address: str, source_address: str) -> bytes:
    """The pack in the language of whoever asks. `adaptation` came through visible_to; both addresses are whole."""
    return typeset(TEMPLATE, words_of(adaptation, address=address, source_address=source_address))


def words_of(adaptation: Adaptation, *, address: str, source_address: str) -> dict[str, Any]:
    """Everything that pack.typ names."""
    return {
        "language": (get_language() or "en").partition("-")[0],
        "rtl": get_language_bidi(),
        "title": clean(adaptation.title),
        "heading": _words(adaptation.title),
        "house": clean(adaptation.organisation.name),
        "organisation": _words(adaptation.organisation.name),
        "decided": facts.decided(adaptation),
        "about": [
            _row(_("Adapted from"), adaptation.source_title),
            _row(_("Edition"), str(adaptation.publication.edition)),
            _row(_("Read it at"), source_address),
            _row(*facts.said_in(adaptation, "state")[0]),
            *[_row(_("Please note"), note) for note in _notes(adaptation)],
        ],
        "sections": {key: _section(adaptation, key) for key in TOLD_AS_FACTS},
        "parts": {"title": str(facts.NAMES["elements"]), **_parts(adaptation)},
        "contacts": {"title": _("Contacts and exchanges"), **_contacts(adaptation)},
        "steps": {"title": str(facts.NAMES["schedule"]), **_steps(adaptation)},
        "history": {"title": _("History"), "text": _words(_history(adaptation)), "address": _words(address)},
        "say": {"page": _("Page"), "kind": _("Adaptation pack")},
    }


def _words(text: str) -> dict[str, str]:
    """A text, and which way it runs: that of its first letter that has one."""
    strong = next((kind for kind in map(bidirectional, text) if kind in {"L", "R", "AL"}), "")
    return {"text": clean(text), "dir": {"L": "ltr", "": "auto"}.get(strong, "rtl")}


def _row(label: str, value: str) -> dict[str, Any]:
    return {"label": label[:1].upper() + label[1:], "value": _words(value or _("Not yet recorded"))}


def _section(adaptation: Adaptation, key: str) -> dict[str, Any]:
    return {
        "title": str(facts.NAMES[key]),
        "rows": [_row(label, value) for label, value in facts.said_in(adaptation, key)],
    }


def _table(columns: list[str], rows: list[list[str]], empty: str) -> dict[str, Any]:
    return {"columns": columns, "rows": [[_words(cell) for cell in row] for row in rows], "empty": empty}


def _parts(adaptation: Adaptation) -> dict[str, Any]:
    return _table(
        [_("Part of the practice"), _("What becomes of it"), _("How it will be"), _("Why")],
        [
            [row.label, facts.words("choice", row.choice), row.what, row.why]
            for row in adaptation.elements.all()
        ],
        _("No part of the practice is listed."),
    )


def _contacts(adaptation: Adaptation) -> dict[str, Any]:
    return _table(
        [_("Date"), _("With whom"), _("How"), _("What was learnt")],
        [[_day(row.on), row.with_whom, row.how, row.learnt] for row in adaptation.exchanges.all()],
        _("Nobody was spoken to yet."),
    )


def _steps(adaptation: Adaptation) -> dict[str, Any]:
    return _table(
        [_("Step"), _("By when"), _("Who sees to it"), _("Done")],
        [
            [row.what, _day(row.due_on), row.who, facts.words("done", row.done)]
            for row in adaptation.steps.all()
        ],
        _("No step is planned yet."),
    )


def _notes(adaptation: Adaptation) -> list[str]:
    """What became of the source since, and why the adaptation was stopped."""
    source = facts.source_of(adaptation)
    notes = [adaptation.reason] if adaptation.reason else []
    if source.withdrawn:
        notes.append(_("This edition was withdrawn since: %(reason)s") % {"reason": source.why})
    if source.newer:
        notes.append(_("The source has a newer edition, number %(edition)s.") % {"edition": source.newer})
    return notes


def _history(adaptation: Adaptation) -> str:
    kept = adaptation.changes.count()
    return ngettext(
        "Begun on %(begun)s, last changed on %(changed)s. %(count)s entry in its history says who changed what.",
        "Begun on %(begun)s, last changed on %(changed)s. %(count)s entries in its history say who changed what.",
        kept,
    ) % {"begun": _day(adaptation.made_at), "changed": _day(adaptation.changed_at), "count": kept}


def _day(on: date | None) -> str:
    return date_format(on, "DATE_FORMAT") if on else ""

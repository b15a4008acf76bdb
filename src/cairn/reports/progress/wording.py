"""What every format of a report to a funder says in the same words."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cairn.progress.shape import Paper, Part, digest_of, to_text
from cairn.reports.wording import clean


def facts(paper: Paper) -> list[tuple[str, str]]:
    """Label and words of the report as a whole; what there is not is left out."""
    rows = [
        (_("Practice"), paper.practice),
        (_("Organisation"), paper.organisation),
        (_("Grant"), paper.grant),
        (_("Period"), period(paper)),
        (_("Figures as of"), day(paper, "figures_on")),
        (_("Written by"), paper.written_by),
        (_("Signed by"), paper.signed_by),
        (_("Signed on"), day(paper, "signed_on")),
        (_("State"), "" if paper.signed_by else _("draft: not signed")),
        (_("Fingerprint (SHA-256)"), digest_of(to_text(paper)) if paper.signed_by else ""),
    ]
    return [(label, clean(words)) for label, words in rows if words]


def period(paper: Paper) -> str:
    return _("%(first)s to %(last)s") % {"first": day(paper, "starts_on"), "last": day(paper, "ends_on")}


def day(paper: Paper, name: str) -> str:
    on = getattr(paper, name)
    return date_format(on, "DATE_FORMAT") if on else ""


def settled_on(paper: Paper) -> date:
    """The day that files say they are of, so that a signed report is the same file whenever it is fetched."""
    return paper.signed_on or paper.figures_on


def source(part: Part) -> str:
    """Where the figures of a group come from, and when they were taken."""
    words = _("Source: %(source)s As the records stood on %(day)s.")
    return words % {"source": clean(part.source), "day": date_format(part.as_of, "DATE_FORMAT")}

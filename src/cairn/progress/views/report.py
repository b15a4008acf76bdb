"""A report as it reads, with where it stands and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from cairn.progress import facts
from cairn.progress.asking import readable
from cairn.progress.enums import State, Writing
from cairn.progress.layouts import from_kept
from cairn.progress.shape import digest_of

if TYPE_CHECKING:
    from cairn.people.asking import SignedIn
    from cairn.progress.models import Report
    from cairn.progress.shape import Paper


def show(request: SignedIn, practice: int, pk: int) -> HttpResponse:
    report = readable(request, practice, pk)
    may_write = facts.may_write(request.user, report.practice)
    writing = may_write and State(report.state).open
    paper = facts.paper_of(report)
    context = {
        "practice": report.practice,
        "report": report,
        "paper": paper,
        "words": facts.words_of(report.practice.organisation),
        "may_write": may_write,
        "writing": writing,
        "lacks": facts.lacks_of(report, timezone.localdate()) if writing else [],
        "asks": bool(writing and facts.asks_of(report)),
        "sections": _sections(report, paper),
        "in_review": report.state == State.IN_REVIEW,
        "may_sign": facts.may_sign(request.user, report),
        "may_return": report.state == State.IN_REVIEW
        and facts.SIGN in facts.allowed_to(request.user, report.practice),
        "signers": facts.signers_of(report) if report.state == State.IN_REVIEW else [],
        "steps": report.steps.select_related("by"),
        "sent": report.steps.exists(),
        "intact": report.state != State.SIGNED or digest_of(report.signed.text) == report.signed.digest,
    }
    return render(request, "progress/report.html", context)


def _sections(report: Report, paper: Paper) -> list[dict[str, object]]:
    """Each section of the paper, with whether words can be written there and whether they come from the report before."""
    blocks = {block.key: block for block in report.blocks.all()}
    slots = from_kept(report.layout).slots
    return [
        {
            "told": section,
            "slot": slot,
            "block": blocks.get(slot.key),
            "writable": slot.writing != Writing.NONE,
        }
        for section, slot in zip(paper.sections, slots, strict=True)
    ]

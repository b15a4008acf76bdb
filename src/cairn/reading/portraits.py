"""Our own exported JSON, read back exactly: nothing in it needs to be guessed."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cairn.frameworks.enums import Standing
from cairn.publications.portrait import FORMAT, MarkPortrait, NodePortrait, PracticePortrait, from_text
from cairn.reading.lines import Unreadable
from cairn.reading.shape import ItemReading, PracticeReading, QuestionReading, Reading


def reading_of(data: bytes) -> Reading:
    """Raises Unreadable where the file is no portrait of ours."""
    try:
        portrait = from_text(data.decode())
    except (ValueError, RecursionError):
        portrait = None
    if portrait is None or portrait.format != FORMAT:
        raise Unreadable(_("The JSON file is not an assessment exported by Cairn."))
    return Reading(
        framework=portrait.framework.id,
        version=portrait.framework.version,
        language=portrait.language,
        practice=_practice(portrait.practice),
        questions=tuple(_question(node) for node in portrait.questions),
    )


def _practice(practice: PracticePortrait) -> PracticeReading:
    days = [str(day) for day in (practice.starts_on, practice.ends_on) if day]
    return PracticeReading(
        title=practice.title or None,
        organisation=practice.organisation or None,
        summary=practice.summary or None,
        period=" – ".join(days) or None,
        country=practice.country.label if practice.country else None,
        contact=practice.contact or None,
        website=practice.website or None,
        funding=practice.funding or None,
        objectives=practice.objectives or None,
    )


def _question(node: NodePortrait) -> QuestionReading:
    return QuestionReading(
        id=node.id,
        text=node.text,
        narrative=node.narrative,
        tools=node.tools,
        items=tuple(_item(item) for item in node.items),
        left_out=node.left_out,
        matched_by="equal text",
        confidence=1.0,
    )


def _item(node: NodePortrait) -> ItemReading:
    mark = node.mark or MarkPortrait(Standing.UNKNOWN)
    return ItemReading(
        id=node.id,
        mark=mark.standing,
        level=mark.level,
        text=mark.wording or node.text,
        matched_by="equal text",
        confidence=1.0,
        note=mark.note,
    )

"""Published practices side by side, open to everyone."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router

from cairn.api.problems import Refusal
from cairn.api.schemas import ComparedItem, ComparedPractice, ComparisonOut
from cairn.comparison.choosing import choose
from cairn.comparison.facts import published_sides

router = Router(tags=["Publications"])


@router.get("", response=ComparisonOut, summary="Compare published practices, item by item", auth=None)
def show_comparison(request: HttpRequest, practice: Query[list[str]]) -> ComparisonOut:
    """Two to ten practices by their slugs, judged by one framework; `problems` says what was left aside, and why.

    Answers 409 where what was named cannot be laid side by side.
    """
    choice = choose(practice, published_sides)
    if not choice.comparable:
        detail = " ".join(choice.problems) or _("Name at least two practices.")
        raise Refusal(409, detail)
    comparison = choice.compared()
    return ComparisonOut(
        problems=list(choice.problems),
        practices=[
            ComparedPractice(
                slug=side.key,
                title=side.portrait.practice.title,
                organisation=side.portrait.practice.organisation,
                framework=side.portrait.framework.ref,
                met=side.portrait.tally.met,
                decided=side.portrait.tally.judged,
            )
            for side in choice.sides
        ],
        items=[
            ComparedItem(
                id=item.id,
                text=item.text,
                criterion=criterion.text,
                differs=item.differs,
                marks=[mark.standing or "not_asked" for mark in item.marks],
            )
            for criterion in comparison.criteria
            for item in criterion.items
        ],
    )

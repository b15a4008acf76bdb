"""I1.4: what somebody needs so that they can take part is asked, decided soon and provided.

That a refusal has a reason needs no counting: Cairn keeps no refusal without one.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from cairn.activities.facts.held import by_person, with_childcare
from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should
from cairn.evidence.daily import active, dated
from cairn.evidence.enums import Verdict
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Finding, Part, Task
from cairn.participants.counting import Share
from cairn.participants.facts import adjustments_of

ASK = Task(_("Ask everyone whether something needs adjusting, and record also that nothing does"), "participants")  # fmt: skip
DECIDE = Task(_("Decide on the adjustments that wait"), "participants")
PROVIDE = Task(_("Provide what was agreed, and record since when"), "participants")
CHILDREN = Task(_("Offer childcare where it is needed, and record it with the session"), "sessions")
FOLLOW = Task(_("Find out why those with an adjustment come less often"), "activities_figures")
ASKED = "participant_id asked_on decision decided_on provided_on made_at"
NEEDS_NOTHING = "none"


def parts(asking: Asking) -> Iterator[Part]:
    records, practice, today = asking.records, asking.practice.pk, asking.today
    people = active(asking)
    known = [one for one in records.some(ASKED, adjustments_of, practice) if one.asked_on <= today]
    asked = {one.participant_id: one for one in known if one.participant_id in people}
    wanted = [one for one in known if one.decision != NEEDS_NOTHING]
    within = asking.number("decided_days")
    due = [one for one in wanted if one.decided_on or one.asked_on + timedelta(days=within) < today]
    given = [one for one in due if one.provided_on and one.provided_on <= today]
    waits = [(one.decided_on - one.asked_on).days if one.decided_on else None for one in due]
    yield must(
        "asked",
        _("Everyone who takes part was asked"),
        blocks.share(Share(len(asked), len(people)), asking.limit("asked"), traces=dated(known, "asked_on")),
        ASK,
    )
    yield must(
        "decided",
        _("What was asked for was decided in time"),
        _if_any(due, known, blocks.lag(waits, within, asking.limit("decided"))),
        DECIDE,
    )
    yield must(
        "provided",
        _("What was asked for was provided"),
        _if_any(due, known, blocks.share(Share(len(given), len(due)), asking.limit("provided"), traces=dated(given, "provided_on"))),
        PROVIDE,
    )  # fmt: skip
    yield should(
        "childcare",
        _("Childcare was there in sessions with people who need it"),
        blocks.share(records.once(with_childcare, practice, asking.since, today), asking.limit("childcare")),
        CHILDREN,
    )
    yield should("attendance", _("With an adjustment people come as regularly as others"), _compared(asking, given), FOLLOW)  # fmt: skip


def _if_any(due: Sequence[Any], known: Sequence[Any], found: Finding) -> Finding:
    """Asked, and nobody needs anything: that is as good as everything provided."""
    return found if due or not known else Finding(Verdict.YES, 0, 0)


def _compared(asking: Asking, given: Sequence[Any]) -> Finding:
    attended = asking.records.once(by_person, asking.practice.pk, asking.since, asking.today)
    adjusted = {one.participant_id for one in given}
    there = {key: one.regular for key, one in attended.items() if one.known}
    theirs = [regular for key, regular in there.items() if key in adjusted]
    others = [regular for key, regular in there.items() if key not in adjusted]
    return blocks.behind(Share(sum(theirs), len(theirs)), Share(sum(others), len(others)), asking.limit("points"))  # fmt: skip


RULE = Rule(
    item="I1.4",
    limits={
        "asked": Limit(_("Share of people who were asked"), Unit.SHARE),
        "decided_days": Limit(_("Decided within so many days"), Unit.DAYS),
        "decided": Limit(_("Share decided in time"), Unit.SHARE),
        "provided": Limit(_("Share provided"), Unit.SHARE),
        "childcare": Limit(_("Share of sessions with childcare, where it is needed"), Unit.SHARE),
        "points": Limit(_("Points by which regular attendance may lie behind"), Unit.SHARE),
    },
    parts=parts,
)

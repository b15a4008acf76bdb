"""R2.1: people grow in confidence and independence, and set their own goals.

Who chose a goal is kept of every goal, so a review need not say it again.
"""

from collections.abc import Iterator
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, signing
from cairn.evidence.daily import active, dated
from cairn.evidence.enums import Side, Verdict
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Finding, Part, Task
from cairn.participants.counting import Share
from cairn.plans.facts import figures, kept_up, pairs, reviews, steps_alone
from cairn.practices.days import months_later

RATE = Task(_("Ask people how they see themselves, at the start and again"), "participants")
REVIEW = Task(_("Look at plans together, and write down a strength that showed"), "plans")
CHOOSE = Task(_("Let people choose their goals, alone or together with you"), "plans")


def parts(asking: Asking) -> Iterator[Part]:
    records, practice, today = asking.records, asking.practice.pk, asking.today
    long_enough = months_later(today, -asking.number("months_in"))
    staying = {key for key, since in active(asking).items() if since <= long_enough}
    rated = records.once(pairs, practice, today)
    twice = staying & set(rated)
    told = records.once(figures, practice, asking.since, today)
    seen = [
        one
        for one in records.some("on made_at strength_seen", reviews, practice, asking.since, today)
        if one.strength_seen
    ]
    latest = dated([rated[key].last for key in rated], "on", Side.PARTICIPANTS)
    yield must(
        "rated",
        _("People who have been here for some months rated themselves twice"),
        blocks.share(Share(len(twice), len(staying) if rated else 0), asking.limit("rated"), traces=latest),
        RATE,
    )
    yield must(
        "improved",
        _("They see themselves as more confident than at the start, or stayed high"),
        blocks.share(kept_up(rated.values()), asking.limit("improved"), enough=asking.number("enough")),
        RATE,
    )  # fmt: skip
    yield must(
        "strengths",
        _("Reviews of plans write down a strength"),
        blocks.share(told.reviews_with_strength, asking.limit("strengths"), traces=dated(seen, "on")),
        REVIEW,
    )
    yield must("chosen", _("The person chose the goal, alone or together"), blocks.share(told.chosen_by_person, asking.limit("chosen")), CHOOSE)  # fmt: skip
    yield should("alone", _("More steps are done alone than half a year before"), _alone(asking), REVIEW)
    yield should("stated", _("Somebody says that the scale suits the people"), blocks.exists(asking.statements()), signing(asking))  # fmt: skip


def _alone(asking: Asking) -> Finding:
    """Steps done alone or with a reminder, in the later half of the window against the earlier."""
    middle = months_later(asking.today, -6)
    earlier = asking.records.once(steps_alone, asking.practice.pk, asking.since, middle)
    later = asking.records.once(steps_alone, asking.practice.pk, middle + timedelta(days=1), asking.today)
    if not later.whole or not earlier.whole:
        return Finding(Verdict.NO_DATA)
    if min(later.whole, earlier.whole) < blocks.ENOUGH:
        return Finding(Verdict.TOO_FEW)
    rises = later.part * earlier.whole > earlier.part * later.whole or later.part == later.whole
    return Finding(Verdict.YES if rises else Verdict.NO, later.part, later.whole)


RULE = Rule(
    item="R2.1",
    limits={
        "months_in": Limit(_("Months after which people should have rated themselves twice"), Unit.MONTHS),
        "rated": Limit(_("Share of people who rated themselves twice"), Unit.SHARE),
        "improved": Limit(_("Share who improved or stayed high"), Unit.SHARE),
        "enough": Limit(_("People needed to tell"), Unit.COUNT),
        "strengths": Limit(_("Share of reviews with a strength"), Unit.SHARE),
        "chosen": Limit(_("Share of goals that people chose"), Unit.SHARE),
    },
    parts=parts,
)

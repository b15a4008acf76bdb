"""R2.3: people and their communities learn, and can show what they learnt.

What somebody gained is read from goals and from how they left: entries in the grid of skills are sealed.
"""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from cairn.activities.facts.held import came_to, held
from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, traced
from cairn.evidence.daily import active, dated, of_sessions, sessions
from cairn.evidence.enums import Side
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task
from cairn.participants.counting import Share
from cairn.plans.facts import gained, left

if TYPE_CHECKING:
    from uuid import UUID

    from cairn.registers.facts import Row

LEARNING = ("course", "workshop", "group", "mentoring", "work")
"""Kinds of activities in which one learns."""
HOLD = Task(_("Hold courses or workshops, and record hours and who came"), "sessions")
SHOW = Task(_("Record goals reached in training, language or recognition"), "plans")
MENTOR = Task(_("Prepare somebody who went the same way as a mentor"), "record_new", ("volunteer",))
SUPPORT = Task(_("Help a migrant association to grow, and write it down"), "record_new", ("capacity_action",))


def parts(asking: Asking) -> Iterator[Part]:
    records, practice, today = asking.records, asking.practice.pk, asking.today
    people = active(asking)
    learning = [one for one in sessions(asking) if one.kind in LEARNING and one.hours]
    learners = set(people) & records.once(_learners, practice, asking.since, today)
    leavers = records.some("participant_id on made_at", left, practice, asking.since, today)
    gone = {one.participant_id for one in leavers}
    showing = gone & records.once(gained, practice, today)
    peers = [row for row in records.rows("volunteer") if row["side"] == "peer" and row["trained_on"]]
    yield must(
        "hours",
        _("Those who take part had hours of learning"),
        blocks.share(Share(len(learners), len(people) if learning else 0), asking.limit("hours"), traces=of_sessions(learning)),
        HOLD,
    )  # fmt: skip
    yield must(
        "gained",
        _("Those who left can show what they learnt"),
        blocks.share(Share(len(showing), len(gone)), asking.limit("gained"), traces=dated(leavers, "on")),
        SHOW,
    )
    yield should("peers", _("Somebody who took part is trained to mentor others"), blocks.exists(traced(peers, Side.PARTICIPANTS)), MENTOR)  # fmt: skip
    yield should("association", _("A migrant association was helped to grow"), blocks.exists(traced(_for_associations(asking))), SUPPORT)  # fmt: skip


def _learners(practice_id: int, since: date, until: date) -> "set[UUID]":
    return came_to(held(practice_id, since, until).filter(activity__kind__in=LEARNING, hours__gt=0))


def _for_associations(asking: Asking) -> "list[Row]":
    associations = {row.id for row in asking.records.rows("stakeholder") if row["side"] == "migrants"}
    given = asking.records.lately("capacity_action")
    return [row for row in given if associations & set(row["organisations"])]


RULE = Rule(
    item="R2.3",
    limits={
        "hours": Limit(_("Share of people with hours of learning"), Unit.SHARE),
        "gained": Limit(_("Share of those who left that can show something"), Unit.SHARE),
    },
    parts=parts,
)

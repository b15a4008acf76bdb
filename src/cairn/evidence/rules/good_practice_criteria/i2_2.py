"""I2.2: local people have a say and a part in what is offered, and do things together with participants."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from cairn.activities.facts.held import with_locals
from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, signing, traced
from cairn.evidence.daily import of_sessions, sessions
from cairn.evidence.enums import Side, Verdict
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Finding, Part, Task
from cairn.participants.counting import Share
from cairn.practices.days import months_later

if TYPE_CHECKING:
    from cairn.registers.facts import Row

HALF = 6
"""Months that are compared with as many before."""
MEET = Task(_("Invite neighbours or employers to design with you, and write the meeting down"), "record_new", ("meeting",))  # fmt: skip
ROLE = Task(_("Give local people a role in activities, and put them on the sessions’ staff"), "sessions")
MIX = Task(_("Open sessions to local people, and record that both took part"), "sessions")
HOURS = Task(_("Add up the hours that volunteers gave"), "record_new", ("volunteer_time",))
DECIDE = Task(_("Record what was decided on an idea of local people"), "record_new", ("design_decision",))


def parts(asking: Asking) -> Iterator[Part]:
    records, practice, today = asking.records, asking.practice.pk, asking.today
    meetings = [row for row in records.rows("meeting") if row["type"] == "design" and (row["citizens"] or row["business"])]  # fmt: skip
    held = sessions(asking)
    mixed = [one for one in held if one.participation == "mixed"]
    decided = [row for row in records.rows("design_decision") if "locals" in row["sources"] and row["decision"] in {"yes", "partly"}]  # fmt: skip
    yield must("design", _("Local people were in a meeting in which the practice was designed"), blocks.exists(traced(meetings, Side.OUTSIDE)), MEET)  # fmt: skip
    yield must(
        "roles",
        _("They have a role in activities"),
        blocks.share(records.once(with_locals, practice, asking.since, today), asking.limit("roles")),
        ROLE,
    )
    yield must(
        "mixed",
        _("Sessions bring participants and local people together"),
        blocks.share(Share(len(mixed), len(held)), asking.limit("mixed"), traces=of_sessions(mixed)),
        MIX,
    )
    yield should("hours", _("Volunteers give no fewer hours than in the half year before"), _hours(asking, records.lately("volunteer_time")), HOURS)  # fmt: skip
    yield should("changed", _("An idea of theirs changed what is offered"), blocks.exists(traced(decided, Side.OUTSIDE)), DECIDE)  # fmt: skip
    yield should("stated", _("Somebody says that this is safe for the people here"), blocks.exists(asking.statements()), signing(asking))  # fmt: skip


def _hours(asking: Asking, given: "Sequence[Row]") -> Finding:
    middle = months_later(asking.today, -HALF)
    later = sum(row["hours"] for row in given if row.happened_on and row.happened_on > middle)
    earlier = sum(row["hours"] for row in given) - later
    if not given:
        return Finding(Verdict.NO_DATA)
    return Finding(Verdict.YES if later >= earlier else Verdict.NO, int(later), int(earlier), traced(given))


RULE = Rule(
    item="I2.2",
    limits={
        "roles": Limit(_("Share of activities in which local people have a role"), Unit.SHARE),
        "mixed": Limit(_("Share of sessions with both"), Unit.SHARE),
    },
    parts=parts,
)

"""R1.3: the practice works on the whole of the problem and reaches most of those in the area.

How many people there are is often unknown, or must stay so: only a person can say it, and figures only strengthen that.
"""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cairn.activities.facts.offering import offered_between
from cairn.evidence import blocks
from cairn.evidence.asking import Asking, should, stated, traced
from cairn.evidence.daily import everyone
from cairn.evidence.enums import Side
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task
from cairn.needs.facts import table
from cairn.participants.counting import Share

ESTIMATE = Task(_("Write down how many people it could be for, and who says so"), "record_new", ("area_estimate",))  # fmt: skip
COVER = Task(_("Say of each activity which needs it covers"), "activities")
CHANGE = Task(_("Note where a rule or an office changed for everyone"), "record_new", ("receiving_change",))


def parts(asking: Asking) -> Iterator[Part]:
    """Of an estimate the higher figure counts."""
    records, practice = asking.records, asking.practice.pk
    estimates = [row for row in records.rows("area_estimate") if row.is_open][:1]
    most = sum(row["most"] or row["least"] for row in estimates)
    reached = sum(one.enrolled_on <= asking.today for one in everyone(asking))
    pressing = {row.domain.value for row in records.once(table, practice) if row.high}
    offered = records.once(offered_between, practice, asking.since, asking.today)
    changes = [row for row in records.lately("receiving_change") if row["type"] in {"law", "office"}]
    yield stated(asking, _("Somebody says how large the group is and that most of it is reached"))
    yield should(
        "reached",
        _("Most of the group in the area is reached"),
        blocks.share(Share(min(reached, most), most), asking.limit("reached"), asking.limit("reached_partly"), traces=traced(estimates, Side.OUTSIDE)),
        ESTIMATE,
    )  # fmt: skip
    yield should(
        "covered",
        _("What is offered covers the needs that press most"),
        blocks.coverage(pressing, {domain for one in offered for domain in one.domains}, asking.limit("covered")),
        COVER,
    )  # fmt: skip
    yield should(
        "changed",
        _("A rule or an office changed for everyone"),
        blocks.exists(traced(changes, Side.OUTSIDE)),
        CHANGE,
    )


RULE = Rule(
    item="R1.3",
    limits={
        "reached": Limit(_("Share of the group that is reached"), Unit.SHARE),
        "reached_partly": Limit(_("From this share on, partly"), Unit.SHARE),
        "covered": Limit(_("Share of the domains of pressing needs that activities cover"), Unit.SHARE),
    },
    parts=parts,
)

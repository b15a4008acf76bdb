"""S4: a year after leaving, people still have what they gained, as they say themselves."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must
from cairn.evidence.daily import follow_ups
from cairn.evidence.enums import Side
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task, Trace
from cairn.participants.counting import Share

YEAR = 12
ASK = Task(_("Ask people a year after they left, by a safe way only, how they fare"), "plans")


def parts(asking: Asking) -> Iterator[Part]:
    """Who could not be reached safely counts among those not reached, never among those who lost something."""
    due = follow_ups(asking)
    asked = [one for one in due if one.months == YEAR]
    reached = [one for one in asked if one.contact == "reached"]
    told = [one for one in reached if one.holds in {"yes", "no"}]
    still = [one for one in told if one.holds == "yes"]
    traces = [Trace(one.done_on, one.done_on, Side.PARTICIPANTS) for one in reached if one.done_on]
    yield must("reached", _("People were asked a year after leaving"), blocks.share(Share(len(reached), len(asked)), asking.limit("reached"), 0.01, traces=traces), ASK)  # fmt: skip
    yield must("holds", _("They still have what they gained"), blocks.share(Share(len(still), len(told)), asking.limit("holds"), traces=traces), ASK)  # fmt: skip


RULE = Rule(
    item="S4",
    limits={
        "reached": Limit(_("Share that was reached, of those due a year after leaving"), Unit.SHARE),
        "holds": Limit(_("Share that still has what it gained"), Unit.SHARE),
    },
    parts=parts,
)

"""R3.3: institutions become able to do it themselves, and confirm that they use what they were given."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, signing, traced
from cairn.evidence.enums import Side
from cairn.evidence.rows import begun
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task
from cairn.participants.counting import Share
from cairn.practices.days import months_later

GIVE = Task(_("Write down what you gave to an institution: training, tools, protocols"), "record_new", ("capacity_action",))  # fmt: skip
CONFIRM = Task(_("Ask an institution to confirm that it uses what you gave it"), "record_new", ("adoption",))
AGREE = Task(_("Agree with an institution on capacity building"), "record_new", ("agreement",))
FOLLOW = Task(_("Ask how it is used, and close the help once you know"), "register", ("capacity_action",))


def parts(asking: Asking) -> Iterator[Part]:
    given = asking.records.lately("capacity_action")
    confirmed = asking.records.lately("adoption")
    agreed = [row for row in asking.records.rows("agreement") if row.is_open and "capacity" in row["covers"]]
    heard_of = {source for row in confirmed for source in row["sources"]}
    old = [row for row in given if months_later(row["given_on"], asking.number("follow_up")) <= asking.today]
    followed = [row for row in old if row.closed_on or row.id in heard_of]
    yield must("given", _("Institutions were helped in every half-year"), blocks.cadence(traced(given), begun(asking), asking.today, every=asking.number("every")), GIVE)  # fmt: skip
    yield must("used", _("Somebody outside confirmed the use"), blocks.uptake(traced(given), traced(confirmed, Side.OUTSIDE), asking.number("uses")), CONFIRM)  # fmt: skip
    yield should("agreed", _("An agreement names capacity building"), blocks.exists(traced(agreed, Side.PARTNERS)), AGREE)  # fmt: skip
    yield should("followed", _("Some months later it was asked how it is used"), blocks.share(Share(len(followed), len(old)), asking.limit("followed"), traces=traced(followed)), FOLLOW)  # fmt: skip
    yield should("stated", _("An institution’s confirmation was seen, and somebody signs for it"), blocks.exists(asking.statements()), signing(asking))  # fmt: skip


RULE = Rule(
    item="R3.3",
    limits={
        "every": Limit(_("Months within which an institution is helped"), Unit.MONTHS),
        "uses": Limit(_("Confirmed uses in twelve months"), Unit.COUNT),
        "follow_up": Limit(_("Months after which it is asked how it is used"), Unit.MONTHS),
        "followed": Limit(_("Share of help that was followed up"), Unit.SHARE),
    },
    parts=parts,
)

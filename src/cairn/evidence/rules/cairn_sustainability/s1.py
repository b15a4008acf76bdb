"""S1: money is signed for a year beyond the present grant, and no funder carries too much alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, traced
from cairn.evidence.enums import Side, Verdict
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Finding, Part, Task
from cairn.money import facts as money
from cairn.participants.counting import Share
from cairn.practices.days import months_later
from cairn.registers.facts import Row

SIGN = Task(_("Enter what is signed for the time after the present grant, with its days"), "record_new", ("funding",))  # fmt: skip
SPREAD = Task(_("Find a second source of money, and enter amounts and currency of each"), "register", ("funding",))  # fmt: skip


def parts(asking: Asking) -> Iterator[Part]:
    """Only what is signed counts. Amounts in several currencies are not added, so that shares stay unknown."""
    there = [row for row in asking.records.rows("funding") if row.is_open and (row["until_on"] or asking.today) >= asking.today]  # fmt: skip
    signed = [row for row in there if row["certainty"] == "signed"]
    ends = _present_end(asking)
    beyond = [row for row in signed if row["until_on"] and row["until_on"] > ends]
    months = _months(ends, _reach(ends, beyond))
    needed = asking.number("months") if there else 0
    yield must("months", _("Months of signed money beyond the present grant"), blocks.share(Share(months, needed), 1, 0.01, traces=traced(beyond, Side.PARTNERS)), SIGN)  # fmt: skip
    yield must("spread", _("Money that comes from others than the largest funder"), _spread(signed, asking.limit("others")), SPREAD)  # fmt: skip


def _present_end(asking: Asking) -> date:
    """The last day of what is paid now by a grant; today where none runs."""
    grants = asking.records.once(money.grants_of, asking.practice.pk)
    return max(
        (one.ends_on for one in grants if one.starts_on <= asking.today <= one.ends_on), default=asking.today
    )


def _reach(ends: date, rows: Iterable[Row]) -> date:
    """Until when money follows upon money, with no more than a month between."""
    for row in sorted(rows, key=lambda one: one["from_on"] or ends):
        if (row["from_on"] or ends) <= months_later(ends, 1):
            ends = max(ends, row["until_on"])
    return ends


def _months(since: date, until: date) -> int:
    months = 0
    while months_later(since, months + 1) <= until:
        months += 1
    return months


def _spread(signed: list[Row], others: float) -> Finding:
    known = [row for row in signed if row["amount"]]
    if len({row["currency"] for row in known}) > 1:
        return Finding(Verdict.TOO_FEW, traces=traced(known, Side.PARTNERS))
    by_funder: dict[object, Decimal] = defaultdict(Decimal)
    for row in known:
        by_funder[row["funder"] or row["title"]] += row["amount"]
    whole = sum(by_funder.values(), Decimal(0))
    apart = whole - max(by_funder.values(), default=Decimal(0))
    return blocks.share(Share(int(apart), int(whole)), others, 0.01, traces=traced(known, Side.PARTNERS))


RULE = Rule(
    item="S1",
    limits={
        "months": Limit(_("Months of signed money beyond the present grant"), Unit.MONTHS),
        "others": Limit(_("Share of money from others than the largest funder"), Unit.SHARE),
    },
    parts=parts,
)

"""S6: somebody looks once a year at what the practice does to the environment, and whether it harms anyone."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must
from cairn.evidence.rows import read_again
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task

CHECK = Task(_("Check what the practice does to people and environment, and list the check"), "record_new", ("document",))  # fmt: skip


def parts(asking: Asking) -> Iterator[Part]:
    checks = [row for row in asking.records.rows("document") if row["type"] == "harm" and row.is_open]
    yield must(
        "checked",
        _("Harm to people and environment was checked within the year"),
        blocks.reviewed(read_again(checks), asking.today, asking.number("months")),
        CHECK,
    )


RULE = Rule(
    item="S6",
    limits={"months": Limit(_("Months within which it is checked again"), Unit.MONTHS)},
    parts=parts,
)

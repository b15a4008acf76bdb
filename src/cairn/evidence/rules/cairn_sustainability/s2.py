"""S2: a regular or public service does the work, or a part of it."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, traced
from cairn.evidence.enums import Side
from cairn.evidence.rule import Rule
from cairn.evidence.shape import Part, Task

CONFIRM = Task(_("Ask the service that took the work over to confirm it"), "record_new", ("adoption",))
AGREE = Task(_("Agree in writing with a public service that it does the work, or a part of it"), "record_new", ("agreement",))  # fmt: skip


def parts(asking: Asking) -> Iterator[Part]:
    """What is in regular use only, or only spoken of, is a part of the way; what was tried once is not."""
    uses = [row for row in asking.records.rows("adoption") if row["extent"] in {"regular", "service"}]
    agreed = [row for row in asking.records.rows("agreement") if row.is_open and "service" in row["covers"]]
    serving = [row for row in uses if row["extent"] == "service"]
    written = [row for row in agreed if row["form"] != "spoken"]
    yield must(
        "service",
        _("A confirmation or a written agreement says that a regular or public service does it"),
        blocks.uptake(
            traced(uses, Side.OUTSIDE) + traced(agreed, Side.PARTNERS),
            traced(serving, Side.OUTSIDE) + traced(written, Side.PARTNERS),
        ),
        CONFIRM,
        AGREE,
    )


RULE = Rule(item="S2", limits={}, parts=parts)

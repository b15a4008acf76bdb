"""R3.2: what others found out and agreed, near and far, is put to use and not only listed."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task, Trace
from cairn.needs import facts as needs
from cairn.participants.counting import Share
from cairn.plans import facts as plans
from cairn.practices.days import months_later
from cairn.registers.facts import Row

LEVELS = {"local": "local", "regional": "local", "national": "national", "international": "international"}
"""Levels as they are recorded, and the three that are asked for."""
LIST = Task(_("List the guidance and tools you use, from the town to Europe, with where and when each was used"), "record_new", ("standard",))  # fmt: skip
USE = Task(_("Say of each standard where it was used, and when last"), "register", ("standard",))
GRID = Task(_("Fill in the skills of those who want to work"), "needs_figures")
CURRENT = Task(_("Look whether you use the version in force"), "register", ("standard",))


def parts(asking: Asking) -> Iterator[Part]:
    """What is listed and was not used lately is a part of the way."""
    listed = [row for row in asking.records.rows("standard") if row.is_open]
    used = [row for row in listed if _is_used(row, asking)]
    levels = {LEVELS[row["level"]] for row in used}
    traces = [Trace(row["used_on"], row.entered_on) for row in used]
    current = [row for row in used if row["current"]]
    towards = asking.records.once(plans.towards_work, asking.practice.pk, asking.today)
    whole = asking.records.once(needs.with_whole_grid, asking.practice.pk)
    wanted = set(LEVELS.values())
    yield must("levels", _("Local, national and European or international guidance was used"), blocks.share(Share(len(levels), len(wanted) * bool(listed)), 1, 0, traces=traces), LIST, USE)  # fmt: skip
    yield must("grid", _("The skills of those who want to work are described as Europe does it"), blocks.share(Share(len(towards & whole), len(towards)), asking.limit("grid"), 0.01), GRID)  # fmt: skip
    yield should("current", _("It is the version in force"), blocks.share(Share(len(current), len(used)), 1, 0.01, traces=traces), CURRENT)  # fmt: skip


def _is_used(row: Row, asking: Asking) -> bool:
    """Linked with something of the practice, and used within the window."""
    since = months_later(asking.today, -asking.number("months"))
    return bool(row["used_in"] and row["used_on"] and since < row["used_on"] <= asking.today)


RULE = Rule(
    item="R3.2",
    limits={
        "months": Limit(_("Months within which it was used"), Unit.MONTHS),
        "grid": Limit(_("Share of those who want to work whose skills are all asked about"), Unit.SHARE),
    },
    parts=parts,
)

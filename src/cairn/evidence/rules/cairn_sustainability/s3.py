"""S3: what the team knows stays when somebody goes."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, traced
from cairn.evidence.rows import read_again
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task
from cairn.participants.counting import Share
from cairn.registers.facts import Row

MANUAL = Task(_("Enter the manual, and read the one there is again"), "register", ("document",))
PEOPLE = Task(_("Find a second person for each key role, or say who could take over"), "register", ("staff_member",))  # fmt: skip
HAND_OVER = Task(_("Write the handover down"), "record_new", ("document",))


def parts(asking: Asking) -> Iterator[Part]:
    """Key roles are those for which two people are asked; where none is marked so, every role is one."""
    documents = [row for row in asking.records.rows("document") if row.is_open]
    manuals = read_again(row for row in documents if row["type"] == "manual")
    handed = read_again(row for row in documents if row["type"] == "handover")
    roles = [row for row in asking.records.rows("staff_role") if row.is_open]
    key = [row for row in roles if (row["people_needed"] or 0) > 1] or roles
    staff = [row for row in asking.records.rows("staff_member") if row.is_open]
    filled = [role for role in key if _doubled([one for one in staff if role.id in one["roles"]])]
    months = asking.number("months")
    yield must("manuals", _("A manual is in force and was read again in time"), blocks.reviewed(manuals, asking.today, months), MANUAL)  # fmt: skip
    yield must(
        "roles",
        _("Two people for each key role"),
        blocks.share(Share(len(filled), len(key)), asking.limit("roles"), 0.01, traces=traced(staff)),
        PEOPLE,
    )
    yield must("handover", _("The handover is written down and was read again in time"), blocks.reviewed(handed, asking.today, months), HAND_OVER)  # fmt: skip


def _doubled(people: list[Row]) -> bool:
    return len(people) > 1 or any(one["handover_by"] for one in people)


RULE = Rule(
    item="S3",
    limits={
        "months": Limit(_("Months within which manuals and the handover are read again"), Unit.MONTHS),
        "roles": Limit(_("Share of key roles with two people"), Unit.SHARE),
    },
    parts=parts,
)

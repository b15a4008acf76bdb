"""S5: others can take the practice over, and somebody has."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, traced
from cairn.evidence.enums import Side
from cairn.evidence.rule import Rule
from cairn.evidence.shape import Part, Task, Trace
from cairn.money import facts as money
from cairn.participants.counting import Share
from cairn.publications import facts as publications
from cairn.transfer import facts as transfer

PACK = ("edition", "manual", "roles", "money")
WRITE = Task(_("Complete the pack: a published edition, a manual, the roles it takes, and what it costs"), "records")  # fmt: skip
SPREAD = Task(_("Help another place to adapt the practice, and note that it uses the manual"), "record_new", ("adoption",))  # fmt: skip


def parts(asking: Asking) -> Iterator[Part]:
    """Adaptations begun in Cairn count once they are under way; elsewhere a confirmed use of the manual does."""
    editions = [one for one in asking.records.once(_editions, asking.practice.slug) if one.on <= asking.today]
    manuals = [row for row in asking.records.rows("document") if row["type"] == "manual" and row.is_open]
    roles = [row for row in asking.records.rows("staff_role") if row.is_open]
    grants = list(asking.records.once(money.grants_of, asking.practice.pk))
    there = dict(zip(PACK, (editions, manuals, roles, grants), strict=True))
    had = sum(bool(found) for found in there.values())
    used = [row for row in asking.records.rows("adoption") if {one.id for one in manuals} & set(row["sources"])]  # fmt: skip
    begun = [one for one in asking.records.once(_adapted, asking.practice.pk) if one.on <= asking.today]
    elsewhere = (*traced(used, Side.OUTSIDE), *begun)
    yield must(
        "pack",
        _("A published edition, a manual, the roles and what it costs are there"),
        blocks.share(Share(had, len(PACK) * bool(had)), 1, 0.01, traces=(*editions, *traced(manuals), *traced(roles))),
        WRITE,
    )  # fmt: skip
    yield must("elsewhere", _("Another place has adapted it"), blocks.exists(elsewhere), SPREAD)


def _editions(slug: str) -> list[Trace]:
    days = [timezone.localdate(one.published_at) for one in publications.standing(slug)]
    return [Trace(day, day) for day in days]


def _adapted(practice_id: int) -> list[Trace]:
    days = [timezone.localdate(one.made_at) for one in transfer.adapted(practice_id)]
    return [Trace(day, day, Side.OUTSIDE) for day in days]


RULE = Rule(item="S5", limits={}, parts=parts)

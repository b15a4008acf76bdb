"""E1.4: the team has the skills that its work asks for, and learns what is still missing."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cairn.activities.facts import held
from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, traced
from cairn.evidence.daily import sessions
from cairn.evidence.rows import begun
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Finding, Part, Task
from cairn.participants import facts as participants
from cairn.participants.counting import Share
from cairn.registers.facts import Row

PLAN = Task(_("Write the staff plan of this year"), "record_new", ("staff_plan",))
ROLES = Task(_("Say for each role which competences it needs"), "record_new", ("staff_role",))
SKILLS = Task(_("Note what each colleague brings, and plan how they learn what is missing"), "register", ("staff_member",))  # fmt: skip
MEDIATOR = Task(_("Plan a mediator for each session that needs one, and say who was there"), "sessions")
LEARN = Task(_("Hold the training that colleagues need, and mark the need as met"), "register", ("training_need",))  # fmt: skip
SUPERVISE = Task(_("Hold supervision each month, and record it"), "record_new", ("supervision",))
LOAD = Task(_("Share people out so that nobody works with too many"), "participants")


def parts(asking: Asking) -> Iterator[Part]:
    """Where sessions were held and none of them needed a mediator, nobody asks for one."""
    plans = [row for row in asking.records.rows("staff_plan") if row.is_open]
    roles = [row for row in asking.records.rows("staff_role") if row.is_open]
    staff = [row for row in asking.records.rows("staff_member") if row.is_open]
    needs = asking.records.rows("training_need")
    able = [one for one in staff if _is_able(one, roles, needs)]
    since = asking.since
    lately = [row for row in needs if row.closed_on is None or row.closed_on > since]
    met = [row for row in lately if row.closed_on]
    yield must("plan", _("A staff plan of the last twelve months"), blocks.reviewed(traced(plans), asking.today, asking.number("months")), PLAN)  # fmt: skip
    yield must("roles", _("Roles say which competences they need"), blocks.exists(traced(roles)), ROLES)
    yield must("able", _("Colleagues bring what their roles need, or it is planned how they learn it"), blocks.share(Share(len(able), len(staff)), asking.limit("able"), 0.01, traces=traced(staff)), SKILLS)  # fmt: skip
    with_mediator = asking.records.once(held.with_mediator, asking.practice.pk, since, asking.today)
    if with_mediator.whole or not sessions(asking):
        yield must("mediator", _("A mediator was at each session that needed one"), blocks.share(with_mediator, asking.limit("mediator"), asking.limit("mediator_partly")), MEDIATOR)  # fmt: skip
    yield should("learned", _("What had to be learned was learned"), blocks.share(Share(len(met), len(lately)), asking.limit("learned"), traces=traced(met)), LEARN)  # fmt: skip
    yield should("supervision", _("Supervision each month"), blocks.cadence(traced(asking.records.lately("supervision")), begun(asking), asking.today, every=asking.number("every")), SUPERVISE)  # fmt: skip
    yield should("load", _("Nobody works with too many people"), _load(asking, staff), LOAD)


def _is_able(one: Row, roles: list[Row], needs: list[Row]) -> bool:
    wanted = {each for role in roles if role.id in one["roles"] for each in role["competences"]}
    planned = {need["competence"] for need in needs if need.is_open and one.id in need["members"]}
    return wanted <= {*one["competences"], *planned}


def _load(asking: Asking, staff: list[Row]) -> Finding:
    """Workers with no more people than they can work with, as their record or else the limit says."""
    own = {row["account"]: row["caseload_limit"] for row in staff if row["account"]}
    load = asking.records.once(_people_by_worker, asking.practice.pk, asking.today)
    well = sum(many <= (own.get(worker) or asking.number("caseload")) for worker, many in load.items())
    return blocks.share(Share(well, len(load)), 1)


def _people_by_worker(practice_id: int, today: date) -> "Counter[int]":
    """Whoever still works with somebody at the end of the day, and with how many."""
    there = participants.assignments_of(practice_id).order_by().values_list("worker", "until")
    return Counter(worker for worker, until in there if until is None or timezone.localdate(until) > today)


RULE = Rule(
    item="E1.4",
    limits={
        "months": Limit(_("Months within which there is a staff plan"), Unit.MONTHS),
        "able": Limit(_("Share of colleagues who bring it or have it planned"), Unit.SHARE),
        "mediator": Limit(_("Share of sessions with the mediator they needed"), Unit.SHARE),
        "mediator_partly": Limit(_("The same, from which it is partly so"), Unit.SHARE),
        "learned": Limit(_("Share of training needs that were met"), Unit.SHARE),
        "every": Limit(_("Months within which there is supervision"), Unit.MONTHS),
        "caseload": Limit(_("People one colleague works with, where nothing else is set"), Unit.COUNT),
    },
    parts=parts,
)

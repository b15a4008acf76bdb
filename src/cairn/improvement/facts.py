"""What is true of improvement actions, and who may see which."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cairn.assessments import facts as assessments
from cairn.common.tables import Column
from cairn.frameworks.facts import framework_in
from cairn.improvement.enums import State
from cairn.improvement.models import ImprovementAction
from cairn.people.enums import Permission
from cairn.people.facts import may, organisations_where, roles_with
from cairn.people.models import Organisation, Person

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment
    from cairn.frameworks.shape import Node
    from cairn.practices.models import Practice

SOON = timedelta(days=7)
"""How long before its day an action is called due soon, and how long an owner is left in peace between reminders."""


def visible_to(
    person: Person, permission: Permission = Permission.SEE_ASSESSMENT
) -> QuerySet[ImprovementAction]:
    """The actions on which this person may use this permission; others look as if they were not there."""
    return _complete(
        ImprovementAction.objects.filter(practice__organisation__in=organisations_where(person, permission))
    )


def _complete(actions: QuerySet[ImprovementAction]) -> QuerySet[ImprovementAction]:
    """With what every reader of an action needs, the nearest day first and those without a day last."""
    return actions.select_related(
        "practice__organisation", "assessment__framework_version", "owner", "made_by"
    ).order_by(F("due_on").asc(nulls_last=True), "pk")


def updatable_by(person: Person) -> QuerySet[ImprovementAction]:
    """Where this person may say how it goes: their own actions, and all where they may plan some."""
    planned = Q(practice__organisation__in=organisations_where(person, Permission.IMPROVE))
    return visible_to(person).filter(Q(owner=person) | planned)


def may_plan(person: Person, practice: Practice) -> bool:
    return may(person, Permission.IMPROVE, practice.organisation)


def actions_of(practice: Practice) -> QuerySet[ImprovementAction]:
    return _complete(ImprovementAction.objects.filter(practice=practice))


def actions_in(assessment: Assessment) -> QuerySet[ImprovementAction]:
    """Those planned because of what this assessment found."""
    return _complete(ImprovementAction.objects.filter(assessment=assessment))


def owners_in(organisation: Organisation) -> QuerySet[Person]:
    """Who can be given an action: everyone who could read it."""
    return Person.objects.filter(
        is_active=True,
        memberships__organisation=organisation,
        memberships__role__in=roles_with(Permission.SEE_ASSESSMENT),
    ).order_by("name", "pk")


def node_of(action: ImprovementAction) -> Node:
    """The item in the language of whoever is looking."""
    return framework_in(action.assessment.framework_version, get_language()).by_id[action.node_id]


def days_left(action: ImprovementAction, today: date | None = None) -> int | None:
    """Negative where it is overdue; None where nothing is to be done any more or no day was set."""
    if action.due_on is None or not State(action.state).open:
        return None
    return (action.due_on - (today or timezone.localdate())).days


def overdue(actions: QuerySet[ImprovementAction], today: date) -> QuerySet[ImprovementAction]:
    return actions.filter(state__in=[State.PLANNED, State.UNDER_WAY], due_on__lt=today)


def to_remind(today: date) -> QuerySet[ImprovementAction]:
    """Open actions due within a week or overdue whose owner was not told today.

    An owner is told once a week, and besides on the day before and on the day itself.
    """
    rested = Q(reminded_on__isnull=True) | Q(reminded_on__lte=today - SOON)
    close = Q(due_on__range=(today, today + timedelta(days=1))) & Q(reminded_on__lt=today)
    return (
        _complete(ImprovementAction.objects.all())
        .filter(state__in=[State.PLANNED, State.UNDER_WAY], due_on__lte=today + SOON, owner__is_active=True)
        .filter(rested | close)
    )


def own(person: Person) -> QuerySet[ImprovementAction]:
    """What this person sees to, across practices."""
    return visible_to(person).filter(owner=person)


def owners_of(actions: QuerySet[ImprovementAction]) -> QuerySet[Person]:
    """Everyone who sees to one of these."""
    return Person.objects.filter(pk__in=actions.order_by().values("owner")).order_by("name", "pk")


def person(pk: int) -> QuerySet[Person]:
    return Person.objects.filter(pk=pk)


def latest(practice: Practice) -> Assessment | None:
    """The newest assessment, where weak items are found."""
    return assessments.assessments_of(practice).first()


def all_earlier(assessment: Assessment) -> QuerySet[Assessment]:
    """Assessments of the same practice begun before it by any version of the same framework, newest first."""
    return assessments.assessments_of(assessment.practice).filter(
        framework_version__framework_id=assessment.framework_version.framework_id,
        started_at__lt=assessment.started_at,
    )


def earlier(assessment: Assessment) -> Assessment | None:
    """The one that it takes up; else the newest one before it."""
    found = list(all_earlier(assessment))
    return next((one for one in found if one.pk == assessment.follows_id), found[0] if found else None)


def actions_between(then: Assessment, now: Assessment) -> QuerySet[ImprovementAction]:
    """Actions planned because of `then`, or of an assessment between it and `now`."""
    between = [then.pk, *all_earlier(now).filter(started_at__gt=then.started_at).values_list("pk", flat=True)]
    return _complete(ImprovementAction.objects.filter(assessment__in=between))


def people_named(ids: Iterable[int]) -> dict[int, str]:
    """Names by id, in one query."""
    return dict(Person.objects.filter(pk__in=set(ids)).values_list("pk", "name"))


COLUMNS = (
    Column(_("Practice"), lambda action: action.practice.title),
    Column(_("Item"), lambda action: action.node_id),
    Column(_("What the item says"), lambda action: node_of(action).text),
    Column(_("What is to be done"), lambda action: action.what),
    Column(_("Effect you expect"), lambda action: action.expected),
    Column(_("Who sees to it"), lambda action: action.owner.name),
    Column(_("Due on"), lambda action: action.due_on),
    Column(_("Days left"), days_left),
    Column(_("State"), lambda action: str(State(action.state).label)),
    Column(_("Why it was dropped"), lambda action: action.reason),
    Column(_("Proof"), lambda action: action.proof),
    Column(_("Links to the proof"), lambda action: "\n".join(action.links)),
    Column(_("Effect as seen afterwards"), lambda action: action.effect),
    Column(_("Ended on"), lambda action: action.ended_at and timezone.localdate(action.ended_at)),
)
"""What a table of actions shows."""

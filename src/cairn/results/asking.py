"""What a view is asked for, and what the person who asks may do and see there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404

from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.results import facts

if TYPE_CHECKING:
    from cairn.people.asking import SignedIn
    from cairn.practices.models import Practice
    from cairn.results.models import Indicator, Measurement, Objective, Target

KEEP, SEE = Permission.KEEP_RECORDS, Permission.SEE_RECORDS


def objective_of(request: SignedIn, pk: int, permission: Permission) -> Objective:
    return get_object_or_404(facts.objectives_for(request.user, permission), pk=pk)


def indicator_of(request: SignedIn, pk: int, permission: Permission) -> Indicator:
    return get_object_or_404(facts.indicators_for(request.user, permission), pk=pk)


def target_of(request: SignedIn, pk: int) -> Target:
    return get_object_or_404(facts.targets_for(request.user, KEEP), pk=pk)


def measurement_of(request: SignedIn, pk: int) -> Measurement:
    return get_object_or_404(facts.measurements_for(request.user, KEEP), pk=pk)


def sees_small(request: SignedIn, practice: Practice) -> bool:
    """Whether small counts of people may be told: to those who work with them."""
    return may(request.user, Permission.WORK_WITH_PARTICIPANTS, practice.organisation)


def rights(request: SignedIn, practice: Practice) -> dict[str, bool]:
    """For templates."""
    return {
        "may_keep": may(request.user, KEEP, practice.organisation),
        "may_see_money": may(request.user, Permission.MANAGE_MONEY, practice.organisation),
        "may_export": may(request.user, Permission.EXPORT_RECORDS, practice.organisation),
    }

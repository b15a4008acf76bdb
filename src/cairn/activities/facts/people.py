"""Who takes part in an activity, by code."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from cairn.activities.models import Activity, Enrolment
from cairn.common.tables import Column
from cairn.participants import facts as participants


def enrolments_of(activity: Activity) -> QuerySet[Enrolment]:
    """Those that last first, each by code. Who was erased is not named any more."""
    found = activity.enrolments.filter(participant__erased_on=None).select_related("participant")
    return found.order_by(F("until").desc(nulls_first=True), "participant__code")


def by_code(activity: Activity, codes: Collection[str]) -> dict[str, UUID]:
    """The participants of the activity's practice who have these codes; codes of nobody are not there."""
    people = participants.of_practice(activity.practice_id).filter(erased_on=None, code__in=codes)
    return dict(people.values_list("code", "pk"))


COLUMNS = (
    Column(_("Code"), lambda one: one.participant.code),
    Column(_("Since"), lambda one: one.since),
    Column(_("Until"), lambda one: one.until),
)
"""Why somebody left is for those who work with them and does not leave with the list."""

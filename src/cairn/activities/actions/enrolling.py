"""Who takes part in an activity, by code, and how it ended."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from cairn.activities.enums import LeavingReason
from cairn.activities.models import Activity, Enrolment
from cairn.participants import facts as participants
from cairn.people.models import Person
from cairn.trail.actions import note, note_each
from cairn.trail.enums import Deed


@transaction.atomic
def enrol(*, activity: Activity, people: Collection[UUID], since: date, by: Person) -> list[Enrolment]:
    """These participants take part from that day on; who does so already is left as they are, but for an earlier first day.

    All or nothing. Raises ValidationError for somebody of another practice, and for a day before the activity or the person began.
    """
    found = list(participants.of_practice(activity.practice_id).filter(pk__in=people).order_by("code"))
    if len(found) < len(set(people)):
        raise ValidationError(_("Somebody here does not take part in this practice. Check the codes."))
    for participant in found:
        if since < participant.enrolled_on:
            raise ValidationError(
                {"since": _("%(code)s takes part in the practice only since %(day)s. Choose a later day.")
                % {"code": participant.code, "day": participant.enrolled_on}}
            )  # fmt: skip
    if activity.ends_on and since > activity.ends_on:
        raise ValidationError({"since": _("The activity is over by that day.")})
    lasting = activity.enrolments.filter(until__isnull=True)
    already = set(lasting.values_list("participant_id", flat=True))
    later = set(lasting.filter(since__gt=since).values_list("participant_id", flat=True))
    lasting.filter(participant__in=found, since__gt=since).update(since=since)
    fresh = [
        Enrolment(activity=activity, participant=participant, since=since)
        for participant in found
        if participant.pk not in already
    ]
    Enrolment.objects.bulk_create(fresh)
    things = [one.thing for one in found if one.pk in later or one.pk not in already]
    note_each(by=by, deed=Deed.CHANGED, things=things, practice=activity.practice_id)
    return fresh


@transaction.atomic
def leave(*, enrolment: Enrolment, until: date, reason: str, by: Person) -> Enrolment:
    """The last day in the activity, and why it ended. Raises ValidationError where it ended already, or before it began."""
    current = Enrolment.objects.select_for_update(of=("self",)).get(pk=enrolment.pk)
    if current.until:
        raise ValidationError(_("This ended already; someone else may have said so just now."))
    if reason not in LeavingReason:
        raise ValidationError({"reason": _("Say why it ended.")})
    current.until, current.left_because = until, reason
    if until < current.since:
        raise ValidationError(
            {"until": _("It cannot end before it began, on %(day)s.") % {"day": current.since}}
        )
    current.save(update_fields=["until", "left_because"])
    thing = f"participant:{current.participant_id}"
    note(by=by, deed=Deed.CHANGED, thing=thing, practice=enrolment.activity.practice_id)
    return current

"""What is true of participants, and who may open whose record."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cairn.common.tables import Column
from cairn.participants.counting import Share
from cairn.participants.enums import About, Outcome
from cairn.participants.models import (
    Adjustment,
    Assignment,
    Consent,
    Contact,
    Language,
    Line,
    Participant,
    Referral,
)  # fmt: skip
from cairn.people.enums import Permission
from cairn.people.facts import organisations_where
from cairn.people.models import Person


def assigned_to(
    person: Person, permission: Permission = Permission.WORK_WITH_PARTICIPANTS
) -> QuerySet[Participant]:
    """Whose records this person may open: a role that allows it, and an assignment that lasts. Nobody else's are there."""
    return (
        Participant.objects.filter(
            lasting("assignments__"),
            assignments__worker=person,
            practice__organisation__in=organisations_where(person, permission),
            erased_on=None,
        )
        .select_related("practice__organisation")
        .distinct()
    )


def lasting(path: str = "") -> Q:
    """Assignments that have not ended."""
    return Q(**{f"{path}until__isnull": True}) | Q(**{f"{path}until__gt": timezone.now()})


def of_practice(practice_id: int) -> QuerySet[Participant]:
    """For figures: callers count, and never show a person. Those whose records were erased are still counted."""
    return Participant.objects.filter(practice=practice_id)


def by_code(practice_id: int) -> QuerySet[Participant]:
    """For who enrols and assigns: codes, and who is assigned. Nothing else of them may be shown to such a person."""
    return of_practice(practice_id).filter(erased_on=None).select_related("practice__organisation").prefetch_related(
        Prefetch("assignments", Assignment.objects.filter(lasting()).select_related("worker"), "lasting")
    )  # fmt: skip


def alone(practice_id: int) -> int:
    """How many take part while nobody works with them."""
    worked_with = Assignment.objects.filter(lasting(), participant=OuterRef("pk"))
    return of_practice(practice_id).filter(~Exists(worked_with), erased_on=None, ended_on=None).count()


GAPS: dict[str, str | Promise] = {
    "age_band": _("age"),
    "sex": _("sex or gender"),
    "has_languages": _("languages"),
    "has_adjustments": _("whether anything needs adjusting"),
    "has_part": _("consent to take part"),
    "has_keep": _("consent that records are kept"),
    "has_contact": _("how to reach them safely"),
}
"""What a record lacks before it is complete, and what it is called."""


def with_gaps(participants: QuerySet[Participant]) -> QuerySet[Participant]:
    """The same people, each knowing what is recorded, for `gaps_of`."""

    def has(model: type[Line], **more: object) -> Exists:
        return Exists(model._default_manager.filter(participant=OuterRef("pk"), **more))  # noqa: SLF001  # Django's public name

    return participants.annotate(
        has_languages=has(Language),
        has_adjustments=has(Adjustment),
        has_part=has(Consent, about=About.TAKING_PART),
        has_keep=has(Consent, about=About.KEEPING),
        has_contact=has(Contact),
    )


def gaps_of(participant: Participant) -> list[str | Promise]:
    """What nobody recorded yet, of one out of `with_gaps`."""
    return [label for name, label in GAPS.items() if not getattr(participant, name)]


def may_contact(participant: Participant, channel: str, at: datetime) -> bool:
    """Whether this way may be used at this moment. No, unless the person allowed it, for these hours."""
    rule = Contact.objects.filter(participant=participant, channel=channel).first()
    return bool(rule and not participant.erased_on and rule.may_be_used(at))


def consented(participant: Participant, about: str, on: date) -> bool | None:
    """Whether the newest decision on the matter up to that day holds on it; None where nobody had asked.

    For sharing, each body is asked apart: read the rows.
    """
    newest = next(
        (row for row in participant.consents.all() if row.about == about and row.decided_on <= on), None
    )
    return newest.holds_on(on) if newest else None


def consent_coverage(practice_id: int, on: date) -> Share:
    """Of those taking part on that day, how many have a consent that holds both to take part and that records are kept."""
    both = (About.TAKING_PART, About.KEEPING)
    asked = Prefetch("consents", Consent.objects.filter(about__in=both))
    present = taking_part(practice_id, on).prefetch_related(asked)
    held = sum(all(consented(person, about, on) for about in both) for person in present)
    return Share(held, len(present))


def taking_part(practice_id: int, on: date) -> QuerySet[Participant]:
    """Who had come by that day and had not left."""
    still_there = Q(ended_on=None) | Q(ended_on__gt=on)
    return of_practice(practice_id).filter(still_there, enrolled_on__lte=on)


def adjustments_of(practice_id: int) -> QuerySet[Adjustment]:
    """For figures: dates and decisions. Where nothing was needed, the decision says so."""
    return Adjustment.objects.filter(participant__practice=practice_id)


def languages_of(practice_id: int) -> QuerySet[Language]:
    """For figures: who speaks and reads what, and for whom an interpreter is wanted."""
    return Language.objects.filter(participant__practice=practice_id, participant__erased_on=None)


def referrals_of(practice_id: int) -> QuerySet[Referral]:
    return Referral.objects.filter(practice=practice_id)


def referrals_without_person(practice_id: int) -> QuerySet[Referral]:
    """Those with which somebody can still begin."""
    return referrals_of(practice_id).filter(participant=None).exclude(outcome=Outcome.REFUSED)


def assignments_of(practice_id: int) -> QuerySet[Assignment]:
    """For the load of work: who worked with how many, and since when."""
    return Assignment.objects.filter(participant__practice=practice_id).select_related("worker")


CODE_COLUMNS = (
    Column(_("Code"), lambda person: person.code),
    Column(_("Who works with them"), lambda person: "; ".join(one.worker.name for one in person.lasting)),
    Column(_("Left on"), lambda person: person.ended_on),
)
"""Of a practice's participants, for those who see no records."""

OWN_COLUMNS = (
    Column(_("Code"), lambda person: person.code),
    Column(_("Age"), lambda person: str(person.get_age_band_display())),
    Column(_("Sex or gender"), lambda person: str(person.get_sex_display())),
    Column(_("Takes part since"), lambda person: person.enrolled_on),
    Column(_("Left on"), lambda person: person.ended_on),
    Column(_("Not yet recorded"), lambda person: "; ".join(str(gap) for gap in gaps_of(person))),
)
"""Of the people assigned to a worker."""

REFERRAL_COLUMNS = (
    Column(_("Received on"), lambda one: one.received_on),
    Column(_("Who sent them"), lambda one: str(one.get_referrer_display())),
    Column(_("Age"), lambda one: str(one.get_age_band_display())),
    Column(_("Sex or gender"), lambda one: str(one.get_sex_display())),
    Column(_("What became of it"), lambda one: str(one.get_outcome_display())),
    Column(_("Decided on"), lambda one: one.decided_on),
    Column(_("Why it was refused"), lambda one: str(one.get_refusal_display()) if one.refusal else ""),
)

"""What is offered, when it takes place, who leads it, and who came."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cairn.activities.enums import (
    AbsenceReason,
    Adaptation,
    CancelReason,
    InclusionAnswer,
    InclusionQuestion,
    Kind,
    LeavingReason,
    Needed,
    Participation,
    PlaceKind,
    Presence,
    StaffRole,
    State,
    Support,
    Topic,
)  # fmt: skip
from cairn.common.languages import TAG
from cairn.practices.models import Practice


class Activity(models.Model):
    """One thing that a practice offers, in one session or in many."""

    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="activities")
    title = models.CharField(_("what it is called"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    topic = models.CharField(_("what it is about"), max_length=20, choices=Topic.choices)
    aim = models.TextField(_("what it is for"), blank=True, max_length=2_000)
    inclusion = models.JSONField(_("who would be left out"), default=dict, blank=True)
    """Values of InclusionAnswer by InclusionQuestion; a question that nobody looked at is not there."""
    domains = models.JSONField(_("needs that it covers"), default=list, blank=True)
    """Keys of the domains of need."""
    gap = models.CharField(_("gap in support that it fills"), max_length=100, blank=True)
    """The gap's key or short name in the gap analysis."""
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="an_activity_has_a_title"),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="an_activity_ends_after_it_starts",
                violation_error_message=_("It cannot end before it starts."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("activity", args=[self.pk])

    @property
    def thing(self) -> str:
        """How the trail calls the list of who takes part."""
        return f"activity:{self.pk}"

    @property
    def inclusion_checked(self) -> bool:
        """Whether every question of the inclusion check has an answer."""
        return all(self.inclusion.get(question) for question in InclusionQuestion)

    def clean(self) -> None:
        answers = set(InclusionAnswer.values) - {""}
        if any(key not in InclusionQuestion or said not in answers for key, said in self.inclusion.items()):
            raise ValidationError({"inclusion": _("These are not answers to the inclusion check.")})


class Session(models.Model):
    """One time that an activity takes place, or was to."""

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="sessions")
    planned_on = models.DateField(_("day"))
    starts_at = models.TimeField(_("from"), null=True, blank=True)
    ends_at = models.TimeField(_("to"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.PLANNED)
    cancelled_because = models.CharField(
        _("why it was cancelled"), max_length=10, choices=CancelReason.choices, blank=True
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    """When it was entered that it was held or cancelled, so that entering late shows."""
    hours = models.DecimalField(_("hours"), max_digits=5, decimal_places=2, null=True, blank=True)
    """How long it lasts; empty where nobody knows."""
    place = models.CharField(_("kind of place"), max_length=10, choices=PlaceKind.choices, blank=True)
    capacity = models.PositiveIntegerField(_("places"), null=True, blank=True)
    """How many participants fit; empty where there is no limit."""
    languages = models.JSONField(_("languages"), default=list, blank=True)
    """BCP 47 tags."""
    mediator_needed = models.CharField(
        _("is a mediator needed"), max_length=3, choices=Needed.choices, blank=True
    )
    adaptations = models.JSONField(_("how it was fitted to those who come"), null=True, blank=True)
    """Values of Adaptation; an empty list says that none was needed, nothing that nobody said."""
    support = models.JSONField(_("support given"), null=True, blank=True)
    """Values of Support, likewise."""
    participation = models.CharField(
        _("who takes part"), max_length=12, choices=Participation.choices, blank=True
    )
    feedback_opened_at = models.DateTimeField(null=True, blank=True)
    """When participants could say what they think of it."""
    revision = models.PositiveIntegerField(default=1)
    """Of the plan."""
    sheet_revision = models.PositiveIntegerField(default=0)
    """Of the attendance sheet; 0 before anything was recorded."""
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["planned_on", "starts_at", "pk"]
        indexes = [models.Index(fields=["planned_on", "state"], name="sessions_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=State.CANCELLED) ^ Q(cancelled_because=""),
                name="a_session_is_cancelled_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(state=State.PLANNED) ^ Q(settled_at__isnull=False),
                name="a_session_is_settled_at_some_time",
            ),
            models.CheckConstraint(
                condition=Q(hours__isnull=True) | Q(hours__gt=0, hours__lte=24),
                name="a_session_lasts_a_day_at_most",
                violation_error_message=_("A session lasts more than 0 and at most 24 hours."),
            ),
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True) | Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                name="a_session_ends_after_it_starts",
                violation_error_message=_("A session ends after it starts."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity}, {self.planned_on}"

    def get_absolute_url(self) -> str:
        return reverse("session", args=[self.pk])

    @property
    def thing(self) -> str:
        """How the trail calls its attendance sheet."""
        return f"session:{self.pk}"

    def clean(self) -> None:
        known: dict[str, Any] = {"adaptations": Adaptation.values, "support": Support.values}
        for name, allowed in known.items():
            if set(getattr(self, name) or ()) - set(allowed):
                raise ValidationError({name: _("Something here is not on the list.")})
        if not all(isinstance(tag, str) and TAG.fullmatch(tag) for tag in self.languages):
            raise ValidationError({"languages": _("Something here is not a language tag.")})


class SessionStaff(models.Model):
    """Somebody who is to be at a session: one of the team, or someone outside it by a code of the practice's own."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="staff")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("one of the team"),
    )
    code = models.CharField(_("or a code"), max_length=20, blank=True)
    role = models.CharField(_("role"), max_length=12, choices=StaffRole.choices)
    present = models.BooleanField(_("present"), null=True, blank=True)
    """Empty where nobody said."""

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=True) ^ Q(code=""), name="staff_is_a_person_or_a_code"
            ),
            models.UniqueConstraint(
                fields=["session", "person", "role"],
                condition=Q(person__isnull=False),
                name="a_person_stands_once_per_role",
            ),
            models.UniqueConstraint(
                fields=["session", "code", "role"],
                condition=Q(person__isnull=True),
                name="a_code_stands_once_per_role",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person or self.code}: {self.role}"


class Enrolment(models.Model):
    """Somebody takes part in an activity, from one day to another."""

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="enrolments")
    participant = models.ForeignKey(
        "participants.Participant", on_delete=models.CASCADE, related_name="enrolments"
    )
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)
    """The last day; empty while it lasts."""
    left_because = models.CharField(
        _("why it ended"), max_length=10, choices=LeavingReason.choices, blank=True
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["participant__code", "since"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "participant"],
                condition=Q(until__isnull=True),
                name="one_enrolment_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True, left_because="")
                | (Q(until__gte=F("since")) & ~Q(left_because="")),
                name="an_enrolment_ends_for_a_reason",
                violation_error_message=_("It cannot end before it began."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant} in {self.activity}"


class Attendance(models.Model):
    """Whether somebody came to a session."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="attendance")
    participant = models.ForeignKey(
        "participants.Participant", on_delete=models.CASCADE, related_name="attendance"
    )
    state = models.CharField(_("presence"), max_length=10, choices=Presence.choices, default=Presence.UNKNOWN)
    reason = models.CharField(_("reason"), max_length=12, choices=AbsenceReason.choices, blank=True)
    left_early = models.BooleanField(_("left early"), default=False)
    entered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["participant__code"]
        indexes = [models.Index(fields=["participant", "state"], name="attendance_of_a_person")]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "participant"], name="one_attendance_per_session_and_person"
            ),
            models.CheckConstraint(
                condition=Q(reason="") | Q(state__in=[Presence.ABSENT, Presence.EXCUSED]),
                name="only_who_was_away_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(left_early=False) | Q(state=Presence.PRESENT), name="only_who_came_leaves_early"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant}: {self.state}"


class _Change(models.Model):
    """What stood before, what stands after, who and when. Rows are only ever added."""

    revision = models.PositiveIntegerField()
    before = models.JSONField(encoder=DjangoJSONEncoder)
    after = models.JSONField(encoder=DjangoJSONEncoder)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
        ordering = ["-revision", "-pk"]

    def __str__(self) -> str:
        return f"r{self.revision}"


class ActivityChange(_Change):
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="changes")


class SessionChange(_Change):
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="changes")


class AttendanceChange(_Change):
    """Of one line of a sheet; it goes with the person when the person's records are erased."""

    attendance = models.ForeignKey(Attendance, on_delete=models.CASCADE, related_name="changes")

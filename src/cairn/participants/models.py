"""People who take part, by code: never a name, never what was done to them."""

import uuid
from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cairn.common.languages import language_name
from cairn.participants.enums import (
    About,
    AgeBand,
    Answer,
    Channel,
    Decision,
    HeardVia,
    HoldReason,
    Outcome,
    Reads,
    Referrer,
    Refusal,
    Retention,
    Script,
    Sex,
    Speaks,
)  # fmt: skip
from cairn.practices.models import Practice
from cairn.vault.fields import SealedText

LONGEST_TERM = 600
"""Months: longer than any law asks for, shorter than a slip of the pen."""


class Participant(models.Model):
    """One person in one practice. Every record on the person is sealed with the person's own key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="participants")
    code = models.CharField(_("code"), max_length=12, blank=True)
    """Random, so that it tells nothing (participants/codes.py). Empty once the person's records were erased."""
    age_band = models.CharField(_("age"), max_length=5, choices=AgeBand.choices, blank=True)
    sex = models.CharField(_("sex or gender"), max_length=6, choices=Sex.choices, blank=True)
    own_words = SealedText(_("in the person’s own words"), blank=True)
    nationality = SealedText(_("nationality"), blank=True)
    children = models.PositiveSmallIntegerField(
        _("children living with the person"), null=True, blank=True, validators=[MaxValueValidator(20)]
    )
    """How many; empty where nobody asked."""
    childcare = models.CharField(
        _("needs childcare to take part"), max_length=3, choices=Answer.choices, blank=True
    )
    heard_via = models.CharField(
        _("how they heard of the practice"), max_length=12, choices=HeardVia.choices, blank=True
    )
    enrolled_on = models.DateField(_("takes part since"))
    ended_on = models.DateField(_("left on"), null=True, blank=True)
    """Starts the clock of retention. Empty while the person takes part."""
    retention = models.CharField(
        _("how long records are kept"), max_length=5, choices=Retention.choices, default=Retention.USUAL
    )
    erased_on = models.DateField(null=True, blank=True, editable=False)
    """What was said of the person can be read no more; the row stays for figures only, with days rounded to their month."""
    made_at = models.DateTimeField(auto_now_add=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "code"], condition=~Q(code=""), name="one_participant_per_code"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("enrolled_on")),
                name="participant_leaves_after_coming",
                violation_error_message=_("Nobody leaves before they came."),
            ),
            models.CheckConstraint(
                condition=Q(erased_on=None, code__gt="") | Q(erased_on__isnull=False, code=""),
                name="participant_has_a_code_until_erased",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def sealed_for(self) -> str:
        return f"participant:{self.pk}"

    @property
    def thing(self) -> str:
        """How the trail calls this person."""
        return f"participant:{self.pk}"


class Assignment(models.Model):
    """Someone works with a participant, from one day to another. Only who is assigned may open the person's records."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="assignments")
    worker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("who works with them"),
    )
    since = models.DateTimeField(auto_now_add=True)
    until = models.DateTimeField(null=True)
    """Empty while it lasts."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    broken_glass = models.TextField(_("why it could not wait"), blank=True)
    """Where someone opened the records in an emergency: the reason; such an assignment ends by itself."""

    class Meta:
        ordering = ["-since"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "worker"],
                condition=Q(until__isnull=True),
                name="one_assignment_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.worker} with {self.participant}"


class Line(models.Model):
    """One of several alike that are recorded on a person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="%(class)ss")
    made_at = models.DateTimeField(auto_now_add=True)
    """When it was entered, beside the day on which it happened: a record made afterwards shows."""
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True

    @property
    def sealed_for(self) -> str:
        return f"participant:{self.participant_id}"


class Language(Line):
    """One language of a person: how well it is spoken and how well it is read are two things."""

    tag = models.CharField(_("language"), max_length=35)
    """BCP 47."""
    script = models.CharField(_("script"), max_length=4, choices=Script.choices, blank=True)
    speaks = models.CharField(_("speaking"), max_length=10, choices=Speaks.choices, blank=True)
    reads = models.CharField(_("reading and writing"), max_length=10, choices=Reads.choices, blank=True)
    interpreter = models.CharField(
        _("wants an interpreter into this language"), max_length=3, choices=Answer.choices, blank=True
    )

    class Meta:
        ordering = ["tag"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "tag"],
                name="one_row_per_language",
                violation_error_message=_("This language is recorded already: change that row."),
            ),
        ]

    def __str__(self) -> str:
        return self.tag


class Adjustment(Line):
    """What somebody needs so that they can take part, or that they were asked and need nothing."""

    kind = SealedText(_("what is needed"), blank=True)
    asked_on = models.DateField(_("asked on"))
    decision = models.CharField(_("decision"), max_length=8, choices=Decision.choices, blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    provided_on = models.DateField(_("provided since"), null=True, blank=True)
    refusal = SealedText(_("why it cannot be provided"), blank=True)

    class Meta:
        ordering = ["asked_on", "made_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_on=None) | ~Q(decision=Decision.WAITING) & Q(decided_on__gte=F("asked_on")),
                name="adjustment_decided_after_asked",
                violation_error_message=_("Say what was decided, on a day after the one on which it was asked."),
            ),
            models.CheckConstraint(
                condition=Q(provided_on=None)
                | Q(decision__in=[Decision.AGREED, Decision.PARTLY], provided_on__gte=F("asked_on")),
                name="adjustment_provided_when_agreed",
                violation_error_message=_("Only what was agreed can be provided, and not before it was asked for."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.asked_on}"

    def clean(self) -> None:
        """What is needed is said, unless nothing is; a reason is said where it cannot be provided, and only there."""
        if (self.decision == Decision.NONE_NEEDED) == bool(self.kind):
            raise ValidationError(
                {"kind": _("Say what is needed, or decide that nothing is and leave this empty.")}
            )
        if (self.decision == Decision.REFUSED) != bool(self.refusal):
            raise ValidationError({"refusal": _("Say why, where it cannot be provided, and only there.")})


class Consent(Line):
    """One decision of a person. Never changed, only withdrawn: what stands is the newest on the same matter."""

    about = models.CharField(_("about"), max_length=8, choices=About.choices)
    given = models.BooleanField(_("given"))
    """False: refused, which is a decision as good as the other."""
    decided_on = models.DateField(_("decided on"))
    body = SealedText(_("with whom it is shared"), blank=True)
    purpose = SealedText(_("for what"), blank=True)
    language = models.CharField(_("language in which it was explained"), max_length=35)
    interpreter = models.CharField(
        _("an interpreter was present"), max_length=3, choices=Answer.choices, blank=True
    )
    expires_on = models.DateField(_("holds until"), null=True, blank=True)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True, editable=False)

    class Meta:
        ordering = ["-decided_on", "-made_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_on=None) | Q(given=True, expires_on__gte=F("decided_on")),
                name="consent_ends_after_it_begins",
                violation_error_message=_("A consent holds until a day after it was given; a refusal does not end."),
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | Q(given=True, withdrawn_on__gte=F("decided_on")),
                name="consent_withdrawn_after_given",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.about} {self.decided_on}"

    def clean(self) -> None:
        if (self.about == About.SHARING) != bool(self.body):
            raise ValidationError({"body": _("Name the body with which something is shared, and only then.")})

    def holds_on(self, day: date) -> bool:
        ended = min(self.expires_on or date.max, (self.withdrawn_on or date.max) - timedelta(days=1))
        return self.given and self.decided_on <= day <= ended

    @property
    def language_name(self) -> str:
        return language_name(self.language)


class Contact(Line):
    """How somebody may be reached, channel by channel. Where there is no row, and unless it is said here: never."""

    channel = models.CharField(_("channel"), max_length=9, choices=Channel.choices)
    allowed = models.BooleanField(_("may be used"), default=False)
    from_hour = models.TimeField(_("not before"), null=True, blank=True)
    until_hour = models.TimeField(_("not after"), null=True, blank=True)
    no_message = models.BooleanField(_("never leave a message"), default=True)
    safe_name = SealedText(_("what to say who is calling"), blank=True)
    address = SealedText(_("number or address"), blank=True)
    language = models.CharField(_("language to use"), max_length=35, blank=True)

    class Meta:
        ordering = ["channel"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "channel"],
                name="one_rule_per_channel",
                violation_error_message=_("There is a rule for this way already: change that one."),
            ),
        ]

    def __str__(self) -> str:
        return self.channel

    def may_be_used(self, at: datetime) -> bool:
        """Whether the person allowed it for this hour of the house's time zone. Hours may go past midnight (22:00 until 06:00)."""
        clock, start, stop = timezone.localtime(at).time(), self.from_hour, self.until_hour
        if start and stop and start > stop:
            return self.allowed and (clock >= start or clock <= stop)
        return self.allowed and (start is None or clock >= start) and (stop is None or clock <= stop)

    @property
    def language_name(self) -> str:
        return language_name(self.language)


class Referral(models.Model):
    """Somebody was sent here, or came. Also of those who did not begin, so bands only: no code, no words."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="referrals")
    participant = models.OneToOneField(
        Participant, on_delete=models.SET_NULL, null=True, blank=True, related_name="referral"
    )
    received_on = models.DateField(_("received on"))
    referrer = models.CharField(_("who sent them"), max_length=12, choices=Referrer.choices)
    outcome = models.CharField(_("what became of it"), max_length=8, choices=Outcome.choices, blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    refusal = models.CharField(_("why it was refused"), max_length=9, choices=Refusal.choices, blank=True)
    age_band = models.CharField(_("age"), max_length=5, choices=AgeBand.choices, blank=True)
    sex = models.CharField(_("sex or gender"), max_length=6, choices=Sex.choices, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-received_on", "-made_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.REFUSED) & Q(refusal="")
                | Q(outcome=Outcome.REFUSED) & ~Q(refusal=""),
                name="referral_refused_with_a_reason",
                violation_error_message=_("Say why, where it was refused, and only there."),
            ),
            models.CheckConstraint(
                condition=Q(decided_on=None) | Q(decided_on__gte=F("received_on")),
                name="referral_decided_after_received",
                violation_error_message=_("The decision cannot be older than the referral."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.received_on} {self.referrer}"

    @property
    def thing(self) -> str:
        """How the trail calls it."""
        return f"referral:{self.pk}"


class Term(models.Model):
    """How many months after the exit a practice keeps records of one class, where it differs from the usual."""

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="+")
    retention = models.CharField(max_length=5, choices=Retention.choices)
    months = models.PositiveSmallIntegerField(_("months"), validators=[MaxValueValidator(LONGEST_TERM)])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["practice", "retention"], name="one_term_per_class"),
        ]

    def __str__(self) -> str:
        return f"{self.retention}: {self.months}"


class Hold(models.Model):
    """Nothing of this person is erased meanwhile. It takes two to begin and two to end: one asks, another does it."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="holds")
    reason = models.CharField(_("why"), max_length=9, choices=HoldReason.choices)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    lift_asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Who says that nothing has to be kept any more; somebody else lifts it."""
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant"],
                condition=Q(lifted_at=None),
                name="one_hold_at_a_time",
                violation_error_message=_("There is a hold on these records already."),
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("asked_by")), name="hold_takes_two"
            ),
            models.CheckConstraint(
                condition=Q(lifted_by=None) | ~Q(lifted_by=F("lift_asked_by")), name="lifting_takes_two"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant}: {self.reason}"

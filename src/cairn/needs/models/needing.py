"""Needs: found in assessments, kept until they are met, with every change of where they stand."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cairn.needs.enums import Answer, Because, Domain, Place, Priority, Source, Status
from cairn.participants.on_a_person import OnAPerson
from cairn.vault.fields import SealedText

LONG = 5_000


class NeedsAssessment(OnAPerson):
    """One talk about needs. Unfinished it is a draft of whoever began it; finished it never changes."""

    assessed_on = models.DateField(_("day of the talk"), default=timezone.localdate)
    place = models.CharField(_("where"), max_length=10, choices=Place.choices, blank=True)
    with_interpreter = models.BooleanField(_("with an interpreter"), null=True, blank=True)
    note = SealedText(_("note on the talk"), blank=True, max_length=LONG)
    follows = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    """The one before it, where this is a re-assessment."""
    finished_at = models.DateTimeField(null=True, blank=True)
    """Empty while it is a draft."""

    class Meta:
        ordering = ["-assessed_on", "-made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "by"],
                condition=Q(finished_at__isnull=True),
                name="one_draft_of_needs_a_person_and_author",
            ),
        ]
        indexes = [models.Index(fields=["participant", "assessed_on"], name="needs_by_person_and_day")]

    def __str__(self) -> str:
        return f"{self.assessed_on}"


class Need(OnAPerson):
    """Something that a person needs, from the day it was found; later assessments and changes go on with it."""

    domain = models.CharField(_("domain"), max_length=12, choices=Domain.choices)
    priority = models.CharField(_("priority"), max_length=6, choices=Priority.choices)
    source = models.CharField(_("who said it"), max_length=10, choices=Source.choices)
    """Priority and source are those of the newest assessment that spoke of it."""
    found_on = models.DateField(_("found on"))
    status = models.CharField(_("where it stands"), max_length=8, choices=Status.choices, default=Status.OPEN)
    status_on = models.DateField(_("since"))
    because = models.CharField(_("why it is unmet"), max_length=12, choices=Because.choices, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["domain", "found_on", "made_at"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(status=Status.UNMET) & ~Q(because=""))
                | (~Q(status=Status.UNMET) & Q(because="")),
                name="a_need_is_unmet_for_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["participant", "status"], name="need_by_person_and_status")]

    def __str__(self) -> str:
        return f"{self.domain} {self.priority}"


class Finding(OnAPerson):
    """What one assessment says of one domain: a need, or that there is none. No finding: it was not talked about."""

    assessment = models.ForeignKey(NeedsAssessment, on_delete=models.CASCADE, related_name="findings")
    domain = models.CharField(_("domain"), max_length=12, choices=Domain.choices)
    order = models.PositiveSmallIntegerField(default=0)
    answer = models.CharField(_("need"), max_length=6, choices=Answer.choices)
    source = models.CharField(_("who said it"), max_length=10, choices=Source.choices, blank=True)
    note = SealedText(_("note"), blank=True, max_length=LONG)
    need = models.ForeignKey(Need, on_delete=models.CASCADE, null=True, blank=True, related_name="findings")
    """Empty where there is none, or until the assessment is finished."""

    class Meta:
        ordering = ["assessment", "order"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer=Answer.NONE) | ~Q(source=""), name="a_found_need_says_who_said_it"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.domain} {self.answer}"


class NeedChange(OnAPerson):
    """Where a need stood from one day on. Rows are only ever added."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="changes")
    revision = models.PositiveIntegerField()
    status = models.CharField(max_length=8, choices=Status.choices)
    on = models.DateField()
    because = models.CharField(max_length=12, choices=Because.choices, blank=True)
    reason = SealedText(blank=True, max_length=LONG)

    class Meta:
        ordering = ["-revision"]
        constraints = [
            models.UniqueConstraint(fields=["need", "revision"], name="one_need_change_per_revision"),
        ]

    def __str__(self) -> str:
        return f"{self.need_id} r{self.revision} {self.status}"

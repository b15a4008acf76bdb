"""Records of every kind, what they are linked with, and who changed what."""

import uuid

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from cairn.practices.models import Practice
from cairn.vault.fields import SealedText


class Record(models.Model):
    """One entry in one register of a practice. Its kind (registers/kinds) says what stands in it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    data = models.JSONField(default=dict)
    """What everyone on the team may read, by field; what nobody said is not in it."""
    sealed = SealedText(blank=True)
    """The same for sealed fields, as JSON."""
    happened_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    """When it was done, closed or went out of use; empty while it is open."""
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-happened_on", "-made_at"]
        indexes = [
            models.Index(fields=["practice", "kind", "happened_on"], name="records_of_a_kind"),
            models.Index(fields=["practice", "due_on"], name="records_that_are_due"),
        ]
        constraints = [models.CheckConstraint(condition=~Q(kind=""), name="a_record_has_a_kind")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("record", args=[self.pk])

    @property
    def sealed_for(self) -> str:
        return f"practice:{self.practice_id}"


class RecordLink(models.Model):
    """One record names another in one of its fields."""

    source = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="links")
    target = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="named_by")
    field = models.CharField(max_length=40)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "field", "target"], name="one_link_per_field_and_target"
            ),
            models.CheckConstraint(condition=~Q(source=F("target")), name="a_record_does_not_name_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} {self.field} {self.target_id}"


class RecordChange(models.Model):
    """What stood before, what stands after, who and when; sealed fields are named only. Rows are only ever added."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="changes")
    revision = models.PositiveIntegerField()
    before = models.JSONField(encoder=DjangoJSONEncoder)
    after = models.JSONField(encoder=DjangoJSONEncoder)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-revision"]
        constraints = [
            models.UniqueConstraint(fields=["record", "revision"], name="one_record_change_per_revision"),
        ]

    def __str__(self) -> str:
        return f"{self.record_id} r{self.revision}"

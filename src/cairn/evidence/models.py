"""What people sign for where records cannot show it; what was computed last, and how each item stood since when."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cairn.evidence.enums import Outcome, Strength
from cairn.practices.models import Practice


class Statement(models.Model):
    """Somebody says of one item that it is so, by name and role, for a time. It is withdrawn, never changed."""

    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="+")
    framework = models.CharField(max_length=64)
    item = models.CharField(max_length=64)
    role = models.CharField(_("as what they sign"), max_length=120)
    words = models.TextField(_("what they state"), max_length=2_000)
    signed_on = models.DateField()
    expires_on = models.DateField(_("holds until"))
    withdrawn_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-signed_on", "-pk"]
        indexes = [models.Index(fields=["practice", "framework", "item"], name="statements_on_an_item")]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_on__gt=F("signed_on")), name="a_statement_holds_for_some_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.item} {self.signed_on}"


class Showing(models.Model):
    """A practice agreed to show, with what it publishes, how strong its evidence is and of which month. No row: it did not."""

    practice = models.OneToOneField(Practice, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.practice_id} {self.since}"


class Changed(models.Model):
    """Something of a practice changed that evidence was computed from, or may be. The database writes these (watching/)."""

    practice = models.PositiveBigIntegerField()
    source = models.CharField(max_length=100)
    """A table; for records of registers with their kind: `registers_record:risk`."""

    class Meta:
        indexes = [models.Index(fields=["practice"], name="evidence_changed_of_practice")]

    def __str__(self) -> str:
        return f"{self.practice} {self.source}"


class Snapshot(models.Model):
    """What was computed last of a framework's items. It holds for its day, as long as nothing of it has changed."""

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="+")
    framework = models.CharField(max_length=64)
    as_of = models.DateField()
    computed_at = models.DateTimeField()
    code = models.CharField(max_length=16)
    """Which state of the rules computed it."""
    items = models.JSONField()
    """By item: packing.py."""
    sources = models.JSONField()
    """By item, what it was read from."""
    traces = models.JSONField(default=dict)
    """By item and part, days and sides of the records behind it; few pages ask for them."""
    due = models.JSONField(default=list)
    """Sources that changed since, told by whoever looked at another framework first."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["practice", "framework"], name="one_snapshot_per_framework")
        ]

    def __str__(self) -> str:
        return f"{self.practice_id} {self.framework} {self.as_of}"


class State(models.Model):
    """How an item stood from one day to another, in counts only; the first day is the one on which it was noticed."""

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="+")
    framework = models.CharField(max_length=64)
    item = models.CharField(max_length=64)
    since = models.DateField()
    until = models.DateField(null=True)
    """The first day on which it stood otherwise; empty while it stands."""
    outcome = models.CharField(max_length=16, choices=Outcome.choices)
    strength = models.PositiveSmallIntegerField(choices=Strength.choices)
    stale = models.BooleanField()
    backdated = models.BooleanField()
    newest = models.DateField(null=True)
    said = models.JSONField()
    """By part: the verdict, and the numbers behind it on the first day."""
    digest = models.CharField(max_length=64)
    """SHA-256 over what makes one state another: all but days and numbers."""

    class Meta:
        ordering = ["-since"]
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "framework", "item", "since"], name="one_state_per_item_and_day"
            ),
            models.UniqueConstraint(
                fields=["practice", "framework", "item"],
                condition=Q(until=None),
                name="one_state_stands_per_item",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("since")), name="a_state_ends_after_it_began"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item} {self.outcome} {self.since}"


class OwnLimit(models.Model):
    """A practice asks for more or less than Cairn proposes, and says why. Rows are only ever added: the newest holds."""

    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="+")
    framework = models.CharField(max_length=64)
    item = models.CharField(max_length=64)
    name = models.CharField(max_length=40)
    value = models.FloatField(null=True, blank=True)
    """Empty: what Cairn proposes holds again."""
    reason = models.TextField(max_length=500)
    set_at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["practice", "framework"], name="limits_of_a_practice")]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="a_limit_is_set_for_a_reason")]

    def __str__(self) -> str:
        return f"{self.item} {self.name} {self.value}"


class Frozen(models.Model):
    """The evidence of all items as it stood when an edition was published. It never changes; the database sees to it."""

    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="+")
    edition = models.OneToOneField("publications.Publication", on_delete=models.PROTECT, related_name="+")
    framework = models.CharField(max_length=64)
    as_of = models.DateField()
    text = models.TextField()
    """JSON: by item what was suggested, and the limits by which it was."""
    digest = models.CharField(max_length=64)
    """SHA-256 of the text."""
    frozen_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-as_of", "-pk"]

    def __str__(self) -> str:
        return f"{self.framework} {self.as_of} {self.digest[:8]}"


def holding(practice_id: int, framework: str, today: date) -> models.QuerySet[Statement]:
    """The statements that hold on a day: signed by then, not expired, not withdrawn by then."""
    withdrawn = Q(withdrawn_on__isnull=False, withdrawn_on__lte=today)
    signed = Statement.objects.filter(practice=practice_id, framework=framework, signed_on__lte=today)
    return signed.filter(expires_on__gt=today).exclude(withdrawn)

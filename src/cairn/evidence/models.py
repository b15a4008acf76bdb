"""What people sign for where records cannot show it."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

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


def holding(practice_id: int, framework: str, today: date) -> models.QuerySet[Statement]:
    """The statements that hold on a day: signed by then, not expired, not withdrawn by then."""
    withdrawn = Q(withdrawn_on__isnull=False, withdrawn_on__lte=today)
    signed = Statement.objects.filter(practice=practice_id, framework=framework, signed_on__lte=today)
    return signed.filter(expires_on__gt=today).exclude(withdrawn)

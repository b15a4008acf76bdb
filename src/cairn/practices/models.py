"""What a practice is: the way of working that is assessed."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cairn.common.countries import COUNTRIES
from cairn.common.languages import TAG
from cairn.people.models import Organisation
from cairn.practices.enums import IntegrationArea, LegalStatus, TargetGroup


class Practice(models.Model):
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="practices")
    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(max_length=80, unique=True)
    summary = models.TextField(_("summary"), blank=True)
    objectives = models.TextField(_("objectives"), blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True)
    places = models.JSONField(_("places"), default=list, blank=True)
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    target_groups = models.JSONField(_("who takes part"), default=list, blank=True)
    legal_statuses = models.JSONField(_("their legal status"), default=list, blank=True)
    integration_areas = models.JSONField(_("areas of integration"), default=list, blank=True)
    languages = models.JSONField(_("languages of the practice"), default=list, blank=True)
    funding = models.TextField(_("funding"), blank=True)
    website = models.URLField(_("website"), blank=True, max_length=500)
    contact = models.TextField(_("public contact"), blank=True)
    revision = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="practice_ends_after_it_starts",
                violation_error_message=_("The practice cannot end before it starts."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("practice", args=[self.pk])

    def clean(self) -> None:
        """Tags come from our lists, countries from ISO 3166-1; languages are tags; places are words."""
        faults = {
            field: _("Not on the list: %(codes)s") % {"codes": ", ".join(map(str, strange))}
            for field, strange in self._strange().items()
            if strange
        }
        if faults:
            raise ValidationError(faults)

    def _strange(self) -> dict[str, list[Any]]:
        """Per field, what cannot be there."""
        lists = {
            field: [code for code in getattr(self, field) if code not in allowed]
            for field, allowed in (
                ("target_groups", TargetGroup.values),
                ("legal_statuses", LegalStatus.values),
                ("integration_areas", IntegrationArea.values),
            )
        }
        return lists | {
            "country": [self.country] if self.country and self.country not in COUNTRIES else [],
            "languages": [tag for tag in self.languages if not _is(tag, 35) or not TAG.fullmatch(tag)],
            "places": [place for place in self.places if not _is(place, 100)],
        }


def _is(words: Any, longest: int) -> bool:
    """Plain words, not empty and not too long."""
    return isinstance(words, str) and 0 < len(words.strip()) <= longest


class PracticeChange(models.Model):
    """One change of a practice's facts: what stood before, what stands after, who and when. Rows are only ever added."""

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="changes")
    revision = models.PositiveIntegerField()
    before = models.JSONField(encoder=DjangoJSONEncoder)
    after = models.JSONField(encoder=DjangoJSONEncoder)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-revision"]
        constraints = [
            models.UniqueConstraint(fields=["practice", "revision"], name="one_practice_change_per_revision"),
        ]

    def __str__(self) -> str:
        return f"{self.practice_id} r{self.revision}"

    @property
    def fields(self) -> list[str]:
        """What the changed facts are called."""
        return [str(Practice._meta.get_field(name).verbose_name) for name in self.after]  # type: ignore[union-attr]  # noqa: SLF001  # Django's public name

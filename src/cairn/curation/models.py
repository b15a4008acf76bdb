"""Collections: published practices that an editor put together, each with the reason why it is there."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cairn.people.models import Organisation
from cairn.practices.models import Practice


class Collection(models.Model):
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="collections")
    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(max_length=80, unique=True)
    introduction = models.TextField(_("introduction"), blank=True, max_length=10_000)
    """Markdown: for whom this was put together, and by which thought."""
    language = models.CharField(_("language"), max_length=35, default="en", choices=settings.LANGUAGES)
    revision = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    shown_since = models.DateTimeField(null=True, blank=True)
    """Since when everyone can read it; empty while only its editors can."""

    class Meta:
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("collection", args=[self.slug])


class Place(models.Model):
    """One practice's place in a collection. What is shown is its newest standing edition, so it names no edition."""

    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="places")
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveIntegerField()
    reason = models.TextField(_("why it belongs here"), max_length=1_000)
    put_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    put_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["collection", "practice"], name="a_practice_stands_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="in_a_collection_for_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.collection}: {self.practice}"

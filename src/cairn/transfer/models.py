"""An adaptation: how an organisation takes over a published practice, what it keeps and changes, and why.

The parts follow what transfers of practices were found to need: an analysis of needs, regular assessment, exchange
from person to person, and money and know-how, whose lack blocks them most often (1.4 of the design's domain notes).
"""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cairn.frameworks.models import FrameworkVersion
from cairn.people.models import Organisation
from cairn.transfer.enums import Choice, State

LONG = 20_000


class Adaptation(models.Model):
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    """Who adapts it."""
    publication = models.ForeignKey("publications.Publication", on_delete=models.PROTECT, related_name="+")
    """The exact edition that is adapted."""
    source_title = models.CharField(max_length=200)
    """What the source was called when this began."""
    title = models.CharField(_("title"), max_length=200)
    country = models.CharField(_("country"), max_length=2, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    audience = models.TextField(_("who it is for"), blank=True, max_length=LONG)
    differs = models.TextField(_("what is different there"), blank=True, max_length=LONG)
    needs = models.TextField(_("what is needed there"), blank=True, max_length=LONG)
    needs_how = models.TextField(_("how this was found out"), blank=True, max_length=LONG)
    money = models.TextField(_("money"), blank=True, max_length=LONG)
    know_how = models.TextField(_("know-how"), blank=True, max_length=LONG)
    assess_on = models.DateField(_("when it will be assessed first"), null=True, blank=True)
    framework = models.ForeignKey(
        FrameworkVersion,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by which framework"),
    )
    assess_how = models.TextField(_("how often, and by whom"), blank=True, max_length=LONG)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.DRAFT)
    reason = models.TextField(_("why it was stopped"), blank=True, max_length=2_000)
    revision = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-changed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=State.STOPPED) ^ Q(reason=""), name="an_adaptation_is_stopped_for_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("adaptation", args=[self.pk])


class Element(models.Model):
    """One part of the practice, and what becomes of it."""

    adaptation = models.ForeignKey(Adaptation, on_delete=models.CASCADE, related_name="elements")
    order = models.PositiveIntegerField()
    label = models.CharField(_("part of the practice"), max_length=500)
    source = models.TextField(blank=True)
    """What the source says of it; empty where it says nothing, or where the part was added."""
    choice = models.CharField(
        _("what becomes of it"), max_length=10, choices=Choice.choices, default=Choice.OPEN
    )
    what = models.TextField(_("how it will be"), blank=True, max_length=LONG)
    why = models.TextField(_("why"), blank=True, max_length=LONG)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(choice__in=[Choice.OPEN, Choice.KEPT]) | ~Q(why=""),
                name="what_departs_from_the_source_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.label


class Step(models.Model):
    """One step of the schedule."""

    adaptation = models.ForeignKey(Adaptation, on_delete=models.CASCADE, related_name="steps")
    what = models.CharField(_("step"), max_length=500)
    due_on = models.DateField(_("by when"), null=True, blank=True)
    who = models.CharField(_("who sees to it"), max_length=200, blank=True)
    done = models.BooleanField(_("done"), default=False)

    class Meta:
        ordering = [models.F("due_on").asc(nulls_last=True), "pk"]

    def __str__(self) -> str:
        return self.what


class Exchange(models.Model):
    """One contact with people who know the practice. Entries are added, never changed."""

    adaptation = models.ForeignKey(Adaptation, on_delete=models.CASCADE, related_name="exchanges")
    on = models.DateField(_("date"))
    with_whom = models.CharField(_("with whom"), max_length=200)
    how = models.CharField(_("how"), max_length=200, blank=True)
    learnt = models.TextField(_("what was learnt"), max_length=LONG)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.on}: {self.with_whom}"


class AdaptationChange(models.Model):
    """One change of an adaptation: what stood before, what stands after, who and when. Rows are only ever added.

    Keys are names of the adaptation's own fields, or `element-7-why` and `step-7-who` for those of its rows.
    """

    adaptation = models.ForeignKey(Adaptation, on_delete=models.CASCADE, related_name="changes")
    revision = models.PositiveIntegerField()
    before = models.JSONField(encoder=DjangoJSONEncoder)
    after = models.JSONField(encoder=DjangoJSONEncoder)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-revision"]
        constraints = [
            models.UniqueConstraint(
                fields=["adaptation", "revision"], name="one_adaptation_change_per_revision"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.adaptation_id} r{self.revision}"

"""Actions that are to improve what an assessment found weak, how they went, and who changed what."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cairn.improvement.enums import State
from cairn.practices.models import Practice

LINKS = 10
"""Most links of one proof."""


def only_secure_links(links: Any) -> None:
    """Addresses that begin with https and are not longer than an address may be."""
    if len(links) > LINKS:
        raise ValidationError(_("At most %(count)s links.") % {"count": LINKS})
    strange = [
        link
        for link in links
        if not isinstance(link, str) or not link.startswith("https://") or len(link) > 2_000 or " " in link
    ]
    if strange:
        raise ValidationError(
            _("Links begin with https:// and stand one a line: %(links)s")
            % {"links": ", ".join(map(str, strange))}
        )


class ImprovementAction(models.Model):
    """One thing to be done about one item that was not met, partly met or undecided in one assessment."""

    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="+")
    assessment = models.ForeignKey("assessments.Assessment", on_delete=models.PROTECT, related_name="+")
    """The one in which the item was weak."""
    node_id = models.CharField(max_length=64)
    what = models.TextField(_("what is to be done"), max_length=5_000)
    expected = models.TextField(_("effect you expect"), blank=True, max_length=5_000)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("who sees to it")
    )
    due_on = models.DateField(_("due on"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.PLANNED)
    reason = models.TextField(_("why it was dropped"), blank=True, max_length=2_000)
    proof = models.TextField(_("proof"), blank=True, max_length=5_000)
    links = models.JSONField(
        _("links to the proof"), default=list, blank=True, validators=[only_secure_links]
    )
    effect = models.TextField(_("effect as seen afterwards"), blank=True, max_length=5_000)
    ended_at = models.DateTimeField(null=True, blank=True)
    """When it was done or dropped; empty while it is open."""
    reminded_on = models.DateField(null=True, blank=True)
    """When the owner was last told that it is due."""
    revision = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["practice", "state"], name="actions_of_a_practice")]
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="an_action_says_what_is_done"),
            models.CheckConstraint(
                condition=Q(state=State.DROPPED) ^ Q(reason=""), name="an_action_is_dropped_for_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[State.DONE, State.DROPPED]) ^ Q(ended_at__isnull=True),
                name="an_action_ends_at_some_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.node_id}: {self.what[:80]}"

    def get_absolute_url(self) -> str:
        return reverse("improvement_action", args=[self.pk])


class ActionChange(models.Model):
    """One change of an action: what stood before, what stands after, who and when. Rows are only ever added."""

    action = models.ForeignKey(ImprovementAction, on_delete=models.CASCADE, related_name="changes")
    revision = models.PositiveIntegerField()
    before = models.JSONField(encoder=DjangoJSONEncoder)
    after = models.JSONField(encoder=DjangoJSONEncoder)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-revision"]
        constraints = [
            models.UniqueConstraint(fields=["action", "revision"], name="one_action_change_per_revision"),
        ]

    def __str__(self) -> str:
        return f"{self.action_id} r{self.revision}"


class Progress(models.Model):
    """What someone noted on the way. Notes are added, never changed."""

    action = models.ForeignKey(ImprovementAction, on_delete=models.CASCADE, related_name="progress")
    text = models.TextField(_("how it goes"), max_length=5_000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="progress_is_said_in_words")]

    def __str__(self) -> str:
        return self.text[:80]

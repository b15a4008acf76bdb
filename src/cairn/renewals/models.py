"""Marks that are proposed and never silently set."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from cairn.frameworks.enums import Fate, Relation
from cairn.renewals.enums import Origin


class Proposals(models.QuerySet["Proposal"]):
    def open(self) -> Proposals:
        """Those that nobody has decided on, with what they follow from; a page below asks for them by this name."""
        return self.filter(accepted=None).select_related("source__framework_version")


class Proposal(models.Model):
    """A mark for one item that follows from another assessment; a person accepts or declines it."""

    assessment = models.ForeignKey(
        "assessments.Assessment", on_delete=models.PROTECT, related_name="proposals"
    )
    node_id = models.CharField(max_length=64)
    level = models.CharField(max_length=64)
    kind = models.CharField(max_length=10, choices=Origin.choices)
    source = models.ForeignKey("assessments.Assessment", on_delete=models.PROTECT, related_name="+")
    """The assessment whose marks it follows from."""
    source_ids = models.JSONField()
    """Ids of the items there, a list."""
    source_text = models.TextField()
    """Their wording then."""
    relation = models.CharField(max_length=10, choices=[*Relation.choices, *Fate.choices])
    """How the items there stand to this one: a relation of a mapping, or what the upgrade did to them."""
    accepted = models.BooleanField(null=True)
    """Unknown until someone has decided."""
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)

    objects = Proposals.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "node_id"], name="one_proposal_per_item"),
            models.CheckConstraint(
                condition=Q(accepted=None, decided_by=None, decided_at=None)
                | Q(accepted__isnull=False, decided_by__isnull=False, decided_at__isnull=False),
                name="proposal_decided_by_someone_at_some_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assessment_id}/{self.node_id}: {self.level}"

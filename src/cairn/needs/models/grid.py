"""The grid of skills: one row an entry, whatever its section; what its fields are is declared in `skills/sections.py`."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cairn.needs.enums import Asked
from cairn.needs.skills import SINGLE, whole
from cairn.participants.on_a_person import OnAPerson
from cairn.vault.fields import SealedText


class SkillEntry(OnAPerson):
    """One language, one school, one skill: what was chosen stays open for figures, the rest is sealed."""

    section = models.CharField(_("section"), max_length=12)
    data = models.JSONField(default=dict, blank=True)
    sealed = SealedText(blank=True)
    """Sealed fields as JSON, by key."""
    revision = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "section"],
                condition=Q(section__in=SINGLE),
                name="one_skill_entry_where_there_is_one_only",
            ),
        ]
        indexes = [models.Index(fields=["participant", "section"], name="skill_by_person_and_section")]

    def __str__(self) -> str:
        return self.section

    @property
    def said(self) -> dict[str, Any]:
        """By key of the field; opens what is sealed."""
        return whole(self.data, self.sealed)


class SkillSection(OnAPerson):
    """A section that is not asked of this person, or in which there is nothing to tell. Without a row it is simply asked."""

    section = models.CharField(_("section"), max_length=12)
    asked = models.CharField(_("asked"), max_length=7, choices=Asked.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["participant", "section"], name="one_state_a_section_of_skills"),
        ]

    def __str__(self) -> str:
        return f"{self.section} {self.asked}"

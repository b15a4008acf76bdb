"""Reports to funders: written from figures, reviewed by a second person, signed, and then never changed."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cairn.people.models import Organisation
from cairn.practices.models import Practice
from cairn.progress.enums import State, Verb


class Report(models.Model):
    """One period of one practice, as a funder reads of it."""

    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="+")
    grant = models.ForeignKey(
        "money.Grant",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("grant"),
    )
    follows = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")
    """The report before, whose texts it began with."""
    title = models.CharField(_("title"), max_length=200)
    which = models.CharField(max_length=40)
    """Key of the template (`layouts`)."""
    layout = models.JSONField()
    """The template as it was when the report was begun: `layouts.Layout`."""
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    language = models.CharField(_("language"), max_length=35)
    """BCP 47 tag, in which figures are said and drafts written."""
    state = models.CharField(_("state"), max_length=9, choices=State.choices, default=State.DRAFT)
    figures = models.JSONField(default=list)
    """As they were taken from the records: `shape.Part` of each group."""
    figures_on = models.DateField()
    reasons = models.JSONField(default=dict)
    """By the key of a `shape.Ask`, why it went otherwise."""
    revision = models.PositiveIntegerField(default=1)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    """Who wrote in it last."""
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-ends_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="report_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("progress_report", args=[self.practice_id, self.pk])


class Block(models.Model):
    """The words of one section."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="blocks")
    key = models.SlugField(max_length=40)
    words = models.TextField(blank=True, max_length=20_000)
    drafted = models.TextField(blank=True)
    """What was drafted from the figures; where it is the same as the words, nobody has written yet."""
    carried = models.BooleanField(default=False)
    """The words came over from the report before, and nobody has looked at them yet."""
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["report", "key"], name="one_block_per_section")]

    def __str__(self) -> str:
        return f"{self.report_id} {self.key}"

    @property
    def untouched(self) -> bool:
        return self.words == self.drafted


class Step(models.Model):
    """One step of a report on its way. Rows are only ever added."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="steps")
    verb = models.CharField(max_length=9, choices=Verb.choices)
    note = models.TextField(blank=True, max_length=2_000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.report_id} {self.verb}"


class Signed(models.Model):
    """The whole report as it was signed. The database itself refuses to change or delete it (migration 0002)."""

    report = models.OneToOneField(Report, on_delete=models.PROTECT, related_name="signed")
    text = models.TextField()
    """`shape.to_text` of its paper."""
    digest = models.CharField(max_length=64)
    """SHA-256 of the text."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.digest

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("What was signed never changes.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("What was signed is never deleted.")


class Brought(models.Model):
    """Something that a house brought for its reports. Taken out of use, it stays for what was made with it."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class OwnLayout(Brought):
    """A house's own template of sections, in YAML (`layouts`)."""

    key = models.SlugField(max_length=40)
    text = models.TextField()

    class Meta:
        ordering = ["key", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "key"],
                condition=Q(retired_at=None),
                name="one_template_of_a_key_in_use",
            )
        ]

    def __str__(self) -> str:
        return self.key


class WordTemplate(Brought):
    """A funder's Word file whose placeholders are filled in (reports/progress/filling.py)."""

    name = models.CharField(_("name"), max_length=100)
    content = models.BinaryField()

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

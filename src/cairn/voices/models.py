"""What is opened for answers, and the answers, which know neither who gave them nor when nor in what order.

`Answer`, `Remark` and `Spent` have no row numbers (WITHOUT ROWID on SQLite) and random keys, and `shuffling` puts all rows of
an opening in anew with each answer, so that not even their places in the file tell the order (docs/decisions/0013). No time, no
person, no device belongs here: a column added to one of them needs a new decision.
"""

import uuid

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cairn.practices.models import Practice
from cairn.vault.fields import SealedText
from cairn.voices.enums import OpeningKind, RemarkState, Way


class Pool(models.Model):
    """Closed openings with five answers or more between them: only so much at once is ever read. Never changes."""

    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="+")
    form = models.ForeignKey("surveys.Form", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=OpeningKind.choices)
    activity = models.ForeignKey("activities.Activity", on_delete=models.PROTECT, null=True, related_name="+")
    consultation = models.UUIDField(null=True)
    first_on = models.DateField()
    last_on = models.DateField()
    """The days of its first and its last opening."""
    made_on = models.DateField()

    class Meta:
        ordering = ["last_on", "pk"]

    def __str__(self) -> str:
        return f"{self.form}, {self.first_on} – {self.last_on}"


class Opening(models.Model):
    """A form under an address of its own, for some days and for so many people."""

    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey("surveys.FormVersion", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=OpeningKind.choices)
    session = models.ForeignKey(
        "activities.Session", on_delete=models.PROTECT, null=True, blank=True, related_name="openings"
    )
    consultation = models.UUIDField(null=True, blank=True)
    """The record of the consultation in its register."""
    address = models.CharField(max_length=8, unique=True)
    """Says nothing to whoever reads it over a shoulder."""
    opens_on = models.DateField(_("opens on"))
    closes_on = models.DateField(_("closes on"))
    """The last day."""
    closed_on = models.DateField(null=True, blank=True)
    """When somebody closed it, or its last day once that had passed."""
    expected = models.PositiveIntegerField(_("how many may answer"), validators=[MinValueValidator(1)])
    """As said at the opening; once there is an attendance sheet, the people present on it count instead."""
    pool = models.ForeignKey(Pool, on_delete=models.PROTECT, null=True, blank=True, related_name="openings")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-opens_on", "-pk"]
        indexes = [models.Index(fields=["practice", "closed_on"], name="openings_of_a_practice")]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")),
                name="an_opening_closes_after_it_opens",
                violation_error_message=_("It cannot close before it opens."),
            ),
            models.CheckConstraint(
                condition=Q(kind=OpeningKind.SESSION, session__isnull=False)
                | (~Q(kind=OpeningKind.SESSION) & Q(session__isnull=True)),
                name="only_an_opening_after_a_session_has_one",
            ),
            models.CheckConstraint(
                condition=Q(pool__isnull=True) | Q(closed_on__isnull=False),
                name="only_what_is_closed_is_pooled",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version.title}: {self.session or self.opens_on}"

    def get_absolute_url(self) -> str:
        return reverse("voice", args=[self.pk])


class Answer(models.Model):
    """What one person said to the closed questions of a form."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    opening = models.ForeignKey(Opening, on_delete=models.PROTECT, related_name="answers")
    language = models.CharField(max_length=35)
    way = models.CharField(max_length=6, choices=Way.choices)
    said = models.JSONField()
    """By question; questions that were not asked or not answered are not in it."""

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return f"{self.key}"


class Remark(models.Model):
    """Free words, apart from the answers they came with, so that nothing puts the two together."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    opening = models.ForeignKey(Opening, on_delete=models.PROTECT, related_name="remarks")
    question = models.CharField(max_length=100)
    language = models.CharField(max_length=35)
    text = SealedText()
    state = models.CharField(max_length=9, choices=RemarkState.choices, default=RemarkState.HELD)

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return f"{self.key}"

    @property
    def sealed_for(self) -> str:
        return f"practice:{self.opening.practice_id}"


class Spent(models.Model):
    """A one-use token that was used, as its SHA-256. It tells a repetition, and nothing of any answer."""

    key = models.CharField(primary_key=True, max_length=64, editable=False)
    opening = models.ForeignKey(Opening, on_delete=models.PROTECT, related_name="spent")

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return self.key

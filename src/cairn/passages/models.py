"""Documents of practices, the passages they were cut into, and the quotes that people accepted as evidence."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cairn.common.languages import language_name
from cairn.passages.enums import Sort
from cairn.practices.models import Practice


class Document(models.Model):
    """A document that was attached to a practice. Once removed, its name, digest and the reason stay."""

    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="documents")
    title = models.CharField(_("title"), max_length=200)
    sort = models.CharField(_("kind of document"), max_length=10, choices=Sort.choices, default=Sort.REPORT)
    language = models.CharField(_("language"), max_length=35)
    """BCP 47; by it the passages are searched."""
    dated_on = models.DateField(_("dated on"), null=True, blank=True)
    file_name = models.CharField(max_length=255)
    """What the file was called by who brought it, without anything that could harm; never part of a path."""
    stored_as = models.CharField(max_length=64)
    """Its name in the storage `documents`: a UUID."""
    digest = models.CharField(max_length=64)
    """SHA-256 of the file."""
    size = models.PositiveIntegerField()
    """Bytes."""
    last_page = models.PositiveIntegerField(null=True, blank=True)
    """The last page with text that was read; None where the file has no pages."""
    text = models.TextField(blank=True)
    """What was read, one line per paragraph; offsets of passages and quotes count its characters."""
    cut = models.BooleanField(default=False)
    """Whether the document was longer than what is read."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_reason = models.TextField(_("reason"), blank=True, max_length=1_000)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "digest"],
                condition=Q(removed_at__isnull=True),
                name="a_practice_holds_a_file_once",
            ),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True, removed_by__isnull=True, removed_reason="")
                | (Q(removed_at__isnull=False, removed_by__isnull=False, text="") & ~Q(removed_reason="")),
                name="removed_by_someone_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def language_name(self) -> str:
        """In the reader's language."""
        return language_name(self.language)


class Passage(models.Model):
    """A sentence of a document, or a few short ones: `document.text[start:end]`."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="passages")
    order = models.PositiveIntegerField()
    page = models.PositiveIntegerField(null=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    heading = models.CharField(max_length=300, blank=True)
    """The heading under which it stands."""
    digest = models.CharField(max_length=64)
    """SHA-256 of its text."""
    stems = models.TextField()
    """Its words, stemmed in the document's language and separated by spaces: what is searched."""

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["document", "order"], name="passages_in_their_order"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="a_passage_holds_text"),
        ]

    def __str__(self) -> str:
        return f"{self.document_id}/{self.order}"


class Vector(models.Model):
    """The point of a text in a model's space: of a passage, or of an item. Can be reckoned anew at any time."""

    model = models.CharField(max_length=80)
    """The model and its version."""
    digest = models.CharField(max_length=64)
    """SHA-256 of the text."""
    numbers = models.BinaryField()
    """Float16, little-endian."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["model", "digest"], name="one_point_per_text")]

    def __str__(self) -> str:
        return self.digest


class AcceptedQuote(models.Model):
    """A passage that a person accepted as evidence for an item. It says nothing of how the item is marked."""

    assessment = models.ForeignKey("assessments.Assessment", on_delete=models.CASCADE, related_name="quotes")
    node_id = models.CharField(max_length=64)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="quotes")
    text = models.TextField()
    page = models.PositiveIntegerField(null=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    """SHA-256 of the text."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "node_id", "document", "start", "end"],
                condition=Q(taken_back_at__isnull=True),
                name="a_quote_is_accepted_once",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True, taken_back_by__isnull=True)
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False),
                name="taken_back_by_someone_at_some_time",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]

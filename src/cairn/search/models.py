"""The index beside the public record: it can be thrown away and made again at any time (`./cairn index`).

The stems themselves are in the table `search_stems`, which each database makes in its own way (see engines/).
"""

from django.db import models
from django.db.models import Q


class Document(models.Model):
    """What sorting and narrowing need of an entry. Its texts are apart, so that this table stays small and quick."""

    key = models.CharField(max_length=80, unique=True)
    language = models.CharField(max_length=35)
    published_at = models.DateTimeField(db_index=True)
    sort_title = models.CharField(max_length=200, db_index=True)
    first_year = models.PositiveSmallIntegerField(null=True)
    last_year = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(first_year__isnull=True, last_year__isnull=True)
                | Q(first_year__isnull=False, last_year__isnull=False),
                name="document_has_both_years_or_none",
            ),
        ]

    def __str__(self) -> str:
        return self.key


class Words(models.Model):
    """An entry's own words, for the pieces shown beside a hit."""

    document = models.OneToOneField(Document, on_delete=models.CASCADE, primary_key=True)
    title = models.TextField()
    organisation = models.TextField()
    summary = models.TextField()
    text = models.TextField()

    def __str__(self) -> str:
        return self.title


class Code(models.Model):
    """A code on an axis, with how many documents bear it, so that the bare list need not be counted."""

    axis = models.CharField(max_length=20)
    code = models.CharField(max_length=200)
    uses = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["axis", "code"], name="one_code_per_axis")]

    def __str__(self) -> str:
        return f"{self.axis} {self.code}"


class Tag(models.Model):
    """A document bears a code."""

    # The database is not asked to check both for each of a million rows: PostgreSQL did so for minutes at the end of indexing.
    # Documents and codes are written in the same transaction, and the whole can be made anew at any time.
    document = models.ForeignKey(Document, on_delete=models.CASCADE, db_index=False, db_constraint=False)
    code = models.ForeignKey(Code, on_delete=models.CASCADE, db_index=False, db_constraint=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "code"], name="one_tag_per_code")]

    def __str__(self) -> str:
        return f"{self.document_id} {self.code_id}"


class Word(models.Model):
    """A word of the vocabulary, with its stem in the language it was written in, for mending mistyped words."""

    word = models.CharField(max_length=60)
    stem = models.CharField(max_length=60)
    uses = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["word", "stem"], name="one_word_per_stem")]

    def __str__(self) -> str:
        return self.word


class Ledger(models.Model):
    """One row that changes with the vocabulary, so that every process knows when its copy is old."""

    stamp = models.CharField(max_length=32)

    def __str__(self) -> str:
        return self.stamp

"""Occupations that somebody loaded from ESCO's official file. They are about no person."""

from django.db import models


class Occupation(models.Model):
    """One occupation in one language. What is recorded on people names it by its URI, never by this row."""

    uri = models.CharField(max_length=200)
    language = models.CharField(max_length=10)
    group = models.CharField(max_length=4)
    """Unit group of ISCO-08, four digits."""
    name = models.CharField(max_length=300)
    other_names = models.TextField(blank=True)
    """One a line."""
    description = models.TextField(blank=True)
    folded = models.TextField()
    """All names folded, one a line, every word with a blank before it: what is looked up in."""

    class Meta:
        app_label = "needs"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["uri", "language"], name="one_occupation_a_uri_and_language"),
        ]
        indexes = [models.Index(fields=["language"], name="occupation_by_language")]

    def __str__(self) -> str:
        return self.name

"""Loaded frameworks, each version once and for ever."""

from typing import Any

from django.db import models

from cairn.frameworks.shape import Framework


class FrameworkVersion(models.Model):
    """One loaded version. Its content never changes: assessments pin it."""

    framework_id = models.CharField(max_length=64)
    version = models.CharField(max_length=32)
    title = models.CharField(max_length=300)
    digest = models.CharField(max_length=64)
    content = models.TextField()
    shipped = models.BooleanField(default=False)
    loaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["framework_id", "-loaded_at"]
        constraints = [
            models.UniqueConstraint(fields=["framework_id", "version"], name="framework_version_loaded_once"),
        ]

    def __str__(self) -> str:
        return f"{self.framework_id}@{self.version}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("A loaded framework version never changes; load a new version.")
        super().save(*args, **kwargs)


def parsed(content: str) -> Framework:
    """The framework that a stored text holds."""
    return Framework.model_validate_json(content)

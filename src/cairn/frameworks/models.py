"""Loaded frameworks, each version once and for ever."""

from typing import Any

from django.conf import settings
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


class Withdrawal(models.Model):
    """A version taken out of use: not offered for new assessments. Assessments by it go on unharmed."""

    framework_version = models.OneToOneField(
        FrameworkVersion, on_delete=models.PROTECT, related_name="withdrawal"
    )
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="withdrawn_for_a_reason")]

    def __str__(self) -> str:
        return f"{self.framework_version} withdrawn"


class LoadedMapping(models.Model):
    """A mapping that someone brought in. Its content never changes; the newest version of a name holds."""

    mapping_id = models.CharField(max_length=64)
    version = models.CharField(max_length=32)
    digest = models.CharField(max_length=64)
    content = models.TextField()
    loaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["mapping_id", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["mapping_id", "version"], name="mapping_version_loaded_once"),
        ]

    def __str__(self) -> str:
        return f"{self.mapping_id}@{self.version}"


def parsed(content: str) -> Framework:
    """The framework that a stored text holds."""
    return Framework.model_validate_json(content)

"""A column whose words are sealed on the way in and opened only when somebody asks for them."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import FieldError
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from cairn.vault.sealing import seal, unseal


class Sealed(str):
    """As it stands in the database. A class of its own, so that it is never taken for the words."""

    __slots__ = ()


class _Opener(DeferredAttribute):
    """Opens the words when they are asked for, and remembers them as long as the row is at hand."""

    field: SealedText

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        words = super().__get__(instance, cls)
        if isinstance(words, Sealed):
            words = self.field.opened(instance, words)
            instance.__dict__[self.field.attname] = words
        return words

    def __set__(self, instance: Any, words: Any) -> None:
        """Only because with it the row's own words do not come before `__get__`."""
        instance.__dict__[self.field.attname] = words


class SealedText(models.TextField):  # type: ignore[type-arg]  # Django has no generic field at run time
    """Text that the database never sees. The model names whose key it is by `sealed_for`, and its primary key is known before it
    is saved (a UUID), because the row is part of the seal. Empty text is kept empty: that nothing was said is no secret.

    Nothing can be looked up in it, and it is saved through its row only: `update()` would go round the seal and is refused.
    """

    descriptor_class = _Opener

    def opened(self, instance: Any, words: Sealed) -> str:
        """Raises what `unseal` raises."""
        return unseal(words, owner=instance.sealed_for, place=self.place_of(instance.pk))

    def from_db_value(self, value: str | None, *_: Any) -> str | None:
        return Sealed(value) if value else value

    def pre_save(self, model_instance: Any, add: bool) -> Any:  # Django's own signature
        words = model_instance.__dict__.get(self.attname) or ""
        if not words or isinstance(words, Sealed):
            return words
        return Sealed(seal(words, owner=model_instance.sealed_for, place=self.place_of(model_instance.pk)))

    def get_prep_value(self, value: Any) -> Any:
        if value and not isinstance(value, Sealed):
            raise FieldError(f"{self.name} is sealed: save it through its row")
        return value if value is None else str(value)

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name != "isnull":
            raise FieldError(f"{self.name} is sealed: nothing can be looked up in it")
        return super().get_lookup(lookup_name)

    def place_of(self, key: Any) -> str:
        """Of the row with this primary key: for whoever seals many at once (vault.sealing.Seals)."""
        return f"{self.model._meta.label_lower}.{self.name}.{key}"  # noqa: SLF001  # Django's public name

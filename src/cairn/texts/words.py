"""Texts made comparable: folded, cut into words, stemmed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from threading import Lock
from typing import Any

from cairn.texts.language import STOP_WORDS

STEMMERS = {
    "ar": "arabic",
    "cs": "czech",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "nl": "dutch",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}
# Letters that Unicode does not take apart, and punctuation that differs between keyboards.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "’": "'", "‘": "'", "“": '"', "”": '"'}
    | dict.fromkeys("‐‑‒–—−", "-")
)
_WORD = re.compile(r"[^\W_]+")
_lock = Lock()
_stemmers: dict[str, Any] = {}


def squeezed(text: str) -> str:
    """White space of any kind as single spaces, none at the ends."""
    return " ".join(text.split())


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Lower case, without accents, with plain quotes and dashes, without closing punctuation."""
    taken_apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    bare = "".join(letter for letter in taken_apart if not unicodedata.combining(letter))
    return squeezed(bare.translate(_PLAIN)).strip(" .:;,")


@lru_cache(maxsize=16384)
def stem(word: str, language: str) -> str:
    """The stem of one word; the word itself in a language without a stemmer."""
    import snowballstemmer  # noqa: PLC0415  # heavy, and needed only where documents are read

    name = STEMMERS.get(language.split("-", maxsplit=1)[0])
    if name is None:
        return word
    with _lock:  # a stemmer keeps its word inside while it works
        if name not in _stemmers:
            _stemmers[name] = snowballstemmer.stemmer(name)
        return str(_stemmers[name].stemWord(word))


def stems(text: str, language: str) -> frozenset[str]:
    """The stems of all words that carry meaning."""
    dull = STOP_WORDS.get(language.split("-", maxsplit=1)[0], frozenset())
    words = _WORD.findall(folded(text))
    return frozenset(stem(word, language) for word in words if word not in dull and len(word) > 1)

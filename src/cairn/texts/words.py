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
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}
# Letters that Unicode does not take apart, and punctuation that differs between keyboards.
_PLAIN = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
    }
    | {"’": "'", "‘": "'", "“": '"', "”": '"'}
    | dict.fromkeys("‐‑‒–—−", "-")
    # Arabic and Persian letters that keyboards and habits exchange; the line that only stretches a word says nothing.
    | {"ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": ""}
)
# A hundred thousand practices in six languages hold some 130,000 words. A smaller memory forgets each before it comes
# again, and stemming a word takes far longer than remembering it; full, this is about 30 MB.
MOST_STEMS = 2**17
_WORD = re.compile(r"[^\W_]+")
_lock = Lock()
_stemmers: dict[str, Any] = {}


def squeezed(text: str) -> str:
    """White space of any kind as single spaces, none at the ends."""
    return " ".join(text.split())


@lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """Lower case, without accents, with plain quotes and dashes, without closing punctuation."""
    return _fold(text)


def words_of(text: str) -> list[str]:
    """The folded words of a text of any length, in their order; nothing of it is remembered."""
    return _WORD.findall(_fold(text))


def _fold(text: str) -> str:
    if text.isascii():
        return squeezed(text.lower()).strip(" .:;,")
    taken_apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    bare = "".join(letter for letter in taken_apart if not unicodedata.combining(letter))
    return squeezed(bare.translate(_PLAIN)).strip(" .:;,")


@lru_cache(maxsize=MOST_STEMS)
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
    return frozenset(stemmed(text, language))


def stemmed(text: str, language: str) -> list[str]:
    """The stems of all words that carry meaning, in their order and as often as they stand there."""
    dull = STOP_WORDS.get(language.split("-", maxsplit=1)[0], frozenset())
    words = _WORD.findall(folded(text))
    return [stem(word, language) for word in words if word not in dull and len(word) > 1]

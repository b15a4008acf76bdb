"""In which language somebody wrote, told from the words alone, when they are read and never when they arrive.

People often choose one language for the form and write in another. Nothing of it is kept. How often it is right: `tests/voices/
test_spoken.py`. Short words, and languages that the model does not know (Sorani Kurdish, Tigre), stay unknown.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from cairn.common.languages import find

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SURE = 0.6
"""From here on we say a language, whichever it is …"""
SURE_AMONG = 0.9
"""… and from here on, of those that are likely here, where nothing is sure among all …"""
LEAST = 0.2
"""… unless it is hardly one of them."""
OURS = {"fuv": "ff", "gug": "gn", "no": "nb", "tl": "fil"}
"""Labels of the model by other names than ours."""
WRITTEN_AS = {
    "prs": "fa", "haz": "fa", "ary": "ar", "arz": "ar", "apc": "ar", "nn": "nb", "yue": "zh", "bs": "sr", "hr": "sr", "cnr": "sr",
}  # fmt: skip
"""What is told apart by ear and hardly by letters."""
TIGRINYA = (
    "ኣ", "ቐ", "ቑ", "ቒ", "ቓ", "ቔ", "ቕ", "ቖ", "ኸ", "ኹ", "ኺ", "ኻ", "ኽ", "እቲ", "እታ", "እዚ", "እዩ", "ነይሩ", "ግዜ", "ዓ", "ሓ",
)  # fmt: skip
AMHARIC = ("አ", "ነው", "ነበር", "ዎች", "ለሁ", "በጣም", "እባክ", "ጊዜ", "ይህ", "ላይ", "ውስጥ")
"""Letters and parts of words that one of the two languages writes and the other hardly does."""


def written_in(words: str, *, form: str, likely: Iterable[str] = ()) -> str:
    """The tag of the language; "" where it is not clear. `form` is the language in which the person was asked, `likely` others
    that people here write: a variety of one of them is told as that one, Persian as Dari where Dari is spoken.
    """
    near = [form, *likely]
    letters = [sign for sign in words if sign.isalpha()]
    if not letters:
        return ""
    if 2 * sum("ETHIOPIC" in unicodedata.name(sign, "") for sign in letters) > len(letters):
        return _ethiopic(words, near)
    return _named(_told(words), near)


@lru_cache(maxsize=256)
def kin(tag: str) -> str:
    """What a language is written as: `fr` of `fr-BE`, `fa` of Dari."""
    language = find(tag)
    known = language.tag.split("-", 1)[0] if language else tag
    return WRITTEN_AS.get(known, known)


def _ethiopic(words: str, near: Sequence[str]) -> str:
    here = [tag for tag in near if kin(tag) in {"am", "ti"}]
    lean = sum(words.count(part) for part in TIGRINYA) - sum(words.count(part) for part in AMHARIC)
    if lean:
        told = "ti" if lean > 0 else "am"
        return next((tag for tag in here if kin(tag) == told), told)
    return here[0] if len({kin(tag) for tag in here}) == 1 else ""


def _named(told: Mapping[str, float], near: Sequence[str]) -> str:
    shares: dict[str, float] = defaultdict(float)
    for tag, share in told.items():
        shares[kin(tag)] += share
    best = _sure(shares) or _sure_among(shares, near)
    if not best:
        return ""
    own = max((tag for tag in told if kin(tag) == best), key=lambda tag: told[tag])
    return next((tag for tag in near if kin(tag) == best), own)


def _sure(shares: Mapping[str, float]) -> str:
    best = max(shares, key=lambda each: shares[each], default="")
    return best if best and shares[best] >= SURE else ""


def _sure_among(shares: Mapping[str, float], near: Sequence[str]) -> str:
    among = {kin(tag): shares.get(kin(tag), 0.0) for tag in near}
    best = max(among, key=lambda each: among[each])
    return best if among[best] >= max(LEAST, SURE_AMONG * sum(among.values())) else ""


def _told(words: str) -> dict[str, float]:
    """By tag of the languages that we know, how likely each is, together 1; empty where it is surely another."""
    ours = {_ours(label): share for label, share in _identifier().rank(words)}
    ours.pop("", None)
    whole = sum(ours.values())
    return {tag: share / whole for tag, share in ours.items()} if whole > 1 - SURE else {}


@lru_cache(maxsize=256)
def _ours(label: str) -> str:
    """The tag for a label of the model; "" for a language that is none of ours."""
    tag = OURS.get(label, label)
    return tag if find(tag) else ""


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    """Takes a second and some 80 MB, so that only a process in which words are read has it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

"""The signs by which documents mark an item: which are sure, which need the document's own usage to be understood."""

from __future__ import annotations

from cairn.frameworks.enums import Standing
from cairn.texts.words import folded

MET, PARTLY, NOT_MET = Standing.MET, Standing.PARTLY, Standing.NOT_MET
DASHES = "–−—‒"
GLYPHS: dict[str, Standing] = (
    dict.fromkeys("✓✔☑✅🗹", MET)
    | dict.fromkeys("✗✘✕✖❌🗷", NOT_MET)
    | dict.fromkeys(DASHES, NOT_MET)
    | dict.fromkeys("◐◑~≈±", PARTLY)
)
CROSSED_BOX = "☒"
EMPTY_BOXES = "☐□▢"
BOX, CROSSED, X, HYPHEN = "☐", "☒", "x", "-"
# Signs that say nothing by themselves.
AMBIGUOUS = frozenset({BOX, CROSSED, X, HYPHEN})

_WORDS: dict[Standing, str] = {
    MET: "yes|oui|sí|si|sì|ja|tak|sim|نعم|так|да|evet|da|met|fully met|fulfilled|achieved|erfüllt|rempli|atteint|cumplido|"
    "spełnione|spełniony|soddisfatto|raggiunto|voldaan",
    NOT_MET: "no|non|nein|nee|nie|não|لا|ні|нет|hayır|nu|not met|unmet|not fulfilled|not achieved|nicht erfüllt|"
    "non rempli|non atteint|no cumplido|niespełnione|nie spełnione|non soddisfatto|niet voldaan",
    PARTLY: "partly|partially|partial|partly met|partially met|in part|teilweise|teilweise erfüllt|częściowo|"
    "częściowo spełnione|partiellement|partiellement atteint|en partie|partiel|parcialmente|parcial|in parte|"
    "parzialmente|deels|частково|جزئيا",
    Standing.NOT_APPLICABLE: "n/a|n.a|not applicable|does not apply|nicht zutreffend|entfällt|trifft nicht zu|"
    "sans objet|non applicable|no aplica|no procede|nie dotyczy|non applicabile|não se aplica|niet van toepassing",
    Standing.UNKNOWN: "not decided|not assessed|not yet assessed|unknown",
}
WORDS: dict[str, Standing] = {
    folded(word): standing for standing, words in _WORDS.items() for word in words.split("|")
}
SPELLINGS = frozenset(WORDS).union(*(words.split("|") for words in _WORDS.values()))


def sign_of(token: str) -> str:
    """One name for the different shapes of a sign: `[X]`, `(x)` are "[x]"; `[ ]` and `□` are the empty box."""
    bare = token.strip().replace("\ufe0f", "")
    inside = bare[1:-1].strip() if bare[:1] in "[(" and bare[-1:] in "])" else None
    if inside is not None:
        return {"": BOX, "x": "[x]"}.get(inside.lower()) or sign_of(inside)
    if bare in EMPTY_BOXES:
        return BOX
    if bare in GLYPHS or bare in AMBIGUOUS:
        return bare
    return folded(bare)


def plain_meaning(sign: str) -> Standing | None:
    """What a sign means in any document; None where only the document itself can tell."""
    if sign == "[x]":
        return MET
    return GLYPHS.get(sign) or WORDS.get(sign)


def meanings_in(present: set[str], legend: dict[str, Standing]) -> dict[str, Standing]:
    """What each sign means in a document that uses these signs.

    The legend decides. An ambiguous sign is understood only through the sure signs beside it; dashes alone are the
    bullets of a list and say nothing.
    """
    sure = {sign: meaning for sign in present if (meaning := plain_meaning(sign))} | legend
    dashes = {sign for sign in present if sign in DASHES and sign not in legend}
    said = {meaning for sign, meaning in sure.items() if sign not in dashes}
    if not said and X not in present:
        sure = {sign: meaning for sign, meaning in sure.items() if sign not in dashes}
    found = dict(sure)
    for sign in (X, CROSSED, BOX, HYPHEN):  # the empty ones last: they lean on what the others mean
        if sign in present and sign not in legend:
            meaning = _RULES[sign](present, found)
            if meaning:
                found[sign] = meaning
    return found


def _x(present: set[str], sure: dict[str, Standing]) -> Standing | None:
    meanings = set(sure.values())
    if MET in meanings:
        return None if NOT_MET in meanings else NOT_MET
    crosses = {sign for sign, meaning in sure.items() if meaning is NOT_MET} - set(DASHES)
    return MET if not crosses and present & {BOX, HYPHEN, *DASHES} else None


def _crossed(present: set[str], sure: dict[str, Standing]) -> Standing | None:
    if "☑" in present:
        return NOT_MET
    return MET if BOX in present and MET not in sure.values() else None


def _empty(_present: set[str], sure: dict[str, Standing]) -> Standing | None:
    meanings = set(sure.values())
    return NOT_MET if MET in meanings and NOT_MET not in meanings else None


def _hyphen(_present: set[str], sure: dict[str, Standing]) -> Standing | None:
    """A typewriter's dash: it may stand beside other dashes, not beside crosses."""
    crosses = {sign for sign, meaning in sure.items() if meaning is NOT_MET} - set(DASHES)
    return NOT_MET if MET in sure.values() and not crosses else None


_RULES = {X: _x, CROSSED: _crossed, BOX: _empty, HYPHEN: _hyphen}

"""Which column of an uploaded sheet is which of ours, by its title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import override
from rapidfuzz import fuzz, process

from cairn.texts.words import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cairn.sheets.shape import Column, Table

ALIKE = 85
"""Likeness of titles, 0 to 100, from which one is proposed for the other; a person confirms."""
REFUSED = (
    "victim", "traffick", "exploit", "perpetrator", "abuse", "means of control", "control method", "recruit", "route",
    "country of exploitation", "first name", "last name", "surname", "full name", "given name", "family name",
    "date of birth", "birth date", "phone", "address", "passport", "photo", "traite", "exploitation", "nom de famille", "prenom",
    "date de naissance", "telephone", "adresse",
)  # fmt: skip
"""Titles, or pieces of them, that are refused by name: names and addresses of people, and what was done to them. Human
Trafficking Case Data Standard 2.0 (IOM) has columns for all of these; no criterion needs them (safety.md 2.4)."""


def matched(titles: Sequence[Any], table: Table) -> dict[int, str]:
    """Our column key for each place in the sheet that is understood; each of ours at most once."""
    ours = {said: column.key for column in table.columns if column.taken_in for said in _said(column)}
    found: dict[int, str] = {}
    for place, title in enumerate(titles):
        said = folded(str(title or ""))
        best = process.extractOne(said, list(ours), scorer=fuzz.ratio, score_cutoff=ALIKE)
        key = ours[best[0]] if best else None
        if key and key not in found.values():
            found[place] = key
    return found


def refused(titles: Sequence[Any], table: Table) -> list[str]:
    """Titles of columns that must not come in here at all, in the sheet's words. Our own columns never are."""
    known = matched(titles, table)
    return [
        str(title)
        for place, title in enumerate(titles)
        if place not in known and any(f" {piece}" in f" {_spaced(title)}" for piece in REFUSED)
    ]


def _spaced(title: Any) -> str:
    return folded(str(title or "")).replace("_", " ")


def _said(column: Column) -> set[str]:
    """Key and title in every language of the site."""
    said = {folded(column.key)}
    for language, _name in settings.LANGUAGES:
        with override(language):
            said.add(folded(str(column.title)))
    return said

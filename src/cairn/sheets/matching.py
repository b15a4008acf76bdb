"""Which column of an uploaded sheet is which of ours, by its title."""

from __future__ import annotations

import re
import unicodedata
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
    "victim", "traffick", "exploit", "perpetrator", "abuse", "means of control", "method of control", "methods of control",
    "control method", "recruit", "smuggl", "debt bondage", "route", "historic event", "events historic", "role in process",
    "first name", "last name", "surname", "full name", "given name", "family name", "middle name", "second name", "maiden name",
    "nickname", "salutation", "date of birth", "birth date", "birthdate", "dob", "phone", "telephone", "address", "passport",
    "national id", "photo", "traite", "exploitation", "nom de famille", "prenom", "date de naissance", "adresse", "vorname",
    "nachname", "geburtsdatum", "الاسم الاول", "اسم العائله", "تاريخ الميلاد", "هاتف", "الهاتف", "جواز", "الجواز",
    "استغلال", "الاستغلال",
)  # fmt: skip
"""Titles, or pieces of them, that are refused by name: names and addresses of people, and what was done to them. Human
Trafficking Case Data Standard 2.0 (IOM) has columns for all of these; no criterion needs them (safety.md 2.4)."""
ON_PEOPLE = (
    "mailing", "street", "postal", "postcode", "zip", "latitude", "longitude", "email", "e mail", "mail", "courriel", "whatsapp",
    "facebook", "instagram", "telegram", "social media", "mobile", "contact number", "vulnerabilit", "prostitut",
)  # fmt: skip
"""Refused besides where the list holds persons; a list of offices may have them."""
NAMES = frozenset({"name", "names", "nom", "noms", "nome", "nombre", "الاسم", "اسم"})
"""Refused there where the whole title is no more than this."""
_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])|[^\w]+|_")


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
    pieces = (*REFUSED, *ON_PEOPLE) if table.on_people else REFUSED
    names = NAMES if table.on_people else frozenset()
    found = []
    for place, title in enumerate(titles):
        said = _spaced(title)
        if place not in known and (said.strip() in names or any(f" {piece}" in said for piece in pieces)):
            found.append(str(title))
    return found


def _spaced(title: Any) -> str:
    """` first name ` for `prs_FirstName`, `FIRST-NAME` and `Fi\u200brst name`: however it is written, and with nothing hidden in it."""
    seen = unicodedata.normalize("NFKC", str(title or ""))
    plain = "".join(sign for sign in seen if unicodedata.category(sign) != "Cf")
    return f" {folded(_WORDS.sub(' ', plain))} "


def _said(column: Column) -> set[str]:
    """Key and title in every language of the site."""
    said = {folded(column.key)}
    for language, _name in settings.LANGUAGES:
        with override(language):
            said.add(folded(str(column.title)))
    return said

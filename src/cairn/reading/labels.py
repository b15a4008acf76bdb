"""The lines that documents set around their content: labels of parts, headings of columns, fields at the head."""

from __future__ import annotations

import re

from cairn.texts.words import folded

CHECKLIST = frozenset(
    [
        "checklist",
        "good practice checklist",
        "criteria checklist",
        "items",
        "checklist items",
        "liste de controle",
        "liste de verification",
        "lista de control",
        "lista de verificacion",
        "checkliste",
        "lista kontrolna",
        "lista di controllo",
        "controlelijst",
    ]
)
TOOLS = frozenset(
    [
        "inspiring tools",
        "inspiring tool",
        "tools",
        "tools that inspire",
        "outils inspirants",
        "outils",
        "herramientas inspiradoras",
        "herramientas",
        "inspirierende werkzeuge",
        "werkzeuge",
        "inspirujace narzedzia",
        "narzedzia",
        "strumenti",
        "strumenti ispiratori",
    ]
)
NARRATIVE = frozenset(
    ["narrative", "answer", "in words", "reponse", "respuesta", "antwort", "odpowiedz", "risposta"]
)
LEFT_OUT = frozenset(
    ["left out", "not part of this assessment", "laisse de cote", "dejado fuera", "ausgelassen", "pominiete"]
)
# Parts of our own exports that repeat what is said elsewhere.
REPEATED = frozenset({"at a glance", "how this was judged"})
COLUMNS = frozenset(
    [
        "item",
        "items",
        "mark",
        "marks",
        "note",
        "notes",
        "checklist item",
        "checklist",
        "id",
        "criterion",
        "question",
        "wording",
        "wording in the document",
        "code",
        "no",
        "nr",
        "element",
        "critere",
        "marque",
        "kriterium",
        "punkt",
        "uwagi",
        "ocena",
        "elemento",
    ]
)
# Folded labels at the head of a document, by the field of the practice that they announce.
FIELDS = {
    label: field
    for field, labels in {
        "title": "title|practice|name of the practice|project|titre|titulo|titel|tytul|titolo",
        "organisation": "organisation|organization|implementing organisation|coordinator|organizacion|organizacja",
        "summary": "summary|in short|description|resume|resumen|zusammenfassung|streszczenie|sintesi|inspiration",
        "period": "period|duration|dates|running time|periode|periodo|zeitraum|okres",
        "starts": "project starts|starts|start|start date|from|debut|inicio|beginn|poczatek|inizio",
        "ends": "project ends|ends|end|end date|until|fin|ende|koniec|fine",
        "country": "country|countries|pays|pais|land|kraj|paese",
        "contact": "contact|contact details|contact person|coordonnees|contacto|kontakt|contatto",
        "website": "website|web site|web|url|site web|sitio web|webseite|strona internetowa|sito",
        "funding": "funding|funded by|funds|financement|financiacion|finanzierung|finansowanie|finanziamento",
        "objectives": "objectives|objective|aims|goals|objectifs|objetivos|ziele|cele|obiettivi",
    }.items()
    for label in labels.split("|")
}
_INLINE = re.compile(r"^(?P<label>[^:]{2,40}):\s*(?P<rest>.*)$")


def label_of(text: str, labels: frozenset[str]) -> str | None:
    """What follows one of these labels on its line (perhaps nothing); None where the line does not begin with one.

    A label is sometimes doubled ("Tools: Tools:").
    """
    if folded(text) in labels:
        return ""
    found = _INLINE.match(text)
    if found is None or folded(found["label"]) not in labels:
        return None
    rest = found["rest"]
    return label_of(rest, labels) or "" if label_of(rest, labels) is not None else rest


def field_of(text: str) -> tuple[str, str] | None:
    """The field that a line announces and what follows on the line: ("country", "Belgium")."""
    if folded(text) in FIELDS:
        return FIELDS[folded(text)], ""
    found = _INLINE.match(text)
    if found and folded(found["label"]) in FIELDS:
        return FIELDS[folded(found["label"])], found["rest"]
    return None


def heads_columns(cells: tuple[str, ...]) -> bool:
    return bool(cells) and all(folded(cell) in COLUMNS for cell in cells if cell)

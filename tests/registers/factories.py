"""Records for stories, made as people make them."""

from datetime import date

from cairn.registers import actions
from cairn.registers.kinds import all_kinds
from cairn.registers.shape import Sort

DAY = date(2026, 3, 2)
PLAIN = {
    Sort.TEXT: "Words",
    Sort.LONG: "More words.",
    Sort.DATE: DAY,
    Sort.WHOLE: 0,
    Sort.DECIMAL: "12.50",
    Sort.YESNO: True,
    Sort.LANGUAGES: ["ti", "fr"],
    Sort.URL: "https://example.org/a",
}


def a_record(practice, by, kind="risk", **said):
    """A record with all that its kind requires, and what it has to name."""
    return actions.add(practice=practice, kind=kind, by=by, **(required(practice, by, kind, but=said) | said))


def required(practice, by, kind, but=()):
    return {
        field.key: a_value(field, practice, by)
        for field in all_kinds()[kind].fields
        if field.required and field.key not in but
    }


def a_value(field, practice, by):
    if field.links:
        return [a_record(practice, by, field.to[0]).pk]
    if field.choices:
        return field.choices[0][0] if field.sort is Sort.CHOICE else [field.choices[0][0]]
    return by.pk if field.sort is Sort.PERSON else PLAIN[field.sort]

"""Forms as rows, as small as the story allows."""

from cairn.practices import actions as practices
from cairn.surveys import actions
from cairn.surveys.compiling import Refused, compiled
from cairn.surveys.enums import Purpose


def a_practice(organisation, by):
    return practices.create(organisation=organisation, by=by, title="Steady Steps")


def sheets_of(*rows, choices=(), settings=()):
    return {"survey": list(rows), "choices": list(choices), "settings": list(settings)}


def choices_of(listed, *names, **columns):
    return [{"list_name": listed, "name": name, "label": name.title(), **columns} for name in names]


def a_survey(*rows, choices=(), settings=()):
    return compiled(sheets_of(*rows, choices=choices, settings=settings), key="feedback", number=1).survey


def faults_of(*rows, choices=(), settings=(), **sheets):
    """(sheet, row, column) of each fault; the words of one are looked at where they matter."""
    try:
        compiled({**sheets_of(*rows, choices=choices, settings=settings), **sheets}, key="feedback", number=1)
    except Refused as refused:
        return [(fault.sheet, fault.row, fault.column) for fault in refused.faults]
    return []


def words_of(*rows, choices=(), settings=()):
    try:
        compiled(sheets_of(*rows, choices=choices, settings=settings), key="feedback", number=1)
    except Refused as refused:
        return " ".join(fault.message for fault in refused.faults)
    return ""


HOW = {"type": "select_one faces", "name": "today", "label": "How was it?", "required": "yes"}
WHY = {"type": "text", "name": "why", "label": "Why?", "relevant": "${today} = 'bad'"}
FACES = choices_of("faces", "good", "bad")
FEEDBACK = sheets_of(HOW, WHY, choices=FACES, settings=[{"form_title": "A few questions"}])


def a_form(practice=None, *, by=None, key="feedback", sheets=FEEDBACK):
    form = actions.make_form(practice=practice, key=key, purpose=Purpose.SESSION, anonymous=True, by=by)
    return actions.publish_version(form=form, sheets=sheets, by=by)

"""What the server says to a device about something it sent: what became of it, in words, and what to do."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

import pydantic
from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils.translation import gettext as _

from cairn.activities.actions.attending import Full
from cairn.activities.facts import sheets
from cairn.activities.sheet_form import in_words
from cairn.offline.actions.arriving import Different, Meanwhile, Unfinished

Answer = tuple[int, dict[str, Any]]
"""Status, and what goes as JSON: `problem` is a word for the program, `words` are for the person."""
FAULTS = (pydantic.ValidationError, ValidationError, Http404, Different, Unfinished, Meanwhile)


@singledispatch
def refusal(fault: Exception) -> Answer:
    """Of one of FAULTS; the device keeps what it sent."""
    raise fault


@refusal.register
def _malformed(_fault: pydantic.ValidationError) -> Answer:
    return 400, {
        "problem": "malformed",
        "words": _("The server could not read this. Keep it, load this page anew and send it again."),
    }


@refusal.register
def _refused(fault: ValidationError) -> Answer:
    return 422, {"problem": "refused", "words": " ".join(fault.messages)}


@refusal.register
def _full(fault: Full) -> Answer:
    return 422, {"problem": "full", "words": " ".join(fault.messages), "present": fault.present}


@refusal.register
def _gone(_fault: Http404) -> Answer:
    return 404, {
        "problem": "gone",
        "words": _(
            "This session or participant is not there any more, or is no longer yours. Ask your coordinator before you throw it away."
        ),
    }


@refusal.register
def _different(_fault: Different) -> Answer:
    return 409, {
        "problem": "different",
        "words": _(
            "This arrived before, and said something else then. Compare it with what the ordinary page shows, correct that there, "
            "and throw this one away."
        ),
    }


@refusal.register
def _unfinished(_fault: Unfinished) -> Answer:
    return 409, {
        "problem": "unfinished",
        "words": _(
            "You began a talk with this person on the ordinary page and did not finish it. Finish it or throw it away there, then "
            "send this one."
        ),
    }


@refusal.register
def _meanwhile(fault: Meanwhile) -> Answer:
    """Lines as they stand that someone else wrote since; those that contradict what was sent say who wrote what."""
    writers = sheets.last_writers(fault.sheet.session)
    lines = {
        key: {
            "said": fault.sheet.stands(key),
            "clash": key in fault.clashing,
            "words": _("%(name)s wrote: %(words)s")
            % {"name": writers[key], "words": in_words(fault.sheet.stands(key))},
        }
        for key in fault.changed
    }
    return 409, {
        "problem": "conflict",
        "words": _(
            "Someone else filled in this sheet meanwhile. Open it, compare, and save it again: what you tick counts."
        ),
        "revision": fault.sheet.session.sheet_revision,
        "lines": lines,
    }

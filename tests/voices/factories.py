"""Forms, openings and answers for stories."""

import uuid

from cairn.surveys.models import Form, FormVersion
from cairn.voices import actions
from cairn.voices.enums import Way


def a_form(key="feedback", practice=None, anonymous=True, title="How was it?", number=1) -> Form:
    form = Form.objects.create(key=key, practice=practice, purpose="session", anonymous=anonymous)
    if number:
        FormVersion.objects.create(
            form=form, number=number, title=title, sheets={}, xform="<x/>", languages=["en", "ar"]
        )
    return form


def say(opening, token=None, language="en", way=Way.PHONE, words="", **said):
    """One submission, as a person sends it."""
    return actions.take_in(
        opening=opening,
        token=token or uuid.uuid4().hex,
        language=language,
        way=way,
        said=said or {"today": "good"},
        remarks={"words": words},
    )

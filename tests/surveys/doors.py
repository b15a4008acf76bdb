"""Who comes in at the doors of forms (tests/test_doors.py)."""

import uuid

from cairn.surveys import actions
from cairn.surveys.keeping import drafting
from tests.surveys.media.making import a_picture
from tests.surveys.sheets import SHEETS

KEEPS = {"coordinator", "social_worker"}
SEES = KEEPS | {"mediator"}
TO_SEE = (
    "form",
    "form_preview",
    "form_sheet",
    "form_paper",
    "form_language",
    "form_files",
    "form_file",
    "form_packed",
)
TO_KEEP = ("form_new", "form_upload", "form_draft", "form_draft_preview", "form_question_new", "form_question", "form_draft_languages", "form_draft_language")  # fmt: skip
MAY = dict.fromkeys((*TO_SEE, "forms"), SEES) | dict.fromkeys((*TO_KEEP, "forms_export"), KEEPS)
OF_FORM = (
    "form_copy",
    "form_retire",
    "form_draft_begin",
    "form_draft_move",
    "form_draft_use",
    "form_draft_discard",
)
DEEDS = dict.fromkeys((*OF_FORM, "form_faults", "form_confirm"), KEEPS)
OF = ["practice", "survey_form"]
ADDRESSES = {
    **dict.fromkeys(("form", "form_upload", "form_draft", "form_draft_preview", "form_question_new", "form_draft_languages", *OF_FORM), OF),
    **{each: ["practice"] for each in ("forms", "form_new", "form_faults")},
    **{each: [*OF, "=1"] for each in ("form_preview", "form_sheet", "form_paper", "form_files", "form_packed")},
    "form_file": [*OF, "=1", "survey_file"],
    **{each: [*OF, "=ar"] for each in ("form_language", "form_confirm", "form_draft_language")},
    "form_question": [*OF, "=today"],
    "forms_export": ["practice", "=csv"],
}  # fmt: skip
NOTHING = {"survey_form": 987_654, "survey_file": uuid.UUID(int=9)}


def furnish(at):
    said = {"key": "today", "purpose": "session", "anonymous": True, "by": at.coordinator}
    first = {**SHEETS["survey"][0], "media::image": "room.png"}
    sheets, files = {**SHEETS, "survey": [first, *SHEETS["survey"][1:]]}, {"room.png": a_picture()}
    version = actions.bring_form(practice=at.practice, sheets=sheets, files=files, **said)
    form = version.form
    drafting.begin(form=form, by=at.coordinator)
    return {"survey_form": form.pk, "survey_file": version.files.get().pk}

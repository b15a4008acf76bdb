"""What a phone with ODK Collect brings: received once, checked as a page's answers are, and put where its form says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from cairn.offline.models import Received, Submission
from cairn.offline.openrosa import under
from cairn.surveys import actions as forms
from cairn.surveys import facts as surveys
from cairn.surveys.enums import Kind
from cairn.surveys.submissions import Unreadable, answers_of_submission
from cairn.trail.actions import note
from cairn.trail.enums import Deed
from cairn.voices import actions as voices
from cairn.voices.enums import Way

if TYPE_CHECKING:
    from typing import Any

    from cairn.offline.facts.offering import Offered
    from cairn.offline.models import FieldToken
    from cairn.voices.models import Opening


class Other(Exception):  # said to the phone
    """Under this instanceID something else was received before."""


@transaction.atomic
def receive(*, token: FieldToken, offered: Offered, data: bytes, parts: Collection[bytes] = ()) -> bool:
    """False where all of it was here already. `parts` are the files that came along; they are known again, and not kept.

    Raises Other, PermissionDenied where the opening takes no more, and submissions.Unreadable for what is no answer to the form,
    also for whatever tells who filled it in, on what or when.
    """
    read = answers_of_submission(under(offered.version.form.key, data), offered.version)
    if read.faults:
        words = "; ".join(f"{name}: {fault}" for name, fault in read.faults.items())
        raise Unreadable(_("Not everything fits the form: %(faults)s") % {"faults": words})
    key = _digest("instance", str(token.practice_id), read.instance_id)
    body = _digest("body", read.instance_id, hashlib.sha256(data).hexdigest())
    brought = {_digest("part", hashlib.sha256(part).hexdigest()) for part in parts}
    Received.objects.get_or_create(pk=key)
    row = Received.objects.select_for_update().get(pk=key)
    if row.body not in {"", body}:
        raise Other
    if row.body and brought <= set(row.parts):
        return False
    if not row.body:
        _put_in(token, offered, read.answers, key)
    row.body, row.parts = body, sorted(brought | set(row.parts))
    row.save(update_fields=["body", "parts"])
    return True


def _digest(*words: str) -> str:
    return salted_hmac("cairn.offline.received", "\n".join(words), algorithm="sha256").hexdigest()


def _put_in(token: FieldToken, offered: Offered, answers: dict[str, Any], key: str) -> None:
    if offered.opening:
        _anonymously(offered.opening, answers, key)
        return
    forms.begin_asking(version=offered.version)
    made = Submission(practice=token.practice, version=offered.version, token=token)
    made.answers = json.dumps(answers, ensure_ascii=False)
    made.save()
    note(by=None, deed=Deed.CREATED, thing=made.thing, practice=token.practice_id)


def _anonymously(opening: Opening, answers: dict[str, Any], key: str) -> None:
    """Where answers of the anonymous pages go, as given with a helper. What came in stands in no trail, which knows times."""
    survey = surveys.survey_of(opening.version)
    free = {one.name for one in survey.questions() if one.kind is Kind.TEXT}
    try:
        voices.take_in(
            opening=opening,
            token=key,
            language=survey.languages[0],
            way=Way.HELPER,
            said={name: value for name, value in answers.items() if name not in free},
            remarks={name: value for name, value in answers.items() if name in free},
        )
    except ValidationError as closed:
        raise PermissionDenied(" ".join(closed.messages)) from closed


@transaction.atomic
def remove(*, submission: Submission, by: Any) -> None:
    """It is gone for good; that it was, the trail tells."""
    note(by=by, deed=Deed.ERASED, thing=submission.thing, practice=submission.practice_id)
    submission.delete()

"""Documents: read one without keeping anything, or make a practice and an assessment of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import File, Form, Router, Status
from ninja.files import UploadedFile

from cairn.api.door import Request
from cairn.api.problems import Fault, Refusal
from cairn.api.schemas import AssessmentLine, ReadDocument
from cairn.exchange import actions
from cairn.frameworks import facts as frameworks
from cairn.people.enums import Permission
from cairn.people.facts import organisations_of
from cairn.practices import facts as practices
from cairn.reading.lines import Unreadable
from cairn.reading.shape import Reading, to_json

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment
    from cairn.frameworks.models import FrameworkVersion

router = Router(tags=["Documents"])


@router.post("read", response=ReadDocument, summary="Read a document; nothing is kept")
def read(request: HttpRequest, document: File[UploadedFile], framework: Form[str] = "") -> Any:
    """Text, HTML, Word or PDF. Without a framework, the one that fits best is used."""
    reading, _version = read_by(document, named(framework) if framework else None)
    return json.loads(to_json(reading))


@router.post("import", response={201: AssessmentLine}, summary="Make an assessment of a document")
def bring_in(
    request: Request,
    document: File[UploadedFile],
    organisation: Form[str],
    framework: Form[str] = "",
    practice: Form[int | None] = None,
) -> Status[Assessment]:
    """Everything at once or nothing. Without `practice`, the practice is made too."""
    home = get_object_or_404(organisations_of(request.auth, Permission.IMPORT), slug=organisation)
    reading, version = read_by(document, named(framework) if framework else None)
    mine = practices.visible_to(request.auth, Permission.IMPORT).filter(organisation=home)
    return Status(
        201,
        actions.import_reading(
            reading=reading,
            organisation=home,
            by=request.auth,
            framework_version=version,
            practice=None if practice is None else get_object_or_404(mine, pk=practice),
            file_name=document.name or "",
        ),
    )


def read_by(document: UploadedFile, chosen: FrameworkVersion | None) -> tuple[Reading, FrameworkVersion]:
    try:
        return actions.read(name=document.name or "", document=document.read(), chosen=chosen)
    except Unreadable as fault:
        raise Refusal(422, str(fault), errors=[Fault(where="body.document", what=str(fault))]) from fault


def named(framework_id: str) -> FrameworkVersion:
    try:
        return frameworks.loaded_version(framework_id)
    except ObjectDoesNotExist as fault:
        raise Refusal(422, errors=[Fault(where="body.framework", what=str(fault))]) from fault

"""Practices of the organisations in which the caller has a role."""

from typing import Any

from django.shortcuts import get_object_or_404
from ninja import Query, Router, Status

from cairn.api.door import Request
from cairn.api.paging import Page, Window, cut
from cairn.api.problems import Refusal
from cairn.api.schemas import PracticeIn, PracticeOut, PracticeRevision
from cairn.common.conflict import Conflict
from cairn.people.enums import Permission
from cairn.people.facts import organisations_of
from cairn.practices import actions, facts
from cairn.practices.models import Practice

router = Router(tags=["Practices"])


@router.get("", response=Page[PracticeOut], summary="List your practices")
def list_practices(request: Request, window: Query[Window]) -> dict[str, Any]:
    return cut(facts.visible_to(request.auth).order_by("title", "pk"), window)


@router.post("", response={201: PracticeOut}, summary="Describe a new practice")
def create_practice(request: Request, practice: PracticeIn) -> Status[Practice]:
    organisation = get_object_or_404(
        organisations_of(request.auth, Permission.EDIT_PRACTICE), slug=practice.organisation
    )
    return Status(201, actions.create(organisation=organisation, by=request.auth, **practice.said()))


@router.get("/{practice_id}", response=PracticeOut, summary="One practice")
def show_practice(request: Request, practice_id: int) -> Practice:
    return get_object_or_404(facts.visible_to(request.auth), pk=practice_id)


@router.patch("/{practice_id}", response=PracticeOut, summary="Change a practice")
def change_practice(request: Request, practice_id: int, change: PracticeRevision) -> Practice:
    """Answers 409 with what stands now, where someone changed one of these fields since your revision."""
    practice = get_object_or_404(facts.visible_to(request.auth, Permission.EDIT_PRACTICE), pk=practice_id)
    said = change.said()
    try:
        return actions.revise(practice=practice, revision=change.revision, by=request.auth, **said)
    except Conflict as conflict:
        theirs = {field: getattr(conflict.theirs, field) for field in conflict.fields}
        yours = {field: said[field] for field in conflict.fields}
        raise Refusal(
            409, str(conflict), revision=conflict.theirs.revision, yours=yours, theirs=theirs
        ) from conflict

"""What a view is asked for: a practice whose forms somebody may see or change, one of them, one of its versions, its draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import get_object_or_404

from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.practices.asking import practice_of
from cairn.surveys import facts
from cairn.surveys.models import Draft, Form, FormVersion

if TYPE_CHECKING:
    from cairn.practices.models import Practice


def form_of(request: SignedIn, practice: int, pk: int) -> tuple[Practice, Form]:
    """To look at: a form of the practice, or one that came with Cairn."""
    found = practice_of(request, practice, Permission.SEE_RECORDS)
    return found, get_object_or_404(facts.all_forms_of(found), pk=pk)


def own_form_of(request: SignedIn, practice: int, pk: int) -> tuple[Practice, Form]:
    """To change: forms that came with Cairn stay as they are for all."""
    found = practice_of(request, practice, Permission.KEEP_RECORDS)
    return found, get_object_or_404(facts.all_forms_of(found), pk=pk, practice=found)


def draft_of(request: SignedIn, practice: int, pk: int) -> tuple[Practice, Draft]:
    found, form = own_form_of(request, practice, pk)
    return found, get_object_or_404(Draft.objects.select_related("form", "changed_by"), form=form)


def version_of(form: Form, number: int) -> FormVersion:
    return get_object_or_404(form.versions.select_related("form"), number=number)


def version_in_use(form: Form) -> FormVersion:
    version = facts.version_in_use(form)
    if version is None:
        raise Http404
    return version


def may_keep(request: SignedIn, practice: Practice) -> bool:
    return may(request.user, Permission.KEEP_RECORDS, practice.organisation)

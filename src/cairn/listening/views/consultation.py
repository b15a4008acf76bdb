"""A consultation held on forms: opened, read like every other answer, its points written down as inputs and told back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.listening.facts import answers, points
from cairn.listening.facts.consulting import visible_to, way_of
from cairn.listening.forms.consultation import InputForm, OpenForm
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.practices.submitting import done
from cairn.registers import actions as registers
from cairn.surveys.facts import forms_of, version_in_use
from cairn.voices import actions as voices
from cairn.voices import facts as voiced
from cairn.voices.enums import OpeningKind

if TYPE_CHECKING:
    from cairn.registers.models import Record


def show(request: SignedIn, pk: UUID) -> HttpResponse:
    return _page(request, get_object_or_404(visible_to(request.user, Permission.SEE_RECORDS), pk=pk))


def _page(
    request: SignedIn, record: Record, *, opening: OpenForm | None = None, saying: InputForm | None = None
) -> HttpResponse:
    """With a form that was refused in place of an empty one."""
    practice, today = record.practice, timezone.localdate()
    openings = list(voiced.of_practice(practice.pk).filter(consultation=record.pk))
    counted = voiced.counted(openings)
    asked = {each.version.form_id: each.version for each in reversed(openings)}
    read = {
        form: answers.chosen(practice, version.form, consultation=record.pk)
        for form, version in asked.items()
    }
    context: dict[str, Any] = {
        "record": record,
        "practice": practice,
        "way": way_of(record),
        "openings": [(each, counted[each.pk], voiced.is_open(each, today)) for each in openings],
        "asked": [(version, bool(read[form])) for form, version in asked.items()],
        "points": points.of_practice(practice.pk).filter(consultation=record.pk),
        "few": voiced.FEW_ANSWERS,
        "may_keep": may(request.user, Permission.KEEP_RECORDS, practice.organisation),
        "opening": opening or _opening(record, initial={"opens_on": today, "closes_on": today}),
        "saying": saying or InputForm(auto_id="say-%s"),
    }
    status = 422 if opening or saying else 200
    return render(request, "listening/consultation.html", context, status=status)


def _opening(record: Record, *args: Any, **more: Any) -> OpenForm:
    """Only forms that ask nobody who they are."""
    found = (version_in_use(form) for form in forms_of(record.practice).filter(anonymous=True))
    return OpenForm(*args, versions=[version for version in found if version], **more)


@require_POST
def open_form(request: SignedIn, pk: UUID) -> HttpResponse:
    record = get_object_or_404(visible_to(request.user, Permission.KEEP_RECORDS), pk=pk)
    form = _opening(record, request.POST)

    def act() -> None:
        voices.open_for(
            practice=record.practice,
            kind=OpeningKind.CONSULTATION,
            consultation=record.pk,
            by=request.user,
            **form.said,
        )

    if done(form, act):
        messages.success(request, _("It is open under an address of its own."))
        return redirect("consultation", pk)
    return _page(request, record, opening=form)


@require_POST
def say(request: SignedIn, pk: UUID) -> HttpResponse:
    """What was read in the answers becomes an input in the register, so that it gets a decision."""
    record = get_object_or_404(visible_to(request.user, Permission.KEEP_RECORDS), pk=pk)
    form = InputForm(request.POST, auto_id="say-%s")

    def act() -> None:
        registers.add(
            practice=record.practice,
            kind="consultation_input",
            consultations=[record.pk],
            said_on=record.happened_on,
            source="participants",
            by=request.user,
            **form.cleaned_data,
        )

    if done(form, act):
        return redirect("consultation", pk)
    return _page(request, record, saying=form)

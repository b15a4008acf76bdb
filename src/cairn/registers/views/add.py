"""A new record of any kind; from a record that it is about, the link is there already."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.asking import practice_of
from cairn.practices.forms import language_suggestions
from cairn.registers import actions
from cairn.registers.asking import kind_of
from cairn.registers.forms import RecordForm
from cairn.registers.shape import Kind


def add(request: SignedIn, practice: int, kind: str) -> HttpResponse:
    found, register = practice_of(request, practice, Permission.KEEP_RECORDS), kind_of(kind)
    form = RecordForm(request.POST or None, kind=register, practice=found, initial=_preset(request, register))
    if form.is_valid():
        try:
            record = actions.add(practice=found, kind=register.key, by=request.user, **form.said)
        except ValidationError as fault:
            form.add_error(None, fault)
        else:
            messages.success(request, _("Saved."))
            return (
                redirect("record_new", found.pk, register.key)
                if "again" in request.POST
                else redirect(record)
            )
    context = {"practice": found, "kind": register, "form": form, "languages": language_suggestions()}
    return render(request, "registers/add.html", context, status=422 if form.errors else 200)


def _preset(request: SignedIn, kind: Kind) -> dict[str, object]:
    """Links that the address names."""
    return {
        field.key: request.GET[field.key] if field.sort == "link" else request.GET.getlist(field.key)
        for field in kind.fields
        if field.links and field.key in request.GET
    }

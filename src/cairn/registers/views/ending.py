"""Say that something is done, closed or out of use, or that it is not after all."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.registers import actions
from cairn.registers.asking import record_of
from cairn.registers.forms import CloseForm
from cairn.registers.views.show import page


@require_POST
def close(request: SignedIn, pk: UUID) -> HttpResponse:
    record = record_of(request, pk, Permission.KEEP_RECORDS)
    form = CloseForm(request.POST)
    if not form.is_valid():
        return page(request, record, form)
    try:
        return redirect(actions.close(record=record, on=form.cleaned_data["on"], by=request.user))
    except ValidationError as fault:
        form.add_error(None, fault)
        return page(request, record, form)


@require_POST
def reopen(request: SignedIn, pk: UUID) -> HttpResponse:
    record = record_of(request, pk, Permission.KEEP_RECORDS)
    return redirect(actions.reopen(record=record, by=request.user))

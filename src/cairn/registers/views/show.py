"""One record with everything that names it, and its history."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.registers.asking import may_keep, record_of
from cairn.registers.forms import CloseForm
from cairn.registers.kinds import all_kinds
from cairn.registers.models import Record
from cairn.registers.shape import Life
from cairn.registers.showing import ENDING, history, named_by, said_in, state_of, title_of


def show(request: SignedIn, pk: UUID) -> HttpResponse:
    return page(request, record_of(request, pk, Permission.SEE_RECORDS))


def page(request: SignedIn, record: Record, form: CloseForm | None = None) -> HttpResponse:
    """Also what closing answers with where it was refused."""
    kind, keeps = all_kinds()[record.kind], may_keep(request, record.practice)
    context = {
        "record": record,
        "kind": kind,
        "title": title_of(record),
        "said": said_in(record, sealed_too=keeps),
        "state": state_of(record),
        "ways": named_by(record),
        "history": history(record),
        "may_keep": keeps,
        "deed": "" if kind.life is Life.FACT else ENDING[kind.life][2],
        "form": form or CloseForm(initial={"on": timezone.localdate()}),
    }
    return render(request, "registers/show.html", context, status=422 if form else 200)

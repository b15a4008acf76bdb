"""One adaptation, with everything said of it and what became of its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.transfer import facts
from cairn.transfer.forms import ExchangeForm

if TYPE_CHECKING:
    from cairn.transfer.models import Adaptation


def show(request: SignedIn, pk: int) -> HttpResponse:
    return page(request, get_object_or_404(facts.visible_to(request.user), pk=pk), ExchangeForm())


def page(request: SignedIn, adaptation: Adaptation, form: ExchangeForm, status: int = 200) -> HttpResponse:
    context = {
        "adaptation": adaptation,
        "decided": facts.decided(adaptation),
        "source": facts.source_of(adaptation),
        "sections": [(key, facts.NAMES[key], facts.said_in(adaptation, key)) for key in facts.SECTIONS],
        "names": facts.NAMES,
        "exchanges": adaptation.exchanges.select_related("by"),
        "history": list(facts.history(adaptation)),
        "form": form,
        "may_adapt": may(request.user, Permission.ADAPT, adaptation.organisation),
    }
    return render(request, "transfer/show.html", context, status=status)

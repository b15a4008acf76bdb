"""Add to an adaptation: a part of one's own, a step, a contact."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.transfer import actions, facts
from cairn.transfer.forms import ADDING, ExchangeForm, SectionForm
from cairn.transfer.views import section as sections
from cairn.transfer.views import show


@require_POST
def row(request: SignedIn, pk: int, section: str) -> HttpResponse:
    adaptation = sections.asked_for(request, pk, section)
    if section not in ADDING:
        raise Http404
    form = ADDING[section](request.POST)
    if not form.is_valid():
        shown = SectionForm(adaptation=adaptation, section=section)
        return sections.page(request, adaptation, section, shown, adding=form, status=422)
    add = actions.add_element if section == "elements" else actions.add_step
    add(adaptation=adaptation, by=request.user, **form.cleaned_data)
    return redirect("adaptation_edit", adaptation.pk, section)


@require_POST
def exchange(request: SignedIn, pk: int) -> HttpResponse:
    adaptation = get_object_or_404(facts.visible_to(request.user, Permission.ADAPT), pk=pk)
    form = ExchangeForm(request.POST)
    if not form.is_valid():
        return show.page(request, adaptation, form, status=422)
    actions.log(adaptation=adaptation, by=request.user, **form.cleaned_data)
    return redirect(adaptation)

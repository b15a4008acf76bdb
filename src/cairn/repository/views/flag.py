"""A visitor says what is outdated: no account, and nothing kept about who it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cairn.publications import facts as publications
from cairn.repository import actions
from cairn.repository.forms import FlagForm

if TYPE_CHECKING:
    from cairn.publications.models import Publication


@login_not_required
def flag(request: HttpRequest, slug: str) -> HttpResponse:
    try:
        publication = publications.edition_of(slug)
    except ObjectDoesNotExist as fault:
        raise Http404 from fault
    if publication.withdrawn_at:
        raise Http404
    form = FlagForm(request.POST or None)
    if form.is_valid() and (form.by_a_program or _raised(publication, form)):
        messages.success(request, _("Thank you. Those who keep this page were told."))
        return redirect("publication", slug)
    return render(request, "repository/flag.html", {"publication": publication, "form": form})


def _raised(publication: Publication, form: FlagForm) -> bool:
    try:
        actions.flag(publication=publication, text=form.cleaned_data["text"])
    except ValidationError as fault:
        form.add_error(None, fault)
        return False
    return True

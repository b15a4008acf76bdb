"""Bring a document in: it is read at once, and nothing is made of it before a person has looked."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cairn.exchange import actions, facts
from cairn.exchange.forms import UploadForm
from cairn.people.asking import SignedIn, only_if
from cairn.people.enums import Permission
from cairn.people.facts import organisations_of
from cairn.people.models import Organisation
from cairn.practices.facts import visible_to
from cairn.practices.models import Practice
from cairn.reading.lines import Unreadable


def upload(request: SignedIn) -> HttpResponse:
    practice = _practice(request)
    organisations = organisations_of(request.user, Permission.IMPORT)
    if practice:
        organisations = organisations.filter(pk=practice.organisation_id)
    only_if(organisations.exists())
    form = _form(request, organisations)
    context = {"form": form, "practice": practice, "waiting": facts.waiting_for(request.user)}
    if not form.is_valid():
        return render(request, "exchange/upload.html", context, status=422 if form.is_bound else 200)
    said = form.cleaned_data
    document = said["document"].read()
    try:
        reading, version = actions.read(
            name=said["document"].name, document=document, chosen=said["framework"]
        )
    except Unreadable as refusal:
        form.add_error("document", str(refusal))
        return render(request, "exchange/upload.html", context, status=422)
    intake = actions.take_in(
        reading=reading,
        document=document,
        file_name=said["document"].name,
        organisation=said["organisation"],
        practice=practice,
        framework_version=version,
        by=request.user,
    )
    return redirect(intake)


def _practice(request: SignedIn) -> Practice | None:
    """The practice that the document is about, where one was named."""
    pk = request.GET.get("practice")
    if not pk:
        return None
    only_if(pk.isdecimal())
    return get_object_or_404(visible_to(request.user, Permission.IMPORT), pk=pk)


def _form(request: SignedIn, organisations: QuerySet[Organisation]) -> UploadForm:
    initial = {"organisation": organisations.first()}
    if request.method == "POST":
        return UploadForm(request.POST, request.FILES, organisations=organisations, initial=initial)
    return UploadForm(organisations=organisations, initial=initial)

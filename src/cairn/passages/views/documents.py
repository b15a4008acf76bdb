"""The documents of a practice: the list, the upload, the way out, and removal."""

from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.common import tables
from cairn.passages import actions, facts
from cairn.passages.forms import AttachForm
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.practices.facts import visible_to
from cairn.practices.models import Practice
from cairn.reading.lines import Unreadable


def documents(request: SignedIn, pk: int) -> HttpResponse:
    writing = request.method == "POST"
    open_to = visible_to(request.user, Permission.ATTACH) if writing else facts.readable_by(request.user)
    practice = get_object_or_404(open_to, pk=pk)
    form = AttachForm(request.POST, request.FILES) if writing else AttachForm()
    if not form.is_valid():
        return _page(request, practice, form, status=422 if writing else 200)
    said = dict(form.cleaned_data)
    file = said.pop("file")
    try:
        actions.attach(practice=practice, name=file.name, data=file.read(), by=request.user, **said)
    except Unreadable as refusal:
        form.add_error("file", str(refusal))
    except actions.Held as held:
        title = held.document.title
        form.add_error("file", _("This very file is here already, as “%(title)s”.") % {"title": title})
    else:
        return redirect("practice_documents", practice.pk)
    return _page(request, practice, form, status=422)


def _page(request: SignedIn, practice: Practice, form: AttachForm, *, status: int) -> HttpResponse:
    context = {
        "practice": practice,
        "documents": facts.documents_of(practice),
        "form": form,
        "may_attach": may(request.user, Permission.ATTACH, practice.organisation),
        "may_remove": may(request.user, Permission.EDIT_PRACTICE, practice.organisation),
    }
    return render(request, "passages/documents.html", context, status=status)


def export(request: SignedIn, pk: int, kind: str) -> HttpResponse:
    practice = get_object_or_404(facts.readable_by(request.user), pk=pk)
    return tables.answer(kind, f"documents-{practice.slug}", facts.COLUMNS, facts.documents_of(practice))


def download(request: SignedIn, pk: int) -> FileResponse:
    """Always to be saved, never shown: what is inside is other people's."""
    document = get_object_or_404(facts.visible_to(request.user).filter(removed_at__isnull=True), pk=pk)
    with storages["documents"].open(document.stored_as) as file:
        content = BytesIO(file.read())  # at most 20 MB; the file itself is closed before the answer is sent
    answer = FileResponse(
        content,
        as_attachment=True,
        filename=document.file_name,
        content_type="application/octet-stream",
    )
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@require_POST
def remove(request: SignedIn, pk: int) -> HttpResponse:
    document = get_object_or_404(facts.visible_to(request.user, Permission.EDIT_PRACTICE), pk=pk)
    try:
        actions.remove(document=document, reason=request.POST.get("reason", "")[:1_000], by=request.user)
    except ValidationError as refusal:
        form = AttachForm(request.POST)
        form.errors.clear()
        form.add_error(None, refusal.messages)
        return _page(request, document.practice, form, status=422)
    return redirect("practice_documents", document.practice_id)

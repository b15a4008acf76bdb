"""What is said of a document, corrected: its title, its kind, its language, its day."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cairn.passages import actions, facts
from cairn.passages.forms import DescribeForm
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission


def describe(request: SignedIn, pk: int) -> HttpResponse:
    documents = facts.visible_to(request.user, Permission.ATTACH).select_related("practice")
    document = get_object_or_404(documents.filter(removed_at__isnull=True), pk=pk)
    said = {name: getattr(document, name) for name in DescribeForm.base_fields}
    form = DescribeForm(request.POST or None, initial=said)
    if form.is_valid():
        try:
            actions.describe(document=document, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            return redirect("practice_documents", document.practice_id)
    status = 422 if form.is_bound else 200
    return render(request, "passages/describe.html", {"document": document, "form": form}, status=status)

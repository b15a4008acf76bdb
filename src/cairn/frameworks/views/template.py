"""The workbook to start a framework of one's own from."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse

from cairn.frameworks import facts
from cairn.frameworks.workbook import MEDIA_TYPE, as_workbook


@login_not_required
def template(request: HttpRequest) -> HttpResponse:
    content = as_workbook(facts.shipped_framework("cairn-sustainability"))
    response = HttpResponse(content, content_type=MEDIA_TYPE)
    response["Content-Disposition"] = 'attachment; filename="framework-template.xlsx"'
    return response

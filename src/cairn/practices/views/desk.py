"""One's practices as a table to take away."""

from django.http import HttpResponse

from cairn.common import tables
from cairn.people.asking import SignedIn
from cairn.practices import facts


def export(request: SignedIn, kind: str) -> HttpResponse:
    return tables.answer(kind, "practices", facts.COLUMNS, facts.visible_to(request.user))

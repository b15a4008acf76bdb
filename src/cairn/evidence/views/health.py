"""How well a practice's own records carry each item: what is solid, what gets old, what to do next."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from cairn.evidence import facts, telling
from cairn.evidence.rules import USUAL, rules_of
from cairn.frameworks import facts as frameworks
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.asking import practice_of


def show(request: SignedIn, practice: int, framework: str = USUAL) -> HttpResponse:
    found = practice_of(request, practice, Permission.SEE_RECORDS)
    if not rules_of(framework):
        raise Http404
    asked = frameworks.framework_in(frameworks.latest(framework), get_language())
    judged = facts.standing(found, framework).items
    context = {
        "practice": found,
        "framework": asked,
        "questions": telling.lines(found, asked, judged),
        "tally": telling.tally(judged),
    }
    return render(request, "evidence/health.html", context)

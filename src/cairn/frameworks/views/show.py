"""One framework, whole: its tree, how it judges, whose it is and in which languages."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language

from cairn.frameworks import facts


@login_not_required
def show(request: HttpRequest, framework_id: str, version: str) -> HttpResponse:
    loaded = get_object_or_404(facts.loaded(), framework_id=framework_id, version=version)
    framework = facts.framework_of(loaded)
    context = {
        "framework": facts.translated(framework, get_language() or framework.language),
        "own_language": framework.language,
        "version": loaded,
        "translations": facts.translation_states(framework),
    }
    return render(request, "frameworks/show.html", context)

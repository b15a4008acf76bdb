"""One framework, whole: its tree, how it judges, whose it is, in which languages, and what changed since the last."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language

from cairn.frameworks import facts
from cairn.frameworks.upgrading import plan
from cairn.frameworks.views.listing import may_load


@login_not_required
def show(request: HttpRequest, framework_id: str, version: str) -> HttpResponse:
    loaded = get_object_or_404(facts.loaded(), framework_id=framework_id, version=version)
    framework = facts.framework_of(loaded)
    former = facts.before(loaded)
    tables = facts.tables_of(framework.ref)
    partners = facts.by_ref(table.end for table in tables)
    context = {
        "framework": facts.translated(framework, get_language() or framework.language),
        "own_language": framework.language,
        "version": loaded,
        "translations": facts.translation_states(framework),
        "withdrawal": facts.withdrawal_of(loaded),
        "former": former,
        "plan": plan(facts.framework_of(former), framework) if former else None,
        "partners": [(table, partners[table.end]) for table in tables if table.end in partners],
        "may_load": may_load(request),
    }
    return render(request, "frameworks/show.html", context)

"""What rules ask for, as Cairn proposes and as the practice set it, with a reason and for everyone to see."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.common import tables
from cairn.common.tables import Column
from cairn.evidence import actions, adjusting
from cairn.evidence.forms import LimitForm
from cairn.evidence.rule import Unit
from cairn.evidence.rules import limits_of
from cairn.evidence.telling import amount
from cairn.evidence.views.asked import all_asked, item_or_404
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.asking import may_here, practice_of
from cairn.practices.models import Practice
from cairn.practices.submitting import done

COLUMNS = (
    Column(gettext_lazy("Framework"), lambda row: row["framework"]),
    Column(gettext_lazy("Item"), lambda row: row["threshold"].item),
    Column(gettext_lazy("Limit"), lambda row: str(row["threshold"].limit.says)),
    Column(gettext_lazy("Cairn proposes"), lambda row: row["proposed"]),
    Column(gettext_lazy("This practice asks for"), lambda row: row["own"]),
)


def show(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice, Permission.SEE_RECORDS)
    asked = all_asked()
    context = {
        "practice": found,
        "may_set": may_here(request, found, Permission.EDIT_PRACTICE),
        "may_export": may_here(request, found, Permission.EXPORT_RECORDS),
        "frameworks": [(one, _by_item(found, one.id, one.by_id)) for one in asked],
        "changes": [_told(one) for each in asked for one in adjusting.changes(found.pk, each.id)],
    }
    return render(request, "evidence/limits.html", context)


def _by_item(practice: Practice, framework: str, nodes: Any) -> list[tuple[Any, list[dict[str, Any]]]]:
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in _rows(practice, framework):
        rows.setdefault(row["threshold"].item, []).append(row)
    return [(nodes[item], own) for item, own in rows.items() if item in nodes]


def _rows(practice: Practice, framework: str) -> list[dict[str, Any]]:
    return [
        {
            "framework": framework,
            "threshold": one,
            "proposed": amount(one.default, one.limit.unit),
            "own": "" if one.own is None else amount(one.own, one.limit.unit),
        }
        for one in adjusting.all_of(practice.pk, framework)
    ]


def _told(one: Any) -> dict[str, Any]:
    """A change in words: of which limit, to what."""
    limit = adjusting.limit_of(one.framework, one.item, one.name)
    says = limit.says if limit else one.name
    to = _("what Cairn proposes") if one.value is None or limit is None else amount(one.value, limit.unit)
    return {"change": one, "says": says, "to": to}


def export(request: SignedIn, practice: int, form: str) -> HttpResponse:
    found = practice_of(request, practice, Permission.EXPORT_RECORDS)
    rows = [row for framework in all_asked() for row in _rows(found, framework.id)]
    return tables.answer(form, f"limits-{found.slug}", COLUMNS, rows)


def change(request: SignedIn, practice: int, framework: str, item: str, name: str) -> HttpResponse:
    found = practice_of(request, practice, Permission.EDIT_PRACTICE)
    limit = adjusting.limit_of(framework, item, name)
    if limit is None:
        raise Http404
    percent = limit.unit is Unit.SHARE
    own = adjusting.own_limits(found.pk, framework).get(item, {}).get(name)
    shown = own * 100 if own is not None and percent else own
    form = LimitForm(request.POST or None, percent=percent, initial={"value": shown})

    def act() -> None:
        actions.set_limit(
            practice=found, framework=framework, item=item, name=name, by=request.user, **form.said
        )

    if done(form, act):
        return redirect("evidence_limits", practice)
    _asked, node = item_or_404(framework, item)
    context = {
        "practice": found,
        "node": node,
        "limit": limit,
        "proposed": amount(limits_of(framework)[item][name], limit.unit),
        "form": form,
    }
    return render(request, "evidence/limit.html", context, status=422 if form.is_bound else 200)

"""Look at what an upgrade would do with every node, then do it."""

from django.http import HttpResponse
from django.shortcuts import render

from cairn.common import tables
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.renewals import actions, columns, facts
from cairn.renewals.asking import assessment_or_404, begun


def upgrade(request: SignedIn, pk: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk, Permission.ASSESS)
    if request.method == "POST":
        return begun(
            request, lambda: actions.upgrade(former=assessment, by=request.user), "assessment_upgrade", pk
        )
    found = facts.upgrade_of(assessment)
    version, plan = found or (None, None)
    context = {
        "assessment": assessment,
        "version": version,
        "plan": plan,
        "preview": facts.preview(assessment, plan) if plan else None,
    }
    return render(request, "renewals/upgrade.html", context)


def export(request: SignedIn, pk: str, kind: str) -> HttpResponse:
    """Only the head of the table where there is no newer version."""
    assessment = assessment_or_404(request, int(pk), Permission.ASSESS)
    found = facts.upgrade_of(assessment)
    rows = facts.preview(assessment, found[1]).landings if found else ()
    return tables.answer(kind, f"upgrade-{pk}", columns.UPGRADE, rows)

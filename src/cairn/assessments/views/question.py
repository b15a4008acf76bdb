"""One question with its answer, its tools and its items: the page on which assessing happens."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cairn.assessments import facts
from cairn.assessments.asking import assessment_or_404, sheet_or_404
from cairn.assessments.models import Assessment
from cairn.assessments.sheets import Sheet, sheets_of
from cairn.assessments.views.taking import Taken, shown, take
from cairn.assessments.weighing.reading import evidence_of
from cairn.frameworks.facts import framework_of
from cairn.frameworks.shape import Framework, Scale
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission


def question(request: SignedIn, pk: int, node_id: str) -> HttpResponse:
    writing = request.method == "POST"
    assessment = assessment_or_404(request, pk, Permission.ASSESS if writing else Permission.SEE_ASSESSMENT)
    sheet = sheet_or_404(assessment, node_id)
    if not writing:
        return _page(
            request,
            assessment,
            sheet,
            Taken(shown(request, assessment, sheet, evidence=evidence_of(assessment))),
            HTTPStatus.OK,
        )
    taken = take(request, assessment, sheet, whole=True)
    if not taken.done:
        status = HTTPStatus.UNPROCESSABLE_ENTITY if taken.faults else HTTPStatus.CONFLICT
        return _page(request, assessment, sheet, taken, status)
    if "accept" in request.POST:
        return redirect(_place(assessment, sheet, request.POST["accept"]))
    return _go(assessment, sheet, request.POST.get("go", ""))


def _place(assessment: Assessment, sheet: Sheet, item_id: str) -> str:
    """The item's own card, where it is on this page."""
    page = reverse("assessment_question", args=[assessment.pk, sheet.node.id])
    return next((f"{page}#item-{item.html_id}" for item in sheet.items if item.id == item_id), page)


def _go(assessment: Assessment, sheet: Sheet, where: str) -> HttpResponse:
    """Every button of the page saves first and then leads on; unknown wishes stay here."""
    before, after = neighbours(assessment, sheet)
    ids = {each.node.id for each in sheets_of(framework_of(assessment.framework_version))}
    target = {"previous": before, "next": after}.get(where, where if where in ids else sheet.node.id)
    if where == "overview" or target is None:
        return redirect(assessment)
    return redirect("assessment_question", assessment.pk, target)


def neighbours(assessment: Assessment, sheet: Sheet) -> tuple[str | None, str | None]:
    """Ids of the pages before and after this one."""
    ids = [each.node.id for each in sheets_of(framework_of(assessment.framework_version))]
    place = ids.index(sheet.node.id)
    return (
        ids[place - 1] if place else None,
        ids[place + 1] if place + 1 < len(ids) else None,
    )


def explained_scales(framework: Framework, sheet: Sheet) -> list[Scale]:
    """The scales used on this page that say what it takes to be on a level, each once."""
    used = {scale.id: scale for scale in (framework.scales_by_item[item.id] for item in sheet.items)}
    return [scale for scale in used.values() if any(level.text for level in scale.levels)]


def _page(
    request: SignedIn, assessment: Assessment, sheet: Sheet, taken: Taken, status: HTTPStatus
) -> HttpResponse:
    outline = facts.outline_of(assessment)
    before, after = neighbours(assessment, sheet)
    path = outline.framework.path(sheet.node.id)
    context = {
        "assessment": assessment,
        "framework": outline.framework,
        "node": sheet.node,
        "path": path[:-1],
        "paper": taken.paper,
        "branches": outline.branches(),
        "scales": explained_scales(outline.framework, sheet),
        "left_out": [entry for node in path if (entry := outline.entries.get(node.id)) and entry.left_out],
        "before": before,
        "after": after,
        "may_assess": facts.may_write(request.user, assessment),
    }
    return render(request, "assessments/question.html", context, status=status)

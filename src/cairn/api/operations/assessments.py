"""Assessments: start, read, say, undo, publish, and take reports away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Status

from cairn.api.door import Request
from cairn.api.paging import Page, Window, cut
from cairn.api.problems import Fault, Refusal
from cairn.api.schemas import (
    AssessmentIn,
    AssessmentLine,
    ChangeOut,
    ConflictOut,
    EntryIn,
    EntryOut,
    EvidenceOut,
    MarksIn,
    PracticeWindow,
    PublicationLine,
    SavedOut,
    ScoreOut,
)
from cairn.assessments import actions, facts
from cairn.assessments.saying import CannotUndo, Refused, Saved, Saying
from cairn.assessments.weighing import suggesting
from cairn.assessments.weighing.reading import evidence_of
from cairn.frameworks import facts as frameworks
from cairn.people.enums import Permission
from cairn.practices import facts as practices
from cairn.publications.portrait import Portrait, Tool
from cairn.reports import facts as reports

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment, Change
    from cairn.evidence.shape import Judged
    from cairn.frameworks.shape import Framework
    from cairn.publications.models import Publication

router = Router(tags=["Assessments"])


def found(
    request: Request, assessment_id: int, permission: Permission = Permission.SEE_ASSESSMENT
) -> Assessment:
    return get_object_or_404(facts.visible_to(request.auth, permission), pk=assessment_id)


@router.get("", response=Page[AssessmentLine], summary="List your assessments")
def list_assessments(request: Request, window: Query[PracticeWindow]) -> dict[str, Any]:
    mine = facts.visible_to(request.auth).order_by("-started_at", "-pk")
    return cut(mine.filter(practice=window.practice) if window.practice else mine, window)


@router.post("", response={201: AssessmentLine}, summary="Start an assessment")
def start_assessment(request: Request, beginning: AssessmentIn) -> Status[Assessment]:
    practice = get_object_or_404(practices.visible_to(request.auth, Permission.ASSESS), pk=beginning.practice)
    try:
        version = frameworks.loaded_version(beginning.framework, beginning.version)
    except ObjectDoesNotExist as fault:
        raise Refusal(422, errors=[Fault(where="body.framework", what=str(fault))]) from fault
    return Status(
        201,
        actions.start(
            practice=practice,
            framework_version=version,
            mode=beginning.mode,
            language=beginning.language,
            by=request.auth,
        ),
    )


@router.get("/{assessment_id}", response=Portrait, summary="One assessment, whole")
def show_assessment(request: Request, assessment_id: int) -> Portrait:
    """The practice, the framework's texts, every answer and mark, and how it all adds up."""
    return facts.portrait_of(found(request, assessment_id))


@router.get("/{assessment_id}/score", response=ScoreOut, summary="How it adds up")
def show_score(request: Request, assessment_id: int) -> dict[str, Any]:
    score = facts.score_of(found(request, assessment_id))
    return {"whole": score.overall, "parts": dict(score.nodes)}


@router.get("/{assessment_id}/entries", response=list[EntryOut], summary="What is stored, with revisions")
def list_entries(request: Request, assessment_id: int) -> list[Any]:
    """At most one entry per node of the framework; nodes that nobody has touched have none."""
    entries = facts.entries_of(found(request, assessment_id))
    return [entries[node_id] for node_id in sorted(entries)]


@router.get("/{assessment_id}/evidence", response=list[EvidenceOut], summary="What the records say")
def show_evidence(request: Request, assessment_id: int) -> list[EvidenceOut]:
    """Of each item that has a rule, today; without figures. Empty once the assessment is published."""
    assessment = found(request, assessment_id)
    framework, entries = frameworks.framework_of(assessment.framework_version), facts.entries_of(assessment)
    return [
        _evidence(framework, item, judged, entries[item].level if item in entries else "")
        for item, judged in evidence_of(assessment).items()
        if item in framework.scales_by_item
    ]


def _evidence(framework: Framework, item: str, judged: Judged, mark: str) -> EvidenceOut:
    level = suggesting.level(framework, item, judged)
    return EvidenceOut(
        item=item,
        outcome=judged.outcome,
        strength=int(judged.strength),
        newest=judged.newest,
        stale=judged.stale,
        stale_on=judged.stale_on,
        suggests=level.id if level else None,
        differs=suggesting.differs(framework, item, mark, judged),
    )


@router.put("/{assessment_id}/marks", response=SavedOut, summary="Mark the whole grid, or part of it")
def mark(request: Request, assessment_id: int, sent: MarksIn) -> Saved:
    """One transaction. Answers 409 where someone changed a mark since your revision: all others are saved."""
    sayings = [
        Saying(one.node_id, one.base_revision, level=one.level, note=one.note, reason=one.reason)
        for one in sent.marks
    ]
    return saved(request, found(request, assessment_id, Permission.ASSESS), sayings)


@router.patch("/{assessment_id}/entries/{node_id}", response=SavedOut, summary="Say something of one node")
def say(request: Request, assessment_id: int, node_id: str, sent: EntryIn) -> Saved:
    assessment = found(request, assessment_id, Permission.ASSESS)
    if node_id not in frameworks.framework_of(assessment.framework_version).by_id:
        raise Http404
    tools = None if sent.tools is None else tuple(Tool(tool.title, tool.url) for tool in sent.tools)
    words = sent.model_dump(exclude={"tools"})
    return saved(request, assessment, [Saying(node_id=node_id, tools=tools, **words)])


def _asked_of(assessment: Assessment, sayings: list[Saying]) -> Mapping[str, Judged]:
    """What the records say, where a mark or its reason may change: it is kept beside the mark. Nothing is refused by it."""
    marks = any(saying.level is not None or saying.reason is not None for saying in sayings)
    return evidence_of(assessment) if marks else {}


def saved(request: Request, assessment: Assessment, sayings: list[Saying]) -> Saved:
    named = [saying.node_id for saying in sayings]
    twice = sorted({node_id for node_id in named if named.count(node_id) > 1})
    if twice:
        raise Refusal(
            422, errors=[Fault(where=node_id, what="This node is named twice.") for node_id in twice]
        )
    try:
        outcome = actions.record(
            assessment=assessment, entries=sayings, by=request.auth, evidence=_asked_of(assessment, sayings)
        )
    except Refused as refused:
        faults = [
            Fault(where=f"{fault.node_id}.{fault.field}", what=fault.message) for fault in refused.faults
        ]
        raise Refusal(422, errors=faults) from refused
    if outcome.conflicts:
        both = [ConflictOut.from_orm(conflict).model_dump(mode="json") for conflict in outcome.conflicts]
        raise Refusal(409, conflicts=both, revisions=dict(outcome.revisions))
    return outcome


@router.get("/{assessment_id}/history", response=Page[ChangeOut], summary="Every change, newest first")
def show_history(request: Request, assessment_id: int, window: Query[Window]) -> dict[str, Any]:
    return cut(facts.history(found(request, assessment_id)), window)


@router.post("/{assessment_id}/history/{change_id}/undo", response={201: ChangeOut}, summary="Undo a change")
def undo_change(request: Request, assessment_id: int, change_id: int) -> Status[Change]:
    assessment = found(request, assessment_id, Permission.ASSESS)
    change = get_object_or_404(facts.history(assessment), pk=change_id)
    try:
        return Status(201, actions.undo(change=change, by=request.auth))
    except CannotUndo as refused:
        raise Refusal(409, str(refused)) from refused


@router.post("/{assessment_id}/publish", response={201: PublicationLine}, summary="Publish the next edition")
def publish_assessment(request: Request, assessment_id: int) -> Status[Publication]:
    """Answers 409 where nothing has changed since the last edition."""
    assessment = found(request, assessment_id, Permission.PUBLISH)
    try:
        return Status(201, actions.publish(assessment=assessment, by=request.auth))
    except ValidationError as refused:
        raise Refusal(409, " ".join(refused.messages)) from refused


@router.get("/{assessment_id}/report.{format}", summary="The report as a file")
def take_report(request: Request, assessment_id: int, format: str) -> HttpResponse:  # noqa: A002  # said so in the address
    """`format` is one of html, pdf, docx, xlsx, json, jsonld."""
    assessment = found(request, assessment_id)
    if format not in reports.writers():
        raise Http404
    report = reports.written(facts.portrait_of(assessment), format)
    return HttpResponse(report.content, content_type=report.media_type)

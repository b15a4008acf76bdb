"""The way of an assessment to the public: where it stands, and each step of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from ninja import Field, Router, Schema, Status

from cairn.api.door import Request
from cairn.api.operations.assessments import found
from cairn.api.problems import Fault, Refusal
from cairn.assessments import facts as assessments
from cairn.assessments.enums import State
from cairn.people.enums import Permission
from cairn.review import facts
from cairn.review.actions import steps
from cairn.review.enums import Verb

if TYPE_CHECKING:
    from cairn.review.models import Step

router = Router(tags=["Reviews"])


class StepIn(Schema):
    seen: State = Field(
        description="Where it stood when you looked; 409 where someone was faster.", examples=["in_review"]
    )
    note: str = Field("", description="At most 5,000 characters.")


class SubmitIn(StepIn):
    open_is_fine: bool = Field(False, description="Submit it although something is still unsaid.")


class ReturnIn(StepIn):
    note: str = Field(description="What has to change, in at most 5,000 characters.")
    nodes: list[str] = Field([], description="Ids of the nodes that need work.")


class ApproveIn(StepIn):
    digest: str = Field(description="The `digest` of exactly the text that you read.")


class StepOut(Schema):
    """One step that was taken."""

    id: int
    verb: Verb
    from_state: State
    to_state: State
    by: str
    at: datetime
    note: str
    nodes: list[str]
    digest: str = Field(alias="fingerprint", description="SHA-256 of the text that stood then.")

    @staticmethod
    def resolve_by(step: Any) -> str:
        return str(step.by)


class EventOut(Schema):
    """One line of what happened so far."""

    what: str = Field(description="A few words, in your language.")
    by: str
    at: datetime
    note: str
    nodes: list[str]
    step: int | None = Field(description="Number of the step, where it was one.")

    @staticmethod
    def resolve_by(event: Any) -> str:
        return str(event.by)


class ReviewOut(Schema):
    """Where an assessment stands on its way to the public."""

    state: State
    due_on: date | None
    digest: str = Field(description="SHA-256 of the text as it stands; send it back to approve it.")
    approved: bool = Field(description="Whether an approval covers exactly this text.")
    waits_for: list[str] = Field(description="Who can take the next step, by name.")
    steps: list[str] = Field(
        description="Which of submit, take-back, return, approve and publish you may take now."
    )
    timeline: list[EventOut] = Field(description="Oldest first.")


@contextmanager
def refusals() -> Iterator[None]:
    """What an action refused, as a status: faults of a field go on to 422, the wrong person is 403, the rest 409."""
    try:
        yield
    except ValidationError as refused:
        if hasattr(refused, "error_dict"):
            raise
        if refused.code == "open":
            fault = Fault(where="body.open_is_fine", what=refused.messages[0])
            raise Refusal(422, errors=[fault]) from refused
        raise Refusal(403 if refused.code in {"own", "who"} else 409, refused.messages[0]) from refused


@router.get("/{assessment_id}/review", response=ReviewOut, summary="Where it stands, and how it came there")
def show_review(request: Request, assessment_id: int) -> dict[str, Any]:
    """Read the assessment itself first, then this: the `digest` is of the text as it stands now."""
    assessment = found(request, assessment_id)
    can = facts.can(request.auth, assessment)
    open_steps = {
        "submit": can.submit,
        "take-back": can.take_back,
        "return": can.send_back,
        "approve": can.approve,
        "publish": can.publish,
    }
    return {
        "state": assessment.stands,
        "due_on": assessment.due_on,
        "digest": assessments.fingerprint(assessment),
        "approved": assessments.approval_holds(assessment),
        "waits_for": [person.name for person in facts.who_moves_next(assessment)],
        "steps": [step for step, is_open in open_steps.items() if is_open],
        "timeline": facts.timeline(assessment),
    }


@router.post("/{assessment_id}/review/submit", response={201: StepOut}, summary="Ask for a review")
def submit(request: Request, assessment_id: int, sent: SubmitIn) -> Status[Step]:
    """Answers 422 where something is still unsaid, unless you say that this is fine."""
    assessment = found(request, assessment_id, Permission.ASSESS)
    with refusals():
        return Status(201, steps.submit(assessment=assessment, by=request.auth, **sent.model_dump()))


@router.post("/{assessment_id}/review/take-back", response={201: StepOut}, summary="Take it back from review")
def take_back(request: Request, assessment_id: int, sent: StepIn) -> Status[Step]:
    """Only for who submitted it; others are answered 403."""
    assessment = found(request, assessment_id, Permission.ASSESS)
    with refusals():
        return Status(201, steps.take_back(assessment=assessment, by=request.auth, **sent.model_dump()))


@router.post("/{assessment_id}/review/return", response={201: StepOut}, summary="Return it with notes")
def send_back(request: Request, assessment_id: int, sent: ReturnIn) -> Status[Step]:
    assessment = found(request, assessment_id, Permission.APPROVE)
    with refusals():
        return Status(201, steps.send_back(assessment=assessment, by=request.auth, **sent.model_dump()))


@router.post("/{assessment_id}/review/approve", response={201: StepOut}, summary="Approve what you read")
def approve(request: Request, assessment_id: int, sent: ApproveIn) -> Status[Step]:
    """Answers 409 where the text is another by now, and 403 to whoever wrote any of it or asked for the review."""
    assessment = found(request, assessment_id, Permission.APPROVE)
    with refusals():
        return Status(201, steps.approve(assessment=assessment, by=request.auth, **sent.model_dump()))

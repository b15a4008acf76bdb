"""Submit, take back, return, approve; and what happens when an approved text changes. Each step is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from cairn.assessments import actions as assessments
from cairn.assessments import facts as assessing
from cairn.assessments.enums import State
from cairn.assessments.weighing.lints import lints_of
from cairn.frameworks.facts import framework_of
from cairn.notices.actions import tell
from cairn.people.enums import Permission
from cairn.people.facts import people_who_may
from cairn.people.models import Person
from cairn.review import facts
from cairn.review.enums import Verb
from cairn.review.models import LONGEST, Step

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment

SUBMITTED = gettext_noop("%(by)s submitted the assessment of %(practice)s for review.")
TAKEN_BACK = gettext_noop("%(by)s took the assessment of %(practice)s back from review.")
RETURNED = gettext_noop("%(by)s returned the assessment of %(practice)s with notes.")
APPROVED = gettext_noop("%(by)s approved the assessment of %(practice)s.")
VOIDED = gettext_noop(
    "The approval of the assessment of %(practice)s by %(approver)s is void, because %(by)s changed it since."
)
VOIDED_ELSEWHERE = gettext_noop(
    "The approval of the assessment of %(practice)s by %(approver)s is void, because its text differs by now."
)
PUBLISHED = gettext_noop("%(by)s published the assessment of %(practice)s as edition %(edition)s.")


@transaction.atomic
def submit(
    *, assessment: Assessment, seen: State, by: Person, note: str = "", open_is_fine: bool = False
) -> Step:
    """Ask for a review. `seen` is the state that the person had before them.

    Raises ValidationError: with code `open` where something is unsaid, undecided or goes against the records, and nobody said that this is fine;
    where it is in review, approved or published already, or someone else was faster.
    """
    if seen not in {State.DRAFT, State.RETURNED}:
        raise ValidationError(_("Only a draft, or what was returned, can be submitted."), code="step")
    if not open_is_fine:
        _look_again(assessment)
    step = _take(Verb.SUBMIT, assessment, seen=seen, to=State.IN_REVIEW, by=by, note=note)
    _tell(facts.approvers_of(assessment), SUBMITTED, assessment, by)
    return step


def _look_again(assessment: Assessment) -> None:
    """Raises ValidationError, code `open`, where something is unsaid, undecided, or goes against the records."""
    outline = assessing.outline_of(assessment)
    still, marks = len(outline.tasks()), len(lints_of(assessment, outline))
    faults = (
        (
            still,
            ngettext(
                "Something is still open on %(number)s page. Confirm that you submit it all the same.",
                "Something is still open on %(number)s pages. Confirm that you submit it all the same.",
                still,
            ),
        ),
        (
            marks,
            ngettext(
                "%(number)s mark should be looked at again. Confirm that you submit it all the same.",
                "%(number)s marks should be looked at again. Confirm that you submit it all the same.",
                marks,
            ),
        ),
    )
    said = [words % {"number": number} for number, words in faults if number]
    if said:
        raise ValidationError(" ".join(said), code="open")


@transaction.atomic
def take_back(*, assessment: Assessment, seen: State, by: Person, note: str = "") -> Step:
    """Make it a draft again. Raises ValidationError unless it is in review and the same person submitted it."""
    if by != facts.submitter_of(assessment):
        raise ValidationError(_("Only who submitted it can take it back."), code="who")
    step = _take(Verb.TAKE_BACK, assessment, seen=seen, to=State.DRAFT, by=by, note=note)
    _tell(facts.approvers_of(assessment), TAKEN_BACK, assessment, by)
    return step


@transaction.atomic
def send_back(
    *, assessment: Assessment, seen: State, by: Person, note: str, nodes: Sequence[str] = ()
) -> Step:
    """Return it with notes and, where named, the nodes that need work.

    Raises ValidationError, by field, without a note or with a node that the framework does not have; and where the
    assessment is not in review or approved, or someone else was faster.
    """
    known = framework_of(assessment.framework_version).by_id
    strange = [node_id for node_id in nodes if node_id not in known]
    if strange:
        raise ValidationError(
            {"nodes": _("The framework does not have these: %(nodes)s") % {"nodes": ", ".join(strange)}}
        )
    if not note.strip():
        raise ValidationError({"note": _("Say what has to change before it can be approved.")})
    step = _take(Verb.RETURN, assessment, seen=seen, to=State.RETURNED, by=by, note=note, nodes=nodes)
    asked = facts.submitter_of(assessment)
    _tell([*facts.authors(assessment), *([asked] if asked else [])], RETURNED, assessment, by)
    return step


@transaction.atomic
def approve(*, assessment: Assessment, seen: State, digest: str, by: Person, note: str = "") -> Step:
    """Approve the exact text that the person read, named by its `digest` (see assessments.facts.fingerprint).

    Raises ValidationError where the text is another by now (code `changed`), where the person wrote any of it or
    asked for the review (code `own`), where it is not in review, or someone else was faster.
    """
    why_not = facts.why_not_approve(by, assessment)
    if why_not:
        raise ValidationError(why_not, code="own")
    step = _take(Verb.APPROVE, assessment, seen=seen, to=State.APPROVED, by=by, note=note)
    if step.fingerprint != digest:
        raise ValidationError(
            _("It was changed while you were reading. Look at what changed, then approve it as it is now."),
            code="changed",
        )
    publishers = people_who_may(Permission.PUBLISH, assessment.practice.organisation)
    _tell([*facts.authors(assessment), *publishers], APPROVED, assessment, by)
    return step


@transaction.atomic
def void(*, assessment: Assessment, by: Person | None) -> Step | None:
    """Keep that an approval no longer covers what stands, and tell the approver and the coordinators, once.

    `by` is who changed it; None where nobody here did, as when the framework's wording was corrected: then the
    step carries the approver's name. None is returned where nothing had been approved.
    """
    approval = facts.last_step(assessment, Verb.APPROVE, Verb.VOID)
    if approval is None or approval.verb == Verb.VOID:
        return None
    if assessment.state == State.APPROVED:
        assessments.move(assessment=assessment, to=State.IN_REVIEW)
    assessment.practice.refresh_from_db()
    step = _keep(
        Step(
            assessment=assessment,
            verb=Verb.VOID,
            from_state=State.APPROVED,
            to_state=State.IN_REVIEW,
            by=by or approval.by,
        )
    )
    _tell(
        [approval.by, *facts.leads_of(assessment)],
        VOIDED if by else VOIDED_ELSEWHERE,
        assessment,
        by,
        approver=approval.by.name,
    )
    return step


def published(*, assessment: Assessment, by: Person) -> None:
    """Tell everyone who had a part in it that the edition is out."""
    took = Person.objects.filter(pk__in=facts.steps_of(assessment).values("by"))
    edition = assessment.edition.edition if assessment.edition else 0
    people = [*facts.authors(assessment), *took, *facts.leads_of(assessment)]
    _tell(people, PUBLISHED, assessment, by, edition=edition)


def _take(
    verb: Verb,
    assessment: Assessment,
    *,
    seen: State,
    to: State,
    by: Person,
    note: str,
    nodes: Sequence[str] = (),
) -> Step:
    """Move the assessment and keep the step, or neither."""
    if len(note) > LONGEST:
        raise ValidationError(
            {"note": _("Please keep it to %(most)s characters.") % {"most": LONGEST}}, code="long"
        )
    assessment.practice.refresh_from_db()
    assessments.move(assessment=assessment, to=to, seen=seen)
    return _keep(
        Step(
            assessment=assessment,
            verb=verb,
            from_state=seen,
            to_state=to,
            by=by,
            note=note,
            nodes=list(nodes),
        )
    )


def _keep(step: Step) -> Step:
    """With exactly what stands now, so that what came later can be told from it."""
    assessment = step.assessment
    newest = assessing.history(assessment).values_list("pk", flat=True).first()
    step.note = step.note.strip()
    step.fingerprint = assessing.fingerprint(assessment)
    step.last_change = newest or 0
    step.practice_revision = assessment.practice.revision
    step.save()
    return step


def _tell(
    people: Iterable[Person], message: str, assessment: Assessment, by: Person | None, **more: str | int
) -> None:
    tell(
        people=people,
        message=message,
        parameters={"practice": assessment.practice.title} | ({"by": by.name} if by else {}) | more,
        address=reverse("review", args=[assessment.pk]),
        by=by,
    )

"""What can be done with assessments. Every change is kept, and none overwrites another unseen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.assessments import facts
from cairn.assessments.checking import advice_on, clean, faults_in
from cairn.assessments.enums import NEXT, State
from cairn.assessments.merging import merge
from cairn.assessments.models import Assessment, Change, Entry, Leftover
from cairn.assessments.saying import BLANK, CannotUndo, Closed, Fault, Refused, Saved, Saying, Value
from cairn.assessments.signals import approval_voided, published
from cairn.assessments.weighing.showing import with_evidence
from cairn.assessments.weighing.suggesting import kept
from cairn.evidence import actions as evidence_actions
from cairn.evidence.shape import Judged
from cairn.frameworks.enums import Mode
from cairn.frameworks.facts import framework_of, withdrawal_of
from cairn.frameworks.models import FrameworkVersion
from cairn.people.models import Person
from cairn.practices.models import Practice
from cairn.publications import actions as publications
from cairn.publications.models import Publication


@transaction.atomic
def start(
    *,
    practice: Practice,
    framework_version: FrameworkVersion,
    mode: Mode,
    language: str,
    by: Person,
    follows: Assessment | None = None,
) -> Assessment:
    """Begin judging a practice by one framework version, which stays pinned for ever.

    `follows` names the assessment of the same practice that this one takes up. Raises ValidationError where the
    framework is not made for this kind of assessment, or this version of it was taken out of use.
    """
    if withdrawal_of(framework_version):
        raise ValidationError({"framework": _("This version was taken out of use: choose another one.")})
    if mode not in framework_of(framework_version).modes:
        raise ValidationError(
            {
                "mode": _("This framework is not made for this kind of assessment: %(mode)s.")
                % {"mode": mode.label}
            }
        )
    assessment = Assessment(
        practice=practice,
        framework_version=framework_version,
        mode=mode,
        language=language,
        started_by=by,
        follows=follows,
    )
    assessment.full_clean(exclude=["practice", "framework_version", "started_by", "follows", "edition"])
    assessment.save()
    return assessment


@transaction.atomic
def record(
    *,
    assessment: Assessment,
    entries: Sequence[Saying],
    by: Person,
    evidence: Mapping[str, Judged] = MappingProxyType({}),
    suggested: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> Saved:
    """Save what is said of any number of nodes, in one transaction and a constant number of queries.

    A field that someone else changed since `base_revision`, to something else, comes back as a conflict and keeps
    their value; everything else is saved. What `evidence` says of an item today is kept beside its mark; for marks that
    nobody sets here, `suggested` holds what is to be kept instead (see weighing/suggesting.py). Raises Refused, with
    every fault named, where something does not fit the framework: then nothing is saved.
    """
    framework = framework_of(assessment.framework_version)
    faults = faults_in(framework, entries)
    if faults:
        raise Refused(faults)
    stored = _locked_entries(assessment, [saying.node_id for saying in entries])
    if State(assessment.state).closed and entries:
        raise Closed(entries[0].node_id)
    since = _unseen_changes(assessment, entries, stored)
    today = timezone.localdate()
    beside = {**{item: kept(found, today) for item, found in evidence.items()}, **suggested}
    merged = {
        saying.node_id: merge(
            node_id=saying.node_id,
            revision=stored[saying.node_id].revision,
            stored=values_of(stored[saying.node_id]),
            said=clean(saying),
            since=since[saying.node_id],
            by_id=by.pk,
            whole=saying.whole,
        )
        for saying in entries
    }
    written = {
        node_id: dict(one.after) | _beside(stored[node_id], one.after, beside.get(node_id, {}))
        for node_id, one in merged.items()
    }
    changes = _write(assessment, stored, written, by)
    return Saved(
        revisions={node_id: entry.revision for node_id, entry in stored.items()},
        changes=changes,
        conflicts=tuple(conflict for one in merged.values() for conflict in one.conflicts),
        advice=advice_on(framework, entries),
    )


def _beside(entry: Entry, after: Mapping[str, Value], suggested: Mapping[str, str]) -> dict[str, Value]:
    """What the records suggest, where a mark or its reason is being set; unknown where nobody asked them."""
    if not {"level", "reason"} & after.keys() or suggested == entry.suggested:
        return {}
    return {"suggested": dict(suggested)}


def values_of(entry: Entry) -> dict[str, Value]:
    return {field: getattr(entry, field) for field in BLANK}


def _locked_entries(assessment: Assessment, node_ids: Sequence[str]) -> dict[str, Entry]:
    """The entries of these nodes, blank ones for those without; writers of one assessment take turns."""
    _lock(assessment)
    found = {entry.node_id: entry for entry in assessment.entries.filter(node_id__in=node_ids)}
    return {id_: found.get(id_) or Entry(assessment=assessment, node_id=id_, revision=0) for id_ in node_ids}


def _lock(assessment: Assessment) -> None:
    """Writers of one assessment take turns, and each sees where the last one left it."""
    now = Assessment.objects.select_for_update().only("state", "approved_digest").get(pk=assessment.pk)
    assessment.state, assessment.approved_digest = now.state, now.approved_digest


def _touched(assessment: Assessment) -> None:
    """Something changed: an approval covered what stood before, so it is void now."""
    voided = assessment.state == State.APPROVED
    if voided:
        assessment.state, assessment.approved_digest = State.IN_REVIEW, ""
    Assessment.objects.filter(pk=assessment.pk).update(
        changed_at=timezone.now(), state=assessment.state, approved_digest=assessment.approved_digest
    )
    if voided:
        approval_voided.send(sender=Assessment, assessment=assessment)


def _unseen_changes(
    assessment: Assessment, entries: Iterable[Saying], stored: Mapping[str, Entry]
) -> Mapping[str, list[Change]]:
    """What was changed after the revision that the writer had seen, oldest first, by node."""
    seen = {saying.node_id: saying.base_revision for saying in entries if saying.base_revision is not None}
    strange = tuple(
        Fault(id_, "base_revision", _("There is no revision %(revision)s.") % {"revision": base})
        for id_, base in seen.items()
        if not 0 <= base <= stored[id_].revision
    )
    if strange:
        raise Refused(strange)
    stale = [id_ for id_, base in seen.items() if base < stored[id_].revision]
    since = defaultdict(list)
    if stale:
        changes = assessment.changes.filter(node_id__in=stale).select_related("by").order_by("revision")
        for change in changes:
            if change.revision > seen[change.node_id]:
                since[change.node_id].append(change)
    return since


def _write(
    assessment: Assessment,
    stored: Mapping[str, Entry],
    written: Mapping[str, Mapping[str, Value]],
    by: Person,
) -> tuple[Change, ...]:
    changes = [_applied(stored[node_id], after, by) for node_id, after in written.items() if after]
    if changes:
        Entry.objects.bulk_create(
            [stored[change.node_id] for change in changes],
            update_conflicts=True,
            unique_fields=["assessment", "node_id"],
            update_fields=["revision", *BLANK],
        )
        Change.objects.bulk_create(changes)
        _touched(assessment)
    return tuple(changes)


def _applied(entry: Entry, after: Mapping[str, Value], by: Person) -> Change:
    """The entry as it becomes, and the change that says so."""
    before = {field: getattr(entry, field) for field in after}
    for field, value in after.items():
        setattr(entry, field, value)
    entry.revision += 1
    return Change(
        assessment=entry.assessment,
        node_id=entry.node_id,
        revision=entry.revision,
        before=before,
        after=dict(after),
        by=by,
    )


@transaction.atomic
def undo(*, change: Change, by: Person) -> Change:
    """Put back what stood before a change, as a new change. An undoing can itself be undone.

    Raises CannotUndo where it was undone before, or where someone has changed one of its fields since.
    """
    assessment = change.assessment
    entry = _locked_entries(assessment, [change.node_id])[change.node_id]
    if State(assessment.state).closed:
        raise CannotUndo(_("This assessment was published, so it stays as it is."))
    if Change.objects.filter(undoes=change).exists():
        raise CannotUndo(_("This change was undone already."))
    if any(getattr(entry, field) != value for field, value in change.after.items()):
        raise CannotUndo(_("This has been changed again since, so undoing would lose the later change."))
    undoing = _applied(entry, change.before, by)
    undoing.undoes = change
    entry.save()
    undoing.save()
    _touched(assessment)
    return undoing


@transaction.atomic
def keep_leftovers(*, assessment: Assessment, texts: Sequence[str]) -> None:
    """Lines of an imported document that belong to no node, in their order: kept for a person to look at."""
    before = assessment.leftovers.count()
    Leftover.objects.bulk_create(
        Leftover(assessment=assessment, order=before + place, text=text)
        for place, text in enumerate(texts, start=1)
    )


@transaction.atomic
def move(*, assessment: Assessment, to: State, seen: State | None = None) -> Assessment:
    """Take one step of the way to the public; the room of reviews says who may, and keeps who did.

    An approval is tied to the exact text that stood. Raises ValidationError where the step does not lead there, or
    where the assessment no longer stands as the person saw it.
    """
    _lock(assessment)
    if seen not in {None, State(assessment.state)}:
        raise ValidationError(
            _("Someone else was faster: it stands as “%(state)s” now. Nothing was changed by you.")
            % {"state": State(assessment.state).label},
            code="meanwhile",
        )
    if to not in NEXT[State(assessment.state)]:
        raise ValidationError(
            _("An assessment that stands as “%(state)s” cannot become “%(to)s”.")
            % {"state": State(assessment.state).label, "to": to.label},
            code="step",
        )
    assessment.state = to
    assessment.approved_digest = facts.fingerprint(assessment) if to is State.APPROVED else ""
    assessment.save(update_fields=["state", "approved_digest"])
    return assessment


@transaction.atomic
def publish(*, assessment: Assessment, by: Person) -> Publication:
    """Hand the public side its own frozen copy, as the practice's next edition; from then on nothing here changes.

    Raises ValidationError where it was published before, and, where the organisation asks for four eyes, without an
    approval that covers exactly what stands.
    """
    _lock(assessment)
    if State(assessment.state).closed:
        raise ValidationError(_("This assessment was published before."), code="closed")
    if assessment.practice.organisation.four_eyes and not facts.approval_holds(assessment):
        raise ValidationError(
            _("A second person has to approve it first, exactly as it stands now."), code="approval"
        )
    portrait = with_evidence(facts.portrait_of(assessment), assessment)
    assessment.edition = publications.freeze(practice=assessment.practice, portrait=portrait, by=by)
    assessment.state, assessment.approved_digest = State.PUBLISHED, ""
    assessment.save(update_fields=["state", "approved_digest", "edition"])
    evidence_actions.freeze(
        edition=assessment.edition, framework=assessment.framework_version.framework_id, by=by
    )
    published.send(sender=Assessment, assessment=assessment, by=by)
    return assessment.edition


@transaction.atomic
def set_due(*, assessment: Assessment, due_on: date | None) -> None:
    """The day by which it should be public; None takes the day away. Raises ValidationError once it is closed."""
    _lock(assessment)
    if State(assessment.state).closed:
        raise ValidationError(_("This assessment was published before."), code="closed")
    assessment.due_on = due_on
    assessment.save(update_fields=["due_on"])

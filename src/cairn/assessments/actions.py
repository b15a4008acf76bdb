"""What can be done with assessments. Every change is kept, and none overwrites another unseen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.assessments import facts
from cairn.assessments.checking import advice_on, clean, faults_in
from cairn.assessments.merging import Merged, merge
from cairn.assessments.models import Assessment, Change, Entry, Leftover
from cairn.assessments.saying import BLANK, CannotUndo, Fault, Refused, Saved, Saying, Value
from cairn.frameworks.enums import Mode
from cairn.frameworks.facts import framework_of
from cairn.frameworks.models import FrameworkVersion
from cairn.people.models import Person
from cairn.practices.models import Practice
from cairn.publications import actions as publications
from cairn.publications.models import Publication


@transaction.atomic
def start(
    *, practice: Practice, framework_version: FrameworkVersion, mode: Mode, language: str, by: Person
) -> Assessment:
    """Begin judging a practice by one framework version, which stays pinned for ever.

    Raises ValidationError where the framework is not made for this kind of assessment.
    """
    if mode not in framework_of(framework_version).modes:
        raise ValidationError(
            {
                "mode": _("This framework is not made for this kind of assessment: %(mode)s.")
                % {"mode": mode.label}
            }
        )
    assessment = Assessment(
        practice=practice, framework_version=framework_version, mode=mode, language=language, started_by=by
    )
    assessment.full_clean(exclude=["practice", "framework_version", "started_by"])
    assessment.save()
    return assessment


@transaction.atomic
def record(*, assessment: Assessment, entries: Sequence[Saying], by: Person) -> Saved:
    """Save what is said of any number of nodes, in one transaction and a constant number of queries.

    A field that someone else changed since `base_revision`, to something else, comes back as a conflict and keeps
    their value; everything else is saved. Raises Refused, with every fault named, where something does not fit the
    framework: then nothing is saved.
    """
    framework = framework_of(assessment.framework_version)
    faults = faults_in(framework, entries)
    if faults:
        raise Refused(faults)
    stored = _locked_entries(assessment, [saying.node_id for saying in entries])
    since = _unseen_changes(assessment, entries, stored)
    merged = {
        saying.node_id: merge(
            node_id=saying.node_id,
            revision=stored[saying.node_id].revision,
            stored=values_of(stored[saying.node_id]),
            said=clean(saying),
            since=since[saying.node_id],
            by_id=by.pk,
        )
        for saying in entries
    }
    changes = _write(assessment, stored, merged, by)
    return Saved(
        revisions={node_id: entry.revision for node_id, entry in stored.items()},
        changes=changes,
        conflicts=tuple(conflict for one in merged.values() for conflict in one.conflicts),
        advice=advice_on(framework, entries),
    )


def values_of(entry: Entry) -> dict[str, Value]:
    return {field: getattr(entry, field) for field in BLANK}


def _locked_entries(assessment: Assessment, node_ids: Sequence[str]) -> dict[str, Entry]:
    """The entries of these nodes, blank ones for those without; writers of one assessment take turns."""
    Assessment.objects.select_for_update().only("pk").get(pk=assessment.pk)
    found = {entry.node_id: entry for entry in assessment.entries.filter(node_id__in=node_ids)}
    return {id_: found.get(id_) or Entry(assessment=assessment, node_id=id_, revision=0) for id_ in node_ids}


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
    assessment: Assessment, stored: Mapping[str, Entry], merged: Mapping[str, Merged], by: Person
) -> tuple[Change, ...]:
    changes = [_applied(stored[node_id], one.after, by) for node_id, one in merged.items() if one.after]
    if changes:
        Entry.objects.bulk_create(
            [stored[change.node_id] for change in changes],
            update_conflicts=True,
            unique_fields=["assessment", "node_id"],
            update_fields=["revision", *BLANK],
        )
        Change.objects.bulk_create(changes)
        Assessment.objects.filter(pk=assessment.pk).update(changed_at=timezone.now())
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
    if Change.objects.filter(undoes=change).exists():
        raise CannotUndo(_("This change was undone already."))
    if any(getattr(entry, field) != value for field, value in change.after.items()):
        raise CannotUndo(_("This has been changed again since, so undoing would lose the later change."))
    undoing = _applied(entry, change.before, by)
    undoing.undoes = change
    entry.save()
    undoing.save()
    Assessment.objects.filter(pk=assessment.pk).update(changed_at=timezone.now())
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
def publish(*, assessment: Assessment, by: Person) -> Publication:
    """Hand the public side its own frozen copy, as the practice's next edition."""
    return publications.freeze(practice=assessment.practice, portrait=facts.portrait_of(assessment), by=by)

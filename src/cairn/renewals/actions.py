"""What can be done: begin the next assessment from a former one, go over to a newer version, decide on proposals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.assessments import actions as assessments
from cairn.assessments import facts as read
from cairn.assessments.saying import Saying
from cairn.assessments.weighing.reading import evidence_of
from cairn.frameworks.enums import Mode, NodeKind, Treatment
from cairn.frameworks.facts import framework_of
from cairn.frameworks.models import FrameworkVersion
from cairn.frameworks.upgrading import UpgradePlan
from cairn.people.models import Person
from cairn.publications.portrait import Tool
from cairn.renewals import deriving, facts
from cairn.renewals.deriving import Derived
from cairn.renewals.enums import Origin
from cairn.renewals.models import Proposal

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment, Entry


@transaction.atomic
def begin_next(*, former: Assessment, by: Person) -> Assessment:
    """A blank assessment by the same version that follows this one. Raises ValidationError, as starting does."""
    return _follow(former, former.framework_version, by)


@transaction.atomic
def begin_copy(*, former: Assessment, by: Person) -> Assessment:
    """As `begin_next`, with all that was said of each node; the history says who carried it over, and when."""
    fresh = begin_next(former=former, by=by)
    entries = read.entries_of(former).items()
    assessments.record(
        assessment=fresh,
        entries=[_again(node_id, entry) for node_id, entry in entries],
        by=by,
        suggested={node_id: entry.suggested for node_id, entry in entries},
    )
    return fresh


@transaction.atomic
def upgrade(*, former: Assessment, by: Person) -> Assessment:
    """A new assessment by the newest version: kept marks are carried over, changed ones proposed.

    The former assessment is only read. Raises ValidationError where no newer version is in use.
    """
    found = facts.upgrade_of(former)
    if found is None:
        raise ValidationError(_("There is no newer version of this framework in use."))
    version, plan = found
    fresh = _follow(former, version, by)
    entries = read.entries_of(former)
    levels = {node_id: entry.level for node_id, entry in entries.items()}
    carried = _carried(plan, entries)
    assessments.record(
        assessment=fresh,
        entries=[_again(node_id, entry) for node_id, entry in carried.items()],
        by=by,
        suggested={node_id: entry.suggested for node_id, entry in carried.items()},
    )
    _propose(fresh, former, deriving.upgraded(plan, levels), Origin.UPGRADE)
    return fresh


@transaction.atomic
def begin_by(*, former: Assessment, version: FrameworkVersion, by: Person) -> Assessment:
    """An assessment by another framework, with the marks that the mapping proposes. Nothing is marked by it."""
    views = facts.seen_in(former, version)
    fresh = _follow(former, version, by)
    _propose(fresh, former, [view.derived for view in views if view.derived], Origin.MAPPING)
    return fresh


def _follow(former: Assessment, version: FrameworkVersion, by: Person) -> Assessment:
    modes = framework_of(version).modes
    return assessments.start(
        practice=former.practice,
        framework_version=version,
        mode=Mode(former.mode) if Mode(former.mode) in modes else modes[0],
        language=former.language,
        by=by,
        follows=former,
    )


def _again(node_id: str, entry: Entry) -> Saying:
    return Saying(
        node_id,
        None,
        level=entry.level or None,
        note=entry.note or None,
        narrative=entry.narrative or None,
        tools=tuple(Tool(tool["title"], tool["url"]) for tool in entry.tools) or None,
        left_out=entry.left_out or None,
        left_out_reason=entry.left_out_reason or None,
        wording=entry.wording or None,
        reason=entry.reason or None,
    )


def _carried(plan: UpgradePlan, entries: dict[str, Entry]) -> dict[str, Entry]:
    """What goes over as it is, by its node now. A note goes with its mark; without the mark it would speak of nothing."""
    levels = deriving.carried(plan, {node_id: entry.level for node_id, entry in entries.items()})
    pairs = [
        (step.was[0].id, step.now[0])
        for step in plan.steps
        if step.treatment is Treatment.CARRIED and step.was[0].id in entries
    ]
    return {
        node.id: entries[before]
        for before, node in pairs
        if node.kind is not NodeKind.ITEM or node.id in levels
    }


def _propose(fresh: Assessment, former: Assessment, found: Iterable[Derived], kind: Origin) -> None:
    Proposal.objects.bulk_create(
        Proposal(
            assessment=fresh,
            node_id=one.node.id,
            level=one.level,
            kind=kind,
            source=former,
            source_ids=[node.id for node in one.origins],
            source_text="\n".join(node.text for node in one.origins),
            relation=one.relation,
        )
        for one in found
    )


@transaction.atomic
def accept(*, assessment: Assessment, proposals: Iterable[int], by: Person) -> int:
    """Make open proposals of this assessment marks, as if the person had chosen them; gives their number.

    Raises Closed where the assessment was published.
    """
    found = _locked(assessment, proposals)
    if found:
        sayings = [Saying(one.node_id, None, level=one.level) for one in found]
        evidence = evidence_of(assessment)
        assessments.record(assessment=assessment, entries=sayings, by=by, evidence=evidence)
    return _decide(found, by, accepted=True)


@transaction.atomic
def decline(*, assessment: Assessment, proposals: Iterable[int], by: Person) -> int:
    """Set open proposals aside; no mark changes. Gives their number."""
    return _decide(_locked(assessment, proposals), by, accepted=False)


def _locked(assessment: Assessment, proposals: Iterable[int]) -> list[Proposal]:
    return list(
        Proposal.objects.select_for_update().filter(assessment=assessment, pk__in=proposals, accepted=None)
    )


def _decide(found: list[Proposal], by: Person, *, accepted: bool) -> int:
    return Proposal.objects.filter(pk__in=[one.pk for one in found]).update(
        accepted=accepted, decided_by=by, decided_at=timezone.now()
    )

"""What can be begun from an assessment, and what waits to be confirmed in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cairn.assessments import facts as assessments
from cairn.frameworks import facts as frameworks
from cairn.frameworks.enums import Fate, NodeKind
from cairn.frameworks.models import FrameworkVersion
from cairn.frameworks.shape import Framework, Node
from cairn.frameworks.upgrading import Step, UpgradePlan, plan
from cairn.people.models import Person
from cairn.renewals import deriving
from cairn.renewals.models import Proposal, Proposals

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment


def uses_of(person: Person, version: FrameworkVersion) -> int:
    """How many assessments that this person may see go by a version."""
    return assessments.visible_to(person).filter(framework_version=version).count()


def levels_of(assessment: Assessment) -> dict[str, str]:
    """Marks by item; what nobody decided is left out."""
    return {
        node_id: entry.level for node_id, entry in assessments.entries_of(assessment).items() if entry.level
    }


def upgrade_of(assessment: Assessment) -> tuple[FrameworkVersion, UpgradePlan] | None:
    """The newest later version of its framework and what it would do; None where there is none."""
    newer = frameworks.newer_than(assessment.framework_version)
    if newer is None:
        return None
    own = frameworks.framework_of(assessment.framework_version)
    return newer, plan(own, frameworks.framework_of(newer))


def others(assessment: Assessment) -> list[FrameworkVersion]:
    """The versions in use of other frameworks that its framework maps to."""
    refs = {table.end for table in frameworks.tables_of(str(assessment.framework_version))}
    return [version for version in frameworks.offered() if str(version) in refs]


def seen_in(assessment: Assessment, other: FrameworkVersion) -> tuple[deriving.View, ...]:
    """What its marks say by another framework; derived, and nobody's judgement."""
    return deriving.seen_in(
        frameworks.framework_of(assessment.framework_version),
        frameworks.framework_of(other),
        levels_of(assessment),
        frameworks.mapped(str(assessment.framework_version), str(other)),
    )


def proposals_of(assessment: Assessment) -> Proposals:
    """With what they follow from and who decided."""
    return Proposal.objects.filter(assessment=assessment).select_related(
        "source__framework_version", "decided_by"
    )


def open_proposals(assessment: Assessment) -> Proposals:
    return proposals_of(assessment).open()


@dataclass(frozen=True, slots=True)
class Landing:
    """A step of an upgrade, and the marks it would bring, in words; empty where none."""

    step: Step
    labels: tuple[str, ...]
    marks: int
    """How many of the former items were marked."""

    @property
    def changed(self) -> bool:
        return self.step.fate is not Fate.KEPT or self.step.scale_changed


@dataclass(frozen=True, slots=True)
class Preview:
    """What an upgrade would do with every node."""

    landings: tuple[Landing, ...]

    @property
    def changed(self) -> tuple[Landing, ...]:
        return tuple(one for one in self.landings if one.changed)

    @property
    def kept(self) -> tuple[Landing, ...]:
        return tuple(one for one in self.landings if not one.changed)

    @property
    def carried(self) -> int:
        """Marks that go over as they are."""
        return sum(len(one.labels) for one in self.landings if not one.step.needs_look)

    @property
    def proposed(self) -> int:
        return sum(len(one.labels) for one in self.landings if one.step.needs_look)

    @property
    def undecided(self) -> int:
        """Items of the newer version for which no mark arrives."""
        of_items = [one for one in self.landings if one.step.kind is NodeKind.ITEM]
        return sum(len(one.step.now) - len(one.labels) for one in of_items)

    @property
    def behind(self) -> int:
        """Marks that stay in the former assessment only."""
        return sum(one.marks for one in self.landings if not one.labels)


def preview(assessment: Assessment, plan: UpgradePlan) -> Preview:
    levels = levels_of(assessment)
    there = {one.node.id: one.level for one in deriving.upgraded(plan, levels)} | deriving.carried(
        plan, levels
    )
    return Preview(
        tuple(
            Landing(
                step,
                tuple(label_of(plan.new, node.id, there[node.id]) for node in step.now if node.id in there),
                sum(node.id in levels for node in step.was),
            )
            for step in plan.steps
        )
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """A proposal as people read it."""

    proposal: Proposal
    node: Node
    label: str
    now: str
    """How the item is marked now, in words."""


def proposals_shown(assessment: Assessment) -> tuple[Shown, ...]:
    framework = assessments.framework_shown(assessment)
    levels = levels_of(assessment)
    return tuple(
        Shown(
            one,
            framework.by_id[one.node_id],
            label_of(framework, one.node_id, one.level),
            label_of(framework, one.node_id, levels.get(one.node_id, "")),
        )
        for one in proposals_of(assessment)
    )


def label_of(framework: Framework, item_id: str, level_id: str) -> str:
    level = framework.scales_by_item[item_id].level(level_id)
    return level.label if level else str(framework.standing(item_id, level_id).label)

"""The tables of this room, to take away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.common.tables import Column
from cairn.frameworks.models import FrameworkVersion
from cairn.frameworks.shape import Node
from cairn.renewals.deriving import Source, View
from cairn.renewals.facts import Shown


def _ids(nodes: Iterable[Node]) -> str:
    return ", ".join(node.id for node in nodes)


def _texts(nodes: Iterable[Node]) -> str:
    return "\n".join(node.text for node in nodes)


UPGRADE = (
    Column(gettext_lazy("Then"), lambda row: _ids(row.step.was)),
    Column(gettext_lazy("Wording then"), lambda row: _texts(row.step.was)),
    Column(gettext_lazy("Now"), lambda row: _ids(row.step.now)),
    Column(gettext_lazy("Wording now"), lambda row: _texts(row.step.now)),
    Column(gettext_lazy("What becomes of it"), lambda row: str(row.step.fate.label)),
    Column(gettext_lazy("What becomes of the mark"), lambda row: str(row.step.treatment.label)),
    Column(gettext_lazy("Mark that arrives"), lambda row: ", ".join(row.labels) or None),
    Column(
        gettext_lazy("Judged by another scale"), lambda row: _("Yes") if row.step.scale_changed else _("No")
    ),
    Column(gettext_lazy("Note"), lambda row: row.step.note or None),
)


@dataclass(frozen=True, slots=True)
class Pairing:
    """One node of another framework beside one that maps to it."""

    version: FrameworkVersion
    view: View
    source: Source


def pairings(version: FrameworkVersion, views: Iterable[View]) -> Iterator[Pairing]:
    return (Pairing(version, view, source) for view in views for source in view.sources)


ELSEWHERE = (
    Column(gettext_lazy("Framework"), lambda row: row.version.title),
    Column(gettext_lazy("Version"), lambda row: row.version.version),
    Column(gettext_lazy("There"), lambda row: row.view.node.id),
    Column(gettext_lazy("Wording there"), lambda row: row.view.node.text),
    Column(gettext_lazy("Here"), lambda row: row.source.node.id),
    Column(gettext_lazy("Wording"), lambda row: row.source.node.text),
    Column(gettext_lazy("Relation"), lambda row: str(row.source.relation.label)),
    Column(gettext_lazy("Marked here"), lambda row: str(row.source.standing.label)),
    Column(gettext_lazy("Derived mark"), lambda row: row.view.derived.label if row.view.derived else None),
    Column(gettext_lazy("Note"), lambda row: row.source.note or None),
)


def _decision(shown: Shown) -> str:
    decided = {None: _("Open"), True: _("Accepted"), False: _("Declined")}
    return decided[shown.proposal.accepted]


PROPOSALS = (
    Column(gettext_lazy("Item"), lambda row: row.node.id),
    Column(gettext_lazy("Wording"), lambda row: row.node.text),
    Column(gettext_lazy("Proposed mark"), lambda row: row.label),
    Column(gettext_lazy("Marked now"), lambda row: row.now),
    Column(gettext_lazy("Follows from"), lambda row: ", ".join(row.proposal.source_ids)),
    Column(gettext_lazy("Wording then"), lambda row: row.proposal.source_text),
    Column(gettext_lazy("Framework"), lambda row: row.proposal.source.framework_version.title),
    Column(gettext_lazy("Version"), lambda row: row.proposal.source.framework_version.version),
    Column(gettext_lazy("Relation"), lambda row: row.proposal.get_relation_display()),
    Column(gettext_lazy("Decision"), _decision),
    Column(
        gettext_lazy("Decided by"),
        lambda row: str(row.proposal.decided_by) if row.proposal.decided_by else None,
    ),
    Column(gettext_lazy("Decided on"), lambda row: row.proposal.decided_at),
)

"""Figures as words, so that no person can be recognised in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.activities.enums import AbsenceReason, Adaptation, CancelReason, LeavingReason
from cairn.activities.facts.figures import Figures
from cairn.activities.models import Activity
from cairn.common.tables import Column
from cairn.participants.counting import Share, is_small, shown, shown_together


@dataclass(frozen=True, slots=True)
class Row:
    """One activity, or all of them, ready to be shown."""

    title: str
    activity: Activity | None
    figures: Figures
    attendances: str
    reach: str
    drop_outs: str

    @property
    def hours(self) -> str:
        return f"{self.figures.hours.normalize():f}"

    @property
    def mediator(self) -> str:
        """“3 of 4, not noted: 1”; empty where none was needed."""
        told = self.figures
        if not told.mediator_needed:
            return ""
        noted = _of(told.with_mediator) if told.with_mediator.whole else ""
        unknown = (
            _("not noted: %(count)s") % {"count": told.mediator_unknown} if told.mediator_unknown else ""
        )
        return ", ".join(filter(None, (noted, unknown)))

    @property
    def adapted(self) -> str:
        """Empty where nobody said."""
        return _of(self.figures.with_adaptation) if self.figures.adaptation_said else ""


def rows(told: Sequence[tuple[Activity, Figures]], whole: Figures, *, openly: bool) -> list[Row]:
    """Each activity, and all together last. Attendances add up, so a hidden one is not left to be worked out."""
    attendances = shown_together({activity.pk: each.attendances for activity, each in told}, openly=openly)
    found = [
        _row(activity.title, activity, each, attendances[activity.pk], openly=openly)
        for activity, each in told
    ]
    total = _row(_("All activities"), None, whole, shown(whole.attendances, openly=openly), openly=openly)
    if any(row.drop_outs == _too_few() for row in found):
        total = replace(total, drop_outs=_too_few())  # else what is hidden above could be worked out
    return [*found, total]


def _row(title: str, activity: Activity | None, told: Figures, attendances: str, *, openly: bool) -> Row:
    return Row(
        title,
        activity,
        told,
        attendances,
        shown(told.reach, openly=openly),
        _share(told.drop_outs, openly=openly),
    )


def _of(share: Share) -> str:
    return _("%(part)s of %(whole)s") % {"part": share.part, "whole": share.whole}


def _share(share: Share, *, openly: bool) -> str:
    """Of people; empty where there was nobody."""
    if not share.whole:
        return ""
    if not openly and any(map(is_small, (share.whole, share.part, share.whole - share.part))):
        return _too_few()
    return _of(share)


def _too_few() -> str:
    return _("too few to tell")


class Reason(NamedTuple):
    group: str
    reason: str
    often: str


def reasons(whole: Figures, *, openly: bool) -> list[Reason]:
    """How sessions were fitted, why they were cancelled, why people were away or left: of all activities together."""
    return [
        *_reasons(_("How sessions were fitted"), Adaptation, whole.adaptations, openly=True),
        *_reasons(_("Why sessions were cancelled"), CancelReason, whole.cancelled_because, openly=True),
        *_reasons(_("Why people did not come"), AbsenceReason, whole.absent_because, openly=openly),
        *_reasons(_("Why people left an activity"), LeavingReason, whole.left_because, openly=openly),
    ]


def _reasons(
    group: str, known: type[TextChoices], counts: Mapping[str, int], *, openly: bool
) -> list[Reason]:
    told = shown_together({key: counts[key] for key in known.values if counts.get(key)}, openly=openly)
    return [Reason(group, str(known(key).label), count) for key, count in told.items()]


COLUMNS = (
    Column(gettext_lazy("Activity"), lambda row: row.title),
    Column(gettext_lazy("Sessions planned"), lambda row: row.figures.sessions),
    Column(gettext_lazy("Held"), lambda row: row.figures.held),
    Column(gettext_lazy("Cancelled"), lambda row: row.figures.cancelled),
    Column(gettext_lazy("Hours"), lambda row: float(row.figures.hours)),
    Column(gettext_lazy("Held, length not known"), lambda row: row.figures.without_hours),
    Column(gettext_lazy("Attendances"), lambda row: row.attendances),
    Column(gettext_lazy("Different people"), lambda row: row.reach),
    Column(gettext_lazy("Mediator there where needed"), lambda row: row.mediator),
    Column(gettext_lazy("Fitted to those who come"), lambda row: row.adapted),
    Column(gettext_lazy("With local people"), lambda row: row.figures.mixed),
    Column(gettext_lazy("Dropped out"), lambda row: row.drop_outs),
)

REASON_COLUMNS = (
    Column(gettext_lazy("What"), lambda reason: reason.group),
    Column(gettext_lazy("Reason"), lambda reason: reason.reason),
    Column(gettext_lazy("How often"), lambda reason: reason.often),
)

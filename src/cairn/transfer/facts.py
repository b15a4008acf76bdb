"""What is true of adaptations, and who may see which."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, F, Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cairn.common.countries import country_name
from cairn.common.tables import Column
from cairn.people.enums import Permission
from cairn.people.facts import organisations_of, organisations_where
from cairn.publications import facts as publications
from cairn.transfer.enums import Choice, State
from cairn.transfer.models import Adaptation, Element, Step

if TYPE_CHECKING:
    from cairn.people.models import Organisation, Person


def visible_to(person: Person, permission: Permission = Permission.SEE_PRACTICE) -> QuerySet[Adaptation]:
    """The adaptations on which this person may use this permission; others look as if they were not there."""
    return (
        Adaptation.objects.filter(organisation__in=organisations_where(person, permission))
        .select_related("organisation", "publication__practice", "framework", "made_by")
        .defer("publication__text")
        .annotate(
            parts=Count("elements"),
            undecided=Count("elements", filter=Q(elements__choice=Choice.OPEN)),
        )
        .order_by("-changed_at", "-pk")
    )


def adapters(person: Person) -> QuerySet[Organisation]:
    """The organisations in whose name this person may adapt a practice."""
    return organisations_of(person, Permission.ADAPT)


def adapted(practice_id: int) -> QuerySet[Adaptation]:
    """For figures: adaptations by other organisations of what this practice published, under way or finished.

    Callers count them: who adapts it, and how, is theirs to tell.
    """
    found = Adaptation.objects.filter(
        publication__practice=practice_id, state__in=[State.UNDER_WAY, State.FINISHED]
    )
    return found.exclude(organisation=F("publication__practice__organisation"))


@dataclass(frozen=True, slots=True)
class Source:
    """What became of the edition that is adapted."""

    withdrawn: bool
    why: str
    newer: int | None
    """The number of the newest standing edition, where it is later than the one adapted."""
    address: str
    """Where that edition is read; empty without one."""


def source_of(adaptation: Adaptation) -> Source:
    publication = adaptation.publication
    newest = publications.standing(publication.practice.slug).first()
    withdrawn, why = publication.withdrawn_at is not None, publication.withdrawal_reason
    if newest is None or newest.edition <= publication.edition:
        return Source(withdrawn, why, None, "")
    return Source(withdrawn, why, newest.edition, newest.get_absolute_url())


SECTIONS: dict[str, tuple[str, ...]] = {
    "context": ("title", "country", "place", "audience", "differs"),
    "needs": ("needs", "needs_how"),
    "conditions": ("money", "know_how"),
    "assessment": ("assess_on", "framework", "assess_how"),
    "state": ("state", "reason"),
}
"""Fields by the section in which they are edited; elements and steps are sections of their own."""

NAMES = {
    "context": gettext_lazy("Where it goes"),
    "needs": gettext_lazy("What is needed there"),
    "elements": gettext_lazy("What is kept and what changes"),
    "conditions": gettext_lazy("Money and know-how"),
    "schedule": gettext_lazy("Steps"),
    "assessment": gettext_lazy("When it will be assessed"),
    "state": gettext_lazy("Where it stands"),
}


def said_in(adaptation: Adaptation, section: str) -> list[tuple[str, str]]:
    """Label and words of each field of a section; empty words where nothing is recorded."""
    return [
        (label_of(name), words(name, getattr(adaptation, name)))
        for name in SECTIONS[section]
        if name != "reason" or adaptation.reason
    ]


def label_of(name: str) -> str:
    return str(Adaptation._meta.get_field(name).verbose_name)  # type: ignore[union-attr]  # noqa: SLF001  # Django's public name


NAMED: dict[str, Callable[[str], str]] = {
    "country": country_name,
    "state": lambda value: str(State(value).label),
    "choice": lambda value: str(Choice(value).label),
}
"""How values are named of which only a code is kept."""


def words(name: str, value: Any) -> str:
    """A field's value as a person reads it."""
    if value in {None, ""}:
        return ""
    if name in NAMED:
        return NAMED[name](value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    return str(value)


def decided(adaptation: Any) -> str:
    """How far the parts are decided; `adaptation` came through visible_to."""
    done = adaptation.parts - adaptation.undecided
    return ngettext(
        "%(done)s of %(all)s part decided", "%(done)s of %(all)s parts decided", adaptation.parts
    ) % {
        "done": done,
        "all": adaptation.parts,
    }


def history(adaptation: Adaptation) -> Iterator[tuple[Any, list[tuple[str, str, str]]]]:
    """Every change, newest first, with label, words before and words after of all it touched."""
    rows: dict[str, Element | Step] = {f"element-{row.pk}": row for row in adaptation.elements.all()}
    rows |= {f"step-{row.pk}": row for row in adaptation.steps.all()}
    for change in adaptation.changes.select_related("by"):
        yield (
            change,
            [
                (_label(key, rows), _told(key, change.before.get(key)), _told(key, value))
                for key, value in change.after.items()
                if value or change.before.get(key)
            ],
        )


def _label(key: str, rows: dict[str, Element | Step]) -> str:
    row, _dash, field = key.rpartition("-")
    if not row:
        return label_of(field)
    return f"{rows[row]}: {rows[row]._meta.get_field(field).verbose_name}"  # type: ignore[union-attr]  # noqa: SLF001


def _told(key: str, value: Any) -> str:
    field = key.rpartition("-")[2]
    return _("chosen") if field == "framework" and value else words(field, value)


COLUMNS = (
    Column(gettext_lazy("Title"), lambda one: one.title),
    Column(gettext_lazy("Adapted from"), lambda one: one.source_title),
    Column(gettext_lazy("Edition"), lambda one: one.publication.edition),
    Column(gettext_lazy("Organisation"), lambda one: one.organisation.name),
    Column(gettext_lazy("Place"), lambda one: one.place),
    Column(gettext_lazy("Country"), lambda one: country_name(one.country)),
    Column(gettext_lazy("State"), lambda one: str(State(one.state).label)),
    Column(gettext_lazy("Parts"), lambda one: one.parts),
    Column(gettext_lazy("Parts decided"), lambda one: one.parts - one.undecided),
    Column(gettext_lazy("First assessment"), lambda one: one.assess_on),
    Column(gettext_lazy("Begun on"), lambda one: one.made_at.date()),
)
"""What a table of adaptations shows."""

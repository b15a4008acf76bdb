"""What can be done with adaptations. Access is the caller's to check: views load through facts.visible_to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from cairn.common.conflict import to_write
from cairn.publications import facts as publications
from cairn.transfer.beginning import parts_of
from cairn.transfer.enums import Choice, State
from cairn.transfer.models import Adaptation, AdaptationChange, Element, Exchange, Step

if TYPE_CHECKING:
    from cairn.people.models import Organisation, Person
    from cairn.publications.models import Publication

FIELDS = (
    "title", "country", "place", "audience", "differs", "needs", "needs_how", "money", "know_how", "assess_on",
    "framework", "assess_how", "state", "reason",
)  # fmt: skip
OF_ELEMENT = ("choice", "what", "why")
OF_STEP = ("what", "due_on", "who", "done")
Row = TypeVar("Row", Element, Step)


@transaction.atomic
def begin(*, publication: Publication, organisation: Organisation, title: str, by: Person) -> Adaptation:
    """A draft with one row for every part of the source. Raises ValidationError for an edition taken back."""
    if publication.withdrawn_at:
        raise ValidationError(_("This edition was withdrawn, so it cannot be adapted."))
    adaptation = Adaptation(
        publication=publication,
        organisation=organisation,
        source_title=publication.title,
        title=title,
        made_by=by,
    )
    adaptation.full_clean(exclude=["publication", "organisation", "made_by"])
    adaptation.save()
    Element.objects.bulk_create(
        Element(adaptation=adaptation, order=order, label=label, source=source)
        for order, (label, source) in enumerate(parts_of(publications.portrait(publication)), start=1)
    )
    _keep(adaptation, {}, {"title": title}, by)
    return adaptation


@transaction.atomic
def revise(*, adaptation: Adaptation, revision: int, said: Mapping[str, Any], by: Person) -> Adaptation:
    """Change what is named: fields of the adaptation, or `element-7-why` and `step-7-who` of its rows.

    Raises Conflict, and writes nothing, when someone changed one of these since `revision` to something else; a
    change of others is no conflict and both stand. Raises ValidationError with every fault by its key, KeyError for
    a key that does not exist.
    """
    current = Adaptation.objects.select_for_update().get(pk=adaptation.pk)
    places = _places(current)
    stands = {key: _plain(getattr(*places[key])) for key in said}
    plain = {key: _plain(value) for key, value in said.items()}
    if wanted := to_write(current, revision, plain, stands):
        _write(current, places, {key: said[key] for key in wanted}, by)
    return current


def _write(current: Adaptation, places: Mapping[str, Any], wanted: Mapping[str, Any], by: Person) -> None:
    before = {key: _plain(getattr(*places[key])) for key in (*wanted, "reason")}
    for key, value in wanted.items():
        row, field = places[key]
        setattr(row, field, value)
    if current.state != State.STOPPED:
        current.reason = ""
    rows = {id(row): (key, row) for key, (row, _field) in places.items() if key in wanted}
    _check([("reason", current), *rows.values()])
    for _key, row in rows.values():
        row.save()
    current.revision += 1
    current.save()
    after = {key: _plain(getattr(*places[key])) for key in before}
    changed = [key for key in after if after[key] != before[key]]
    _keep(current, {key: before[key] for key in changed}, {key: after[key] for key in changed}, by)


@transaction.atomic
def add_element(*, adaptation: Adaptation, label: str, what: str, why: str, by: Person) -> Element:
    """A part that the source does not have. Raises ValidationError without its name or its reason."""
    last = adaptation.elements.aggregate(last=models.Max("order"))["last"] or 0
    element = Element(
        adaptation=adaptation, order=last + 1, label=label, choice=Choice.ADDED, what=what, why=why
    )
    _check([("element", element)])
    return _added(element, "element", OF_ELEMENT, by)


@transaction.atomic
def add_step(*, adaptation: Adaptation, what: str, due_on: date | None, who: str, by: Person) -> Step:
    """A step of the schedule. Raises ValidationError without words."""
    step = Step(adaptation=adaptation, what=what, due_on=due_on, who=who)
    _check([("step", step)])
    return _added(step, "step", OF_STEP, by)


@transaction.atomic
def log(*, adaptation: Adaptation, on: date, with_whom: str, how: str, learnt: str, by: Person) -> Exchange:
    """Add a contact: a role or an organisation, never a private person's name or address."""
    exchange = Exchange(adaptation=adaptation, on=on, with_whom=with_whom, how=how, learnt=learnt, by=by)
    exchange.full_clean(exclude=["adaptation", "by"])
    exchange.save()
    return exchange


def _places(adaptation: Adaptation) -> dict[str, tuple[Any, str]]:
    """By key, the row and the field that hold it."""
    places: dict[str, tuple[Any, str]] = {name: (adaptation, name) for name in FIELDS}
    for element in adaptation.elements.all():
        places |= {f"element-{element.pk}-{name}": (element, name) for name in OF_ELEMENT}
    for step in adaptation.steps.all():
        places |= {f"step-{step.pk}-{name}": (step, name) for name in OF_STEP}
    return places


def _check(rows: list[tuple[str, Any]]) -> None:
    """Every fault of every row, so that people can put all of them right at once."""
    faults: dict[str, list[str]] = {}
    for key, row in rows:
        prefix = key.rpartition("-")[0]
        for field, messages in _faults_of(row).items():
            faults.setdefault(f"{prefix}-{field}" if prefix else field, messages)
    if faults:
        raise ValidationError(faults)


def _faults_of(row: Any) -> dict[str, list[str]]:
    if isinstance(row, Element) and Choice(row.choice).wants_reason and not row.why.strip():
        return {"why": [_("Say why “%(part)s” departs from the source.") % {"part": row.label}]}
    if isinstance(row, Adaptation) and row.state == State.STOPPED and not row.reason.strip():
        return {"reason": [_("Say why this is stopped.")]}
    try:
        row.full_clean(exclude=["adaptation", "publication", "organisation", "made_by"])
    except ValidationError as error:
        return error.message_dict
    return {}


def _added(row: Row, kind: str, fields: tuple[str, ...], by: Person) -> Row:
    row.save()
    adaptation = Adaptation.objects.select_for_update().get(pk=row.adaptation_id)
    adaptation.revision += 1
    adaptation.save(update_fields=["revision", "changed_at"])
    _keep(adaptation, {}, {f"{kind}-{row.pk}-{name}": _plain(getattr(row, name)) for name in fields}, by)
    return row


def _keep(adaptation: Adaptation, before: dict[str, Any], after: dict[str, Any], by: Person) -> None:
    AdaptationChange.objects.create(
        adaptation=adaptation, revision=adaptation.revision, before=before, after=after, by=by
    )


def _plain(value: Any) -> Any:
    """The value as the history keeps it."""
    if isinstance(value, date):
        return value.isoformat()
    return value.pk if isinstance(value, models.Model) else value

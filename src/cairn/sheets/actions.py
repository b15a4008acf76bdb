"""What can be done with sheets: take one in, say what its columns are, bring its rows in, take them back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.sheets import facts, matching, workbook
from cairn.sheets.enums import State
from cairn.sheets.models import Brought, Import
from cairn.trail.actions import note
from cairn.trail.enums import Deed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import Model

    from cairn.people.models import Person
    from cairn.practices.models import Practice
    from cairn.sheets.shape import Change, Table

BATCH = 500


@transaction.atomic
def take_in(*, practice: Practice, table: Table, name: str, data: bytes, by: Person) -> Import:
    """Reads a sheet and proposes which column is which; nothing is brought in.

    Raises workbook.Unreadable, and ValidationError naming columns that must never come in, in which case nothing is kept.
    """
    sheet = workbook.cells_of(name, data)
    if refused := matching.refused(sheet[0], table):
        raise ValidationError(
            _(
                "These columns must not come into Cairn, because they name people or tell what was done to them: "
                "%(titles)s. Take them out of the sheet and try again; nothing was kept."
            )
            % {"titles": ", ".join(refused)}
        )
    return Import.objects.create(
        practice=practice,
        table=table.key,
        file_name=name[:200],
        cells=json.dumps(sheet, cls=DjangoJSONEncoder),
        matching=matching.matched(sheet[0], table),
        of=len(sheet) - 1,
        by=by,
    )


@transaction.atomic
def match(*, sheet: Import, columns: dict[int, str]) -> Import:
    """Says anew which column is which. Raises ValidationError where one of ours is chosen twice."""
    twice = {key for key in columns.values() if list(columns.values()).count(key) > 1}
    if twice:
        table = facts.tables()[sheet.table]
        raise ValidationError(
            _("Chosen twice: %(titles)s.")
            % {"titles": ", ".join(sorted(str(table.column(key).title) for key in twice))}
        )
    sheet.matching = columns
    sheet.save(update_fields=["matching"])
    return sheet


def start(*, sheet: Import) -> bool:
    """Marks it as running. False where somebody did so already, so that no sheet is brought in twice."""
    ready = Import.objects.filter(pk=sheet.pk, state__in=[State.WAITING, State.STOPPED])
    started = ready.update(state=State.RUNNING, looked_at=0, beat_at=timezone.now(), stopped_by="")
    return bool(started)


def bring(*, sheet: Import, only_good: bool, by: Person) -> Import:
    """Brings a started sheet in: every row, or only the good ones where that was chosen; in one piece or not at all."""

    def told(rows: int) -> None:
        Import.objects.filter(pk=sheet.pk).update(looked_at=rows, beat_at=timezone.now())

    table = facts.tables()[sheet.table]
    found = facts.judged(sheet, table, by=by, told=told)
    bad = len({fault.row for fault in found.faults})
    if found.faults and not only_good:
        sheet.state, sheet.refused = State.STOPPED, bad
        sheet.stopped_by = _("Rows with faults: %(count)s. Nothing was brought in.") % {"count": bad}
        sheet.save(update_fields=["state", "refused", "stopped_by"])
        return sheet
    with transaction.atomic():
        # Taken for dead and started again meanwhile, it is brought in once: whoever comes second finds it done.
        if not Import.objects.select_for_update().filter(pk=sheet.pk, state=State.RUNNING).exists():
            return sheet
        _write(sheet, found.changes)
        if table.lift:
            table.lift(by, found.changes)
        sheet.state, sheet.refused, sheet.taken = State.DONE, bad, sum(facts.tally(found.changes))
        sheet.cells, sheet.looked_at = "", sheet.of
        sheet.save()
        note(by=by, deed=Deed.IMPORTED, thing=f"import:{sheet.pk}", practice=sheet.practice_id)
    return sheet


def stop(*, sheet: Import, why: str) -> None:
    """Something went wrong half-way: the database has nothing of it, and the sheet can be started again."""
    Import.objects.filter(pk=sheet.pk, state=State.RUNNING).update(state=State.STOPPED, stopped_by=why)


def _write(sheet: Import, changes: Sequence[Change]) -> None:
    new = [change.thing for change in changes if change.before is None]
    for model in dict.fromkeys(type(thing) for thing in new):
        model._default_manager.bulk_create(  # noqa: SLF001  # Django's public name
            [thing for thing in new if type(thing) is model], batch_size=BATCH
        )
    for change in changes:
        if change.before is not None:
            change.thing.save()
    befores = {id(change.thing): change.before for change in changes}
    for model in {type(change.thing) for change in changes}:
        things = [change.thing for change in changes if type(change.thing) is model]
        for start_at in range(0, len(things), BATCH):
            _remember(sheet, model, things[start_at : start_at + BATCH], befores)


def _remember(sheet: Import, model: type[Model], things: list[Model], befores: dict[int, Any]) -> None:
    """Read again, so that the digest is of what the database holds."""
    kept = model._default_manager.in_bulk([thing.pk for thing in things])  # noqa: SLF001  # Django's public name
    Brought.objects.bulk_create(
        Brought(
            sheet=sheet,
            model=model._meta.label,  # noqa: SLF001  # Django's public name
            key=str(thing.pk),
            before=""
            if befores[id(thing)] is None
            else json.dumps(befores[id(thing)], cls=DjangoJSONEncoder),
            after=facts.digest_of(kept[thing.pk]),
        )
        for thing in things
    )


@transaction.atomic
def undo(*, sheet: Import, by: Person) -> Import:
    """Takes back what an import made and changed, all of it.

    Raises ValidationError, and takes nothing back, where something was changed or removed since, and says how much.
    """
    table = facts.tables()[sheet.table]
    brought = list(sheet.brought.all())
    things = _things(brought)
    changed = [
        row for row in brought if row.key not in things or facts.digest_of(things[row.key]) != row.after
    ]
    if sheet.state != State.DONE or changed:
        raise ValidationError(
            _("Changed since the import, so it cannot be taken back in one piece: %(count)s rows.")
            % {"count": len(changed)}
        )
    _take_back(table, brought, things)
    sheet.brought.all().delete()
    sheet.state = State.UNDONE
    sheet.save(update_fields=["state"])
    note(by=by, deed=Deed.UNDONE, thing=f"import:{sheet.pk}", practice=sheet.practice_id)
    return sheet


def _depths(labels: Iterable[str]) -> dict[str, int]:
    """How far each kind of thing points down to others of these: what rests on something is taken back before it."""
    models = {label: apps.get_model(label) for label in labels}

    def depth(model: type[Model], above: tuple[type[Model], ...] = ()) -> int:
        fields = model._meta.concrete_fields  # noqa: SLF001  # Django's public name
        targets: set[Any] = {field.related_model for field in fields} & {*models.values()} - {model, *above}
        return max((1 + depth(target, (*above, model)) for target in targets), default=0)

    return {label: depth(model) for label, model in models.items()}


def _things(brought: Sequence[Brought]) -> dict[str, Model]:
    found: dict[str, Model] = {}
    for label in {row.model for row in brought}:
        model = apps.get_model(label)
        keys = [row.key for row in brought if row.model == label]
        for start_at in range(0, len(keys), BATCH):
            rows = model._default_manager.select_for_update().filter(pk__in=keys[start_at : start_at + BATCH])  # noqa: SLF001  # Django's public name
            found |= {str(row.pk): row for row in rows}
    return found


def _take_back(table: Table, brought: Sequence[Brought], things: dict[str, Model]) -> None:
    """What rests on something goes before it; by the hundred, for an import can have brought thousands."""
    depths = _depths({row.model for row in brought})
    for label in sorted(depths, key=lambda label: -depths[label]):
        rows = [row for row in brought if row.model == label]
        for row in rows:
            if row.before:
                _set_back(things[row.key], json.loads(row.before))
            elif table.lower:
                table.lower(things[row.key])
        made = [things[row.key].pk for row in rows if not row.before]
        model = apps.get_model(label)
        for start_at in range(0, len(made), BATCH):
            model._default_manager.filter(pk__in=made[start_at : start_at + BATCH]).delete()  # noqa: SLF001  # Django's public name


def _set_back(thing: Model, before: dict[str, Any]) -> None:
    for name, value in before.items():
        field = thing._meta.get_field(name)  # noqa: SLF001  # Django's public name
        setattr(thing, name, field.to_python(value))  # type: ignore[union-attr]  # a column of its own
    thing.save()

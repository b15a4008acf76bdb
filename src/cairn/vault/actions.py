"""What can be done with keys."""

from collections.abc import Callable

from django.apps import apps
from django.db import models, transaction

from cairn.vault import keystore
from cairn.vault.fields import SealedText

BATCH = 500
ROWS = ("participant:", "practice:")
"""How owners begin whose sealed words stand in rows of the database."""


def sealed_columns() -> dict[type[models.Model], list[str]]:
    """Every table with sealed columns, and these."""
    found = {
        model: [field.name for field in model._meta.concrete_fields if isinstance(field, SealedText)]  # noqa: SLF001  # Django's public name
        for model in apps.get_models()
    }
    return {model: names for model, names in found.items() if names}


def reseal(*, told: Callable[[int], None] = lambda _done: None) -> int:
    """Every owner gets a new data key and everything is sealed anew with it; the older data keys are then gone.

    Only owners of rows: the keys of the trail and of the store of names stand for themselves, and what hangs on their first
    version would be lost with it. Returns the number of rows. Stopped half-way, older keys still open what is left, and a
    second run ends it.
    Raises what `unseal` raises where a row cannot be read; nothing is dropped then. Rows of owners whose key was destroyed are
    left as they are.
    """
    owners = [owner for owner in keystore.owners() if owner.startswith(ROWS)]
    for owner in owners:
        keystore.renew(owner)
    rows = 0
    for model, names in sealed_columns().items():
        keys = list(model._default_manager.order_by("pk").values_list("pk", flat=True))  # noqa: SLF001  # Django's public name
        for start in range(0, len(keys), BATCH):
            rows += _reseal_batch(model, names, keys[start : start + BATCH], set(owners))
            told(rows)
    for owner in owners:
        keystore.drop_older(owner)
    return rows


@transaction.atomic
def _reseal_batch(model: type[models.Model], names: list[str], keys: list[object], owners: set[str]) -> int:
    done = 0
    for row in model._default_manager.select_for_update(of=("self",)).filter(pk__in=keys):  # noqa: SLF001  # Django's public name
        if row.sealed_for in owners:  # type: ignore[attr-defined]  # every model with sealed columns says it
            for name in names:
                setattr(row, name, getattr(row, name))
            row.save(update_fields=names)
            done += 1
    return done

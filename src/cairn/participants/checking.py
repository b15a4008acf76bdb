"""What has to hold of every record on a person, for forms and for sheets alike. Asks no database."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.practices.models import Practice

AHEAD = {"expires_on"}
"""Days that may lie in the future."""


def days_out(thing: models.Model, practice: Practice) -> dict[str, str]:
    """By field, why a day cannot be: the practice had not begun, or it has not come yet."""
    faults = {}
    for field in thing._meta.concrete_fields:  # noqa: SLF001  # Django's public name
        day = getattr(thing, field.name, None) if type(field) is models.DateField else None
        if day is None or field.name in AHEAD:
            continue
        if practice.starts_on and day < practice.starts_on:
            faults[field.name] = _("The practice had not begun on that day.")
        elif day > timezone.localdate():
            faults[field.name] = _("That day has not come yet.")
    return faults

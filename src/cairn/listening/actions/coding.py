"""Putting what people wrote under themes, by hand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from cairn.listening.models import Coding, Theme
from cairn.trail.actions import note
from cairn.trail.enums import Deed
from cairn.voices.enums import RemarkState

if TYPE_CHECKING:
    from cairn.people.models import Person
    from cairn.voices.models import Remark


@transaction.atomic
def code(*, remark: Remark, themes: Iterable[Theme], by: Person) -> None:
    """Under these themes and no others. Raises ValidationError for words that were not passed on."""
    if remark.state != RemarkState.PASSED:
        raise ValidationError(_("These words were not passed on."))
    Coding.objects.filter(remark=remark).delete()
    Coding.objects.bulk_create(Coding(remark=remark, theme=theme) for theme in themes)
    note(by=by, deed=Deed.CHANGED, thing=f"remark:{remark.pk}", practice=remark.opening.practice_id)

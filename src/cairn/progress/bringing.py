"""What a house brings for its reports: templates of sections, and Word files of its funders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.progress import facts, layouts
from cairn.progress.models import OwnLayout, WordTemplate
from cairn.trail.actions import note
from cairn.trail.enums import Deed

if TYPE_CHECKING:
    from cairn.people.models import Organisation, Person
    from cairn.progress.models import Brought


@transaction.atomic
def keep_layout(*, organisation: Organisation, text: str, by: Person) -> OwnLayout:
    """A template in YAML; one of the same id takes the place of the former. Raises ValidationError with every fault and its line."""
    layout = layouts.read(text)
    if layout.key in layouts.shipped_texts():
        raise ValidationError(
            _("“%(key)s” comes with Cairn. Give yours another id, such as “our-%(key)s”."),
            params={"key": layout.key},
        )
    facts.layouts_of(organisation).filter(key=layout.key).update(retired_at=timezone.now())
    made = OwnLayout.objects.create(organisation=organisation, key=layout.key, text=text, made_by=by)
    note(by=by, deed=Deed.CREATED, thing=f"progress-template:{made.pk}")
    return made


@transaction.atomic
def keep_word(*, organisation: Organisation, name: str, content: bytes, by: Person) -> WordTemplate:
    """A Word file whose placeholders were found to be known; one of the same name takes the place of the former."""
    facts.words_of(organisation).filter(name=name).update(retired_at=timezone.now())
    made = WordTemplate.objects.create(organisation=organisation, name=name, content=content, made_by=by)
    note(by=by, deed=Deed.CREATED, thing=f"progress-word:{made.pk}")
    return made


@transaction.atomic
def retire(*, brought: Brought, by: Person) -> None:
    """It is offered no longer. Reports that were begun with it stay as they are."""
    brought.retired_at = timezone.now()
    brought.save(update_fields=["retired_at"])
    kind = "template" if isinstance(brought, OwnLayout) else "word"
    note(by=by, deed=Deed.CHANGED, thing=f"progress-{kind}:{brought.pk}", reason="out of use")

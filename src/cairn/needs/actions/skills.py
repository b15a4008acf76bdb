"""The grid of skills: an entry is said, changed or removed, a section hidden or left empty on purpose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from cairn.common.conflict import Conflict
from cairn.needs import facts
from cairn.needs.enums import Asked
from cairn.needs.models import SkillEntry, SkillSection
from cairn.needs.skills import Section, kept
from cairn.trail.actions import note
from cairn.trail.enums import Deed

if TYPE_CHECKING:
    from cairn.participants.models import Participant
    from cairn.people.models import Person


@transaction.atomic
def tell(*, participant: Participant, section: Section, said: Mapping[str, Any], by: Person) -> SkillEntry:
    """One more entry; the section is asked from now on, whatever was said of it before.

    Raises ValidationError by field, and where the section has its one entry already.
    """
    if not section.several and facts.entries_of(participant.pk).filter(section=section.key).exists():
        raise ValidationError(_("This section is filled in already. Open it again to change it."))
    data, sealed = kept(section, said)
    entry = SkillEntry.objects.create(
        participant=participant, by=by, section=section.key, data=data, sealed=sealed
    )
    SkillSection.objects.filter(participant=participant, section=section.key).delete()
    _note(participant, by, Deed.CREATED)
    return entry


@transaction.atomic
def revise(
    *, entry: SkillEntry, section: Section, revision: int, said: Mapping[str, Any], by: Person
) -> SkillEntry:
    """Raises Conflict, and writes nothing, where someone changed it since `revision`; ValidationError by field."""
    data, sealed = kept(section, said)
    entry = SkillEntry.objects.select_for_update().select_related("participant").get(pk=entry.pk)
    if entry.revision != revision:
        raise Conflict(entry, tuple(field.key for field in section.fields))
    entry.data, entry.sealed, entry.revision = data, sealed, revision + 1
    entry.save()
    _note(entry.participant, by, Deed.CHANGED)
    return entry


@transaction.atomic
def remove(*, entry: SkillEntry, by: Person) -> None:
    entry.delete()
    _note(entry.participant, by, Deed.CHANGED)


@transaction.atomic
def put(*, participant: Participant, section: Section, asked: str, by: Person) -> None:
    """The section is hidden, has nothing to tell, or is simply asked again (empty). Entries stay, hidden or not.

    Raises ValidationError where there is something to tell, or where there has to be.
    """
    told = facts.entries_of(participant.pk).filter(section=section.key)
    if asked == Asked.NOTHING and (not section.nothing or told.exists()):
        raise ValidationError(
            _("There is something to tell here. Remove it first, or leave the section as it is.")
        )
    SkillSection.objects.filter(participant=participant, section=section.key).delete()
    if asked:
        state = SkillSection(participant=participant, section=section.key, asked=asked, by=by)
        state.full_clean()
        state.save()
    _note(participant, by, Deed.CHANGED)


def _note(participant: Participant, by: Person, deed: Deed) -> None:
    note(by=by, deed=deed, thing=participant.thing, practice=participant.practice_id)

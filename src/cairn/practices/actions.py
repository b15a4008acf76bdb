"""What can be done with practices. Access is the caller's to check: views load through facts.visible_to."""

from collections.abc import Sequence
from datetime import date
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.forms.models import model_to_dict

from cairn.common.conflict import to_write
from cairn.common.slugs import free_slug
from cairn.people.models import Organisation, Person
from cairn.practices.models import Practice, PracticeChange

FIELDS = (
    "title", "summary", "objectives", "country", "places", "starts_on", "ends_on", "target_groups", "legal_statuses",
    "integration_areas", "languages", "funding", "website", "contact",
)  # fmt: skip


class Fields(TypedDict, total=False):
    """What may be said of a practice; what is not named stays as it is."""

    title: str
    summary: str
    objectives: str
    country: str
    """ISO 3166-1 alpha-2."""
    places: Sequence[str]
    starts_on: date | None
    ends_on: date | None
    target_groups: Sequence[str]
    """Codes of practices.enums, as are legal_statuses and integration_areas."""
    legal_statuses: Sequence[str]
    integration_areas: Sequence[str]
    languages: Sequence[str]
    """BCP 47 tags."""
    funding: str
    website: str
    contact: str


@transaction.atomic
def create(*, organisation: Organisation, by: Person, **fields: Unpack[Fields]) -> Practice:
    """A new practice; `title` is required. Raises ValidationError that names each field which cannot stay so."""
    practice = Practice(organisation=organisation)
    practice.slug = free_slug(fields.get("title", ""), Practice.objects.all(), otherwise="practice")
    _write(practice, by, {}, fields)
    return practice


@transaction.atomic
def revise(*, practice: Practice, revision: int, by: Person, **fields: Unpack[Fields]) -> Practice:
    """Change what is named. `revision` is the one the person had before their eyes.

    Raises Conflict, and writes nothing, when someone changed one of these fields since to something else; a change
    of other fields is no conflict and both stand. The address of the practice never changes.
    """
    current = Practice.objects.select_for_update().get(pk=practice.pk)
    said = {name: _plain(value) for name, value in fields.items()}
    stands = {name: _plain(getattr(current, name)) for name in fields}
    if wanted := to_write(current, revision, said, stands):
        current.revision += 1
        _write(current, by, _said(current, wanted), {name: fields[name] for name in wanted})  # type: ignore[literal-required]  # names of fields
    return current


def _plain(value: Any) -> Any:
    """The value as the history keeps it."""
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _write(practice: Practice, by: Person, before: dict[str, Any], fields: Any) -> None:
    for name, value in fields.items():
        if name not in FIELDS:
            raise TypeError(f"A practice has no field {name} that people can change.")
        setattr(practice, name, list(value) if isinstance(value, tuple) else value)
    practice.full_clean()
    practice.save()
    PracticeChange.objects.create(
        practice=practice, revision=practice.revision, before=before, after=_said(practice, fields), by=by
    )


def _said(practice: Practice, names: Any) -> dict[str, Any]:
    return {name: value for name, value in model_to_dict(practice).items() if name in names}

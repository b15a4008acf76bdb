"""What can be done with the draft of a form's next version. Who may is the caller's to check."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from cairn.common.conflict import Conflict
from cairn.surveys import actions, facts
from cairn.surveys.models import Draft, Form, FormVersion
from cairn.surveys.writing import wording

if TYPE_CHECKING:
    from cairn.people.models import Person
    from cairn.surveys.shape import Sheets


class Rewording(NamedTuple):
    place: str
    tag: str
    seen: str
    """What stood there when somebody began to type."""
    words: str


@transaction.atomic
def begin(*, form: Form, by: Person) -> Draft:
    """The draft that is open, else a new one of what the version in use asks. Raises ValidationError where the form is out of use."""
    version = facts.version_in_use(form)
    if form.retired_on or version is None:
        raise ValidationError(_("This form is out of use. Take it into use again first."))
    draft, _new = Draft.objects.get_or_create(
        form=form, defaults={"sheets": wording.respelled(version.sheets), "changed_by": by}
    )
    return draft


@transaction.atomic
def change(*, draft: Draft, revision: int, edit: Callable[[Sheets], Sheets], by: Person) -> Draft:
    """Changes the draft that somebody had before their eyes. Raises Conflict where it is another by now, and what `edit` raises."""
    kept = _kept(draft, revision)
    return _save(kept, edit(kept.sheets), by)


@transaction.atomic
def reword(
    *,
    draft: Draft,
    rewordings: Sequence[Rewording],
    by: Person,
    edit: Callable[[Sheets], Sheets] = lambda sheets: sheets,
) -> Draft:
    """Writes each text that still stands as it was seen, and then changes what is to be changed besides.

    Raises Conflict, and writes nothing, where somebody else wrote one of these texts otherwise meanwhile.
    """
    kept = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    stands = wording.standing(kept.sheets)
    clashes = [
        each.place
        for each in rewordings
        if stands.get((each.place, each.tag), "") not in {each.seen, each.words}
    ]
    if clashes:
        raise Conflict(kept, tuple(clashes))
    words = {(each.place, each.tag): each.words for each in rewordings}
    return _save(kept, edit(wording.reworded(kept.sheets, words)), by)


@transaction.atomic
def put_into_use(*, draft: Draft, revision: int, by: Person) -> FormVersion:
    """The form's next version, which keeps what was checked of the former.

    Raises Conflict, ValidationError where nothing was changed, and compiling.Refused with every fault.
    """
    kept = _kept(draft, revision)
    version = facts.version_in_use(kept.form)
    if version and wording.respelled(version.sheets) == kept.sheets:
        raise ValidationError(_("Nothing was changed yet. Change something, or discard the draft."))
    version = actions.publish_version(form=kept.form, sheets=kept.sheets, by=by)
    kept.delete()
    return version


@transaction.atomic
def discard(*, draft: Draft, by: Person) -> None:  # verbs say who
    draft.delete()


def _kept(draft: Draft, revision: int) -> Draft:
    kept = Draft.objects.select_for_update(of=("self",)).select_related("form").get(pk=draft.pk)
    if kept.revision != revision:
        raise Conflict(kept)
    return kept


def _save(draft: Draft, sheets: Sheets, by: Person) -> Draft:
    if sheets != draft.sheets:
        draft.sheets, draft.revision, draft.changed_by = sheets, draft.revision + 1, by
        draft.save()
    return draft

"""What can be done with the files of a version. Who may is the caller's to check."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from contextlib import ExitStack
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import transaction
from django.utils.translation import gettext as _

from cairn.surveys.media import facts
from cairn.surveys.media.fitting import MOST_BYTES, Fitted, fitted
from cairn.surveys.models import FormFile, FormVersion
from cairn.trail.actions import note
from cairn.trail.enums import Deed

if TYPE_CHECKING:
    from cairn.people.models import Person


@transaction.atomic
def keep(
    *, version: FormVersion, files: Mapping[str, Fitted], former: FormVersion | None, by: Person | None
) -> None:
    """With a new version: what was brought for it, and of what it names besides, what the former one has.

    A file is written first and taken away again on failure, because a database cannot undo a file.
    """
    there = facts.files_of(former) if former else {}
    with ExitStack() as undo:
        for name in facts.names_in(version):
            if name in files:
                _keep(version, name, files[name], by, undo)
            elif name in there:
                _carry(version, there[name])
        undo.pop_all()


@transaction.atomic
def bring(*, version: FormVersion, brought: Mapping[str, bytes], by: Person) -> FormVersion:
    """Files that a version names, in place of those that it has. Nobody was asked by it yet.

    Raises ValidationError at `media_files` with all that is wrong; nothing is kept then.
    """
    kept = FormVersion.objects.select_for_update(of=("self",)).select_related("form").get(pk=version.pk)
    if kept.asked_since:
        raise ValidationError(
            {
                "media_files": _(
                    "Somebody can be asked by this version already, so that it stays as it is. Bring the workbook in again, with the "
                    "files: that makes the next version."
                )
            }
        )
    made, faults = fitted(kept.sheets, brought)
    there = facts.files_of(kept)
    words = [fault.message for fault in faults]
    if sum(file.size for name, file in there.items() if name not in made) > MOST_BYTES - sum(
        len(each.data) for each in made.values()
    ):
        words.append(
            _("With these the form has more than %(most)d MB of files.") % {"most": MOST_BYTES // 2**20}
        )
    if not made and not words:
        words.append(_("The form names none of these files. The list shows the names that it has."))
    if words:
        raise ValidationError({"media_files": words})
    with ExitStack() as undo:
        for name, each in made.items():
            if name in there:
                _forget(there[name])
            _keep(kept, name, each, by, undo)
        note(by=by, deed=Deed.CHANGED, thing=f"form version:{kept.pk}", practice=kept.form.practice_id)
        undo.pop_all()
    return kept


def differ(version: FormVersion, files: Mapping[str, Fitted]) -> bool:
    """Whether any of these is another than the version has."""
    there = facts.files_of(version)
    return any(name not in there or there[name].digest != each.digest for name, each in files.items())


def _keep(version: FormVersion, name: str, file: Fitted, by: Person | None, undo: ExitStack) -> None:
    stored_as = str(uuid.uuid4())
    storages["documents"].save(stored_as, ContentFile(file.data))
    undo.callback(storages["documents"].delete, stored_as)
    FormFile.objects.create(
        version=version,
        name=name,
        content_type=file.content_type,
        size=len(file.data),
        digest=file.digest,
        md5=file.md5,
        stored_as=stored_as,
        by=by,
    )


def _carry(version: FormVersion, file: FormFile) -> None:
    """The same file for one more version: what is stored once serves both."""
    file.pk, file.version, file._state.adding = uuid.uuid4(), version, True  # noqa: SLF001  # Django's own way of copying a row
    file.save()


def _forget(file: FormFile) -> None:
    """With what is stored, unless another version shows it."""
    file.delete()
    if not FormFile.objects.filter(stored_as=file.stored_as).exists():
        transaction.on_commit(lambda: storages["documents"].delete(file.stored_as))

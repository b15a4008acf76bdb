"""Making forms, and publishing what they ask."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.people.models import Person
from cairn.practices.models import Practice
from cairn.surveys import checking, facts
from cairn.surveys.compiling import compiled
from cairn.surveys.enums import Purpose
from cairn.surveys.faults import Refused
from cairn.surveys.media import actions as media
from cairn.surveys.media.fitting import fitted
from cairn.surveys.models import Draft, Form, FormVersion
from cairn.surveys.shape import Sheets
from cairn.surveys.writing.shipped import Shipped, files, read_file
from cairn.surveys.writing.wording import texts_of
from cairn.surveys.writing.workbook import as_brought
from cairn.trail.actions import note
from cairn.trail.enums import Deed


@transaction.atomic
def make_form(
    *, practice: Practice | None, key: str, purpose: Purpose, anonymous: bool, by: Person | None
) -> Form:
    """One without a practice is for all. Raises ValidationError where the short name is taken or is none."""
    if Form.objects.filter(practice=practice, key=key).exists():
        raise ValidationError({"key": _("There is a form with this short name. Choose another one.")})
    form = Form(practice=practice, key=key, purpose=purpose, anonymous=anonymous)
    form.full_clean()
    form.save()
    note(by=by, deed=Deed.CREATED, thing=f"form:{form.pk}", practice=form.practice_id)
    return form


@transaction.atomic
def publish_version(
    *,
    form: Form,
    sheets: Sheets,
    by: Person | None,
    files: Mapping[str, bytes] | None = None,
    like: FormVersion | None = None,
) -> FormVersion:
    """What the form asks from now on; the version in use, where nothing has changed. What was checked stays so.

    `files` are pictures and recordings by name; those that are named and not brought come from the version before, else from `like`.
    Raises compiling.Refused.
    """
    form = Form.objects.select_for_update().get(pk=form.pk)
    before = facts.version_in_use(form)
    number = before.number + 1 if before else 1
    made = compiled(sheets, key=form.key, number=number)
    shown, faults = fitted(made.sheets, files or {})
    if faults:
        raise Refused(faults)
    if before and before.sheets == made.sheets and not media.differ(before, shown):
        return before
    version = FormVersion.objects.create(
        form=form,
        number=number,
        title=made.title,
        sheets=made.sheets,
        xform=made.xform,
        languages=list(made.languages),
        made_by=by,
    )
    media.keep(version=version, files=shown, former=before or like, by=by)
    if before:
        checking.carry(before, version)
    if by:
        # The trail tells what people did; what came with Cairn nobody did.
        note(by=by, deed=Deed.CREATED, thing=f"form version:{version.pk}", practice=form.practice_id)
    return version


@transaction.atomic
def bring_form(
    *,
    practice: Practice,
    key: str,
    purpose: Purpose,
    anonymous: bool,
    sheets: Sheets,
    by: Person,
    files: Mapping[str, bytes] | None = None,
    like: FormVersion | None = None,
) -> FormVersion:
    """A new form with its first version; `files` and `like` as publish_version has them. Raises ValidationError as make_form does, and compiling.Refused; nothing is kept then."""
    form = make_form(practice=practice, key=key, purpose=purpose, anonymous=anonymous, by=by)
    return publish_version(form=form, sheets=as_brought(sheets), by=by, files=files, like=like)


@transaction.atomic
def bring_version(
    *, form: Form, sheets: Sheets, by: Person, files: Mapping[str, bytes] | None = None
) -> FormVersion:
    """The next version from a workbook, with pictures and recordings by name.

    Raises ValidationError while a draft is open, and where nothing changed; and compiling.Refused.
    """
    if Draft.objects.filter(form=form).exists():
        raise ValidationError(
            _(
                "This form is being changed here. Put the draft into use or discard it; then bring the workbook in."
            )
        )
    former = facts.version_in_use(form)
    version = publish_version(form=form, sheets=as_brought(sheets), by=by, files=files)
    if version == former:
        raise ValidationError(_("The workbook says the same as the version in use. Nothing was changed."))
    return version


@transaction.atomic
def copy_form(*, version: FormVersion, practice: Practice, by: Person) -> FormVersion:
    """A practice's own form that begins as another one is, with what was checked of its texts."""
    own, number = version.form.key, 2
    while Form.objects.filter(practice=practice, key=own).exists():
        own, number = f"{version.form.key}-{number}", number + 1
    copy = bring_form(
        practice=practice,
        key=own,
        purpose=Purpose(version.form.purpose),
        anonymous=version.form.anonymous,
        sheets=version.sheets,
        by=by,
        like=version,
    )
    checking.carry(version, copy)
    return copy


def begin_asking(*, version: FormVersion) -> None:
    """From now on somebody can be asked by it, so that its pictures and recordings stay as they are."""
    FormVersion.objects.filter(pk=version.pk, asked_since=None).update(asked_since=timezone.now())


@transaction.atomic
def retire(*, form: Form, on: date | None, by: Person) -> Form:
    """Out of use since that day, or in use again; what was answered stays."""
    form.retired_on = on
    form.save(update_fields=["retired_on"])
    note(by=by, deed=Deed.CHANGED, thing=f"form:{form.pk}", practice=form.practice_id)
    return form


@transaction.atomic
def load_shipped() -> list[FormVersion]:
    """The forms that come with Cairn whose files are new or changed: each makes a form or a version of it."""
    there = set(Form.objects.filter(practice=None).values_list("brought_as", flat=True))
    return [
        _load(read_file(file), fingerprint)
        for fingerprint, file in files().items()
        if fingerprint not in there
    ]


def _load(shipped: Shipped, fingerprint: str) -> FormVersion:
    said = {"purpose": shipped.purpose, "anonymous": shipped.anonymous, "brought_as": fingerprint}
    form, _new = Form.objects.update_or_create(practice=None, key=shipped.key, defaults=said)
    version = publish_version(form=form, sheets=shipped.sheets, by=None)
    places = [text.place for text in texts_of(version.sheets)]
    for tag in shipped.checked:
        checking.confirm(version=version, tag=tag, places=places, by=None)
    version.checked.filter(by=None).exclude(language__in=shipped.checked).delete()
    return version

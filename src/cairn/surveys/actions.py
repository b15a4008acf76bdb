"""Making forms, and publishing what they ask."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from cairn.people.models import Person
from cairn.practices.models import Practice
from cairn.surveys import facts
from cairn.surveys.compiling import compiled
from cairn.surveys.enums import Purpose
from cairn.surveys.models import Form, FormVersion
from cairn.surveys.shape import Sheets
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
def publish_version(*, form: Form, sheets: Sheets, by: Person | None) -> FormVersion:
    """What the form asks from now on; the version in use, where nothing has changed. Raises compiling.Refused."""
    form = Form.objects.select_for_update().get(pk=form.pk)
    before = facts.version_in_use(form)
    number = before.number + 1 if before else 1
    made = compiled(sheets, key=form.key, number=number)
    if before and before.sheets == made.sheets:
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
    note(by=by, deed=Deed.CREATED, thing=f"form version:{version.pk}", practice=form.practice_id)
    return version

"""Which forms a phone is offered, and what it calls them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.html import escape

from cairn.surveys import facts as surveys
from cairn.voices import facts as voices

if TYPE_CHECKING:
    from cairn.practices.models import Practice
    from cairn.surveys.models import Form, FormVersion  # noqa: TC004  # named, never used
    from cairn.voices.models import Opening  # noqa: TC004

ROOT = re.compile(r'(<instance>\s*<[\w:.-]+\b[^>]*?\sid=")[^"]*(")')
"""The form's id, where pyxform writes it: on the root of the first instance."""


@dataclass(frozen=True, slots=True)
class Offered:
    """One form in one version. An anonymous one is offered once for each opening, whose address is part of its id."""

    form_id: str
    version: FormVersion
    opening: Opening | None = None

    @property
    def name(self) -> str:
        return str(self.opening or self.version.title)

    @property
    def xform(self) -> bytes:
        return ROOT.sub(rf"\g<1>{escape(self.form_id)}\g<2>", self.version.xform, count=1).encode()

    @property
    def md5(self) -> str:
        """As the protocol asks for it: to see that a form changed, not to protect anything."""
        return hashlib.md5(self.xform, usedforsecurity=False).hexdigest()


def offered(practice: Practice) -> list[Offered]:
    """Forms that staff fill in, each in its newest version, then what is open for anonymous answers."""
    staff = [
        Offered(form.key, version)
        for form in _staff_forms(practice).values()
        if (version := surveys.version_in_use(form))
    ]
    openings = [one for one in voices.of_practice(practice.pk) if voices.is_open(one)]
    return staff + [Offered(_id_of(one), one.version, one) for one in openings]


def found(practice: Practice, form_id: str, number: str) -> Offered | None:
    """What was offered under this id and version, now or once; of an opening also after it was closed."""
    key, _dot, address = form_id.partition(".")
    if address:
        opening = voices.at(address)
        if opening and opening.practice_id == practice.pk and _id_of(opening) == form_id:
            return (
                Offered(form_id, opening.version, opening) if number == str(opening.version.number) else None
            )
        return None
    form = _staff_forms(practice).get(key)
    version = (
        form
        and number.isascii()
        and number.isdecimal()
        and form.versions.filter(number=int(number[:9])).first()
    )
    return Offered(form_id, version) if version else None


def _id_of(opening: Opening) -> str:
    return f"{opening.version.form.key}.{opening.address}"


def _staff_forms(practice: Practice) -> dict[str, Form]:
    """By key; a practice's own takes the place of one that is for all."""
    forms = surveys.forms_of(practice).filter(anonymous=False)
    return {form.key: form for form in sorted(forms, key=lambda form: form.practice_id is not None)}

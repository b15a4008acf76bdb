"""What is true of forms."""

from __future__ import annotations

from functools import lru_cache

from django.db.models import Q, QuerySet

from cairn.practices.models import Practice
from cairn.surveys.models import Form, FormVersion
from cairn.surveys.reading import survey_of_xform
from cairn.surveys.shape import Survey

_read = lru_cache(maxsize=128)(survey_of_xform)
"""Kept by content, so that it is right whatever happens to keys."""


def survey_of(version: FormVersion) -> Survey:
    """What people are asked by it."""
    return _read(version.xform)


def forms_of(practice: Practice) -> QuerySet[Form]:
    """Its own forms and those that Cairn brings for all, without those out of use."""
    return Form.objects.filter(Q(practice=practice) | Q(practice=None), retired_on=None)


def version_in_use(form: Form) -> FormVersion | None:
    """The newest; None before the first."""
    return form.versions.order_by("-number").first()

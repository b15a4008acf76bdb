"""What is true of forms."""

from __future__ import annotations

from functools import lru_cache

from django.db.models import OuterRef, Q, QuerySet, Subquery

from cairn.practices.models import Practice
from cairn.surveys.models import Form, FormVersion
from cairn.surveys.reading import survey_of_xform
from cairn.surveys.shape import Survey
from cairn.surveys.writing import wording

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


def all_forms_of(practice: Practice) -> QuerySet[Form]:
    """As forms_of, with those out of use."""
    return Form.objects.filter(Q(practice=practice) | Q(practice=None))


def newest_versions(forms: QuerySet[Form]) -> QuerySet[FormVersion]:
    """The newest version of each form, with the form and what was checked of it, in two queries."""
    newest = FormVersion.objects.filter(form=OuterRef("form")).order_by("-number").values("pk")[:1]
    return (
        FormVersion.objects.filter(form__in=forms, pk=Subquery(newest))
        .defer("xform")
        .select_related("form")
        .prefetch_related("checked")
        .order_by("form__practice", "form__purpose", "form__key")
    )


def title_in(version: FormVersion, *tags: str) -> str:
    """What the form is called in the first of these languages that has a title for it; else in its default language."""
    return wording.title_in(version.sheets, *tags) or version.title

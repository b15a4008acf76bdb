"""What staff brought in forms that are not anonymous, for whoever keeps the practice's records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cairn.common.tables import Column
from cairn.offline.models import Submission
from cairn.surveys import facts as surveys
from cairn.surveys.shape import said_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from cairn.surveys.models import FormVersion
    from cairn.surveys.shape import Question, Survey


def submissions_of(practice_id: int) -> QuerySet[Submission]:
    """The newest first."""
    found = Submission.objects.filter(practice=practice_id)
    return found.select_related("version__form", "token", "practice__organisation")


def told(submission: Submission) -> list[tuple[str, str]]:
    """Question and answer in words, of those that were answered."""
    survey, said = surveys.survey_of(submission.version), submission.said
    return [
        (label_of(question, survey), in_words(question, survey, said[question.name]))
        for question in survey.questions()
        if question.name in said
    ]


def columns_of(version: FormVersion) -> Sequence[Column]:
    """Of all submissions of a form, by the questions of this version; what an older one asked more stands in its own record."""
    survey = surveys.survey_of(version)
    return [
        Column(_("Received on"), lambda one: one.received_on),
        Column(_("Version"), lambda one: one.version.number),
        *(
            Column(label_of(question, survey), _answer_to(question, survey))
            for question in survey.questions()
        ),
    ]


def _answer_to(question: Question, survey: Survey) -> Any:
    return lambda one: in_words(question, survey, one.said.get(question.name))


def label_of(question: Question, survey: Survey) -> str:
    return said_in(question.label, *_tags(survey)) or question.name


def in_words(question: Question, survey: Survey, value: Any) -> str:
    """Choices by their labels; empty where there is no answer."""
    if value is None:
        return ""
    labels = {
        choice.name: said_in(choice.label, *_tags(survey)) or choice.name for choice in question.choices
    }
    return "; ".join(labels.get(one, str(one)) for one in (value if isinstance(value, list) else [value]))


def _tags(survey: Survey) -> tuple[str, ...]:
    return (get_language() or "", *survey.languages)

"""From what a page sends to an answer that is kept: the same for phones, the team's tablet, paper and helpers."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.core.signing import BadSignature, Signer

from cairn.surveys.enums import Kind

if TYPE_CHECKING:
    from django.http import QueryDict

    from cairn.surveys.shape import Survey
    from cairn.voices.models import Opening

LANGUAGE, TOKEN, PAGE, MODE = "q.language", "q.token", "q.page", "q.by"
"""Fields of a page beside the questions, whose names have no dots."""


def _signer(opening: Opening) -> Signer:
    return Signer(salt=f"voices:{opening.address}")


def new_token(opening: Opening) -> str:
    """Good for one answer to this opening. Signed, so that nothing is stored until it is used."""
    return _signer(opening).sign(secrets.token_urlsafe(12))


def is_ours(opening: Opening, token: str) -> bool:
    try:
        _signer(opening).unsign(token)
    except BadSignature:
        return False
    return True


def said_in(sent: QueryDict, survey: Survey) -> dict[str, list[str]]:
    """What was sent for each question."""
    return {question.name: sent.getlist(question.name) for question in survey.questions()}


def apart(survey: Survey, answers: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """Answers to closed questions, and free words, which go ways of their own."""
    free = {question.name for question in survey.questions() if question.kind is Kind.TEXT}
    closed = {name: value for name, value in answers.items() if name not in free}
    return closed, {name: str(value) for name, value in answers.items() if name in free}


def carried(said: Mapping[str, Sequence[str]], shown: Sequence[str]) -> list[tuple[str, str]]:
    """Field and value of what was said on other pages than this one."""
    return [(name, value) for name, values in said.items() if name not in shown for value in values]

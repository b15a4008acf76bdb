"""What an OpenRosa client such as ODK Collect sends, read and checked as a page's answers are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from defusedxml import ElementTree
from django.utils.translation import gettext as _

from cairn.surveys import facts
from cairn.surveys.answering import answered
from cairn.surveys.enums import Kind

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from cairn.surveys.models import FormVersion
    from cairn.surveys.shape import Survey

ALLOWED_META = frozenset({"instanceID", "instanceName", "deprecatedID"})
"""All other metadata could tell who answered, when, or on which device."""
LONGEST_ID = 255


class Unreadable(ValueError):
    """It is no submission to this version; the words say why."""


@dataclass(frozen=True, slots=True)
class Submission:
    instance_id: str
    """As the client made it, such as `uuid:…`: the same again is the same submission."""
    form_key: str
    version: str
    answers: dict[str, Any]
    """As in answering.Answered."""
    faults: dict[str, str]
    """By the name of the question, or of an element that the form does not have."""


def form_asked_for(data: bytes) -> tuple[str, str]:
    """Key and version that a submission names, so that its version can be found. Raises Unreadable."""
    root = _root(data)
    return root.get("id", ""), root.get("version", "")


def answers_of_submission(data: bytes, version: FormVersion) -> Submission:
    """Raises Unreadable where it is no XML, or not to this version; what is wrong in it is in `faults`."""
    root = _root(data)
    survey = facts.survey_of(version)
    if (root.get("id"), root.get("version")) != (survey.key, survey.version):
        raise Unreadable(_("The submission is to another form or version."))
    paths = {question.path: question for question in survey.questions()}
    said: dict[str, list[str]] = {}
    faults: dict[str, str] = {}
    instance_id = ""
    for path, element in _leaves(root, f"/{_local(root)}"):
        words = (element.text or "").strip()
        question = paths.get(path)
        if question is not None:
            said[question.name] = words.split() if question.kind is Kind.MANY else [words]
        elif path.startswith("/data/meta/") and _local(element) in ALLOWED_META:
            instance_id = words if _local(element) == "instanceID" else instance_id
        elif words and path not in _groups(survey):
            faults[_local(element)] = _("The form does not ask for this, and Cairn does not keep it.")
    if not 0 < len(instance_id) <= LONGEST_ID:
        raise Unreadable(_("The submission has no instanceID."))
    result = answered(survey, said, survey.languages[0])
    return Submission(instance_id, survey.key, survey.version, result.answers, faults | result.faults)


def _root(data: bytes) -> Element:
    try:
        root: Element = ElementTree.fromstring(data, forbid_dtd=True)
    except (
        ValueError,
        SyntaxError,
        LookupError,
    ) as fault:  # forbidden parts, no XML, an encoding nobody knows
        raise Unreadable(_("The submission is no XML that Cairn reads.")) from fault
    return root


def _leaves(above: Element, path: str) -> Iterator[tuple[str, Element]]:
    """Every element without others in it, with its path, whatever namespaces its client writes."""
    stack = [(path, above)]
    while stack:
        here, element = stack.pop()
        children = list(element)
        if not children:
            yield here, element
        stack.extend((f"{here}/{_local(child)}", child) for child in reversed(children))


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _groups(survey: Survey) -> frozenset[str]:
    return frozenset(question.path.rpartition("/")[0] for question in survey.questions())

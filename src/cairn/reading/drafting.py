"""A framework drafted from a document, word for word, for those who own its wording."""

from __future__ import annotations

import re
from pathlib import PurePath
from string import ascii_uppercase

from django.utils.translation import gettext as _

from cairn.frameworks.enums import NodeKind, Standing, TextStatus
from cairn.frameworks.shape import Framework, Level, Node, Scale
from cairn.reading.lines import Document, Unreadable
from cairn.reading.marks import Marked, marked
from cairn.reading.sections import Section, sections_of
from cairn.texts.language import language_of
from cairn.texts.words import folded

LONGEST_GROUP = 100
_ENDS = re.compile(r"[.!?:;]$")
_SCALE = Scale(
    id="met",
    label="Met, partly met or not met",
    levels=(
        Level(id="met", label="Met", standing=Standing.MET, value=1),
        Level(id="partly", label="Partly met", standing=Standing.PARTLY, value=0.5),
        Level(id="not-met", label="Not met", standing=Standing.NOT_MET, value=0),
    ),
)


def drafted(document: Document, *, file_name: str, framework_id: str = "", title: str = "") -> Framework:
    """Headings as groups, then questions, then items. Raises Unreadable where no question with items is found."""
    lines = marked(document.lines, {})
    sections = sections_of(lines, lambda _text: False, lambda _text: False)
    nodes = _nodes(sections)
    if not any(node.items for node in nodes):
        raise Unreadable(_("No question with checklist items was found in this document."))
    stem = PurePath(file_name).stem
    return Framework(
        format="cairn-framework-1",
        id=framework_id or re.sub(r"[^a-z0-9]+", "-", folded(stem)).strip("-")[:60] or "drafted",
        version="1",
        title=title or stem,
        summary=f"Drafted from {PurePath(file_name).name}.",
        language=language_of(
            folded(" ".join(line.text for line in document.lines)), claimed=document.language
        ),
        source=f"TO FILL IN: who made these criteria and where they stand (drafted from {PurePath(file_name).name})",
        licence="TO FILL IN: on which terms the wording may be used",
        status=TextStatus.OFFICIAL,
        scales=(_SCALE,),
        scale=_SCALE.id,
        nodes=nodes,
    )


def _nodes(sections: list[Section]) -> tuple[Node, ...]:
    groups: list[tuple[str, list[Section]]] = []
    heading = _heading_after(sections[0].prose)
    for section in sections[1:]:
        if not section.items and not _holds_words(section):
            heading = section.question.text  # a heading with nothing below it but questions
            continue
        if heading or not groups:
            groups.append((heading or _("Criteria"), []))
        groups[-1][1].append(section)
        heading = _heading_after(section.items)
    return tuple(_group(letter, name, held) for letter, (name, held) in zip(_letters(), groups, strict=False))


def _letters() -> list[str]:
    return [*ascii_uppercase, *(first + second for first in ascii_uppercase for second in ascii_uppercase)]


def _holds_words(section: Section) -> bool:
    return bool(section.prose) or "?" in section.question.text


def _heading_after(lines: list[Marked]) -> str:
    """The short line at the end of a checklist, which names the criterion that follows; it is taken out."""
    if not lines:
        return ""
    last = lines[-1]
    if last.sign or last.line.listed or len(last.text) > LONGEST_GROUP or _ENDS.search(last.text):
        return ""
    lines.remove(last)
    return last.text


def _group(letter: str, name: str, sections: list[Section]) -> Node:
    questions = tuple(_question(f"{letter}{number}", section) for number, section in enumerate(sections, 1))
    return _node(letter, NodeKind.GROUP, name, questions)


def _question(node_id: str, section: Section) -> Node:
    texts = list(dict.fromkeys(one.text for one in section.items))
    items = tuple(_node(f"{node_id}.{number}", NodeKind.ITEM, text) for number, text in enumerate(texts, 1))
    return _node(node_id, NodeKind.QUESTION, section.question.text, items)


def _node(node_id: str, kind: NodeKind, text: str, children: tuple[Node, ...] = ()) -> Node:
    return Node.model_validate({"id": node_id, "kind": kind, "text": text, "children": children})

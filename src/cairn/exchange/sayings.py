"""A reading as the entries of an assessment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cairn.assessments.checking import LENGTHS, TOOL_TITLE, TOOL_URL, TOOLS, is_web_address
from cairn.assessments.saying import Saying
from cairn.frameworks.enums import Standing
from cairn.frameworks.shape import Framework
from cairn.publications.portrait import Tool
from cairn.reading.shape import ItemReading, QuestionReading, Reading


def level_of(framework: Framework, item: ItemReading) -> str:
    """The level that was read, or the first of the item's scale with the standing that was read; "" while unknown."""
    if item.mark is Standing.UNKNOWN:
        return ""
    if item.level or item.mark is Standing.NOT_APPLICABLE:
        return item.level or item.mark
    levels = framework.scales_by_item[item.id].levels
    return next((level.id for level in levels if level.standing is item.mark), "")


def sayings_of(
    reading: Reading, framework: Framework, decided: Mapping[str, str], left_out: Mapping[str, str]
) -> tuple[list[Saying], list[str]]:
    """What to record, and texts that go beyond what an entry may hold, which are kept elsewhere."""
    cut: list[str] = []
    sayings: list[Saying] = []
    for question in reading.questions:
        sayings.extend(_question(question, framework, left_out.get(question.id) or question.left_out, cut))
        for item in question.items:
            sayings.extend(_item(item, framework, decided.get(item.id), cut))
    return sayings, cut


def _question(
    question: QuestionReading, framework: Framework, left_out: str | None, cut: list[str]
) -> Iterator[Saying]:
    wording = question.text if question.text and question.text != framework.by_id[question.id].text else ""
    tools = [_tool(tool, cut) for tool in question.tools if tool.title.strip() or tool.url.strip()]
    cut.extend(f"{tool.title} {tool.url}" for tool in tools[TOOLS:])
    if not (wording or question.narrative or tools or left_out):
        return
    yield Saying(
        node_id=question.id,
        base_revision=None,
        narrative=_fit(question.narrative, LENGTHS["narrative"], cut),
        wording=_fit(wording, LENGTHS["wording"], cut),
        tools=tuple(tools[:TOOLS]),
        left_out=True if left_out else None,
        left_out_reason=_fit(left_out, LENGTHS["left_out_reason"], cut) if left_out else None,
    )


def _item(item: ItemReading, framework: Framework, decided: str | None, cut: list[str]) -> Iterator[Saying]:
    level = level_of(framework, item) if decided is None else decided
    wording = item.text if item.text and item.text != framework.by_id[item.id].text else ""
    if not (level or wording or item.note):
        return
    yield Saying(
        node_id=item.id,
        base_revision=None,
        level=level,
        note=_fit(item.note, LENGTHS["note"], cut),
        wording=_fit(wording, LENGTHS["wording"], cut),
    )


def _tool(tool: Tool, cut: list[str]) -> Tool:
    """An address that is none stays readable in the title."""
    if tool.url and not (is_web_address(tool.url) and len(tool.url) <= TOOL_URL):
        return Tool(title=_fit(f"{tool.title} {tool.url}".strip(), TOOL_TITLE, cut))
    return Tool(title=_fit(tool.title.strip() or tool.url, TOOL_TITLE, cut), url=tool.url)


def _fit(text: str, longest: int, cut: list[str]) -> str:
    """The text, or its beginning where it is too long; then the whole text is kept."""
    if len(text) > longest:
        cut.append(text)
    return text[:longest]

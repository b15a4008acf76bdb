"""Whether what is said fits the framework: faults stop the saving, advice does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cairn.assessments.saying import Advice, Fault, Saying, Value
from cairn.frameworks.enums import NodeKind, Standing
from cairn.frameworks.shape import Framework, Node
from cairn.publications.portrait import Tool

# Bounds on what one field may hold, in characters; wide enough for any document met so far.
LENGTHS = {"note": 5_000, "wording": 5_000, "narrative": 50_000, "reason": 2_000, "left_out_reason": 1_000}
TOOLS = 30
TOOL_TITLE = 300
TOOL_URL = 2_000

MAY_SAY = {
    NodeKind.ITEM: {"level", "note", "wording", "reason"},
    NodeKind.QUESTION: {"narrative", "tools", "wording", "left_out", "left_out_reason"},
    NodeKind.FIELD: {"narrative"},
    NodeKind.GROUP: {"left_out", "left_out_reason"},
    NodeKind.GATE: {"left_out", "left_out_reason"},
}


def clean(saying: Saying) -> dict[str, Value]:
    """The fields that are said, as they are stored: line ends unified as browsers change them, no NUL."""
    said: dict[str, Value] = {}
    for field in ("level", "note", "wording", "narrative", "reason", "left_out_reason"):
        text = getattr(saying, field)
        if text is not None:
            said[field] = text.replace("\r\n", "\n").replace("\x00", "").strip()
    if saying.left_out is not None:
        said["left_out"] = saying.left_out
        if not saying.left_out:
            said["left_out_reason"] = ""
    if saying.tools is not None:
        said["tools"] = [{"title": tool.title.strip(), "url": tool.url.strip()} for tool in saying.tools]
    return said


def faults_in(framework: Framework, sayings: Sequence[Saying]) -> tuple[Fault, ...]:
    times = Counter(saying.node_id for saying in sayings)
    twice = [Fault(id_, "node_id", _("This node is named twice.")) for id_, n in times.items() if n > 1]
    return (*twice, *(fault for saying in sayings for fault in _faults_of(framework, saying)))


def _faults_of(framework: Framework, saying: Saying) -> Iterator[Fault]:
    node = framework.by_id.get(saying.node_id)
    if node is None:
        yield Fault(saying.node_id, "node_id", _("The framework has no such node."))
        return
    said = clean(saying)
    yield from _not_of_this_kind(node, said)
    yield from _too_long(node, said)
    yield from _bad_tools(node, saying.tools or ())
    level = said.get("level")
    if isinstance(level, str) and level and not _is_level(framework, node, level):
        yield Fault(node.id, "level", _("%(level)s is not on this item's scale.") % {"level": level})
    if saying.left_out and not said.get("left_out_reason"):
        yield Fault(node.id, "left_out_reason", _("Say why this is left out."))
    if saying.left_out is None and saying.left_out_reason is not None:
        yield Fault(node.id, "left_out", _("A reason is given; say whether this is left out."))


def _is_level(framework: Framework, node: Node, level: str) -> bool:
    scale = framework.scales_by_item.get(node.id)
    return level == Standing.NOT_APPLICABLE or (scale is not None and scale.level(level) is not None)


def _not_of_this_kind(node: Node, said: Mapping[str, Value]) -> Iterator[Fault]:
    for field in sorted(set(said) - MAY_SAY[node.kind]):
        yield Fault(
            node.id,
            field,
            _("This cannot be said of a node of this kind: %(kind)s.") % {"kind": node.kind.label},
        )


def _too_long(node: Node, said: Mapping[str, Value]) -> Iterator[Fault]:
    for field, most in LENGTHS.items():
        text = said.get(field)
        if isinstance(text, str) and len(text) > most:
            yield Fault(
                node.id,
                field,
                _("This has %(count)s characters; at most %(most)s fit.")
                % {"count": len(text), "most": most},
            )


def _bad_tools(node: Node, tools: Sequence[Tool]) -> Iterator[Fault]:
    if len(tools) > TOOLS:
        yield Fault(node.id, "tools", _("At most %(most)s tools fit.") % {"most": TOOLS})
    for tool in tools:
        if not tool.title.strip():
            yield Fault(node.id, "tools", _("Give every tool a title."))
        if len(tool.title) > TOOL_TITLE or len(tool.url) > TOOL_URL:
            yield Fault(
                node.id, "tools", _("This tool's title or address is too long: %(title)s") % _short(tool)
            )
        if tool.url.strip() and not is_web_address(tool.url.strip()):
            yield Fault(
                node.id,
                "tools",
                _("A tool's address starts with https:// or http://: %(title)s") % _short(tool),
            )


def _short(tool: Tool) -> dict[str, str]:
    return {"title": tool.title[:80]}


def is_web_address(url: str) -> bool:
    """Whether a link to it is harmless to show: the web's own schemes only, never `javascript:`."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def words_in(text: str) -> int:
    return len(text.split())


def advice_on(framework: Framework, sayings: Iterable[Saying]) -> tuple[Advice, ...]:
    return tuple(
        advice for saying in sayings for advice in _word_limit(framework.by_id[saying.node_id], saying)
    )


def _word_limit(node: Node, saying: Saying) -> Iterator[Advice]:
    if node.word_limit and saying.narrative and (words := words_in(saying.narrative)) > node.word_limit:
        yield Advice(
            node.id,
            "narrative",
            ngettext(
                "This has %(words)s words; at most %(limit)s word is asked for.",
                "This has %(words)s words; at most %(limit)s words are asked for.",
                node.word_limit,
            )
            % {"words": words, "limit": node.word_limit},
        )

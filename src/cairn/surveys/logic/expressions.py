"""The logic of forms: the part of XPath 1.0 that XLSForm authors write, with the further functions of OpenRosa.

Read and worked out here and not by a library: those at hand follow later XPath versions, in which an answer of "7" is
not equal to 7. Nothing that a person answers makes an expression fail: what cannot be worked out is "not a number".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import gettext as _

from cairn.surveys.logic import working

MOST_TOKENS = 400
MOST_DEPTH = 40
POWER = {
    "or": 1, "and": 2, "=": 3, "!=": 3, "<": 4, "<=": 4, ">": 4, ">=": 4, "+": 5, "-": 5, "*": 6, "div": 6, "mod": 6,
}  # fmt: skip
_TOKEN = re.compile(
    r"""\s*(?:
      (?P<number>\d+(?:\.\d*)?|\.\d+)
    | (?P<string>"[^"]*"|'[^']*')
    | (?P<path>\$\{\s*[^}\s]+\s*\}|(?:/[A-Za-z_][\w.-]*)+)
    | (?P<name>[A-Za-z_](?:[\w.-]|:(?=\w))*)
    | (?P<mark>!=|<=|>=|[=<>+*(),.-])
    )""",
    re.VERBOSE,
)


class Wrong(ValueError):
    """The words say why an expression is not understood."""


class Token(NamedTuple):
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Node:
    kind: str
    """`value`, `path` (of another answer), `column` (of a choice), `here`, `call` or an operator."""
    value: working.Value = ""
    parts: tuple[Node, ...] = ()

    def all(self) -> Iterator[Node]:
        yield self
        for part in self.parts:
            yield from part.all()

    def named(self, kind: str) -> frozenset[str]:
        return frozenset(str(node.value) for node in self.all() if node.kind == kind)


@lru_cache(maxsize=4096)
def parsed(text: str) -> Node:
    """Raises Wrong."""
    reading = _Reading(_tokens(text))
    node = reading.expression(0)
    reading.expect("end", "")
    return node


def worked_out(
    text: str, answers: Mapping[str, str], *, here: str = "", row: Mapping[str, str] | None = None
) -> working.Value:
    """With answers by path, the answer itself as `.`, and in a choice filter the columns of the choice."""
    return _value(parsed(text), answers, here, row or {})


def holds(
    text: str, answers: Mapping[str, str], *, here: str = "", row: Mapping[str, str] | None = None
) -> bool:
    return working.truth(worked_out(text, answers, here=here, row=row))


def _value(node: Node, answers: Mapping[str, str], here: str, row: Mapping[str, str]) -> working.Value:
    match node.kind:
        case "value":
            return node.value
        case "here":
            return here
        case "path":
            return answers.get(str(node.value), "")
        case "column":
            return row.get(str(node.value), "")
    values = [_value(part, answers, here, row) for part in node.parts]
    if node.kind == "call":
        return working.called(str(node.value), values)
    return working.combined(node.kind, values[0], values[1])


def _tokens(text: str) -> list[Token]:
    tokens: list[Token] = []
    at, text = 0, text.strip()
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None or len(tokens) >= MOST_TOKENS:
            raise Wrong(_("it cannot be read from “%(rest)s” on") % {"rest": text[at : at + 20]})
        tokens.append(Token(str(found.lastgroup), found[str(found.lastgroup)]))
        at = found.end()
    return [*tokens, Token("end", "")]


class _Reading:
    """One walk through the tokens; what binds more strongly is read first."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.at = 0
        self.depth = 0

    @property
    def next(self) -> Token:
        return self.tokens[self.at]

    def take(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def expect(self, kind: str, text: str) -> None:
        if self.next != Token(kind, text):
            raise Wrong(_unexpected(self.next))
        self.at += 1

    def expression(self, power: int) -> Node:
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise Wrong(_("it is nested too deeply"))
        left = self.operand()
        while POWER.get(self.next.text, 0) > power and self.next.kind in {"mark", "name"}:
            operator = self.take().text
            left = Node(operator, parts=(left, self.expression(POWER[operator])))
        self.depth -= 1
        return left

    def operand(self) -> Node:
        token = self.take()
        match token:
            case Token("number", text):
                return Node("value", float(text))
            case Token("string", text):
                return Node("value", text[1:-1])
            case Token("path", text):
                return Node("path", re.sub(r"[${}\s]", "", text))
            case Token("name", text):
                return self.call(text) if self.next == Token("mark", "(") else Node("column", text)
            case Token("mark", "."):
                return Node("here")
            case Token("mark", "-" | "("):
                return self.after(token.text)
        raise Wrong(_unexpected(token))

    def after(self, mark: str) -> Node:
        if mark == "-":
            return Node("-", parts=(Node("value", 0.0), self.expression(POWER["*"])))
        inside = self.expression(0)
        self.expect("mark", ")")
        return inside

    def call(self, name: str) -> Node:
        if name not in working.FUNCTIONS:
            known = ", ".join(sorted(working.FUNCTIONS))
            raise Wrong(
                _("Cairn does not know the function “%(name)s”; it knows %(known)s")
                % {"name": name, "known": known}
            )
        self.expect("mark", "(")
        parts: list[Node] = []
        while self.next != Token("mark", ")"):
            if parts:
                self.expect("mark", ",")
            parts.append(self.expression(0))
        self.expect("mark", ")")
        _fit(name, parts)
        return Node("call", name, tuple(parts))


def _fit(name: str, parts: list[Node]) -> None:
    function = working.FUNCTIONS[name]
    if not function.least <= len(parts) <= function.most:
        raise Wrong(_("“%(name)s” is given too many or too few values") % {"name": name})
    if name == "regex":
        pattern = parts[1]
        if pattern.kind != "value" or not working.is_quick(str(pattern.value)):
            raise Wrong(
                _("the pattern of “regex” cannot be read, or could take very long; write a simpler one")
            )


def _unexpected(token: Token) -> str:
    if token.kind == "end":
        return _("something is missing at its end")
    return _("“%(what)s” does not fit where it stands") % {"what": token.text}

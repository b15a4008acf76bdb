"""A file of written rules as its page in the docs: what each asks for, and what came of its examples when they were tried."""

from collections.abc import Iterator
from pathlib import Path

from cairn.evidence.authored import trying
from cairn.evidence.authored.shape import AuthoredRule, RulesFile
from cairn.evidence.enums import Weight
from cairn.frameworks.facts import shipped_framework
from tests.evidence.cases import kept


def written(page: Path, file: RulesFile) -> None:
    """Written anew where that is asked for, else compared."""
    framework = shipped_framework(file.framework)
    lines = [f"# {framework.title}", "", "Rules written as data, and what came of their examples.", ""]
    for item, rule in file.rules.items():
        node = framework.by_id[item]
        lines += [f"## {item}: {node.short or node.text}", "", *([node.text, ""] if node.short else [])]
        lines += _same(rule) if rule.same_as else _own(file.framework, item, rule)
    kept(page, "\n".join(lines))


def _same(rule: AuthoredRule) -> list[str]:
    other = rule.same_as.partition("/")[2]
    page = other.replace(".", "_").lower()
    return [f"Asked as [{other}]({page}.md): {rule.why}", ""]


def _own(framework: str, item: str, rule: AuthoredRule) -> Iterator[str]:
    for weight, parts in ((Weight.MUST, rule.must), (Weight.SHOULD, rule.should), (Weight.VETO, rule.veto)):
        yield from (f"- {part.asks} ({weight.label})" for part in parts)
    if rule.statement:
        yield f"- {rule.statement} ({Weight.STATEMENT.label})"
    yield from ("", f"Records count as fresh for {rule.fresh_for} days.", "")
    if rule.limits:
        yield from ("| Limit | Value | Unit |", "|---|---|---|")
        yield from (f"| {one.says} | {one.value:g} | {one.unit} |" for one in rule.limits.values())
        yield ""
    yield from ("| What is recorded | Suggests | Strength | |", "|---|---|---|---|")
    for example in rule.examples:
        found = trying.tried(framework, item, rule, example)
        marks = ", ".join(["stale"] * found.stale + ["entered late"] * found.backdated)
        yield f"| {example.says} | {found.outcome.label} | {found.strength:d} | {marks} |"
    yield ""

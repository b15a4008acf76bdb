"""What people send from a sheet or about an assessment, as the actions take it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from cairn.assessments.checking import LENGTHS
from cairn.assessments.saying import Saying
from cairn.frameworks.enums import Mode
from cairn.frameworks.shape import Node
from cairn.publications.portrait import Tool

CONTESTABLE = ("level", "note", "reason", "narrative", "tools")
WORDS = CONTESTABLE[:-1]


def name_of(node: Node, field: str) -> str:
    """How a field of a node is called in the page's form."""
    return f"{node.id}:{field}"


def sayings_from(post: QueryDict, nodes: Iterable[Node]) -> list[Saying]:
    """One saying for each node of which something was sent. A field still contested says nothing."""
    return [
        _saying(post, node)
        for node in nodes
        if any(name.startswith(f"{node.id}:") and not name.endswith(":base") for name in post)
    ]


def _saying(post: QueryDict, node: Node) -> Saying:
    closed = unsettled(post, node) | kept_as_theirs(post, node)
    words: dict[str, Any] = {
        field: None if field in closed else post.get(name_of(node, field)) for field in WORDS
    }
    return Saying(
        node.id,
        base_of(post, node),
        tools=None if "tools" in closed else tools_from(post, node),
        **words,
    )


def base_of(post: QueryDict, node: Node) -> int:
    sent = post.get(name_of(node, "base"), "")
    return int(sent) if sent.isascii() and sent.isdecimal() and len(sent) < 10 else 0


def tools_from(post: QueryDict, node: Node) -> tuple[Tool, ...] | None:
    """Pairs of title and address; rows left empty are no tools. None where the page has no tools."""
    titles = post.getlist(name_of(node, "tool-title"))
    if not titles:
        return None
    addresses = post.getlist(name_of(node, "tool-url")) + [""] * len(titles)
    rows = zip(titles, addresses, strict=False)
    return tuple(Tool(title.strip(), url.strip()) for title, url in rows if title.strip() or url.strip())


def unsettled(post: QueryDict, node: Node) -> set[str]:
    """Fields shown as contested for which the person has not chosen yet."""
    contested = set(post.getlist(name_of(node, "contested"))) & set(CONTESTABLE)
    return {field for field in contested if not post.get(name_of(node, f"choose-{field}"))}


def kept_as_theirs(post: QueryDict, node: Node) -> set[str]:
    return {field for field in CONTESTABLE if post.get(name_of(node, f"choose-{field}")) == "theirs"}


class StartForm(forms.Form):
    framework = forms.ChoiceField(label=_("Criteria framework"))
    mode = forms.ChoiceField(label=_("Kind of assessment"), choices=Mode.choices, initial=Mode.SELF)
    language = forms.ChoiceField(label=_("Language of the narratives"))

    def __init__(self, *args: Any, choices: Mapping[str, Sequence[tuple[str, str]]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field, offered in choices.items():
            cast("forms.ChoiceField", self.fields[field]).choices = offered


class LeaveOutForm(forms.Form):
    reason = forms.CharField(
        label=_("Why is this left out?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LENGTHS["left_out_reason"],
        help_text=_("Shown to readers of the assessment. What is left out is not counted."),
    )

"""What is asked of moderators, and how the fields of a judging page become judgements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from cairn.frameworks.shape import Framework, Node
from cairn.practices.forms import DateInput
from cairn.rounds.enums import Kind, Purpose
from cairn.rounds.saying import LONGEST, Agreed, Judged

LARGEST = 2**31 - 1
"""More than any revision, and still a number of the database."""


class ReviseForm(forms.Form):
    deadline = forms.DateField(
        label=_("Judge until"),
        required=False,
        help_text=_("The last day. Nothing closes by itself: who is late is marked, and can be reminded."),
        widget=DateInput(),
    )
    instructions = forms.CharField(
        label=_("What assessors should know"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        help_text=_("How to judge, whom to ask. Everyone who is asked to judge reads it."),
    )


class OpenForm(ReviseForm):
    purpose = forms.ChoiceField(
        label=_("What it is for"),
        choices=Purpose.choices,
        initial=Purpose.SELF,
        widget=forms.RadioSelect,
        help_text=_(
            "In a verification assessors also read the answers in words that the assessment holds; never its marks."
        ),
    )
    shows_evidence = forms.BooleanField(
        label=_("Assessors see what the practice's records say"),
        required=False,
        initial=True,
        help_text=_(
            "How strong the evidence of each item is, and what is missing; figures and records only for those who may "
            "see them anyway. It cannot be changed later, so that all judge by the same."
        ),
    )
    field_order = ["purpose", "shows_evidence", "deadline", "instructions"]


class InviteForm(forms.Form):
    email = forms.EmailField(label=_("Email address"))
    name = forms.CharField(
        label=_("Name"),
        required=False,
        max_length=200,
        help_text=_("Needed only for someone who has no account here yet."),
    )
    kind = forms.ChoiceField(
        label=_("Where the person stands"),
        choices=Kind.choices,
        initial=Kind.INTERNAL,
        widget=forms.RadioSelect,
        help_text=_("A peer works in a practice like this one; an external assessor has no part in it."),
    )
    scope = forms.MultipleChoiceField(
        label=_("Criteria to judge"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Choose none to ask for all of them."),
    )

    def __init__(self, *args: Any, framework: Framework, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        scope = self.fields["scope"]
        assert isinstance(scope, forms.MultipleChoiceField)  # noqa: S101  # for the type checker
        scope.choices = [(node.id, node.short or node.text) for node in framework.nodes]


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"), max_length=1_000, widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"})
    )


def judged_from(post: QueryDict, items: Sequence[Node]) -> list[Judged]:
    """What was sent of each item; an item that was not on the page sent says nothing."""
    return [
        Judged(
            item.id,
            number(post.get(f"{item.id}:base")),
            post.get(f"{item.id}:level", ""),
            post.get(f"{item.id}:reason", ""),
            number(confidence) if (confidence := post.get(f"{item.id}:confidence")) else None,
        )
        for item in items
        if f"{item.id}:base" in post
    ]


def agreed_from(post: QueryDict, item_id: str) -> Agreed:
    return Agreed(
        item_id,
        number(post.get("base")),
        number(post.get("mark-base")),
        post.get("level", ""),
        post.get("reason", ""),
    )


def number(text: str | None) -> int:
    """A revision as it was sent; nonsense is a revision that nobody has seen."""
    if not text:
        return 0
    return min(int(text), LARGEST) if text.isascii() and text.isdigit() and len(text) < 20 else LARGEST

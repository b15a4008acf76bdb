"""`{% load portrait_words %}`: a tally in words."""

from django import template

from cairn.publications import showing
from cairn.publications.portrait import NodePortrait, Tally

register = template.Library()


@register.filter
def percent(tally: Tally) -> str:
    return showing.percent(tally)


@register.filter
def met_of(tally: Tally) -> str:
    return showing.met_of(tally)


@register.filter
def items_below(node: NodePortrait) -> tuple[NodePortrait, ...]:
    """Items that stand directly under a heading; an item that is a heading of its own stands under itself."""
    return tuple(child for child in (node, *node.children) if child.mark)

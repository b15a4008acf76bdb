"""A portrait as pictures and words, for the public pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi, ngettext
from django.utils.translation import gettext as _

from cairn.common.drawing import Bar, Line, Stone, profile, stones, wheel
from cairn.frameworks.enums import NodeKind, Standing
from cairn.publications import facts
from cairn.publications.models import Publication
from cairn.publications.portrait import NodePortrait, Portrait, Tally


@dataclass(frozen=True, slots=True)
class Entry:
    """One practice in a list."""

    publication: Publication
    portrait: Portrait
    strip: SafeString


def entry(publication: Publication) -> Entry:
    portrait = facts.portrait(publication)
    return Entry(publication, portrait, strip(portrait, key=f"strip-{publication.pk}", labelled=False))


def strip(portrait: Portrait, *, key: str, labelled: bool) -> SafeString:
    """Every item as a stone; with a line for each criterion where `labelled`, else in one path."""
    parts = [(node.short or node.text, tuple(_groups(node))) for node in portrait.nodes]
    lines = (
        [Line(groups, label) for label, groups in parts if groups]
        if labelled
        else [Line(tuple(group for _label, groups in parts for group in groups))]
    )
    return stones(
        lines,
        key=key,
        title=_("Every item as a stone"),
        desc=counted(portrait.tally),
        rtl=get_language_bidi(),
    )


def stones_of(node: NodePortrait, *, key: str) -> SafeString:
    """One criterion's items as stones, narrow enough for a cell of a table."""
    return stones(
        [Line(tuple(_groups(node)))],
        key=key,
        title=node.short or node.text,
        desc=counted(node.tally),
        rtl=get_language_bidi(),
        wide=190,
    )


def wheel_of(portrait: Portrait) -> SafeString:
    tally = portrait.tally
    return wheel(
        [group for node in portrait.nodes for group in _groups(node)],
        middle=percent(tally),
        under=met_of(tally),
        key="wheel",
        title=_("How much is met"),
        desc=counted(tally),
        rtl=get_language_bidi(),
    )


def profile_of(portrait: Portrait) -> SafeString:
    return profile(
        [Bar(node.short or node.text, node.tally.share, _bar_words(node)) for node in portrait.nodes],
        key="profile",
        title=_("Criterion by criterion"),
        desc=_("The same figures stand in the table below."),
        rtl=get_language_bidi(),
    )


def percent(tally: Tally) -> str:
    """Points had of points to be had, rounded down so that 100% means all; a dash while nothing is known."""
    return "–" if tally.share is None else f"{int(tally.share * 100 + 1e-9)}%"


def met_of(tally: Tally) -> str:
    return _("%(met)s of %(judged)s met") % {"met": tally.met, "judged": tally.judged}


def counted(tally: Tally) -> str:
    """How many items stand where, in whole sentences; what does not occur is not said."""
    said = (
        (tally.met, ngettext("%(n)s item is met.", "%(n)s items are met.", tally.met)),
        (tally.partly, ngettext("%(n)s item is partly met.", "%(n)s items are partly met.", tally.partly)),
        (tally.not_met, ngettext("%(n)s item is not met.", "%(n)s items are not met.", tally.not_met)),
        (
            tally.not_applicable,
            ngettext("%(n)s item does not apply.", "%(n)s items do not apply.", tally.not_applicable),
        ),
        (
            tally.unknown,
            ngettext("%(n)s item is not decided.", "%(n)s items are not decided.", tally.unknown),
        ),
        (tally.left_out, ngettext("%(n)s item was left out.", "%(n)s items were left out.", tally.left_out)),
    )
    return " ".join(sentence % {"n": number} for number, sentence in said if number)


def legend(tally: Tally) -> list[tuple[Standing, int]]:
    """The standings that occur, in the order in which they are always told."""
    pairs = [
        (Standing.MET, tally.met),
        (Standing.PARTLY, tally.partly),
        (Standing.NOT_MET, tally.not_met),
        (Standing.NOT_APPLICABLE, tally.not_applicable),
        (Standing.UNKNOWN, tally.unknown),
    ]
    return [(standing, number) for standing, number in pairs if number]


def _bar_words(node: NodePortrait) -> str:
    if node.left_out is not None:
        return _("Left out")
    return met_of(node.tally) if node.tally.judged else _("Not decided")


def _groups(node: NodePortrait) -> Iterator[tuple[Stone, ...]]:
    """Items that lie together; what was left out is not drawn, because the page says why in words."""
    if node.left_out is not None:
        return
    together = tuple(_stone(child) for child in (node, *node.children) if child.kind is NodeKind.ITEM)
    if together:
        yield together
    for child in node.children:
        if child.kind is not NodeKind.ITEM:
            yield from _groups(child)


def _stone(node: NodePortrait) -> Stone:
    standing = node.mark.standing if node.mark else Standing.UNKNOWN
    return Stone(standing.value, f"{standing.label}: {node.text}")

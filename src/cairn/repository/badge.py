"""A small sign that others put on their own pages: how much of which framework a practice meets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from cairn.common.drawing.palette import Ink
from cairn.common.drawing.svg import element, picture, words
from cairn.publications.portrait import Portrait
from cairn.publications.showing import met_of

SIZE = 12.0
HIGH = 28.0
GAP = 10.0
STONES = (
    "M4 26c0-3 4-4.6 12-4.6S28 23 28 26s-5 3.8-12 3.8S4 29 4 26z"
    "M7.5 17c0-2.9 3.7-4.2 8.8-4.2 5 0 8.2 1.5 8.2 4.1 0 2.5-3.6 3.7-8.5 3.7S7.5 19.5 7.5 17z"
    "M11.5 8.3c0-2.6 2.2-5.3 5-5.3 2.6 0 4.3 2.3 4.3 5 0 2.5-1.9 3.9-4.6 3.9-2.8 0-4.7-1.2-4.7-3.6z"
)


@dataclass(frozen=True, slots=True)
class Badge:
    """What the sign says, in the language of the practice's own page."""

    message: str
    about: str
    stands: bool
    """False once everything was withdrawn."""


def standing(portrait: Portrait) -> Badge:
    about = _("%(practice)s: %(met)s, by %(framework)s") % {
        "practice": portrait.practice.title,
        "met": met_of(portrait.tally),
        "framework": portrait.framework.title,
    }
    return Badge(met_of(portrait.tally) if portrait.tally.judged else _("Not decided"), about, stands=True)


def withdrawn() -> Badge:
    return Badge(_("withdrawn"), _("The public page of this practice was withdrawn."), stands=False)


def drawn(badge: Badge, ink: Ink) -> SafeString:
    """The sign as SVG, as wide as its words; its mark stands where reading begins."""
    head = GAP + 16 + 6 + _width("Cairn") + GAP
    tail = _width(badge.message) + 2 * GAP
    wide = head + tail
    rtl = get_language_bidi()
    start = tail if rtl else 0.0
    base = HIGH / 2 + SIZE * 0.36
    paint = ink.met if badge.stands else ink.not_met
    solid = {"fill": ink.paper, "font-family": f"{ink.font}, sans-serif", "font-weight": "700"}
    plain = {"fill": ink.ink, "font-family": f"{ink.font}, sans-serif"}
    at = (0 if rtl else head) + tail / 2
    return picture(
        element(
            "rect",
            {
                "x": 0.5,
                "y": 0.5,
                "width": wide - 1,
                "height": HIGH - 1,
                "rx": 7.0,
                "fill": ink.paper,
                "stroke": paint,
            },
        ),
        element("path", {"d": _side(start, head, round_left=not rtl), "fill": paint}),
        element(
            "g",
            {"transform": f"translate({start + GAP:.1f} 6) scale(.5)"},
            element("path", {"d": STONES, "fill": ink.paper}),
        ),
        words("Cairn", (start + GAP + 22, base), SIZE, "start", solid),
        words(badge.message, (at, base), SIZE, "middle", plain),
        size=(wide, HIGH),
        key="badge",
        title=f"Cairn: {badge.message}",
        desc=badge.about,
    )


def _side(start: float, wide: float, *, round_left: bool) -> str:
    """The coloured end: round outside, straight towards the words."""
    if round_left:
        return f"M{start + wide:.1f} 0H7a7 7 0 0 0-7 7v14a7 7 0 0 0 7 7h{wide - 7:.1f}z"
    return f"M{start:.1f} 0h{wide - 7:.1f}a7 7 0 0 1 7 7v14a7 7 0 0 1-7 7h-{wide - 7:.1f}z"


def _width(text: str) -> float:
    """About how wide words are in a sans-serif face of this size: narrow letters 0.3 em, capitals 0.7, others 0.56."""
    return sum(
        SIZE * (0.3 if char in " .,:;iljtfrI'’|" else 0.7 if char.isupper() else 0.56) for char in text
    )


def told(slug: str, edition: int, digest: str, portrait: Portrait) -> dict[str, Any]:
    """The same for programs; shares run from 0 to 1, and null means that nothing is known."""
    badge = standing(portrait)
    return {
        "label": "Cairn",
        "message": badge.message,
        "description": badge.about,
        "practice": slug,
        "title": portrait.practice.title,
        "organisation": portrait.practice.organisation,
        "language": portrait.language,
        "framework": {"id": portrait.framework.id, "version": portrait.framework.version},
        "met": portrait.tally.met,
        "judged": portrait.tally.judged,
        "share": portrait.tally.share,
        "passed": portrait.tally.passed,
        "edition": edition,
        "sha256": digest,
        "address": settings.SITE_ADDRESS + reverse("publication", args=[slug]),
        "image": settings.SITE_ADDRESS + reverse("practice_badge", args=[slug, "svg"]),
    }

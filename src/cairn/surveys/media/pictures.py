"""A picture as it is kept: opened as nothing but a picture, drawn anew, and small enough for a cheap phone.

What a camera writes beside a picture can say where it was taken. Drawn anew it has nothing beside it, and nothing behind it.
"""

from __future__ import annotations

import io
import warnings
from typing import Any

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from cairn.surveys.media.unfit import Unfit

MOST_BYTES = 10 * 2**20
MOST_DOTS = {"JPEG": 25_000_000, "PNG": 8_000_000, "WEBP": 8_000_000, "GIF": 8_000_000}
"""A JPEG can be opened small; all others take four bytes of memory for each dot."""
EDGE = 800
"""Longest side of what is kept, in pixels: sharp on a phone and on paper."""
TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp", "GIF": "image/gif"}
WRITTEN: dict[str, dict[str, Any]] = {
    "PNG": {"optimize": True},
    "JPEG": {"quality": 80, "optimize": True, "progressive": True},
    "WEBP": {"quality": 80},
    "GIF": {},
}
KEPT = frozenset(["1", "L", "P", "RGB", "RGBA"])
"""Ways of keeping colours that every format here that has them can be written in."""
SMOOTH = frozenset(["L", "RGB", "RGBA"])
"""Those in which a picture can be made small without being torn."""


def drawn_anew(data: bytes, promised: str) -> bytes:
    """The picture alone, upright, in the format that its name promises; of a moving one the first picture. Raises Unfit."""
    if len(data) > MOST_BYTES:
        raise Unfit(
            _("The picture is larger than %(most)d MB. Make it smaller.") % {"most": MOST_BYTES // 2**20}
        )
    try:
        return _drawn(data, promised)
    except Unfit:
        raise
    except Exception as fault:  # parsers of foreign files raise whatever they stumble over
        raise Unfit(
            _("This is no picture that can be opened. Save it anew as PNG, JPEG, WebP or GIF.")
        ) from fault


def _drawn(data: bytes, promised: str) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about sizes and odd remarks, which are looked at below or left out
        with Image.open(io.BytesIO(data), formats=list(TYPES)) as opened:
            if opened.format != promised:
                raise Unfit(
                    _(
                        "The name promises %(promised)s, and the file is %(found)s. Give it the right ending, here and in the form."
                    )
                    % {"promised": promised, "found": opened.format}
                )
            if opened.width * opened.height > MOST_DOTS[promised]:
                raise Unfit(
                    _("The picture has more than %(most)d million dots. Make it smaller.")
                    % {"most": MOST_DOTS[promised] // 1_000_000}
                )
            opened.draft(None, (2 * EDGE, 2 * EDGE))
            written = io.BytesIO()
            _bare(opened).save(written, promised, **WRITTEN[promised])
            return written.getvalue()


def _bare(opened: Image.Image) -> Image.Image:
    """Made small, turned as it was held, with no remark left."""
    picture = opened
    fits = max(opened.size) <= EDGE and opened.mode in KEPT
    if not fits and (opened.mode not in SMOOTH or "transparency" in opened.info):
        picture = opened.convert("RGBA" if opened.has_transparency_data else "RGB")
    picture.thumbnail((EDGE, EDGE))
    ImageOps.exif_transpose(picture, in_place=True)
    picture.info = {name: said for name, said in picture.info.items() if name == "transparency"}
    return picture

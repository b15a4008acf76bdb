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
MOST_PIXELS = 25_000_000
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
            if opened.width * opened.height > MOST_PIXELS:
                raise Unfit(
                    _("The picture has more than %(most)d million dots. Make it smaller.")
                    % {"most": MOST_PIXELS // 1_000_000}
                )
            opened.draft(None, (2 * EDGE, 2 * EDGE))  # a JPEG can be opened small, which spares memory
            written = io.BytesIO()
            _bare(opened).save(written, promised, **WRITTEN[promised])
            return written.getvalue()


def _bare(opened: Image.Image) -> Image.Image:
    """Turned as it was held, made small, with no remark left."""
    picture = ImageOps.exif_transpose(opened)
    fits = max(picture.size) <= EDGE
    if picture.mode not in KEPT or not fits:
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
        picture.thumbnail((EDGE, EDGE))
    picture.info = {name: said for name, said in picture.info.items() if name == "transparency"}
    return picture

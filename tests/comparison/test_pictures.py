"""Pictures to take away: PNG in two pixels for each unit."""

import struct

from cairn.common.drawing import PRINT
from cairn.comparison.drawing import Point, Strand, strands
from cairn.comparison.pictures import as_png


def test_a_png_has_two_pixels_for_each_unit_and_a_margin():
    lines = [Strand("المعيار", [Point(1, 2, "1 من 2", "May")] * 4)]
    drawing = strands(lines, key="k", title="t", desc="d", palette=PRINT)

    picture = as_png(drawing)

    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">I", picture[16:20])[0] == (4 * 108 + 24) * 2

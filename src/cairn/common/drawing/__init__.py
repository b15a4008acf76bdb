"""Small drawings as SVG: stones, wheel, profile and ring.

Each is self-contained XML with a title and a description. Shapes and words carry the meaning, colour only repeats it.
With the palette PAGE shapes carry classes of the common sheet; with PRINT (or another Ink) they carry colours, for
documents.
"""

from cairn.common.drawing.palette import PAGE, PRINT, Ink, Palette
from cairn.common.drawing.profile import Bar, profile
from cairn.common.drawing.ring import ring
from cairn.common.drawing.stones import Line, Stone, stones
from cairn.common.drawing.wheel import wheel

__all__ = ["PAGE", "PRINT", "Bar", "Ink", "Line", "Palette", "Stone", "profile", "ring", "stones", "wheel"]

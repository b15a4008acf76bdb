"""Charts as SVG, from plain values and words: courses through time, columns, and items with a strength.

Each is drawn on the server, with a title and a description, and stands beside a table that says the same. Values and words come from
whoever asks; nothing here knows of practices or people. With the palette PAGE shapes carry classes of the common sheet, with
PRINT colours, for documents. Right-to-left they are mirrored, words too. Bars across are `common.drawing.profile`.
"""

from cairn.charts.chart import Chart
from cairn.charts.columns import Column, columns
from cairn.charts.course import Dot, Mark, Series, Way, course
from cairn.charts.strength import Item, strip, wheel

__all__ = ["Chart", "Column", "Dot", "Item", "Mark", "Series", "Way", "columns", "course", "strip", "wheel"]

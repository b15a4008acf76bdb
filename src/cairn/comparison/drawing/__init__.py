"""Drawings of comparisons as SVG, made of the common shapes; each takes a palette, and mirrors itself right to left."""

from cairn.comparison.drawing.heatmap import Column, Row, heatmap
from cairn.comparison.drawing.strands import Point, Strand, strands

__all__ = ["Column", "Point", "Row", "Strand", "heatmap", "strands"]

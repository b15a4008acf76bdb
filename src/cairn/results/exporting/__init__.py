"""Results as files that others' programs read: IATI and HXL. Small counts of people never leave, whoever asks."""

from cairn.results.exporting.hxl import hxl_columns, hxl_rows
from cairn.results.exporting.iati import ORGANISATION_TYPES, Head, iati

__all__ = ["ORGANISATION_TYPES", "Head", "hxl_columns", "hxl_rows", "iati"]

"""Results as files: tables for people, and IATI and HXL for others' programs, in which small counts of people never are."""

from cairn.results.exporting.hxl import hxl_columns, hxl_rows
from cairn.results.exporting.iati import ORGANISATION_TYPES, Head, iati
from cairn.results.exporting.tables import COLUMNS, REPORT_COLUMNS, rows_of

__all__ = [
    "COLUMNS",
    "ORGANISATION_TYPES",
    "REPORT_COLUMNS",
    "Head",
    "hxl_columns",
    "hxl_rows",
    "iati",
    "rows_of",
]

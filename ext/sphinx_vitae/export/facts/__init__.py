"""The data that all formats read from a record: types, titles, people, numbers and dates, as plain strings."""

from .dates import edtf, first_moment, iso_date, read_date
from .entry_types import GROUP_TYPES, KIND_TYPES, SPECIAL_TYPES, ExportType, export_type
from .facts import STATUS_WORDS, Facts, family_name, given_last, given_name
from .formula_text import formula_text
from .unicode_text import legal, line_of, unicode_text

__all__ = [
    "GROUP_TYPES",
    "KIND_TYPES",
    "SPECIAL_TYPES",
    "STATUS_WORDS",
    "ExportType",
    "Facts",
    "edtf",
    "export_type",
    "family_name",
    "first_moment",
    "formula_text",
    "given_last",
    "given_name",
    "iso_date",
    "legal",
    "line_of",
    "read_date",
    "unicode_text",
]

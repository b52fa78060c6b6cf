"""The names for types of works, and for countries: biblatex's strings, written out."""

from __future__ import annotations

from typing import Final

__all__ = ["country_name", "type_name"]

#: biblatex's names for types of theses, reports, patents and others (manual §4.9.2.14), in full.
_NAMES: Final = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master’s thesis",
    "mastersthesis": "Master’s thesis",
    "bathesis": "Bachelor’s thesis",
    "candthesis": "Candidate thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
    "patent": "Patent",
    "patentde": "German patent",
    "patenteu": "European patent",
    "patentfr": "French patent",
    "patentuk": "British patent",
    "patentus": "US patent",
    "patreq": "Patent application",
    "patreqde": "German patent application",
    "patreqeu": "European patent application",
    "patreqfr": "French patent application",
    "patrequk": "British patent application",
    "patrequs": "US patent application",
    "software": "Software",
    "datacd": "Data CD",
    "audiocd": "Audio CD",
}
#: The names for entries without ``type``, for which a bare number after the title would be meaningless.
_DEFAULTS: Final = {
    "thesis": "Thesis",
    "report": "Technical report",
    "patent": "Patent",
    "standard": "Standard",
}
#: biblatex's country strings (manual §4.9.2.20).
_COUNTRIES: Final = {
    "countryde": "Germany",
    "countryeu": "European Union",
    "countryep": "European Patent Office",
    "countryfr": "France",
    "countryuk": "United Kingdom",
    "countryus": "United States",
    "countrywo": "WIPO",
}


def type_name(entry_type: str, written: str) -> str:
    """The full name for an entry's ``type``; empty if biblatex does not define one.

    :param entry_type: the entry type, whose name is the default.
    :param written: the content of the ``type`` field.
    """
    return _NAMES.get(written, "" if written else _DEFAULTS.get(entry_type, ""))


def country_name(written: str) -> str:
    """The name of a country, if it is one of biblatex's strings; other words as they are."""
    return _COUNTRIES.get(written.lower(), written)

"""The names for types of works, and for countries: biblatex's strings, written out."""

from __future__ import annotations

from typing import Final

from sphinx_vitae.model import N_

__all__ = ["country_name", "type_name"]

#: biblatex's names for types of theses, reports, patents and others (manual §4.9.2.14), in full.
_NAMES: Final = {
    "phdthesis": N_("PhD thesis"),
    "mathesis": N_("Master’s thesis"),
    "mastersthesis": N_("Master’s thesis"),
    "bathesis": N_("Bachelor’s thesis"),
    # Translators: a thesis for the degree of candidate of sciences
    "candthesis": N_("Candidate thesis"),
    "techreport": N_("Technical report"),
    # Translators: a report on research, as in "Research report 17"
    "resreport": N_("Research report"),
    "patent": N_("Patent"),
    "patentde": N_("German patent"),
    "patenteu": N_("European patent"),
    "patentfr": N_("French patent"),
    "patentuk": N_("British patent"),
    "patentus": N_("US patent"),
    "patreq": N_("Patent application"),
    "patreqde": N_("German patent application"),
    "patreqeu": N_("European patent application"),
    "patreqfr": N_("French patent application"),
    "patrequk": N_("British patent application"),
    "patrequs": N_("US patent application"),
    "software": N_("Software"),
    "datacd": N_("Data CD"),
    "audiocd": N_("Audio CD"),
}
#: The names for entries without ``type``, for which a bare number after the title would be meaningless.
_DEFAULTS: Final = {
    "thesis": N_("Thesis"),
    "report": N_("Technical report"),
    "patent": N_("Patent"),
    # Translators: a document such as ISO 9001
    "standard": N_("Standard"),
}
#: biblatex's country strings (manual §4.9.2.20).
_COUNTRIES: Final = {
    "countryde": N_("Germany"),
    "countryeu": N_("European Union"),
    "countryep": N_("European Patent Office"),
    "countryfr": N_("France"),
    "countryuk": N_("United Kingdom"),
    "countryus": N_("United States"),
    # Translators: the World Intellectual Property Organization, by which a patent was granted
    "countrywo": N_("WIPO"),
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

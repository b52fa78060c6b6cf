"""Dates, as biblatex and as BibTeX have them → `PartialDate`."""

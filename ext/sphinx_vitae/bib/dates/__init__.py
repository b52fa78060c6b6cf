"""Dates of biblatex and BibTeX → `PartialDate`."""

"""A site with all that we print, built with one theme after the other: the theme comes from the command line."""

extensions = ["myst_parser", "sphinx_vitae"]
bibtex_bibfiles = ["references.bib"]
vitae_owner = {
    "name": "Lindqvist, Maja",
    "headline": "Associate professor of hydrology. Snow, rivers and the people who live with them.",
    "affiliation": "Department of Earth Sciences, Uppsala University",
    "links": {"ORCID": "https://orcid.org/0000-0000-0000-0000", "Software": "https://example.org/software"},
    "photo": "portrait.png",
}
vitae_today = "2026-01-15"
project = "Maja Lindqvist"
author = copyright = "Maja Lindqvist"
version = release = "1"
html_title = "Maja Lindqvist"

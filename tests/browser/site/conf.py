"""A site with all that we print, built with one theme after the other: the theme comes from the command line."""

extensions = ["myst_parser", "sphinx_vitae"]
bibtex_bibfiles = ["references.bib", "forms.bib"]
vitae_bibfiles = ["references.bib"]  # pages of the owner list these alone
vitae_owner = {
    "name": "Lindqvist, Maja",
    "headline": "Associate professor of hydrology. Snow, rivers and the people who live with them.",
    "affiliation": "Department of Earth Sciences, Uppsala University",
    "links": {"ORCID": "https://orcid.org/0000-0000-0000-0000", "Software": "https://example.org/software"},
    "photo": "portrait.png",
}
vitae_people = {
    "Holm, Jonas": {
        "role": "Doctoral student",
        "headline": "Floods and the law.",
        "affiliation": "Luleå University of Technology",
        "url": "https://example.org/holm",
        "photo": "portrait.png",
        "orcid": "0000-0002-1825-0097",
        "links": {"Code": "https://example.org/code"},
    },
    "Novak, Petra": {"role": "Postdoctoral researcher"},
    "Okafor, Chidi": {
        "affiliation": "University of Ibadan",
        "date": "2021/2024",
        "photo": "portrait.png",
        "url": "https://example.org/okafor",
    },
    "Sato, Keiko": "https://example.org/sato",
}
vitae_today = "2026-01-15"
project = "Maja Lindqvist"
author = copyright = "Maja Lindqvist"
version = release = "1"
html_title = "Maja Lindqvist"

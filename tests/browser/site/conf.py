"""A site with all that we print, built with one theme after the other: the theme comes from the command line.

The tag `profile` adds the design for furo.
"""

from typing import Any

extensions = ["myst_parser", "sphinx_vitae"]
bibtex_bibfiles = ["references.bib", "forms.bib"]
vitae_bibfiles = ["references.bib"]  # pages of the owner list these alone
vitae_owner: dict[str, Any] = {
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

if tags.has("profile"):  # type: ignore[name-defined]  # noqa: F821  (Sphinx defines it)
    vitae_profile = True
    vitae_accent = "#1D6076"
    vitae_venues = {
        "CMWR": {"color": "teal"},
        "ICLR": {"color": "#A3541C", "url": "https://example.org/iclr"},
    }
    vitae_owner["address"] = "Uppsala, Sweden"
    vitae_owner["email"] = "maja@example.org"
    vitae_owner["links"]["CV (PDF)"] = "cv.pdf"
    html_theme_options: dict[str, Any] = {"top_of_page_buttons": []}

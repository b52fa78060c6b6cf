"""Kinds of links: which fields of an entry become links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sphinx_vitae.model import N_

__all__ = ["LINK_KINDS", "LinkKind"]


@dataclass(frozen=True, slots=True)
class LinkKind:
    """How a field becomes a link.

    :param label: the label of the link on pages, which is translated there.
    :param url: the URL template with ``{value}``, for values that are not URLs; if empty, such values
        are not links.
    :param value: a regular expression that such values must match; if empty, all values are accepted.
    :param rank: its position in the order of all kinds.
    """

    label: str
    url: str = ""
    value: str = ""
    rank: int = 0


#: Field → its kind, in the order in which links are shown.
LINK_KINDS: Final[Mapping[str, LinkKind]] = {
    "doi": LinkKind("DOI"),
    # Translators: the link to the page of a paper at its publisher
    "html": LinkKind(N_("Publisher")),
    # Translators: a link whose kind is unknown: [PDF] [Link]
    "url": LinkKind(N_("Link")),
    # Translators: the link to the page of a conference
    "eventurl": LinkKind(N_("Event")),
    "arxiv": LinkKind("arXiv", "https://arxiv.org/abs/{value}", r"[\d.]+(v\d+)?|[\w.-]+/\d{7}(v\d+)?"),
    "acl": LinkKind("ACL Anthology", "https://aclanthology.org/{value}/", r"[A-Za-z0-9.-]+"),
    "openreview": LinkKind("OpenReview", "https://openreview.net/forum?id={value}", r"[\w-]+"),
    "hal": LinkKind("HAL", "https://hal.science/{value}", r"[a-z]+-\d+(v\d+)?"),
    "pmid": LinkKind("PubMed", "https://pubmed.ncbi.nlm.nih.gov/{value}/", r"\d+"),
    "pmcid": LinkKind("PMC", "https://pmc.ncbi.nlm.nih.gov/articles/{value}/", r"PMC\d+"),
    "jstor": LinkKind("JSTOR", "https://www.jstor.org/stable/{value}", r"\d+|10\.\S+"),
    "handle": LinkKind("Handle", "https://hdl.handle.net/{value}"),
    "urn": LinkKind("URN", "https://nbn-resolving.org/{value}", r"urn:nbn:\S+"),
    "iacr": LinkKind("ePrint", "https://eprint.iacr.org/{value}", r"\d{4}/\d+"),
    "eprint": LinkKind("Eprint"),
    "adsurl": LinkKind("ADS"),
    "dblp": LinkKind("DBLP", "https://dblp.org/rec/{value}", r"[a-z]+/[\w./-]+"),
    "pdf": LinkKind("PDF"),
    # Translators: the link to the source code of a program
    "code": LinkKind(N_("Code")),
    "github": LinkKind(N_("Code"), "https://github.com/{value}", r"[\w.-]+/[\w.-]+"),
    # Translators: the link to the data of a study
    "data": LinkKind(N_("Data")),
    "zenodo": LinkKind("Zenodo", "https://zenodo.org/records/{value}", r"\d+"),
    # Translators: the link to the slides of a talk
    "slides": LinkKind(N_("Slides")),
    # Translators: the link to a poster that was shown at a conference
    "poster": LinkKind(N_("Poster")),
    "video": LinkKind(N_("Video")),
    # Translators: the link to a demonstration, such as an interactive page
    "demo": LinkKind(N_("Demo")),
    # Translators: the link to the site of a work or project
    "website": LinkKind(N_("Website")),
    "project": LinkKind(N_("Project")),
    "blog": LinkKind(N_("Blog")),
    # Translators: the link to supplementary material of a paper
    "supp": LinkKind(N_("Supplement")),
    "bibtex": LinkKind(N_("BibTeX file")),
    "google_scholar_id": LinkKind("Google Scholar"),
    "inspirehep_id": LinkKind("INSPIRE", "https://inspirehep.net/literature/{value}", r"\d+"),
    "mrnumber": LinkKind(
        "MathSciNet", "https://mathscinet.ams.org/mathscinet-getitem?mr={value}", r"(MR)?\d+"
    ),
    "zbl": LinkKind("zbMATH", "https://zbmath.org/?q=an:{value}", r"[\d.]+"),
    "dimensions": LinkKind(
        "Dimensions", "https://app.dimensions.ai/details/publication/{value}", r"pub\.\d+"
    ),
    "altmetric": LinkKind("Altmetric", "https://www.altmetric.com/details/{value}", r"\d+"),
}

"""Links on paper, where readers can type an identifier and nothing happens to a word."""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.model import Link

__all__ = ["link_word", "printed_link"]

#: The form of an address → how the identifier in it is printed.
_IDENTIFIERS: Final = (
    (re.compile(r"https?://(?:dx\.)?doi\.org/(10[./].+)"), "doi:{}"),
    (re.compile(r"https?://arxiv\.org/abs/(.+)"), "arXiv:{}"),
    (re.compile(r"https?://hdl\.handle\.net/(.+)"), "hdl:{}"),
    (re.compile(r"https?://pubmed\.ncbi\.nlm\.nih\.gov/(\d+)/?"), "PMID:{}"),
    (re.compile(r"https?://pmc\.ncbi\.nlm\.nih\.gov/articles/(PMC\d+)/?"), "{}"),
    (re.compile(r"https?://hal\.science/([a-z]+-\d+(?:v\d+)?)"), "{}"),
    (re.compile(r"https?://nbn-resolving\.org/(urn:.+)"), "{}"),
)


def link_word(link: Link) -> str:
    """The label of a link, as one word: ``BibTeX``, beside which nothing unfolds in print."""
    return "BibTeX" if link.kind == "bibtex" and "BibTeX" in link.label else link.label


def printed_link(link: Link) -> str:
    """The identifier in the address, as ``doi:10.1000/182`` or ``arXiv:2210.16691``; else a word."""
    for form, printed in _IDENTIFIERS:
        if found := form.fullmatch(link.url):
            return printed.format(found[1])
    return link_word(link)

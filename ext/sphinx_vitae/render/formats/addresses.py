"""Links on paper: the identifiers and addresses that readers can type."""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.model import Link

__all__ = ["link_word", "printed_link"]

#: The form of an address → how its identifier is printed.
_IDENTIFIERS: Final = (
    (re.compile(r"https?://(?:dx\.)?doi\.org/(10\..+)"), "doi:{}"),
    (re.compile(r"https?://arxiv\.org/abs/(.+)"), "arXiv:{}"),
    (re.compile(r"https?://hdl\.handle\.net/(.+)"), "hdl:{}"),
    (re.compile(r"https?://pubmed\.ncbi\.nlm\.nih\.gov/(\d+)/?"), "PMID:{}"),
    (re.compile(r"https?://pmc\.ncbi\.nlm\.nih\.gov/articles/(PMC\d+)/?"), "{}"),
    (re.compile(r"https?://hal\.science/([a-z]+-\d+(?:v\d+)?)"), "{}"),
    (re.compile(r"https?://nbn-resolving\.org/(urn:.+)"), "{}"),
)
_SCHEME: Final = re.compile(r"^https?://(?:www\.)?")
#: A longer address is not typed, and its label is printed instead.
_TYPED: Final = 32
#: Kinds whose address says what it is.
_PLAIN: Final = frozenset(("url", "website", "html"))


def link_word(link: Link) -> str:
    """The label of a link, as one word: ``BibTeX``, beside which nothing unfolds in print."""
    return link.label.removesuffix(" file") if link.kind == "bibtex" else link.label


def printed_link(link: Link) -> str:
    """``doi:10.1000/182``; ``Code: github.com/ada/looms``; only the label if the address is long.

    :returns: text that is not escaped.
    """
    for form, printed in _IDENTIFIERS:
        if found := form.fullmatch(link.url):
            return printed.format(found[1])
    address = _SCHEME.sub("", link.url).rstrip("/")
    if len(address) > _TYPED or "?" in address:
        return link_word(link)
    return address if link.kind in _PLAIN else f"{link.label}: {address}"

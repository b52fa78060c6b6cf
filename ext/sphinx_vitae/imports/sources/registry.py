"""The sources that arguments on the command line refer to: services with identifiers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from .dblp import dblp, dblp_id
from .doi import arxiv, arxiv_id, doi, doi_id, pmid, pmid_id
from .inspire import inspire, inspire_id
from .openalex import openalex, openalex_id
from .orcid import orcid, orcid_id
from .steps import Steps
from .zotero import zotero, zotero_id

__all__ = ["SERVICES", "Service", "Source", "source_of"]


@dataclass(frozen=True, slots=True)
class Service:
    """A service.

    :param example: an example for the command line.
    :param ask: identifier → steps that request its works.
    :param within: URL → the identifier in it; empty if the URL belongs to another service.
    """

    example: str
    ask: Callable[[str], Steps]
    within: Callable[[str], str]


SERVICES: Final[Mapping[str, Service]] = {
    "doi": Service("doi:10.1000/182", doi, doi_id),
    "arxiv": Service("arxiv:2401.00001", arxiv, arxiv_id),
    "pmid": Service("pmid:12345678", pmid, pmid_id),
    "dblp": Service("dblp:12/3456", dblp, dblp_id),
    "orcid": Service("orcid:0000-0002-1825-0097", orcid, orcid_id),
    "inspire": Service("inspire:A.Einstein.1", inspire, inspire_id),
    "openalex": Service("openalex:A5023888391", openalex, openalex_id),
    "zotero": Service("zotero:12345", zotero, zotero_id),
}


@dataclass(frozen=True, slots=True)
class Source:
    """A service and an identifier."""

    service: str
    value: str

    def __str__(self) -> str:
        return f"{self.service}:{self.value}"

    def steps(self) -> Steps:
        """The steps that request the works."""
        return SERVICES[self.service].ask(self.value)


def source_of(word: str) -> Source | None:
    """The source that an argument on the command line refers to; ``None`` if it can only be a file."""
    word = word.strip()
    name, colon, value = word.partition(":")
    if colon and name.lower() in SERVICES and not value.startswith("//"):
        service = SERVICES[name.lower()]
        return Source(name.lower(), _bare(name.lower(), service.within(value.strip()) or value.strip()))
    for service_name, service in SERVICES.items():
        if found := service.within(word):
            return Source(service_name, _bare(service_name, found))
    return None


def _bare(service: str, value: str) -> str:
    """The identifier in the form that the state file uses, regardless of how the user wrote it."""
    if service in ("doi", "orcid", "openalex"):
        return value.lower() if service == "doi" else value.upper()
    return value.removeprefix({"dblp": "pid/", "zotero": "users/"}.get(service, ""))

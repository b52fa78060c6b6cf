"""The .bib files of al-folio, and the files that their entries name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from sphinx_vitae.bib import read
from sphinx_vitae.bib.vocabulary import LINK_KINDS

from ..builder import Builder

__all__ = ["BELOW", "BIBLIOGRAPHY", "copy_files", "read_bibliographies"]

BELOW: Final = (
    "",
    "assets",
    "assets/pdf",
    "assets/img",
    "assets/img/publication_preview",
    "assets/html",
    "_bibliography",
)
#: Keys of the sample bibliography, and people of the sample co-authors.
_SAMPLE_KEYS: Final = frozenset(
    ("einstein1920relativity", "einstein1956investigations", "einstein1950meaning", "physrev.47.777",
     "einstein1905molekularkinetischen", "einstein1905movement", "einstein1905electrodynamics", "einstein1905photoelectriceffect",
     "przibram1967letters", "einstein1935can")
)  # fmt: skip
BIBLIOGRAPHY: Final = re.compile(r"\{%-?\s*bibliography\b(.*?)%\}", re.S)
_FILE: Final = re.compile(r"(?:--file|-f)\s+([\w./-]+)")
_KINDS: Final = (
    ("talk|presentation|seminar|lecture", "talk"),
    ("award|honor|prize", "award"),
    ("teaching", "teaching"),
    ("service", "service"),
)


def read_bibliographies(builder: Builder) -> None:
    names = builder.folder.under("_bibliography", ".bib")
    names.sort(key=lambda name: (not name.endswith("/papers.bib"), name))
    listed = _listed_files(builder)
    for name in names:
        records, _ = read([(name, re.sub(rb"\A\s*---\s*\n---\s*\n", b"", builder.folder.content(name)))])
        keys = {record.written_key.lower() for record in records}
        if keys and keys <= _SAMPLE_KEYS:
            builder.sample(name)
            continue
        stem = PurePosixPath(name).stem
        kind = next((kind for pattern, kind in _KINDS if re.search(pattern, stem, re.I)), "")
        first = name == names[0] and stem != "references"
        builder.bibliography(
            name,
            as_name="references.bib" if first and "_bibliography/references.bib" not in names else "",
            kind=kind,
            mine=not listed or PurePosixPath(name).name in listed,
        )


def _listed_files(builder: Builder) -> set[str]:
    """The .bib files that pages list; ``papers.bib`` is the default."""
    found: set[str] = set()
    for name in builder.folder.under("_pages", ".md", ".html"):
        for options in BIBLIOGRAPHY.findall(builder.folder.text(name)):
            file = _FILE.search(options)
            found.add(f"{PurePosixPath(file[1]).name.removesuffix('.bib')}.bib" if file else "papers.bib")
    return found


def copy_files(builder: Builder) -> None:
    """The files that entries name, and those that are named by keys."""
    for origin, key, field, value in _named_files(builder):
        path = builder.folder.find(value, below=BELOW)
        copied = builder.copy(value, target=PurePosixPath(value).name) if path else ""
        if copied != f"files/{value}":
            builder.left(origin, f"{key}.{field}", value)
    builder.copy_named(("assets/pdf", "assets/img/publication_preview"))


def _named_files(builder: Builder) -> Iterator[tuple[str, str, str, str]]:
    names = {*LINK_KINDS, "preview", "pdf", "slides", "poster", "supp", "html"} - {"doi", "eprint", "arxiv", "dblp", "pmid", "pmcid", "hal", "url", "openreview", "zenodo", "acl", "bibtex"}  # fmt: skip
    for record in builder.records:
        for field in sorted(names & set(record.fields)):
            value = record.fields[field].strip()
            if value and "://" not in value and "." in PurePosixPath(value).name:
                yield record.source.file, record.written_key, field, value

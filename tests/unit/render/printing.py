"""Entries of a bibliography in print, as a list of a site prints them."""

from __future__ import annotations

import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from sphinx_vitae.bib import read
from sphinx_vitae.catalogue import Catalogue
from sphinx_vitae.catalogue.files import LocalFile
from sphinx_vitae.model import Settings, read_settings
from sphinx_vitae.render import EntryOptions, PlainText, Renderer, Words

__all__ = ["WORDS", "Page", "catalogue", "printed", "settings"]

WORDS = Words()


class Page:
    """A page on which every entry stands, without numbers; in print, links are words."""

    prints_addresses = False

    def address(self, key: str) -> str:
        return f"#{key}"

    def math(self, source: str) -> str:
        return f"<{source}>"

    def label(self, key: str) -> str:
        return f"[{key}]"

    def file(self, name: str) -> str:
        return name

    def page(self, key: str) -> str:
        return ""

    def number(self, key: str) -> str:
        return ""

    def download(self, key: str, form: str, files: str = "") -> str:
        return ""

    def picture(self, name: str, path: Path) -> str:
        return name


def settings(**values: Any) -> Settings:
    found, problems = read_settings({"owner": "Huang, Guyue", **values}, datetime.date(2026, 1, 15))
    assert not problems
    return found


def catalogue(bib: str, files: dict[str, tuple[LocalFile, ...]] | None = None, **values: Any) -> Catalogue:
    configured = settings(**values)
    records, _ = read([("references.bib", bib.encode())], private=configured.private_fields)
    return Catalogue(records, configured, files or {})


@lru_cache(16)
def _renderer(found: Catalogue, format_: str) -> Renderer:
    """Templates are compiled once for the entries of one bibliography."""
    return Renderer(found, WORDS, format_)


@lru_cache(16)
def _plain(found: Catalogue) -> PlainText:
    return PlainText(found, WORDS)


def printed(
    bib: str | Catalogue, format_: str = "text", key: str = "k", /, number: str = "", **options: Any
) -> str:
    """The entry of a key on one line."""
    found = catalogue(bib) if isinstance(bib, str) else bib
    record, look = found.records[key], EntryOptions(**options)
    if format_ == "text":
        return _plain(found).entry(record, Page(), look)
    made = _renderer(found, format_).entry(record, Page(), look, number=number)
    return " ".join(made.split())

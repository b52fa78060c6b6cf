"""What an old site holds, without a trace of the program that it was made with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from sphinx_vitae.model import Profile

__all__ = ["Bibliography", "Entry", "Leftover", "MigrationError", "OldSite", "Page"]

#: The file for entries that were made from pages and data, if the site has a bibliography of its own.
MADE: Final = "entries.bib"


class MigrationError(Exception):
    """An old site that cannot be read; the message is a sentence without a full stop."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """A value that has no place in the new site.

    :param file: below the old site.
    :param field: where in the file; empty for the file itself.
    """

    file: str
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Bibliography:
    """A .bib file of the old site.

    :param name: in the new site.
    :param kind: what its entries are, if not what their types say: ``talk``.
    :param mine: whether its entries are the owner's; otherwise they can only be cited.
    """

    name: str
    content: bytes
    origin: str
    kind: str = ""
    mine: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry that was made from a page, or from data.

    :param text: as in a .bib file.
    :param origin: the file of the old site.
    :param complete: whether it says what a publication needs; otherwise only its DOI can complete it.
    """

    kind: str
    key: str
    text: str
    origin: str
    doi: str = ""
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """A page with text of its own.

    :param name: in the new site, without its extension.
    :param body: in MyST, without the title.
    """

    name: str
    title: str
    body: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OldSite:
    """A site that was made with another program, as far as it was understood.

    :param system: the name of the program.
    :param owner: ``None`` if the site does not say whose it is.
    :param home: the text of the home page, in MyST.
    :param cv: text for the CV that is not an entry, in MyST.
    :param entries: entries that were made; their .bib file is `made_name`.
    :param venues: for ``vitae_venues``.
    :param files: path in the new site → content.
    :param addresses: old address → page of the new site, or the key of an entry after ``key:``.
    :param samples: files with content of the template, which nobody changed.
    """

    system: str
    owner: Profile | None = None
    people: tuple[Profile, ...] = ()
    home: str = ""
    cv: str = ""
    bibliographies: tuple[Bibliography, ...] = ()
    entries: tuple[Entry, ...] = ()
    pages: tuple[Page, ...] = ()
    venues: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    addresses: Mapping[str, str] = field(default_factory=dict)
    leftovers: tuple[Leftover, ...] = ()
    samples: tuple[str, ...] = ()

    @property
    def made_name(self) -> str:
        """The .bib file for `entries`: ``references.bib``, unless the old site has that."""
        taken = {bibliography.name for bibliography in self.bibliographies}
        return next(name for name in ("references.bib", MADE, f"made-{MADE}") if name not in taken)

    @property
    def made(self) -> bytes:
        """The .bib file with the entries that were made; empty without any."""
        return "\n\n".join(entry.text for entry in self.entries).encode() + b"\n" if self.entries else b""

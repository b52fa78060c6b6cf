"""A work of each publication group, and an entry of each kind."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sphinx_vitae.bib import read
from sphinx_vitae.export import Addresses
from sphinx_vitae.model import ACTIVITIES, PUBLICATION_GROUPS, Record

__all__ = ["ALL", "BIB", "HOME", "PLACE", "TALKS", "WORKS", "entry"]

BIB: Final = Path(__file__).with_name("works.bib")
HOME: Final = "https://ada.example/"
PLACE: Final = Addresses(
    home=HOME,
    owner=f"{HOME}#me",
    page=f"{HOME}publications/k.html",
    pdf=f"{HOME}publications/k.pdf",
    image=f"{HOME}_images/k.png",
)
#: Key → record. The key of a work is its group, that of another entry its kind.
ALL: Final = {record.key: record for record in read([("works.bib", BIB.read_bytes())])[0]}
WORKS: Final = {group: ALL[group] for group in PUBLICATION_GROUPS}
TALKS: Final = tuple(record for record in ALL.values() if record.kind == "talk")
assert all(record.groups[-1] == group for group, record in WORKS.items())
assert all(ALL[kind].kind == kind for kind in ("talk", "award", *ACTIVITIES))


def entry(fields: str, kind: str = "article") -> Record:
    """The record of one entry, whatever is wrong with it."""
    return read([("refs.bib", f"@{kind}{{k, {fields}}}".encode())])[0][0]

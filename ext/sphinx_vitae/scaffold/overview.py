"""The parts of a bibliography that are relevant to a new site."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sphinx_vitae.bib import parse_name, read
from sphinx_vitae.catalogue import Catalogue
from sphinx_vitae.model import PUBLICATION_GROUPS, Profile, Settings, equal_name, sorted_name

from .answers import ScaffoldError

__all__ = ["Overview", "overview"]

#: The number of works for which a group deserves a heading; with fewer works, years are more informative.
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Overview:
    """An overview of a bibliography.

    :param kinds: the kinds of its entries: ``publication``, ``talk``, ``award``, and activities.
    :param groups: the groups of its publications with several works each, in the order of lists.
    :param aliases: other forms of the owner's name in the bibliography.
    :param selected: whether any work is marked ``selected``.
    """

    kinds: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    selected: bool = False


def overview(content: bytes, owner: str, file: str, *, required: bool = True) -> Overview:
    """Find out what a bibliography contains.

    :param owner: the name whose variants become aliases.
    :param file: the name of the bibliography in messages.
    :param required: whether the owner must appear in it.
    :raises ScaffoldError: if it has no entries, or if the owner does not appear in any of them.
    """
    records, _ = read([(file, content)])
    if not records:
        raise ScaffoldError(
            f"{file} does not contain any entries; specify another file, or omit it to start with examples"
        )
    profile = Profile(name=owner)
    catalogue = Catalogue(records, Settings(owners=(profile,)))
    own = parse_name(owner)
    variants = [person for person in catalogue.namesakes if catalogue.owners.find(person) is profile]
    works = [record for record in records if record.kind == "publication"]
    if required and works and not any(catalogue.is_mine(record) for record in works):
        nearest = catalogue.namesakes.nearest(owner, count=1)
        hint = f'; the most similar name in it is "{nearest[0]}"' if nearest else ""
        raise ScaffoldError(f'"{owner}" does not appear in any entry of {file}{hint}')
    mine = [record for record in works if catalogue.is_mine(record)]
    counts = Counter(group for record in mine for group in record.groups[:1])
    groups = tuple(group for group in PUBLICATION_GROUPS if counts[group] >= _ENOUGH)
    aliases = {sorted_name(person): None for person in variants if not equal_name(person, own)}
    return Overview(
        tuple(dict.fromkeys(record.kind for record in records)),
        groups if len(groups) > 1 else (),
        tuple(sorted(aliases)),
        any(record.selected for record in works),
    )

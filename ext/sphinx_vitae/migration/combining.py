"""Several old sites as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .old_site import Bibliography, Entry, Leftover, OldSite

__all__ = ["combined"]


def combined(sites: Sequence[OldSite]) -> OldSite:
    """Several old sites as one. Of what can be there only once, the first has it, and the other is reported."""
    if not sites:
        return OldSite(system="")
    made = sites[0]
    for other in sites[1:]:
        made = _joined(made, other)
    return made


def _joined(one: OldSite, other: OldSite) -> OldSite:
    leftovers = [*one.leftovers, *other.leftovers]
    keys = {entry.key.lower() for entry in one.entries}
    entries: list[Entry] = list(one.entries)
    for entry in other.entries:
        if entry.key.lower() in keys:
            leftovers.append(Leftover(entry.origin, entry.key, entry.text))
        else:
            entries.append(entry)
    names = {each.name for each in one.bibliographies}
    bibliographies: list[Bibliography] = list(one.bibliographies)
    for each in other.bibliographies:
        name = each.name if each.name not in names else f"{len(names) + 1}-{each.name}"
        bibliographies.append(replace(each, name=name))
        names.add(name)
    known = {person.name for person in one.people}
    pages = {page.name for page in one.pages}
    for page in other.pages:
        if page.name in pages:
            leftovers.append(Leftover(page.origin, "", page.body))
    if one.home and other.home:
        leftovers.append(Leftover(other.system, "home page", other.home))
    for name, content in other.files.items():
        if one.files.get(name, content) != content:
            leftovers.append(Leftover(name, "", "another file has this name"))
    return replace(
        one,
        system=one.system if one.system == other.system else f"{one.system} and {other.system}",
        owner=one.owner or other.owner,
        people=(*one.people, *(person for person in other.people if person.name not in known)),
        home=one.home or other.home,
        cv=f"{one.cv}\n{other.cv}".strip(),
        bibliographies=tuple(bibliographies),
        entries=tuple(entries),
        pages=(*one.pages, *(page for page in other.pages if page.name not in pages)),
        venues={**other.venues, **one.venues},
        files={**other.files, **one.files},
        addresses={**other.addresses, **one.addresses},
        leftovers=tuple(leftovers),
        samples=(*one.samples, *other.samples),
    )

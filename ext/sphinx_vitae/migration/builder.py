"""Collects what a system's module finds in an old site, and makes an `OldSite` of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Final

from sphinx_vitae.bib import read
from sphinx_vitae.imports import Layout, Offer, written_entry
from sphinx_vitae.imports.drafts import read_offer
from sphinx_vitae.imports.keys import key_for, usable_key
from sphinx_vitae.model import Profile, Record

from .addresses import normal_address, simple_name
from .copying import PICTURES, Copying
from .folder import Folder
from .myst import Links, to_myst
from .old_site import Bibliography, Entry, OldSite, Page

__all__ = ["Builder"]

_HEAD: Final = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*---[ \t]*\r?\n(?:.*?\r?\n)?---[ \t]*\r?\n", re.S)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A page before its links are known."""

    name: str
    title: str
    body: str
    origin: str


class Builder(Copying):
    """Collects. Every method takes values as the old site has them."""

    def __init__(self, folder: Folder, system: str, below: tuple[str, ...] = ("",)) -> None:
        super().__init__(folder, below)
        self.system = system
        self.owner: dict[str, str] = {}
        self.aliases: list[str] = []
        self.links: dict[str, str] = {}
        self.profiles: dict[str, str] = {}
        self.people: dict[str, Profile] = {}
        self.bibliographies: list[Bibliography] = []
        self.entries: list[Entry] = []
        self.addresses: dict[str, str] = {}
        self.home = _Draft("index", "", "", "")
        self.cv: dict[str, list[str]] = {}
        self.venues: dict[str, dict[str, str]] = {}
        self.keys: dict[str, str] = {}
        self.records: list[Record] = []
        self._drafts: list[_Draft] = []
        self._origins: dict[str, str] = {}

    def bibliography(self, name: str, *, as_name: str = "", kind: str = "", mine: bool = True) -> None:
        """Take a .bib file as it is, without the front matter of Jekyll."""
        content = _HEAD.sub(b"", self.folder.content(name), count=1)
        records, _ = read([(name, content)])
        if not records:
            self.left(name, "", "has no entries")
            return
        target = as_name or simple_name(PurePosixPath(name).name)
        self.bibliographies.append(Bibliography(target, content, name, kind, mine))
        self.records += records
        for record in records:
            self.keys.setdefault(record.written_key.lower(), record.kind)
            self._origins.setdefault(record.written_key, name)

    def add(
        self,
        kind: str,
        fields: Mapping[str, str],
        origin: str,
        *,
        key: str = "",
        address: str = "",
        complete: bool = True,
    ) -> str:
        """Add an entry, and return its key; an empty one if it has no title.

        :param key: the key that it should have; otherwise one is made.
        :param address: of its page in the old site.
        """
        given = {name: value for name, value in fields.items() if value}
        record = read_offer(Offer("", kind, given))
        if record is None or not given.get("title"):
            self.left(origin, "", "has no title, and became no entry")
            return ""
        own = self._free(key if usable_key(key) else key_for(record, self.keys))
        self.entries.append(
            Entry(kind, own, written_entry(kind, own, given, Layout()), origin, _identifier(given), complete)
        )
        self._known(own, record.kind, origin, address)
        return own

    def add_written(
        self, record: Record, text: str, fields: Mapping[str, str], origin: str, address: str
    ) -> str:
        """Add an entry as it was written, with fields that it lacks."""
        key = record.written_key
        added = {name: value for name, value in fields.items() if value and name not in record.fields}
        body = text.rstrip()[:-1].rstrip().rstrip(",")
        made = f"{body},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in added.items()) + "}"
        again, _ = read([(origin, made.encode())])
        if key.lower() in self.keys or not usable_key(key) or len(again) != 1:
            self.left(origin, "key", f"{key} is used twice, or cannot be a key: it got another one")
            from sphinx_vitae.imports.records import record_offer

            offer = record_offer(record, "file:old", own=True)
            return self.add(offer.type, {**added, **offer.fields}, origin, key=f"{key}-2", address=address)
        self.entries.append(Entry(record.type, key, made, origin, _identifier({**added, **record.fields})))
        self._known(key, record.kind, origin, address)
        return key

    def extend(self, key: str, fields: Mapping[str, str]) -> None:
        """Add fields to an entry that was made."""
        for number, entry in enumerate(self.entries):
            if entry.key == key:
                added = "".join(
                    f"  {name} = {{{value}}},\n" for name, value in fields.items() if name and value
                )
                self.entries[number] = replace(entry, text=entry.text.removesuffix("}") + added + "}")

    def titles(self) -> list[str]:
        """The titles of all entries, without markup."""
        made, _ = read([("", "\n".join(entry.text for entry in self.entries).encode())])
        return [str(record.title) for record in (*self.records, *made)]

    def _free(self, key: str) -> str:
        made, number = key, 1
        while made.lower() in self.keys:
            number += 1
            made = f"{key}-{number}"
        return made

    def _known(self, key: str, kind: str, origin: str, address: str) -> None:
        self.keys[key.lower()] = kind
        self._origins[key] = origin
        if address:
            self.addresses.setdefault(address, f"key:{key}")

    def person(self, profile: Profile) -> None:
        """Add a person, or what is new about one."""
        known = self.people.get(profile.name)
        if known is None:
            self.people[profile.name] = profile
            return
        fields = {
            name: getattr(known, name) or getattr(profile, name)
            for name in ("orcid", "url", "headline", "affiliation", "email", "photo", "role", "date")
        }
        aliases = tuple(dict.fromkeys((*known.aliases, *profile.aliases)))
        self.people[profile.name] = replace(known, **fields, aliases=aliases)

    def add_page(self, name: str, title: str, body: str, origin: str, address: str = "") -> None:
        """Add a page with text of its own."""
        taken = {draft.name for draft in self._drafts}
        made, number = name, 1
        while made in taken:
            number += 1
            made = f"{name}-{number}"
        self._drafts.append(_Draft(made, title, body, origin))
        if address:
            self.addresses.setdefault(address, made)

    def set_home(self, body: str, origin: str) -> None:
        """Set the text of the home page."""
        self.home = _Draft("index", "", body, origin)

    def append_home(self, body: str, origin: str) -> None:
        """Add to the text of the home page."""
        self.set_home(f"{self.home.body}\n\n{body}".strip(), self.home.origin or origin)

    def copy_named(self, folders: Iterable[str]) -> None:
        """Copy the files of these folders that are named by the key of an entry."""
        for folder in folders:
            for name in self.folder.under(folder, *PICTURES, ".pdf"):
                path = PurePosixPath(name)
                key = path.name.split(".")[0]
                if key.lower() in self.keys and f"files/{path.name}" not in self.files:
                    self.copy(f"/{name}", target=path.name)

    def finish(self) -> OldSite:
        """Everything, with the links of pages resolved."""
        pages = tuple(
            Page(draft.name, draft.title, self._body(draft), draft.origin) for draft in self._drafts
        )
        home = self._body(self.home) if self.home.body.strip() else ""
        self.leave_unused()
        return OldSite(
            system=self.system,
            owner=self._profile(),
            people=tuple(self.people.values()),
            home=home,
            cv=self._cv(),
            bibliographies=tuple(self.bibliographies),
            entries=tuple(self.entries),
            pages=pages,
            venues=self.venues,
            files=self.files,
            addresses=self.addresses,
            leftovers=tuple(dict.fromkeys(self.leftovers)),
            samples=tuple(dict.fromkeys(self.samples)),
        )

    def _cv(self) -> str:
        """The text for the CV: a section of bullets or paragraphs for each heading."""
        text = "\n\n".join("\n".join((f"# {title}", "", *lines)) for title, lines in self.cv.items())
        return self._body(_Draft("cv", "", text, "CV")) if text else ""

    def _profile(self) -> Profile | None:
        if not self.owner.get("name"):
            return None
        name = self.owner["name"]
        aliases = tuple(dict.fromkeys(alias for alias in self.aliases if alias and alias != name))
        fields = {field: value for field, value in self.owner.items() if value and field != "name"}
        return replace(Profile(name=name, aliases=aliases, links=tuple(self.links.items())), **fields)  # type: ignore[arg-type]

    def _body(self, draft: _Draft) -> str:
        up = "../" * draft.name.count("/")

        def page(url: str, label: str) -> str:
            target = self.addresses.get(normal_address(url.partition("#")[0]), "")
            if target.startswith("key:"):
                key = target[4:]
                kind = {"publication": "pub", "talk": "talk", "award": "award"}.get(
                    self.keys[key.lower()], "activity"
                )
                safe = not set(label) & set("<>`\x00") and label
                return f"{{{kind}}}`{label} <{key}>`" if safe else f"{{{kind}}}`{key}`"
            return f"[{label}]({up}{target}.md)" if target else ""

        def file(url: str) -> str:
            copied = self.copy(url, draft.origin)
            return f"{up}{copied}" if copied else ""

        links = Links(
            page,
            file,
            frozenset(self._origins),
            lambda field, value: self.left(draft.origin, field, value),
            self._lists,
        )
        body = to_myst(draft.body, links)
        others = {each.origin for each in self.bibliographies if not each.mine}
        cited = [key for key in dict.fromkeys(links.cited) if self._origins[key] in others]
        if cited:
            body += "\n## References\n\n```{bibliography}\n:filter: False\n\n" + "\n".join(cited) + "\n```\n"
        return body

    def _lists(self, file: str) -> str:
        """The lists of the entries in a .bib file of the old site: publications, talks, awards."""
        stem = PurePosixPath(file).name.removesuffix(".bib")
        for each in self.bibliographies:
            if PurePosixPath(each.origin).stem == stem and each.mine:
                kinds = {
                    each.kind or record.kind for record in self.records if record.source.file == each.origin
                }
                directives = [f"{kind}s" for kind in ("publication", "talk", "award") if kind in kinds]
                return "\n\n".join(f"```{{{name}}}\n:bibfile: {each.name}\n```" for name in directives)
        return ""


def _identifier(fields: Mapping[str, str]) -> str:
    if fields.get("doi"):
        return f"doi:{fields['doi']}"
    return f"arxiv:{fields['eprint']}" if fields.get("eprinttype", "").lower() == "arxiv" else ""

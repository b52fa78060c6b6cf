"""What comes from an old site: its parts of the templates, its files, the report, and the list of old addresses."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Final, NamedTuple

from sphinx_vitae.bib import read
from sphinx_vitae.migration import OldSite, Page
from sphinx_vitae.model import Profile, record_id, slug

from .migration_report import migration_report

__all__ = ["Moved", "heading"]

_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>#|$])")
#: Pages that list other pages, with their titles. Those below "pages" are in the navigation.
_FOLDERS: Final = {"blog": "Blog"}
_LISTED: Final = frozenset(("news", "projects", "teaching"))
#: Activities → the page with their list.
_LISTS: Final = {"talk": "talks", "award": "awards", "project": "projects", "grant": "grants", "teaching": "teaching", "service": "service", "news": "news"}  # fmt: skip


class _Person(NamedTuple):
    """A person for people.yaml."""

    name: str
    fields: Mapping[str, object]


def heading(title: str) -> str:
    """A title as plain text in Markdown, on one line."""
    return _MARKUP.sub(r"\\\1", " ".join(title.split())) or "Untitled"


@dataclass(frozen=True)
class Moved:
    """The parts of a new site that come from an old one; without one, everything is empty.

    :param kinds_found: the kinds of the entries, for the pages of the site.
    """

    old: OldSite | None = None
    kinds_found: tuple[str, ...] = ()

    @cached_property
    def _site(self) -> OldSite:
        return self.old or OldSite(system="")

    @cached_property
    def bibliographies(self) -> dict[str, bytes]:
        """The .bib files."""
        found = {each.name: each.content for each in self._site.bibliographies}
        return found | ({self._site.made_name: self._site.made} if self._site.entries else {})

    @property
    def bibfiles(self) -> list[str]:
        """Their names; that of a site without an old one otherwise."""
        return list(self.bibliographies) or ["references.bib"]

    @property
    def mine(self) -> list[str]:
        """The .bib files with the owner's works, if there are others."""
        others = {each.name for each in self._site.bibliographies if not each.mine}
        return [name for name in self.bibliographies if name not in others] if others else []

    @property
    def kinds(self) -> dict[str, str]:
        """For ``vitae_kinds``."""
        return {each.name: each.kind for each in self._site.bibliographies if each.kind}

    @property
    def owner(self) -> dict[str, str]:
        """The fields of the owner that are texts, except the name."""
        owner = self._site.owner
        return (
            {} if owner is None else {name: value for name, value in _texts(owner).items() if name != "name"}
        )

    def aliases(self, name: str) -> tuple[str, ...]:
        """Other forms of the owner's name."""
        owner = self._site.owner
        if owner is None:
            return ()
        return tuple(alias for alias in dict.fromkeys((owner.name, *owner.aliases)) if alias != name)

    @property
    def links(self) -> dict[str, str]:
        """The links of the owner."""
        return dict(self._site.owner.links) if self._site.owner else {}

    @property
    def people(self) -> list[_Person]:
        """Everybody else."""
        return [_Person(each.name, _fields(each)) for each in self._site.people]

    @property
    def has_roles(self) -> bool:
        """Whether anybody has a role; the site then has a page of members."""
        return any(person.role for person in self._site.people)

    @property
    def home(self) -> str:
        return self._site.home

    @property
    def cv(self) -> str:
        return self._site.cv

    @property
    def venues(self) -> Mapping[str, Mapping[str, str]]:
        return self._site.venues

    @property
    def pages(self) -> list[str]:
        """The pages for the navigation."""
        names = [page.name for page in self._site.pages]
        own = [name for name in names if name.partition("/")[0] not in {*_FOLDERS, *self._listing}]
        return [*own, *(folder for folder in _FOLDERS if self.below(folder))]

    @cached_property
    def _listing(self) -> frozenset[str]:
        """The folders whose pages are listed on the page of that name."""
        kinds = {_LISTS.get(kind, kind) for kind in self.kinds_found}
        return _LISTED & kinds

    def below(self, folder: str) -> list[str]:
        """The pages in a folder, for the page of that name."""
        return [page.name for page in self._site.pages if page.name.startswith(f"{folder}/")]

    @property
    def texts(self) -> dict[str, str]:
        """The files that are written only for an old site."""
        made = {f"{page.name}.md": _page(page) for page in self._site.pages}
        for folder, title in _FOLDERS.items():
            if pages := self.below(folder):
                made[f"{folder}.md"] = (
                    f"# {title}\n\n```{{toctree}}\n:maxdepth: 1\n\n" + "\n".join(pages) + "\n```\n"
                )
        made["migration.md"] = migration_report(self._site, self.redirects)
        if self.redirects:
            made["redirects.json"] = json.dumps(self.redirects, indent=2, ensure_ascii=False) + "\n"
        return made

    @property
    def files(self) -> dict[str, bytes]:
        """The files that are copied."""
        return {**self.bibliographies, **self._site.files}

    @cached_property
    def redirects(self) -> dict[str, str]:
        """Old page, as Sphinx names pages → new address, relative to it."""
        kinds = self._kinds_of_keys
        pages = {page.name for page in self._site.pages}
        ours = {*pages, *_FOLDERS, "index", "publications", "talks", "awards", "cv", *_LISTS.values()}
        made: dict[str, str] = {}
        for address, target in self._site.addresses.items():
            old = address.strip("/")
            if not old or re.search(r"[*?|\[\]\\]|(?:^|/)\.\.?(?:/|$)", old):
                continue
            name = old if self._site.system == "Quarto" else f"{old}/index"
            new = _address(target, kinds)
            if new and name not in ours:
                made[name] = posixpath.relpath(new, posixpath.dirname(name) or ".")
        return made

    @cached_property
    def _kinds_of_keys(self) -> dict[str, str]:
        records, _ = read(list(self.bibliographies.items()))
        return {record.written_key: record.kind for record in records}


def _address(target: str, kinds: Mapping[str, str]) -> str:
    if not target.startswith("key:"):
        return f"{target}.html"
    key = target.removeprefix("key:")
    kind = kinds.get(key, "")
    if kind == "publication":
        return f"publications/{slug(key)}.html"
    return f"{_LISTS[kind]}.html#{record_id(kind, key)}" if kind in _LISTS else ""


def _page(page: Page) -> str:
    return f"# {heading(page.title)}\n\n{page.body}"


def _texts(person: Profile) -> dict[str, str]:
    values = {field.name: getattr(person, field.name) for field in fields(person)}
    return {name: value for name, value in values.items() if isinstance(value, str) and value}


def _fields(person: Profile) -> dict[str, object]:
    made: dict[str, object] = {name: value for name, value in _texts(person).items() if name != "name"}
    if person.aliases:
        made["aliases"] = list(person.aliases)
    if person.links:
        made["links"] = dict(person.links)
    return made or {"url": ""}

"""The nodes for one list."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes

from sphinx_vitae.bib import collector_paused
from sphinx_vitae.model import Record, record_id, slug
from sphinx_vitae.render import TABLE, EntryOptions, english_heading, tag
from sphinx_vitae.select import Group, Item, facets_of, items

from ..doctree.nodes import (
    vitae_downloads,
    vitae_group,
    vitae_list,
    vitae_listing,
    vitae_occasions,
    vitae_occasions_title,
    vitae_record,
)
from ..site.dependencies import ListDependency
from ..site.search import search_name
from .base import VitaeDirective
from .list_bar import bar
from .list_table import table_of

if TYPE_CHECKING:
    from docutils.nodes import Node

__all__ = ["Listing"]


#: Lists that are longer omit abstracts and BibTeX if the works have entry pages.
_WHOLE: Final = 300
#: In lists with at least this many entries, browsers lay out only the visible ones.
_LONG: Final = 200
#: The kinds whose lists can offer download files.
_DOWNLOADED: Final = frozenset({"publication", "talk"})
_BESIDE_YEARS: Final = frozenset({"card", "reference"})


class Listing:
    """Builds the nodes for one list."""

    def __init__(
        self,
        directive: VitaeDirective,
        kinds: tuple[str, ...],
        options: dict[str, Any],
        dependency: ListDependency,
    ) -> None:
        self.directive = directive
        self.domain = directive.domain
        self.kind = directive.kind or (kinds[0] if len(kinds) == 1 else "activity")
        self.options = options
        settings = self.domain.settings
        allowed = self.domain.rendering.layouts(self.kind)
        default = settings.layout if settings.layout in allowed else "card"
        self.entry_options = EntryOptions(
            layout=options.get("layout", default),
            names=options.get("names", settings.names),
            max_authors=options.get("max-authors", settings.max_authors),
            affiliations=options.get("affiliations", "none"),
            show=options.get("show", ()),
            hide=options.get("hide", ()),
            owner=options.get("owner", ""),
        )
        narrowed = dependency.query.narrowed or bool(dependency.arrangement.limit)
        self.rank = 0 if options.get("canonical") else 2 if narrowed else 1
        self.number = options.get("number", "none")
        self.prefix = options.get("prefix", "")
        self.filterable = bool(options.get("filterable")) and self.entry_options.layout != TABLE
        self.base = slug(nodes.make_id(options["name"])) if options.get("name") else directive.name
        count = directive.env.new_serialno("vitae-listing")
        self.id = f"{self.base}-{count}" if count else self.base
        self.files = self._free_name(self.base)

    def nodes(self, arranged: tuple[Group, ...] | tuple[Item, ...]) -> list[Node]:
        """The bar, then the groups or entries, in one `vitae_listing`."""
        total = sum(1 for _ in items(arranged))
        self.long = total >= _LONG
        if total > _WHOLE:
            self._shorten()
        start = self.options.get("start", 0)
        listing = vitae_listing(classes=["vitae"], number=self.number, prefix=self.prefix, start=start)
        self.directive.set_source_info(listing)
        with collector_paused():
            members = list(self._members(arranged, self.base))
        if above := self._bar(arranged, members):
            listing += above
        listing.extend(members)
        if self.kind in _DOWNLOADED:
            listing += self._downloads(arranged)
        return [*self.directive.heading(self.options, self.base), listing]

    def _free_name(self, base: str) -> str:
        """The name of this list in file names: *base*, with a number if another list on the page has the same
        name.
        """
        count = self.directive.env.new_serialno(f"vitae-files-{base}")
        return self._free_name(f"{base}-{count + 1}") if count else base

    def _shorten(self) -> None:
        """Move abstracts and BibTeX from a long list to the entry pages, or to the file of the list."""
        options = self.entry_options
        hidden = {"abstract"} if self.kind in self.domain.settings.pages else set()
        if self.kind in _DOWNLOADED and self.domain.settings.downloads:
            options = dataclasses.replace(options, fetched=self.files)
        elif hidden:
            hidden.add("bibtex")
        hide = (*options.hide, *sorted(hidden.difference(options.show)))
        self.entry_options = dataclasses.replace(options, hide=hide)

    def _downloads(self, arranged: tuple[Group, ...] | tuple[Item, ...]) -> vitae_downloads:
        options = self.entry_options
        wish = (
            None
            if options.shows("downloads") and "downloads" not in options.show
            else options.shows("downloads")
        )
        return vitae_downloads(
            files=self.files,
            kind=self.kind,
            keys=list(dict.fromkeys(item.record.key for item in items(arranged))),
            rank=self.rank,
            offered=wish if self.domain.settings.downloads else False,
            fetched=bool(options.fetched),
        )

    def _bar(self, arranged: tuple[Group, ...] | tuple[Item, ...], members: list[Node]) -> Node | None:
        records = [item.record for item in items(arranged)]
        groups = [member for member in members if isinstance(member, vitae_group)]
        return bar(
            self.domain.rendering,
            self.kind,
            records,
            groups,
            listing=self.id,
            layout=self.entry_options.layout,
            filterable=self.filterable,
        )

    def _members(self, members: tuple[Group, ...] | tuple[Item, ...], base: str) -> Iterator[Node]:
        groups = [member for member in members if isinstance(member, Group)]
        if self._occasional(groups):
            yield (
                self._titles(groups)
                if self.entry_options.layout != TABLE
                else self._list(list(items(members)))
            )
        elif groups:
            for group in groups:
                yield self._group(group, base)
        else:
            yield self._list([member for member in members if isinstance(member, Item)])

    def _group(self, group: Group, base: str) -> vitae_group:
        words = self.domain.rendering.words
        title = words.heading(group.field, group.value)
        name = english_heading(group.field, group.value).lower().replace(" ", "-")
        id_ = self.directive.free_id(f"{base}-{slug(name)}")
        count = sum(1 for _ in items(group.members))
        node = vitae_group(
            title=title,
            count=words.counted(self.kind, count),
            ids=[id_],
            classes=["vitae-group"],
        )
        if group.field == "year" and self._beside_years(group):
            node["classes"].append("vitae-by-year")
        self.directive.state.document.ids[id_] = node
        node.extend(self._members(group.members, id_))
        return node

    def _beside_years(self, group: Group) -> bool:
        """Whether to print the year next to the entries, where otherwise only their numbers may be printed."""
        if self.kind != "publication":
            return False
        if self.entry_options.layout == "compact":
            tagged = self.entry_options.shows("tag") and any(
                tag(item.record) for item in items(group.members)
            )
            return self.number == "none" and not tagged
        return self.entry_options.layout in _BESIDE_YEARS | self.domain.rendering.styles

    def _occasional(self, groups: list[Group]) -> bool:
        """Whether the groups are titles, with their entries shown as occasions; never for works and news."""
        return self.kind not in {"publication", "news"} and any(
            group.field == "title" and all(isinstance(member, Item) for member in group.members)
            for group in groups
        )

    def _titles(self, groups: list[Group]) -> vitae_list:
        """Each title, printed only once, with its occasions."""
        node = self._empty_list("vitae-by-title")
        for group in groups:
            members = list(items(group.members))
            title, *plain = self.domain.rendering.plain_occasions(
                [item.record for item in members],
                self.kind,
                self.entry_options,
                numbered=self.number != "none",
            )
            occasions = vitae_occasions(kind=self.kind, entry_options=dataclasses.asdict(self.entry_options))
            occasions += vitae_occasions_title("", "", *title, support_smartquotes=False)
            occasions.extend(self._record(item, text) for item, text in zip(members, plain, strict=True))
            node += occasions
        return node

    def _list(self, members: list[Item]) -> Node:
        """The entries in a list. In the ``table`` layout, the result is a table in which each row is a list
        with one entry.
        """
        if self.entry_options.layout == TABLE:
            rows = [(item.record, self._of(item)) for item in members]
            return table_of(
                self.kind, rows, self.domain.rendering.words, self.options.get("class", "").split()
            )
        return self._of(*members)

    def _of(self, *members: Item) -> vitae_list:
        node = self._empty_list()
        for item in members:
            node += self._record(
                item, self.domain.rendering.plain(item.record, self.kind, self.entry_options)
            )
        return node

    def _empty_list(self, *classes: str) -> vitae_list:
        node = vitae_list(
            kind=self.kind,
            entry_options=dataclasses.asdict(self.entry_options),
            number=self.number,
            prefix=self.prefix,
            numbered=False,
            grouped="group-by" in self.options,
            widest="",
            start=0,
            long=self.long,
            listing=self.id if self.filterable else "",
            extra=" ".join([*classes, self.options.get("class", "")]).strip(),
        )
        self.directive.set_source_info(node)
        return node

    def _record(self, item: Item, plain: Iterable[Node]) -> vitae_record:
        record = item.record
        env = self.directive.env
        # Sphinx puts the text of the node in place of the key if it is empty.
        node = vitae_record(record.key, "", *plain)
        node.attributes.update(
            key=record.key,
            kind=record.kind,
            name=search_name(record),
            title=str(record.title),
            number="",
            value=0,
            facets=_searched(record) if self.filterable else {},
            rank=self.rank,
        )
        if self.kind == "news" and record.kind != "news":
            # An announcement is not a target: links go to the entry itself.
            for key in (record.key, *(tie.key for tie in self.domain.catalogue.ties(record.key))):
                self.domain.link(env.docname, key)
            return node
        id_ = self.directive.free_id(record_id(record.kind, record.key))
        node["ids"].append(id_)
        self.directive.state.document.ids[id_] = node
        if self.number == "canonical":
            self.domain.number_later(env.docname, record.key, self.directive.lineno)
        for tie in self.domain.catalogue.ties(record.key):
            self.domain.link(env.docname, tie.key)
        return node


def _searched(record: Record) -> dict[str, tuple[str, ...]]:
    """The facets of an entry, and its titles in other languages, which the search above a list also finds."""
    titles = record.other_titles.values()
    also = tuple(map(str, (record.own_title, *titles))) if titles else ()
    return {**facets_of(record), "also": also} if also else facets_of(record)

"""The nodes of one list."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes

from sphinx_vitae.model import record_id, slug
from sphinx_vitae.render import EntryOptions
from sphinx_vitae.select import Group, Item, items

from .directive import VitaeDirective
from .nodes import vitae_group, vitae_list, vitae_listing, vitae_record
from .placements import Placement
from .questions import ListQuestion

if TYPE_CHECKING:
    from docutils.nodes import Node

__all__ = ["Listing"]


_BESIDE_YEARS: Final = frozenset({"card", "reference"})


class Listing:
    """The nodes of one list."""

    def __init__(
        self,
        directive: VitaeDirective,
        kinds: tuple[str, ...],
        options: dict[str, Any],
        question: ListQuestion,
    ) -> None:
        self.directive = directive
        self.domain = directive.domain
        self.kind = kinds[0] if len(kinds) == 1 else "activity"
        self.options = options
        settings = self.domain.settings
        allowed = self.domain.printing.layouts(self.kind)
        default = settings.layout if settings.layout in allowed else "card"
        self.look = EntryOptions(
            layout=options.get("layout", default),
            names=options.get("names", settings.names),
            max_authors=options.get("max-authors", settings.max_authors),
            affiliations=options.get("affiliations", "none"),
            show=options.get("show", ()),
            hide=options.get("hide", ()),
            owner=options.get("owner", ""),
        )
        query, limit = question.query, question.arrangement.limit
        self.narrowed = query.narrowed or bool(limit)
        self.reversed = question.arrangement.number == "descending"
        self.base = slug(nodes.make_id(options["name"])) if options.get("name") else directive.name

    def nodes(self, arranged: tuple[Group, ...] | tuple[Item, ...]) -> list[Node]:
        entries = list(items(arranged))
        self.widest = max((item.number for item in entries), key=len)
        self.values = {
            item.number: int(item.number.removeprefix(self.options.get("prefix", "")))
            for item in entries
            if item.number
        }
        listing = vitae_listing(classes=["vitae"])
        listing.extend(self._members(arranged, self.base))
        self.directive.set_source_info(listing)
        if name := self.options.get("name"):
            target = nodes.target(
                "", "", ids=[self.directive.free_id(self.base)], names=[nodes.fully_normalize_name(name)]
            )
            self.directive.state.document.note_explicit_target(target)
            return [target, listing]
        return [listing]

    def _members(self, members: tuple[Group, ...] | tuple[Item, ...], base: str) -> Iterator[Node]:
        groups = [member for member in members if isinstance(member, Group)]
        if groups:
            for group in groups:
                yield self._group(group, base)
        else:
            yield self._list([member for member in members if isinstance(member, Item)])

    def _group(self, group: Group, base: str) -> vitae_group:
        words = self.domain.printing.words
        title = words.heading(group.field, group.value)
        id_ = self.directive.free_id(f"{base}-{slug(title.lower().replace(' ', '-'))}")
        count = sum(1 for _ in items(group.members))
        node = vitae_group(
            title=title,
            count=words.counted(self.kind, count),
            ids=[id_],
            classes=["vitae-group"],
        )
        # The year hangs beside the entries only where nothing but their numbers does.
        if group.field == "year" and self.kind == "publication" and self.look.layout in _BESIDE_YEARS:
            node["classes"].append("vitae-by-year")
        self.directive.state.document.ids[id_] = node
        node.extend(self._members(group.members, id_))
        return node

    def _list(self, members: list[Item]) -> vitae_list:
        numbers = [self.values[item.number] for item in members if item.number]
        node = vitae_list(
            kind=self.kind,
            look=dataclasses.asdict(self.look),
            widest=self.widest,
            numbered=bool(numbers),
            reversed=self.reversed,
            start=numbers[0] if numbers else 0,
            extra=self.options.get("class", ""),
        )
        node.extend(self._record(item) for item in members)
        return node

    def _record(self, item: Item) -> vitae_record:
        record = item.record
        env = self.directive.env
        id_ = self.directive.free_id(record_id(record.kind, record.key))
        node = vitae_record(
            "",
            "",
            *self.domain.printing.plain(record, self.kind, self.look, item.number),
            key=record.key,
            number=item.number,
            value=self.values.get(item.number, 0),
            ids=[id_],
            support_smartquotes=False,
        )
        self.directive.state.document.ids[id_] = node
        name = self.domain.printing.entry_name(record)
        self.domain.place(
            env.docname, Placement(record.key, record.kind, id_, name, item.number, self.narrowed)
        )
        for tie in self.domain.catalogue.ties(record.key):
            self.domain.link(env.docname, tie.key)
        return node

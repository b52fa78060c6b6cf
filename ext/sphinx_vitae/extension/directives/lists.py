"""The list directives: options → query → nodes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Final

from sphinx_vitae.model import ACTIVITIES, ProblemKind, Record, did_you_mean, sorted_name
from sphinx_vitae.options import Choices, Option, query_of
from sphinx_vitae.select import ANY, Arrangement, Group, Item, Sorting, Terms, group_values

from ..options.declared import OPTIONS
from ..options.group_order import resolve_order
from ..site.dependencies import ChoicesDependency, ListDependency
from .base import VitaeDirective
from .list_nodes import Listing

if TYPE_CHECKING:
    from docutils.nodes import Node

__all__ = [
    "ActivitiesDirective",
    "AwardsDirective",
    "ListDirective",
    "PublicationsDirective",
    "TalksDirective",
]

#: Options that change how names are shown.
_OF_NAMES: Final = ("names", "max-authors", "affiliations")
_KEY: Final = re.compile(r"[^\s,{}\"]+")


class ListDirective(VitaeDirective):
    """A list of records of one kind, or of the records whose keys are in its body."""

    takes: ClassVar[tuple[Option, ...]] = OPTIONS

    def run(self) -> list[Node]:
        """The nodes of the list. Each invalid option or key is reported, and the rest of the list is shown."""
        kinds = self._kinds()
        if not kinds:
            return []
        catalogue = self.domain.catalogue
        layouts = self.domain.rendering.layouts(kinds[0])
        options, wrong = self.read_options(Choices(catalogue, kinds, layouts, tuple(self.domain.build.paths)))
        for message in (without := self._without_effect(options)):
            self.problem(ProblemKind.OPTION_VALUE, message)
        if wrong or without:
            self.domain.depend(self.env.docname, ChoicesDependency(kinds))
        keys = self._body_keys(kinds)
        if keys is None:
            return []
        dependency = self._dependency(kinds, keys, options)
        arranged = dependency.answer(catalogue)
        self.domain.depend(self.env.docname, dependency, dependency.digest_of_answer(arranged, catalogue))
        if not arranged:
            return self._empty(options)
        return self._nodes(kinds, options, dependency, arranged)

    def _nodes(
        self,
        kinds: tuple[str, ...],
        options: dict[str, Any],
        dependency: ListDependency,
        arranged: tuple[Group, ...] | tuple[Item, ...],
    ) -> list[Node]:
        return Listing(self, kinds, options, dependency).nodes(arranged)

    def _without_effect(self, options: dict[str, Any]) -> list[str]:
        """Messages about options that have no effect in combination with other options, or with a house
        style.
        """
        number = options.get("number", "none")
        wrong = []
        if "prefix" in options and number == "none":
            wrong.append("option 'prefix': the list has no numbers; add :number:")
        if "start" in options and number not in {"ascending", "descending"}:
            wrong.append(
                "option 'start': the list has no numbers of its own; add :number: ascending or descending"
            )
        if both := [part for part in options.get("show", ()) if part in options.get("hide", ())]:
            wrong.append(f"option 'hide': {both[0]!r} is also in :show:; remove it from one of the two")
        return [*wrong, *self._against_style(options)]

    def _against_style(self, options: dict[str, Any]) -> list[str]:
        """Messages about options that a style overrides."""
        layout = options.get("layout", self.domain.settings.layout)
        if self.kind != "publication" or layout not in self.domain.rendering.styles:
            return []
        given = [name for name in _OF_NAMES if name in options]
        return [
            f"option {name!r} has no effect in the {layout!r} layout, which has its own format for names"
            for name in given
        ]

    def _kinds(self) -> tuple[str, ...]:
        if self.arguments:
            self.problem(ProblemKind.ARGUMENT, f"does not accept an argument, but has {self.arguments[0]!r}")
        return (self.kind,)

    def _body_keys(self, kinds: tuple[str, ...]) -> tuple[str, ...] | None:
        """The keys in the body that exist; ``None`` if there were keys, but all of them were invalid."""
        keys: dict[str, None] = {}
        wrong = False
        for line in self.content:
            if not line.strip():
                continue
            if not _KEY.fullmatch(line.strip()):
                self.problem(
                    ProblemKind.CONTENT,
                    f"{line.strip()!r} is not a key",
                    "write one key per line, and nothing else",
                )
                wrong = True
            elif record := self._known(line.strip()):
                if record.key in keys:
                    self.problem(ProblemKind.CONTENT, f"{record.key!r} is listed twice", "remove one of them")
                if record.kind not in kinds:
                    message = f"{record.key!r} is of kind {record.kind!r}, not {kinds[0]!r}"
                    self.problem(ProblemKind.KIND_MISMATCH, message)
                keys[record.key] = None
            else:
                wrong = True
        return None if wrong and not keys else tuple(keys)

    def _known(self, key: str) -> Record | None:
        record = self.domain.catalogue.find(key)
        self.domain.reference(self.env.docname, key)
        if record is None:
            fix = self.domain.catalogue.nearest(key)
            self.problem(ProblemKind.KEY_UNKNOWN, f"no entry has the key {key!r}", fix)
        return record

    def _dependency(
        self, kinds: tuple[str, ...], keys: tuple[str, ...], options: dict[str, Any]
    ) -> ListDependency:
        excluded = tuple(record.key for key in options.get("exclude", ()) if (record := self._known(key)))
        query = query_of({**options, "role": self._role(options)}, kinds, keys, excluded)
        arrangement = self._arrangement(keys, options)
        dependency = ListDependency(query, arrangement)
        for doubt in dependency.doubts(self.domain.catalogue):
            fix = f'add the alias "{sorted_name(doubt.name)}" to one of them in vitae_people'
            self.problem(ProblemKind.NAME_DOUBTFUL, f"option 'author': {doubt}", fix)
        if wanted := options.get("group-order"):
            found = dependency.selected(self.domain.catalogue)
            order = self._group_order(wanted, arrangement, found)
            dependency = replace(dependency, arrangement=replace(arrangement, group_order=order))
        return dependency

    def _arrangement(self, keys: tuple[str, ...], options: dict[str, Any]) -> Arrangement:
        return Arrangement(
            sort=options.get("sort", () if keys else (Sorting("date", descending=True),)),
            group_by=options.get("group-by", ()),
            limit=options.get("limit", 0),
        )

    def _role(self, options: dict[str, Any]) -> Terms:
        role: Terms = options.get("role", ANY)
        if role == ANY or options.get("author", ANY).wanted or self.domain.settings.owners:
            return role
        message = "option 'role': neither an author nor an owner is set"
        self.problem(
            ProblemKind.OPTION_VALUE, message, "add the :author: option, or set vitae_owner in conf.py"
        )
        return ANY

    def _group_order(
        self, wanted: tuple[str, ...], arrangement: Arrangement, records: list[Record]
    ) -> tuple[str, ...]:
        """The values for the groups in the ``group-order`` option.

        Groups that are not in the list are reported.
        """
        order, unknown, there = resolve_order(
            wanted,
            group_values(records, arrangement),
            arrangement.group_by,
            self.domain.rendering.words.heading,
        )
        if unknown and records:
            names = ", ".join(repr(name) for name in unknown)
            message = f"option 'group-order': this list has no group {names}; its groups are: {', '.join(there) or 'none'}"
            fix = "" if there else "add :group-by: to create groups"
            self.problem(ProblemKind.OPTION_VALUE, message, fix)
        return order

    def _empty(self, options: dict[str, Any]) -> list[Node]:
        if options.get("when") or not self.domain.catalogue.records:
            options = {"empty": "", **options}
        return self.nothing(options, "the list is empty", "relax its options")


class PublicationsDirective(ListDirective):
    """Lists publications: all entries that are not of another kind."""

    kind = "publication"


class TalksDirective(ListDirective):
    """Talks."""

    kind = "talk"


class AwardsDirective(ListDirective):
    """Lists awards, including those in the entries of publications."""

    kind = "award"


class ActivitiesDirective(ListDirective):
    """Lists activities of the kinds in the argument: positions, degrees, service, …"""

    def _kinds(self) -> tuple[str, ...]:
        there = sorted(
            {r.kind for r in self.domain.catalogue.records.values()} - {"publication", "talk", "award"}
        )
        asked = [kind.strip().lower() for kind in " ".join(self.arguments).split(",") if kind.strip()]
        if not asked:
            self.problem(
                ProblemKind.ARGUMENT, f"has no argument; the kinds are: {', '.join(there) or 'none'}"
            )
        allowed = {*there, *ACTIVITIES, *self.domain.settings.kinds.values()}
        if not asked or not allowed.issuperset(asked):
            self.domain.depend(self.env.docname, ChoicesDependency(()))
        for kind in asked:
            if kind not in allowed:
                self.problem(
                    ProblemKind.ARGUMENT,
                    f"{kind!r} is not a kind of activity; the kinds are: {', '.join(sorted(allowed))}",
                    did_you_mean(kind, allowed),
                )
        return tuple(kind for kind in asked if kind in allowed)

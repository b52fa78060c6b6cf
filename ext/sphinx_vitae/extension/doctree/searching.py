"""Searches for nodes on a page with thousands of entries.

docutils and Sphinx search each page about seventy times for nodes of a class, such as images. Entries consist of
text and formulas, so a list of entries answers most of these searches without visiting them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from docutils import nodes

__all__ = ["SearchedEntry", "SearchedList"]

_TEXT: Final = frozenset((nodes.Text, nodes.math))
#: Visitors of docutils and Sphinx that do nothing for lists, entries, text and formulas.
_PASSING: Final = frozenset(
    (
        "docutils.transforms.references.DanglingReferencesVisitor",
        "sphinx.transforms.post_transforms.code.HighlightLanguageVisitor",
    )
)


class SearchedEntry(nodes.paragraph):
    """An entry in a list. Whatever else is put into it, by any transform, can be found from then on."""

    def setup_child(self, child: nodes.Node) -> None:
        """Take a new child; every method that adds children calls this."""
        super().setup_child(child)
        if type(child) not in _TEXT and isinstance(self.parent, SearchedList):
            self.parent.searched = True


class SearchedList(nodes.container):
    """A list that searches skip if nothing in it can be what they search for."""

    #: Whether the list has children other than entries of text and formulas, so that it is never skipped.
    searched: bool = False
    #: The class of its entries.
    entries: type = SearchedEntry

    def setup_child(self, child: nodes.Node) -> None:
        """Take a new child."""
        super().setup_child(child)
        if isinstance(child, SearchedEntry) and _TEXT.issuperset(map(type, child.children)):
            self.entries = type(child)
        else:
            self.searched = True

    def copy(self) -> Any:
        """A copy, which is never skipped: Sphinx then gives it its children without a call of `setup_child`."""
        copied = super().copy()
        copied.searched = True
        return copied

    def walk(self, visitor: nodes.NodeVisitor) -> bool:
        """Have a visitor visit the entries, unless it does nothing for them."""
        return False if self._passed_by(visitor) else super().walk(visitor)

    def walkabout(self, visitor: nodes.NodeVisitor) -> bool:
        """Have a visitor visit and leave the entries, unless it does nothing for them."""
        return False if self._passed_by(visitor) else super().walkabout(visitor)

    def _passed_by(self, visitor: nodes.NodeVisitor) -> bool:
        kind = type(visitor)
        return not self.searched and f"{kind.__module__}.{kind.__qualname__}" in _PASSING

    def _fast_findall(self, cls: type) -> Iterator[Any]:
        """Find nodes of a class. `findall` calls this method and the next one, which are private to docutils; if it no
        longer does, searches only take longer.
        """
        if self.searched:
            yield from super()._fast_findall(cls)  # type: ignore[misc]
        elif issubclass(self.entries, cls) and not any(issubclass(kind, cls) for kind in _TEXT):
            yield from [self, *self.children] if isinstance(self, cls) else self.children
        elif any(issubclass(kind, cls) for kind in (self.entries, *_TEXT)):
            yield from [node for node in self._superfast_findall() if isinstance(node, cls)]
        elif isinstance(self, cls):
            yield self

    def _superfast_findall(self) -> Iterator[Any]:
        """Find all nodes, without a search of its own in each entry."""
        if self.searched:
            yield from super()._superfast_findall()  # type: ignore[misc]
            return
        yield self
        for entry in self.children:
            yield entry
            for part in entry.children:
                yield part
                yield from part.children  # the source of a formula

    def findall(  # type: ignore[override]
        self,
        condition: type | Callable[[nodes.Node], bool] | None = None,
        include_self: bool = True,
        descend: bool = True,
        siblings: bool = False,
        ascend: bool = False,
    ) -> Iterator[Any]:
        """Find nodes that meet a condition, without a search of its own in each of them."""
        below = include_self and descend and not siblings and not ascend
        if below and condition is not None and not isinstance(condition, type):
            return filter(condition, super().findall())
        return super().findall(condition, include_self, descend, siblings, ascend)

"""What the head of a page says to machines, read as they read it: parsed, entities resolved."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

__all__ = ["Head", "head_of"]


@dataclass
class Head:
    """The elements of a head, in order."""

    meta: list[tuple[str, str]] = field(default_factory=list)
    links: list[dict[str, str]] = field(default_factory=list)
    data: list[dict[str, Any]] = field(default_factory=list)
    coins: list[str] = field(default_factory=list)

    def all(self, name: str) -> list[str]:
        """The contents of the ``meta`` elements with this name or property."""
        return [content for known, content in self.meta if known == name]

    def one(self, name: str) -> str:
        found = self.all(name)
        assert len(found) == 1, f"{name}: {found}"
        return found[0]

    def names(self, prefix: str = "") -> list[str]:
        return [name for name, _ in self.meta if name.startswith(prefix)]

    def related(self, rel: str) -> list[tuple[str, str]]:
        """The address and media type of each link of this relation."""
        return [(link["href"], link.get("type", "")) for link in self.links if link.get("rel") == rel]

    def typed(self, type_: str) -> dict[str, Any]:
        """The only structured data of this type."""
        found = [each for each in self.data if each.get("@type") == type_]
        assert len(found) == 1, [each.get("@type") for each in self.data]
        return found[0]


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.head = Head()
        self._json: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta" and (name := given.get("name") or given.get("property")):
            self.head.meta.append((name, given["content"]))
        elif tag == "link":
            self.head.links.append(given)
        elif tag == "span" and given.get("class") == "Z3988":
            self.head.coins.append(given["title"])
        elif tag == "script" and given.get("type") == "application/ld+json":
            self._json = []

    def handle_data(self, data: str) -> None:
        if self._json is not None:
            self._json.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._json is not None:
            self.head.data.append(json.loads("".join(self._json)))
            self._json = None


def head_of(page: Path) -> Head:
    """What a built page says."""
    parser = _Parser()
    parser.feed(page.read_text("utf-8"))
    return parser.head

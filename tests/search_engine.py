"""Sphinx's own search, as the search page of a built site runs it, without a browser.

What ``searchtools.js`` does with a query: objects, index entries, titles, then words of pages. Each hit is an
address, best first.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from sphinx.search.en import SearchEnglish


def find(folder: Path, query: str) -> list[str]:
    """The addresses of what a search finds, in the order in which it shows them."""
    source = (folder / "searchindex.js").read_text("utf-8")
    index = json.loads(source.removeprefix("Search.setIndex(").removesuffix(")"))
    hits = [*_titles(index, query), *_entries(index, query), *_objects(index, query), *_pages(index, query)]
    ranked = sorted(hits, key=lambda hit: -hit[0])
    return list(dict.fromkeys(index["docnames"][page] + anchor for _, page, anchor in ranked))


def _terms(query: str) -> list[str]:
    return re.findall(r"\w+", query.lower())


def _titles(index: dict[str, Any], query: str) -> list[tuple[float, int, str]]:
    asked = query.lower().strip()
    return [
        (round(15 * len(asked) / len(title)), page, f"#{id_}" if id_ else "")
        for title, places in index["alltitles"].items()
        if asked in title.lower().strip() and len(asked) >= len(title) / 2
        for page, id_ in places
    ]


def _entries(index: dict[str, Any], query: str) -> list[tuple[float, int, str]]:
    asked = query.lower().strip()
    return [
        (round(100 * len(asked) / len(entry)), page, f"#{id_}" if id_ else "")
        for entry, places in index["indexentries"].items()
        if asked in entry and len(asked) >= len(entry) / 2
        for page, id_, _ in places
    ]


def _objects(index: dict[str, Any], query: str) -> list[tuple[float, int, str]]:
    terms = set(_terms(query))
    hits: list[tuple[float, int, str]] = []
    for prefix, found in index["objects"].items():
        for page, type_, priority, anchor, name in found:
            full = f"{prefix}.{name}" if prefix else name
            type_name = index["objnames"][str(type_)]
            haystack = f"{prefix} {name} {type_name[2]} {index['titles'][page]}".lower()
            score = {0: 15, 1: 5, 2: -5}.get(priority, 0) + 6
            place = {"": full, "-": f"{type_name[1]}-{full}"}.get(anchor, anchor)
            hits += [
                (score, page, f"#{place}")
                for term in terms
                if term in full.lower() and all(other in haystack for other in terms - {term})
            ]
    return hits


def _pages(index: dict[str, Any], query: str) -> list[tuple[float, int, str]]:
    stemmer = SearchEnglish({})
    words = [stemmer.stem(term) for term in _terms(query) if not term.isdigit()]
    found: list[set[int]] = []
    for word in words:
        pages: set[int] = set()
        for terms in (index["terms"], index["titleterms"]):
            for term, where in terms.items():
                if term == word or (len(word) > 2 and word not in terms and word in term):
                    pages.update(where if isinstance(where, list) else [where])
        found.append(pages)
    return [(5, page, "") for page in sorted(set.intersection(*found))] if found else []

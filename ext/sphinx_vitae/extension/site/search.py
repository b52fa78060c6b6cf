"""Words for Sphinx's search, in addition to the text on pages.

An entry is an object in the domain, and the search shows objects by name: `search_name` contains the words
that people search for, and the result links to the entry. The search compares letters exactly. Words with
diacritics are therefore also added without them. Names that a list omits are added too, as words on the page
and as index entries that link to the work. None of this is visible; the nodes exist only while a page is
being written.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from docutils import nodes
from sphinx import addnodes
from sphinx.search import IndexBuilder, SearchLanguage

from sphinx_vitae.model import Person, Record, fold

from ..doctree.nodes import vitae_occurrence, vitae_plain, vitae_work
from .placements import Placement

__all__ = ["WholeAnchor", "add_words", "remember_stems", "search_name"]

#: The name of an entry lists this many people; each of the other people gets an index entry.
_NAMED: Final = 5
#: This many people get an index entry; the rest are added as words on the page.
_LED: Final = 100
_VENUE: Final = (
    "journaltitle",
    "booktitle",
    "maintitle",
    "eventtitle",
    "organization",
    "institution",
    "publisher",
)
_WORD: Final = re.compile(r"\w{2,}")
#: A word with a non-ASCII letter.
_ACCENTED: Final = re.compile(r"\w*[^\W\x00-\x7f]\w*")
#: Common transliterations of letters that many keyboards lack.
_SPELT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


class WholeAnchor(str):
    """The anchor of an object, written out in the search index.

    Sphinx omits an anchor that consists of the object type, a hyphen and the name. Its search page then
    builds the anchor from the displayed name, and the link has no target.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return self is other

    __hash__ = str.__hash__


def search_name(record: Record) -> str:
    """An entry in search results and inventories: ``Title (Guyue Huang, MICRO, Symposium …, 2023)``.

    The lists and the page of an entry share the text while Sphinx keeps them in memory.
    """
    names = [str(person) for person in _people(record)[:_NAMED]]
    facts = [*names, *_venue(record)]
    if record.date and record.date.year is not None:
        facts.append(str(record.date.year))
    title = str(record.title)
    return sys.intern(f"{title} ({', '.join(facts)})" if facts else title)


def _people(record: Record) -> tuple[Person, ...]:
    return record.people("author", "editor", "translator", "holder").persons


def _venue(record: Record) -> list[str]:
    """The venue tag, and the venue of the work or the organization that presented the award."""
    venue = str(record.text(*_VENUE))
    tag = str(record.text("abbr"))
    return [part for part in (tag if tag not in venue else "", venue) if part]


def add_words(
    document: nodes.document,
    docname: str,
    find: Callable[[str], Record | None],
    canonical: Mapping[str, tuple[str, Placement]],
    language: SearchLanguage,
) -> None:
    """Add the words for the search to a page before it is written.

    The words of all entries are given to the search once, because it looks up the stem of each occurrence. Numbers
    are left out if it does not index them, because each would have a stem of its own.

    :param find: key → record.
    :param canonical: key → the page and placement that links to the entry refer to.
    :param language: splits text into words.
    """
    entries = list(_entries(document))
    if not entries:
        return
    # Languages without spaces split words in their context.
    splits = type(language).split is SearchLanguage.split
    unseen: dict[str, None] = {}
    said: dict[str, None] = {}
    leading: list[tuple[str, str, str, str, None]] = []
    for node in entries:
        record = find(node["key"])
        if record is None:
            continue
        text = node.astext()
        chunks = text.split()
        if splits and len(node.children) == 1 and isinstance(node.children[0], nodes.Text):
            said.update(dict.fromkeys(chunks))
            node["classes"].append("no-search")
        words = _unseen(record, text, chunks)
        unseen.update(words)
        words.update(dict.fromkeys(_unnamed(record)))
        if words and (place := canonical.get(record.key)) and place[0] == docname:
            named = place[1].name.lower()  # these words already find it
            leading += [("single", word, place[1].id, "main", None) for word in words if word not in named]
    if leading:
        document.append(addnodes.index(entries=leading))
    if said:
        unseen |= dict.fromkeys(language.split(" ".join(said)))
    if indexed := [word for word in unseen if not word.isdigit() or language.word_filter(word)]:
        document.append(vitae_plain("", " ".join(indexed)))


def remember_stems(indexer: IndexBuilder) -> None:
    """Have the search remember the stems of words for the whole build; Sphinx forgets them after each page."""
    if not hasattr(indexer.lang.stem, "cache_info"):
        indexer.lang.stem = lru_cache(maxsize=None)(indexer.lang.stem)  # type: ignore[method-assign]


def _entries(document: nodes.document) -> Iterator[nodes.Element]:
    """The entries on a page, except announcements, which only link to entries."""
    for node in document.findall(vitae_occurrence):
        if isinstance(node, vitae_work) or node["ids"]:
            yield node


def _unseen(record: Record, text: str, chunks: Sequence[str]) -> dict[str, None]:
    """The words of an entry that are missing in its text on the page, and all of its words without
    diacritics.

    :param chunks: the text, split at spaces.
    """
    titles = [record.title, record.own_title, *record.other_titles.values()]
    facts = [*map(str, titles), *map(str, _people(record)), *_venue(record)]
    if record.date and record.date.year is not None:
        facts.append(str(record.date.year))
    words: dict[str, None] = {}
    if missing := " ".join([fact for fact in facts if fact not in text]):
        seen = set(_WORD.findall(text.lower()))
        words.update(dict.fromkeys(word for word in _WORD.findall(missing.lower()) if word not in seen))
        chunks = (*missing.split(), *chunks)
    for chunk in chunks:
        if not chunk.isascii():
            words.update(dict.fromkeys(_plain_words(chunk)))
    return words


def _unnamed(record: Record) -> Iterator[str]:
    """The family names that `search_name` omits, in all their forms."""
    for person in _people(record)[_NAMED:_LED]:
        for word in _WORD.findall((person.family or person.literal).lower()):
            yield word
            yield from _plain_forms(word)


@lru_cache(maxsize=1 << 12)
def _plain_words(chunk: str) -> tuple[str, ...]:
    """The forms without diacritics of all words that have some."""
    return tuple(form for word in _ACCENTED.findall(chunk) for form in _plain_forms(word))


@lru_cache(maxsize=1 << 12)
def _plain_forms(word: str) -> tuple[str, ...]:
    """A word without diacritics, and with its umlauts spelt out."""
    word = word.lower()
    forms = dict.fromkeys((fold(word), fold(word.translate(_SPELT))))
    return tuple(form for form in forms if form != word and len(form) > 1)

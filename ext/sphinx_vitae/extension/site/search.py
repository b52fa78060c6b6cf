"""What Sphinx's own search knows of an entry, beyond the text that pages show.

An entry is an object of the domain, and searches show objects by their name: `search_name` has what people
look for, and the hit leads to the entry. Searches compare letters as they are. So a word with diacritics is
added to the index without them, and a name that a list leaves out is added as it is: as words of the page,
and each as an index entry that leads to the work. Nothing of this is printed, nor in the general index: the
nodes are there only while a page is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from docutils import nodes
from sphinx import addnodes

from sphinx_vitae.model import Person, Record, fold

from ..doctree.nodes import vitae_plain, vitae_record, vitae_work
from .placements import Placement

__all__ = ["WholeAnchor", "add_words", "search_name"]

#: So many names stand in the name of an entry; the others lead to it one by one.
_NAMED: Final = 5
#: Of so many names each leads to the entry; those behind them are found as words of the page.
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
#: A word with a letter that is not of ASCII.
_ACCENTED: Final = re.compile(r"\w*[^\W\x00-\x7f]\w*")
#: How these letters are written where a keyboard lacks them: also in names that are written so.
_SPELT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


class WholeAnchor(str):
    """The anchor of an object, which the search index writes out.

    Sphinx leaves out an anchor that is the type of an object, a hyphen and its name; its search page then makes
    it of the name that is shown, and the link leads nowhere.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return self is other

    __hash__ = str.__hash__


def search_name(record: Record) -> str:
    """An entry in search results and inventories: ``Title (Guyue Huang, MICRO, Symposium …, 2023)``."""
    names = [str(person) for person in _people(record)[:_NAMED]]
    facts = [*names, *_venue(record)]
    if record.date and record.date.year is not None:
        facts.append(str(record.date.year))
    title = str(record.title)
    return f"{title} ({', '.join(facts)})" if facts else title


def _people(record: Record) -> tuple[Person, ...]:
    return record.people("author", "editor", "translator", "holder").persons


def _venue(record: Record) -> list[str]:
    """The tag as it is written, and where it appeared or who gave it."""
    venue = str(record.text(*_VENUE))
    tag = str(record.text("abbr"))
    return [part for part in (tag if tag not in venue else "", venue) if part]


def add_words(
    document: nodes.document,
    docname: str,
    find: Callable[[str], Record | None],
    canonical: Mapping[str, tuple[str, Placement]],
) -> None:
    """Add the words by which searches find the entries of a page, just before the page is written.

    :param find: the record of a key.
    :param canonical: key → page and placement that links to the entry lead to.
    """
    entries = list(_entries(document))
    if not entries:
        return
    unseen: dict[str, None] = {}
    leading: list[tuple[str, str, str, str, None]] = []
    for node in entries:
        record = find(node["key"])
        if record is None:
            continue
        words = dict.fromkeys(_unseen(record, node.astext()))
        unseen.update(words)
        words.update(dict.fromkeys(_unnamed(record)))
        if words and (place := canonical.get(record.key)) and place[0] == docname:
            named = place[1].name.lower()  # by what stands there it is found already
            leading += [("single", word, place[1].id, "main", None) for word in words if word not in named]
    if leading:
        document.append(addnodes.index(entries=leading))
    if unseen:
        document.append(vitae_plain("", " ".join(unseen)))


def _entries(document: nodes.document) -> Iterator[nodes.Element]:
    """Announcements lead to entries, and are none."""
    for node in document.findall(nodes.Element):
        if isinstance(node, vitae_work) or (isinstance(node, vitae_record) and node["ids"]):
            yield node


def _unseen(record: Record, text: str) -> Iterator[str]:
    """The words of an entry that its text on a page lacks, and the words of both without diacritics."""
    facts = [str(record.title), *map(str, _people(record)), *_venue(record)]
    if record.date and record.date.year is not None:
        facts.append(str(record.date.year))
    missing = " ".join([fact for fact in facts if fact not in text])
    if missing:
        seen = set(_WORD.findall(text.lower()))
        yield from (word for word in _WORD.findall(missing.lower()) if word not in seen)
    for part in (missing, text):
        if not part.isascii():
            for word in _ACCENTED.findall(part):
                yield from _plain_forms(word)


def _unnamed(record: Record) -> Iterator[str]:
    """The family names that do not stand in `search_name`, in all their forms."""
    for person in _people(record)[_NAMED:_LED]:
        for word in _WORD.findall((person.family or person.literal).lower()):
            yield word
            yield from _plain_forms(word)


@lru_cache(maxsize=1 << 12)
def _plain_forms(word: str) -> tuple[str, ...]:
    """A word without diacritics, and with its umlauts spelt out."""
    word = word.lower()
    forms = dict.fromkeys((fold(word), fold(word.translate(_SPELT))))
    return tuple(form for form in forms if form != word and len(form) > 1)

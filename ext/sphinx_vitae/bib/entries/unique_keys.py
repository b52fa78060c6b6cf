"""Keys as written → a unique key for each entry."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import Final
from unicodedata import normalize

from sphinx_vitae.model import ProblemKind, fold

from ..markup.text_parser import plain
from .entry import Entry
from .merging import merged

__all__ = ["make_keys_unique"]

#: Titles this similar may belong to the same work. Only their beginnings are compared.
_ALIKE: Final = 0.6
_COMPARED: Final = 200
#: Longer keys end with the last whole word.
_LONGEST_KEY: Final = 40
_RENAMED: Final = "give it another key"
#: Keys that templates contain, or that programs write if they cannot make one.
_DEFAULT: Final = re.compile(
    r"cite-?key|bibtex-?key|key|untitled|label|template|id|noauthor|unknown|\?+", re.I
)
_OTHER: Final = re.compile(r"[^a-z0-9]+")


def make_keys_unique(entries: list[Entry]) -> None:
    """Append ``~2`` to the second entry's key if two are equal. A missing key is generated from the title.

    Keys that differ only in case are different keys here, as in biber, but the same key in BibTeX, so they
    are reported.
    """
    taken = {entry.written_key for entry in entries}
    numbers: Counter[str] = Counter()
    first: dict[str, Entry] = {}
    first_in_any_case: dict[str, Entry] = {}
    for entry in entries:
        key = entry.written_key
        if not key:
            entry.key = _free(_from_title(entry) or entry.type, taken, numbers)
            if any(value for _, value in entry.written):
                _report_missing(entry)
            continue
        other = first.setdefault(key, entry)
        if other is not entry:
            entry.key = _free(key, taken, numbers)
        else:
            other = first_in_any_case.setdefault(key.lower(), entry)
        if other is not entry:
            _report_duplicate(entry, other)


def _from_title(entry: Entry) -> str:
    """A key from the beginning of the title. Characters without an ASCII equivalent are dropped."""
    title = normalize("NFKD", plain(entry.fields.get("title", ""))[:200]).encode("ascii", "ignore").decode()
    words = _OTHER.sub("-", title.lower()).strip("-")
    whole = words[: _LONGEST_KEY + 1].rpartition("-")[0] if len(words) > _LONGEST_KEY else words
    return whole or words[:_LONGEST_KEY]


def _free(key: str, taken: set[str], numbers: Counter[str]) -> str:
    """The key itself or, if it is taken, the key with the first free number."""
    free = key
    while free in taken:
        numbers[key] += 1
        free = f"{key}~{numbers[key] + 1}"
    taken.add(free)
    return free


def _report_missing(entry: Entry) -> None:
    """Report an entry without a key, for which one has been generated."""
    message = f"this @{entry.raw.type} has no key"
    entry.report(
        ProblemKind.KEY_MISSING,
        message,
        fix=f"write @{entry.raw.type}{{{entry.key.replace('~', '-')}, or another key",
    )


def _report_duplicate(entry: Entry, other: Entry) -> None:
    """Report an entry with the key of another, or with a key that is the same in BibTeX."""
    where = f"line {other.line}" if other.file is entry.file else f"{other.file.name}, line {other.line}"
    is_same_key = other.written_key == entry.written_key
    message, fix = f"another entry has this key ({where})", _another_key(entry, other)
    if not is_same_key:
        message = f"this key and {other.written_key} ({where}) differ only in case, and are one key in BibTeX"
    elif _DEFAULT.fullmatch(entry.written_key):
        message = f"another entry has this default key of a program ({where})"
    elif fix == _RENAMED:
        fix += f"; until then, citations refer to the one in {where}"
    if other.written == entry.written and other.type == entry.type:
        fix = "remove one of them, because the two entries are the same"
        if is_same_key:
            message, fix = f"the same entry is given twice ({where})", "remove one of them"
    entry.report(ProblemKind.KEY_DUPLICATE, message, fix=fix)


def _has_another_doi(entry: Entry, other: Entry) -> bool:
    """Whether each of two entries has a DOI of its own."""
    one, two = (each.fields.get("doi", "").strip().lower() for each in (entry, other))
    return bool(one and two) and one.rpartition("doi.org/")[2] != two.rpartition("doi.org/")[2]


def _another_key(entry: Entry, other: Entry) -> str:
    """What to do about one of two entries with the same key, depending on whether they may be the same work."""
    shorter, longer = sorted((_title(entry), _title(other)), key=len)
    may_be_same = longer.startswith(shorter)  # also if one of them has no title
    if may_be_same or SequenceMatcher(None, shorter[:_COMPARED], longer[:_COMPARED]).ratio() >= _ALIKE:
        if _has_another_doi(entry, other):
            if shorter != longer:
                return _RENAMED
            return (
                "keep the latest one if they are versions of one publication; "
                "otherwise, or to list both, give this one another key"
            )
        fields = merged(other.written, entry.written, is_one_type=entry.type == other.type)
        how = f"{'' if fields.startswith(',') or not fields else ', with '}{fields}"
        return f"if they are the same publication, keep one{how}; otherwise, give this one another key"
    return _RENAMED


def _title(entry: Entry) -> str:
    """The title without differences that do not matter."""
    return "".join(filter(str.isalnum, fold(plain(entry.fields.get("title", "")))))

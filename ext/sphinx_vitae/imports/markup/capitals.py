"""Capitals in titles and names: which words keep theirs, and how to convert names in capitals only."""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.bib.markup.text_parser import plain
from sphinx_vitae.bib.syntax.braces import is_group
from sphinx_vitae.model import Text

__all__ = ["braced_words", "protected_words", "titled_name", "without_outer_braces"]

_WORD: Final = re.compile(r"[^\W_][\w'’+]*")
_LETTERS: Final = re.compile(r"[^\W\d_]")
#: Characters after which a new sentence or a subtitle begins.
_BEGIN: Final = re.compile(r"(?:^|[:.?!–—“\"(]\s*|\s-\s)$")
_COMMAND_BEFORE: Final = re.compile(r"\\(?:[A-Za-z]+\s*|[^A-Za-z\s])$")
#: Words up to this length begin with a lower-case letter even in title case.
_SHORT: Final = 4
_MOSTLY: Final = 0.6
_SHORTEST_NAME: Final = 3


def protected_words(title: Text, braced: frozenset[str] = frozenset()) -> frozenset[str]:
    """The words of a title whose capitals a bibliography style must not change.

    These are words with a capital after the first letter (``mRNA``, ``GPU``) and words that the source has in
    braces. If the source does not use braces, and the title is in sentence case, other capitalised words are
    names.
    """
    text = str(title)
    words = [(found[0], found.start()) for found in _WORD.finditer(text)]
    if not words or _is_shouted(text):
        return braced
    found = {word for word, _ in words if any(map(str.isupper, word[1:]))}
    found |= {word for word, _ in words if len(word) == 1 and word.isupper() and word not in "AI"}
    if not braced and _is_sentence([word for word, _ in words[1:]]):
        before = ""
        for word, start in words:
            joined = text[start - 1 : start] == "-"
            if word[0].isupper() and (before in found if joined else not _BEGIN.search(text[:start])):
                found.add(word)
            before = word
    return frozenset(found | braced)


def _is_shouted(text: str) -> bool:
    letters = _LETTERS.findall(text)
    return sum(map(str.isupper, letters)) > len(letters) * _MOSTLY


def _is_sentence(words: list[str]) -> bool:
    longer = [word for word in words if len(word) >= _SHORT and word[0].isalpha()]
    return bool(longer) and sum(word[0].islower() for word in longer) >= _MOSTLY * len(longer)


def braced_words(source: str) -> frozenset[str]:
    """The words in a title that braces protect. If a whole phrase is in braces, only the words that need
    protection count.
    """
    found: set[str] = set()
    depth, start, command = 0, 0, False
    for brace in re.finditer(r"[{}]", source):
        if brace[0] == "{":
            if not depth:
                start, command = brace.end(), bool(_COMMAND_BEFORE.search(source[: brace.start()]))
            depth += 1
        elif depth:
            depth -= 1
            if not depth and not command:
                words = _WORD.findall(plain(source[start : brace.start()]))
                found.update(words if len(words) == 1 else ())
    return frozenset(word for word in found if word != "A" and any(map(str.isupper, word)))


def without_outer_braces(value: str) -> str:
    """A value without braces around all of it, which do not protect any particular word."""
    value = value.strip()
    while is_group(value):
        value = value[1:-1].strip()
    return value


def titled_name(name: str) -> str:
    """A name in capitals only, such as ``O'BRIEN-SMITH``, in its usual form."""
    letters = _LETTERS.findall(name)
    if len(letters) < _SHORTEST_NAME or not name.isupper():
        return name
    return re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), name)

"""How messages name missing fields."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import Final

from sphinx_vitae.bib.vocabulary import called_in
from sphinx_vitae.model import Publication, Record

__all__ = ["BY_ORGANIZATIONS", "in_words_of", "is_choice", "or_instead", "with_article", "with_values"]

_SEPARATOR: Final = re.compile(", | or ")
#: Types whose organization can take the place of an author.
BY_ORGANIZATIONS: Final = frozenset(("manual", "online", "booklet"))
#: Types of works that can have no author.
_UNSIGNED: Final = frozenset(("article", "book", "incollection", "inbook"))
#: Fields with organizations, which may be the authors.
_ISSUERS: Final = frozenset(("institution", "organization", "publisher"))


def in_words_of(names: str, record: Record, in_file: Container[str]) -> str:
    known = [name for name in names.split("|") if name != "eventtitle" or name in in_file]  # biblatex's alone
    return _or_list([called_in(name, record.type, in_file) for name in known])


def with_values(words: str) -> str:
    """``booktitle or eventtitle`` → ``booktitle = {…} or eventtitle = {…}``."""
    return _or_list([f"{word} = {{…}}" for word in _SEPARATOR.split(words)])


def with_article(words: str) -> str:
    return f"{'an' if words[0] in 'aeiou' and not words.startswith('url') else 'a'} {words}"


def _or_list(items: Sequence[str]) -> str:
    before = ", ".join(items[:-1])
    return f"{before} or {items[-1]}" if before else items[-1]


def or_instead(record: Publication, name: str) -> str:
    """What can take the place of a missing field: an organization as the author, no author, or the date of a visit."""
    if name.startswith("author|") and record.type in BY_ORGANIZATIONS:
        return " or organization = {…}"
    if name.startswith("author") and record.type != "thesis" and not _ISSUERS.isdisjoint(record.fields):
        return ", or author = {{…}} if an organization wrote it"
    if name.startswith("author") and record.type in _UNSIGNED:
        return ", or no author if the work is anonymous"
    if name == "date" and record.type == "online":
        return ", or urldate = {…} if the page has no date"
    return ""


def is_choice(fix: str) -> bool:
    """Whether advice offers a choice, which is clearer at the end."""
    return ", or " in fix or "; " in fix

"""Works that are not published yet, although their types say where they appeared."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import Final

from sphinx_vitae.model import Publication, and_list

from .gap_words import in_words_of, with_values

__all__ = ["OF_PUBLISHED", "as_unpublished", "is_manuscript", "unpublished_type"]

#: The number of characters of a field that are looked at.
_BEGINNING: Final = 200
#: A work that is not published yet, and the fields that say it.
_MANUSCRIPT: Final = re.compile(
    r"\b(?:in (?:preparation|progress|draft)|for submission|(?:to be )?submitted|under (?:review|revision)"
    r"|work in progress|ongoing(?: work)?|working(?! papers?)|draft|unpublished|manuscript)\b",
    re.I,
)
#: A remark at the end of a title.
_REMARK: Final = re.compile(
    r"[.,;:(\[]\s*((?:manuscript|paper|article)?\s*(?:submitted(?: (?:for|to) [^.,;()]{1,60})?|in preparation|under review))\W*$",
    re.I,
)
#: A remark in brackets at the beginning of a title.
_REMARK_BEFORE: Final = re.compile(
    r"\s*[\[(]\s*(WIP|work in progress|in progress|in preparation|under (?:review|revision)|submitted|draft)\s*[\])]",
    re.I,
)
_OF_MANUSCRIPTS: Final = ("note", "keywords", "howpublished", "pubstate", "publisher")
#: Types of published works.
_PUBLISHED: Final = frozenset(("article", "book", "inbook", "incollection", "inproceedings"))
#: Fields that only a published work has.
OF_PUBLISHED: Final = frozenset(("journaltitle", "booktitle", "booktitle|eventtitle", "date"))


def is_manuscript(record: Publication) -> bool:
    """Whether the title or another field of an entry says that the work is not published yet."""
    if remark_in_title(record):
        return True
    told = (record.fields.get(name, "")[:_BEGINNING] for name in _OF_MANUSCRIPTS)
    return _MANUSCRIPT.fullmatch(str(record.title)) is not None or any(map(_MANUSCRIPT.search, told))


def remark_in_title(record: Publication) -> str:
    """The remark at the beginning or the end of a title that says that the work is not published yet; empty if there is none."""
    title = str(record.title)
    found = _REMARK_BEFORE.match(title) or _REMARK.search(title)
    return found[1] if found else ""


def unpublished_type(record: Publication) -> str:
    """The type of a work that is not published yet, and which field becomes its note."""
    if remark := remark_in_title(record):
        return f"@unpublished (move “{remark}” from title to note)"
    own = {written.lower() for written, value in record.written if value}
    if "note" in own:
        return "@unpublished"
    return f"@unpublished ({'rename publisher to note' if 'publisher' in own else 'add note'})"


def as_unpublished(record: Publication, names: Sequence[str], in_file: Container[str]) -> str:
    """What to do about the missing fields of a work that is not published yet; empty for other works.

    :param names: the missing fields that only a published work has, as in the table of required fields.
    """
    if record.type not in _PUBLISHED or not names or not is_manuscript(record):
        return ""
    type_ = unpublished_type(record)
    words = [in_words_of(name, record, in_file) for name in names]
    if any(not value for _, value in record.written):
        added = f"fill in {and_list(words)}"
        empty = " and remove the empty fields"
    else:
        added, empty = f"add {and_list(list(map(with_values, words)))}", ""
    return f"change the type to {type_}{empty}, or {added} once it is published"

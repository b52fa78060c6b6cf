"""Titles in other scripts and languages: biblatex's annotations of the title (manual §3.7)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from sphinx_vitae.model import Record, Text, language_tag

__all__ = ["OtherTitle", "other_titles"]

_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_PREFIX: Final = "title+an:"
#: Names of annotations that stand for "in Latin letters".
_ROMANIZED: Final = frozenset(("romanized", "romanised", "romanization", "transliteration", "transliterated"))


@dataclass(frozen=True, slots=True)
class OtherTitle:
    """An additional title, printed after the title.

    :param text: the text in the format of the page.
    :param lang: its language (BCP 47); empty if unknown.
    :param romanized: whether it is the same title in Latin letters rather than a translation.
    """

    text: str
    lang: str
    romanized: bool

    @property
    def brackets(self) -> str:
        """The brackets around it: parentheses for a romanized title, square brackets for a translation."""
        return "()" if self.romanized else "[]"


def other_titles(record: Record, printed: Callable[[Text], str]) -> Iterator[OtherTitle]:
    """``title+an:romanized``, then ``title+an:<language>`` in the order of the entry.

    :param printed: text → the same text in the format of the page.
    """
    own = language_tag(record.fields.get("langid", ""))
    found = [(field.removeprefix(_PREFIX), field) for field in record.texts if field.startswith(_PREFIX)]
    for name, field in sorted(found, key=lambda each: each[0] not in _ROMANIZED):
        romanized = name in _ROMANIZED
        lang = (f"{own}-Latn" if own else "") if romanized else language_tag(name)
        yield OtherTitle(printed(record.texts[field]), lang if _TAG.fullmatch(lang) else "", romanized)

"""Titles in other scripts and languages: biblatex's annotations of the title (manual §3.7)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from sphinx_vitae.catalogue import translations_after
from sphinx_vitae.model import Record, Settings, Text, known_language, language_tag

__all__ = ["OtherTitle", "other_titles"]

_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


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


def other_titles(record: Record, settings: Settings, printed: Callable[[Text], str]) -> Iterator[OtherTitle]:
    """``title+an:romanized``, then the translations that the site's readers need (``title+an:german``).

    :param printed: text → the same text in the format of the page.
    """
    own = language_tag(record.fields.get("langid", ""))
    for name, text in record.other_titles.items():
        if not known_language(name):
            lang = f"{own}-Latn" if own else ""
            yield OtherTitle(printed(text), lang if _TAG.fullmatch(lang) else "", romanized=True)
    for language, text in translations_after(record, settings).items():
        yield OtherTitle(printed(text), language, romanized=False)

"""Translations of an entry's fields: biblatex's annotations, named after languages (manual §3.7)."""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.model import NAME_FIELDS, ProblemKind, excerpt, known_language, near_language

from ..entries.entry import Entry

__all__ = ["translation_of"]

#: The fields that can be translated.
_TRANSLATED: Final = frozenset(("title", "abstract", "note", "location"))
#: Names of annotations that stand for "in Latin letters".
_ROMANIZED: Final = frozenset(("romanized", "romanised", "romanization", "transliteration", "transliterated"))
#: Parts of an annotation in quotes, each for one part of the field: ``1="Munich"; 2="Vienna"``.
_PART: Final = re.compile(r'\d{1,4}\s*=\s*"((?:[^"]|"(?!\s*(?:;|$)))*)"')
_PARTS: Final = re.compile(rf"(?:{_PART.pattern}\s*;?\s*)+")
#: An annotation that says something about the field instead of translating it: ``=highlight``, ``1=draft``.
_MARK: Final = re.compile(r"(?:\d{1,4})?\s*(?::\s*\w+\s*)?=\s*[^\"]")


def translation_of(entry: Entry, field: str) -> str:
    """The source of a translation; empty if an annotation is something else, which is reported if it looks
    like a translation.

    :param field: the biblatex name of the field with the annotation, such as ``title+an:german``.
    """
    base, _, name = field.partition("+an:")
    value = entry.fields[field]
    if base in NAME_FIELDS:
        return ""
    if base == "title" and name in _ROMANIZED:
        return _unquoted(value, base)
    language = known_language(name)
    if language and base in _TRANSLATED:
        return _unquoted(value, base)
    if (language or base in _TRANSLATED) and not _MARK.match(value):
        _report(entry, field, base, name, known=bool(language))
    return ""


def _unquoted(value: str, base: str) -> str:
    """The text of an annotation: quoted, for the whole field or for its parts, or as plain text."""
    value = value.strip()
    if _PARTS.fullmatch(value):
        return (" and " if base == "location" else " ").join(_PART.findall(value))
    text = value.removeprefix("=").strip()
    return text[1:-1].strip() if len(text) > 1 and text[0] == text[-1] == '"' else text


def _report(entry: Entry, field: str, base: str, name: str, *, known: bool) -> None:
    if known:
        message = f"{entry.called(field)} translates {base}, which cannot be translated; it is not printed"
        fix = f"the fields that can be translated are {', '.join(sorted(_TRANSLATED))}"
    else:
        message = f"{entry.called(field)} names the language “{excerpt(name, 40)}”, which is unknown; it is not printed"
        near = near_language(name)
        fix = f"did you mean {base}+an:{near}?" if near else f"write {base}+an:german, or {base}+an:de"
    entry.report(ProblemKind.TRANSLATION, message, field, fix)

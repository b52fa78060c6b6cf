"""Option parsers: text as written → value for the list. They all raise `OptionError` for invalid input."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, Final

from sphinx_vitae.bib.vocabulary import canonical_field
from sphinx_vitae.select import GROUPINGS, Terms, parse_keywords, parse_sort, parse_terms, parse_years

from .choices import Choices, OptionError, Parse

__all__ = [
    "CONTINUE",
    "any_count",
    "bibfile",
    "choice",
    "count",
    "flag",
    "group_by",
    "keys",
    "keywords",
    "known_words",
    "layout",
    "listed",
    "several",
    "sort",
    "start",
    "text",
    "type_",
    "years",
]

#: The word that ``start`` accepts instead of a number.
CONTINUE: Final = "continue"
_NUMBER: Final = re.compile(r"[0-9]{1,9}")


def listed(words: Iterable[str]) -> str:
    """The words, separated by commas, for a message."""
    return ", ".join(words)


def choice(*allowed: str) -> Parse:
    """A parser that accepts one of these words, ignoring case."""

    def parse(text: str, choices: Choices) -> str:
        word = text.strip().lower()
        if word not in allowed:
            raise OptionError(f"{text!r} is not one of: {listed(allowed)}")
        return word

    return parse


def several(*allowed: str) -> Parse:
    """A parser that accepts one or more of these words, and keeps their order."""
    one = choice(*allowed)

    def parse(text: str, choices: Choices) -> tuple[str, ...]:
        return tuple(str(one(word, choices)) for word in text.split(",") if word.strip())

    return parse


def flag(text: str, choices: Choices) -> bool:
    """True for empty text, ``true`` and ``yes``; false for ``false`` and ``no``."""
    if text.strip().lower() in {"", "true", "yes"}:
        return True
    if text.strip().lower() in {"false", "no"}:
        return False
    raise OptionError(f"{text!r} is not allowed; the option is a flag and does not take a value")


def count(text: str, choices: Choices) -> int:
    """A positive integer."""
    if not _NUMBER.fullmatch(text.strip()) or not int(text):
        raise OptionError(f"it must be a positive integer, not {text!r}")
    return int(text)


def any_count(text: str, choices: Choices) -> int:
    """0 or a positive integer."""
    if not _NUMBER.fullmatch(text.strip()):
        raise OptionError(f"it must be 0 or a positive integer, not {text!r}")
    return int(text)


def start(text: str, choices: Choices) -> int | str:
    """A positive integer, or `CONTINUE`."""
    if text.strip().lower() == CONTINUE:
        return CONTINUE
    if not _NUMBER.fullmatch(text.strip()) or not int(text):
        raise OptionError(f"it must be a positive integer or {CONTINUE!r}, not {text!r}")
    return int(text)


def text(written: str, choices: Choices) -> str:
    """The text without surrounding spaces."""
    return written.strip()


def keys(text: str, choices: Choices) -> tuple[str, ...]:
    """Keys, separated by commas or line breaks."""
    return tuple(key.strip() for key in text.replace("\n", ",").split(",") if key.strip())


def years(text: str, choices: Choices) -> Any:
    """Ranges of years to include and to exclude, from `sphinx_vitae.select.parse_years`."""
    return _asked(parse_years, text)


def keywords(text: str, choices: Choices) -> Any:
    """Keywords to include and to exclude, from `sphinx_vitae.select.parse_keywords`."""
    return _asked(parse_keywords, text)


def _asked(parse: Callable[[str], Any], text: str) -> Any:
    """Parse text that must not be empty.

    :raises OptionError: if it is empty, or the parser raises `ValueError`.
    """
    _something(text)
    try:
        return parse(text)
    except ValueError as error:
        raise OptionError(str(error)) from None


def _something(text: str) -> None:
    if not text.replace(",", "").strip():
        raise OptionError("it is empty; write a value or remove the option")


def known_words(text: str, known: Iterable[str]) -> Terms:
    """Parse words to include and to exclude.

    :param known: the allowed words. Any word can be excluded.
    :raises OptionError: for empty text, and for an unknown word.
    """
    _something(text)
    words = parse_terms(text)
    known = set(known)
    if not all((*words.wanted, *words.unwanted)):
        raise OptionError(f"{text!r} has no word after a minus sign")
    for word in words.wanted:  # excluding what does not exist is harmless
        if word not in known:
            there = f"is not one of: {listed(sorted(known))}" if known else "does not exist"
            raise OptionError(f"{word!r} {there}")
    return words


def type_(text: str, choices: Choices) -> Terms:
    """Parse words for the ``type`` option that are known on this site."""
    return known_words(text, choices.types)


def bibfile(text: str, choices: Choices) -> Terms:
    """Parse the names of this site's bibliographies."""
    return known_words(text, choices.files)


def layout(text: str, choices: Choices) -> str:
    """Parse the name of a template or style, which can contain capitals."""
    word = text.strip()
    return word if word in choices.layouts else str(choice(*choices.layouts)(text, choices))


def group_by(text: str, choices: Choices) -> tuple[str, ...]:
    """Parse some of `sphinx_vitae.select.GROUPINGS`, outermost first, each at most once."""
    _something(text)
    fields: tuple[str, ...] = several(*GROUPINGS)(text, choices)
    if len(set(fields)) < len(fields):
        raise OptionError(f"{text!r} contains a word twice")
    return fields


def sort(text: str, choices: Choices) -> Any:
    """Parse fields with their directions. Aliases of fields are replaced by biblatex's names."""
    _something(text)
    known = choices.sort_fields
    found = []
    for part in parse_sort(text):
        name = part.field if part.field in known else canonical_field(part.field)
        if name not in known:
            raise OptionError(f"cannot sort by {part.field!r}; use one of: {listed(known)}")
        found.append(replace(part, field=name))
    return tuple(found)

"""Readers of the values of options: text as written → what a list works with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, Final

from docutils.parsers.rst import directives

from sphinx_vitae.bib.vocabulary import canonical_field
from sphinx_vitae.select import GROUPINGS, Terms, parse_keywords, parse_sort, parse_terms, parse_years

from .choices import Choices, OptionError, Parse

__all__ = [
    "CONTINUE",
    "any_count",
    "bibfile",
    "choice",
    "classes",
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

#: What ``start`` takes besides a number.
CONTINUE: Final = "continue"
_NUMBER: Final = re.compile(r"[0-9]{1,9}")


def listed(words: Iterable[str]) -> str:
    return ", ".join(words)


def choice(*allowed: str) -> Parse:
    """The reader of one of these."""

    def parse(text: str, choices: Choices) -> str:
        word = text.strip().lower()
        if word not in allowed:
            raise OptionError(f"{text!r} is none of: {listed(allowed)}")
        return word

    return parse


def several(*allowed: str) -> Parse:
    """The reader of some of these, in the order written."""
    one = choice(*allowed)

    def parse(text: str, choices: Choices) -> tuple[str, ...]:
        return tuple(str(one(word, choices)) for word in text.split(",") if word.strip())

    return parse


def flag(text: str, choices: Choices) -> bool:
    if text.strip().lower() in {"", "true", "yes"}:
        return True
    if text.strip().lower() in {"false", "no"}:
        return False
    raise OptionError(f"{text!r} is no value of a flag: it stands alone")


def count(text: str, choices: Choices) -> int:
    if not _NUMBER.fullmatch(text.strip()) or not int(text):
        raise OptionError(f"{text!r} is no number of 1 or more")
    return int(text)


def any_count(text: str, choices: Choices) -> int:
    if not _NUMBER.fullmatch(text.strip()):
        raise OptionError(f"{text!r} is no number of 0 or more")
    return int(text)


def start(text: str, choices: Choices) -> int | str:
    if text.strip().lower() == CONTINUE:
        return CONTINUE
    if not _NUMBER.fullmatch(text.strip()) or not int(text):
        raise OptionError(f"{text!r} is neither a number of 1 or more nor {CONTINUE!r}")
    return int(text)


def text(written: str, choices: Choices) -> str:
    return written.strip()


def classes(text: str, choices: Choices) -> str:
    try:
        return " ".join(directives.class_option(text))
    except ValueError as error:
        raise OptionError(str(error)) from None


def keys(text: str, choices: Choices) -> tuple[str, ...]:
    return tuple(key.strip() for key in text.replace("\n", ",").split(",") if key.strip())


def years(text: str, choices: Choices) -> Any:
    return _asked(parse_years, text)


def keywords(text: str, choices: Choices) -> Any:
    return _asked(parse_keywords, text)


def _asked(parse: Callable[[str], Any], text: str) -> Any:
    """A value that must ask for something: an empty one would be no wish at all."""
    _something(text)
    try:
        return parse(text)
    except ValueError as error:
        raise OptionError(str(error)) from None


def _something(text: str) -> None:
    if not text.replace(",", "").strip():
        raise OptionError("it is empty; write a value, or leave it out")


def known_words(text: str, known: Iterable[str]) -> Terms:
    _something(text)
    words = parse_terms(text)
    known = set(known)
    if not all((*words.wanted, *words.unwanted)):
        raise OptionError(f"{text!r} lacks a word behind a -")
    for word in words.wanted:  # to leave out what is not there is no mistake
        if word not in known:
            there = f"is none of: {listed(sorted(known))}" if known else "is not there"
            raise OptionError(f"{word!r} {there}")
    return words


def type_(text: str, choices: Choices) -> Terms:
    return known_words(text, choices.types)


def bibfile(text: str, choices: Choices) -> Terms:
    return known_words(text, choices.files)


def layout(text: str, choices: Choices) -> str:
    """Names of templates and of styles may have capitals."""
    word = text.strip()
    return word if word in choices.layouts else str(choice(*choices.layouts)(text, choices))


def group_by(text: str, choices: Choices) -> tuple[str, ...]:
    _something(text)
    fields: tuple[str, ...] = several(*GROUPINGS)(text, choices)
    if len(set(fields)) < len(fields):
        raise OptionError(f"{text!r} names one of them twice")
    return fields


def sort(text: str, choices: Choices) -> Any:
    _something(text)
    known = choices.sort_fields
    found = []
    for part in parse_sort(text):
        name = part.field if part.field in known else canonical_field(part.field)
        if name not in known:
            raise OptionError(f"{part.field!r} is no field to sort by; there are: {listed(known)}")
        found.append(replace(part, field=name))
    return tuple(found)

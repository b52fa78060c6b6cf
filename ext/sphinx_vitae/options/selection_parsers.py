"""Parsers for the more complex options that select entries."""

from __future__ import annotations

from sphinx_vitae.bib.vocabulary import canonical_field, is_known
from sphinx_vitae.model import did_you_mean, fold
from sphinx_vitae.select import ANY, Filter, FilterError, Terms, parse_filter, parse_people, parse_terms

from .choices import Choices, OptionError, Parse

__all__ = ["author", "emphasised", "filter_", "group_order", "one_of"]


def one_of(allowed: tuple[str, ...]) -> Parse:
    """A parser that accepts some of these words, and words to exclude."""

    def parse(text: str, choices: Choices) -> Terms:
        words = parse_terms(text)
        if words == ANY:
            raise OptionError(f"it is empty; use one of: {', '.join(allowed)}")
        for word in (*words.wanted, *words.unwanted):
            if word not in allowed:
                raise OptionError(f"{word!r} is not one of: {', '.join(allowed)}")
        return words

    return parse


def author(text: str, choices: Choices) -> Terms:
    """Parse names to include and to exclude. A name to include must appear in an entry."""
    people = parse_people(text)
    if people == ANY:
        raise OptionError("it does not contain a name; write names as in: Huang, Guyue and Xie, Yuan")
    _known(people.wanted, choices)  # excluding a person who does not exist is harmless
    return people


def emphasised(text: str, choices: Choices) -> str:
    """Parse names to emphasise, which are kept as written. Each must appear in an entry."""
    author(text, choices)
    return text.strip()


def _known(names: tuple[str, ...], choices: Choices) -> None:
    for name in names:
        if not choices.has_person(name):
            near = [repr(found) for found in choices.catalogue.namesakes.nearest(name)]
            meant = f"; did you mean {' or '.join(near)}?" if near else ""
            joined = "; join several names with ' and '" if "," in name.partition(",")[2] else ""
            raise OptionError(f"{name!r} does not appear in any entry{joined}{meant}")


def filter_(text: str, choices: Choices) -> Filter:
    """Parse a filter expression whose fields are known.

    :raises OptionError: for a syntax error, and for an unknown field.
    """
    try:
        found = parse_filter(text, canonical_field)
    except FilterError as error:
        raise OptionError(str(error)) from None
    known = choices.sort_fields
    for name in found.fields:
        if not (is_known(name) or name.lower() in known or canonical_field(name) in known):
            near = did_you_mean(name, known)
            fields = f"{near} The fields are" if near else "the fields are"
            raise OptionError(f"unknown field {name!r}; {fields}: {', '.join(known)}")
    return found


def group_order(text: str, choices: Choices) -> tuple[str, ...]:
    """Parse values or headings of groups: folded, and without duplicates."""
    return tuple(dict.fromkeys(fold(word) for word in text.split(",") if word.strip()))

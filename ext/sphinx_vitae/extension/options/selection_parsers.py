"""Readers of the options that say which entries a list has, beyond single words."""

from __future__ import annotations

from sphinx_vitae.bib.vocabulary import canonical_field, is_known
from sphinx_vitae.model import did_you_mean, fold
from sphinx_vitae.select import ANY, Filter, FilterError, Terms, parse_filter, parse_people, parse_terms

from .choices import Choices, OptionError, Parse

__all__ = ["author", "emphasised", "filter_", "group_order", "one_of"]


def one_of(allowed: tuple[str, ...]) -> Parse:
    """The reader of words that are some of these, or all but some."""

    def parse(text: str, choices: Choices) -> Terms:
        words = parse_terms(text)
        if words == ANY:
            raise OptionError(f"it is empty; there are: {', '.join(allowed)}")
        for word in (*words.wanted, *words.unwanted):
            if word not in allowed:
                raise OptionError(f"{word!r} is none of: {', '.join(allowed)}")
        return words

    return parse


def author(text: str, choices: Choices) -> Terms:
    people = parse_people(text)
    if people == ANY:
        raise OptionError("it names nobody; write Huang, Guyue and Xie, Yuan")
    _known(people.wanted, choices)  # to leave out who is not there is no mistake
    return people


def emphasised(text: str, choices: Choices) -> str:
    """Who is there nowhere would be emphasised nowhere."""
    author(text, choices)
    return text.strip()


def _known(names: tuple[str, ...], choices: Choices) -> None:
    for name in names:
        if not choices.has_person(name):
            near = [repr(found) for found in choices.catalogue.namesakes.nearest(name)]
            meant = f"; did you mean {' or '.join(near)}?" if near else ""
            joined = "; names are joined by ' and '" if "," in name.partition(",")[2] else ""
            raise OptionError(f"no entry names {name!r}{joined}{meant}")


def filter_(text: str, choices: Choices) -> Filter:
    try:
        found = parse_filter(text, canonical_field)
    except FilterError as error:
        raise OptionError(str(error)) from None
    known = choices.sort_fields
    for name in found.fields:
        if not (is_known(name) or name.lower() in known or canonical_field(name) in known):
            near = did_you_mean(name, known)
            there_are = f"{near} There are" if near else "there are"
            raise OptionError(f"{name!r} is no field; {there_are}: {', '.join(known)}")
    return found


def group_order(text: str, choices: Choices) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(word) for word in text.split(",") if word.strip()))

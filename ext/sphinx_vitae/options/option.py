"""Options: name, parser and documentation in one declaration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sphinx_vitae.model import did_you_mean

from . import parsers
from .choices import Choices, OptionError, Parse

__all__ = ["LEAVE_OUT", "Option", "read_options"]

#: The form of a word to exclude, in any option that takes a list of words.
LEAVE_OUT: Final = "-x"


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a directive.

    :param values: the kind of input, in a word or two.
    :param explanation: text that is valid in both reStructuredText and Markdown.
    :param words: all words that the option accepts.
    :param forms: an example of each other form of input that it accepts.
    :param default: the default on sites without any settings.
    """

    name: str
    values: str
    explanation: str
    parse: Parse = field(repr=False)
    words: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    default: str = ""


def read_options(
    given: Mapping[str, str], choices: Choices, options: Iterable[Option]
) -> tuple[dict[str, Any], list[str], list[str]]:
    """Check and parse the options of a directive.

    :param given: name → text, as written.
    :param options: the options that the directive accepts.
    :returns: the parsed options, messages about unknown options, and messages about invalid input.
    """
    by_name = {option.name: option for option in options}
    values: dict[str, Any] = {}
    unknown, wrong = [], []
    for name, text in given.items():
        option = by_name.get(name)
        if option is None:
            meant = did_you_mean(name, by_name, 0.6)
            options_are = f"{meant} The options are" if meant else "the options are"
            allowed = (
                f"{options_are}: {parsers.listed(by_name)}"
                if by_name
                else "this directive does not accept any options"
            )
            unknown.append(f"unknown option {name!r}; {allowed}")
            continue
        try:
            values[name] = option.parse(text or "", choices)
        except OptionError as error:
            wrong.append(f"option {name!r}: {error}")
    return values, unknown, wrong

"""The options of lists, declared once: parsing, checking and their documentation all come from here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from docutils.parsers.rst import directives

from sphinx_vitae.bib.vocabulary import canonical_field
from sphinx_vitae.model import NAME_FORMS, PUBLICATION_GROUPS, did_you_mean
from sphinx_vitae.render import AFFILIATIONS, HOUSE_STYLES, PARTS
from sphinx_vitae.select import (
    GROUPINGS,
    NUMBERINGS,
    ROLES,
    STATUSES,
    WHEN,
    Words,
    parse_keywords,
    parse_sort,
    parse_words,
    parse_years,
)

from .choices import Choices, OptionError, Parse
from .selecting import author, filter_, group_order, one_of

__all__ = ["OPTIONS", "AnyOption", "Choices", "Option", "OptionError", "read_options"]


class AnyOption(dict[str, Callable[[str], str]]):
    """Takes every option as it is.

    docutils drops a directive with an unknown option, and MyST ignores the option: a list must do
    neither. What it got is checked by `read_options`.
    """

    def __bool__(self) -> bool:
        return True

    def __contains__(self, key: object) -> bool:
        return True

    def __getitem__(self, key: str) -> Callable[[str], str]:
        return lambda value: str(value or "")


_NUMBER: Final = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a list.

    :param values: what it takes, for the reference.
    :param explanation: reStructuredText and Markdown alike.
    """

    name: str
    values: str
    explanation: str
    parse: Parse = field(repr=False)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


def _choice(*allowed: str) -> Parse:
    def parse(text: str, choices: Choices) -> str:
        word = text.strip().lower()
        if word not in allowed:
            raise OptionError(f"{text!r} is none of: {_listed(allowed)}")
        return word

    return parse


def _flag(text: str, choices: Choices) -> bool:
    if text.strip().lower() in {"", "true", "yes"}:
        return True
    if text.strip().lower() in {"false", "no"}:
        return False
    raise OptionError(f"{text!r} is no value of a flag: it stands alone")


def _count(text: str, choices: Choices) -> int:
    if not _NUMBER.fullmatch(text.strip()) or not int(text):
        raise OptionError(f"{text!r} is no number of 1 or more")
    return int(text)


def _any_count(text: str, choices: Choices) -> int:
    if not _NUMBER.fullmatch(text.strip()):
        raise OptionError(f"{text!r} is no number of 0 or more")
    return int(text)


def _start(text: str, choices: Choices) -> int | str:
    if text.strip().lower() == "continue":
        return "continue"
    if not _NUMBER.fullmatch(text.strip()) or not int(text):
        raise OptionError(f"{text!r} is neither a number of 1 or more nor 'continue'")
    return int(text)


def _text(text: str, choices: Choices) -> str:
    return text.strip()


def _classes(text: str, choices: Choices) -> str:
    try:
        return " ".join(directives.class_option(text))
    except ValueError as error:
        raise OptionError(str(error)) from None


def _keys(text: str, choices: Choices) -> tuple[str, ...]:
    return tuple(key.strip() for key in text.replace("\n", ",").split(",") if key.strip())


def _years(text: str, choices: Choices) -> Any:
    try:
        return parse_years(text)
    except ValueError as error:
        raise OptionError(str(error)) from None


def _keywords(text: str, choices: Choices) -> Any:
    return parse_keywords(text)


def known_words(text: str, known: Iterable[str]) -> Words:
    words = parse_words(text)
    known = set(known)
    for word in words.wanted:  # to leave out what is not there is no mistake
        if word not in known:
            raise OptionError(f"{word!r} is none of: {_listed(sorted(known))}")
    return words


def _type(text: str, choices: Choices) -> Words:
    return known_words(text, choices.types)


def _bibfile(text: str, choices: Choices) -> Words:
    return known_words(text, choices.files)


def _layout(text: str, choices: Choices) -> str:
    """Names of templates and of styles may have capitals."""
    word = text.strip()
    return word if word in choices.layouts else str(_choice(*choices.layouts)(text, choices))


def _sort(text: str, choices: Choices) -> Any:
    known = choices.sort_fields
    found = []
    for part in parse_sort(text):
        name = part.field if part.field in known else canonical_field(part.field)
        if name not in known:
            raise OptionError(f"{part.field!r} is no field to sort by; there are: {_listed(known)}")
        found.append(replace(part, field=name))
    return tuple(found)


def _group_by(text: str, choices: Choices) -> tuple[str, ...]:
    return tuple(str(_choice(*GROUPINGS)(word, choices)) for word in text.split(",") if word.strip())


def _parts(text: str, choices: Choices) -> tuple[str, ...]:
    return tuple(str(_choice(*PARTS)(word, choices)) for word in text.split(",") if word.strip())


OPTIONS: Final = (
    Option(
        "type",
        "words",
        f"Entry types, groups, or words of the entry's own ``type`` field. Groups: {_listed(PUBLICATION_GROUPS)}.",
        _type,
    ),
    Option("year", "years", "``2024``, ``2018-2022``, ``2020..``, ``..2015``, ``last 5``.", _years),
    Option("keywords", "words", "Any of these; ``a & b`` for all.", _keywords),
    Option(
        "author",
        "people",
        "Entries that name any of these people, joined by ``and``, in any field of names: ``Huang, Guyue and Xie, Yuan``. "
        "Who is in ``vitae_owner`` or ``vitae_people`` is found by all aliases and by ORCID, anybody else by the rule for "
        "names. ``-Xie, Yuan`` leaves out.",
        author,
    ),
    Option(
        "role",
        _listed(ROLES),
        "What the ``author`` given, else the owner, is of an entry; several mean any of them. With equal contribution, "
        "all authors marked ``equal`` together with the first are ``first``.",
        one_of(ROLES),
    ),
    Option(
        "status",
        _listed(STATUSES),
        "Whether a work has appeared: as its ``pubstate`` says, or the words in its note; ``published`` where nothing is said.",
        one_of(STATUSES),
    ),
    Option("selected", "flag", "Only entries with ``selected = {true}``.", _flag),
    Option("when", _listed(WHEN), "Measured from ``vitae_today``.", _choice(*WHEN)),
    Option("bibfile", "file names", "Only entries of these files.", _bibfile),
    Option(
        "filter",
        "expression",
        'In the filter language of sphinxcontrib-bibtex: ``year >= 2020 and not (type == "thesis" or "survey" in keywords)``. '
        "There are ``and``, ``or``, ``not``, comparisons, ``in``, ``not in``, ``%`` for a regular expression "
        '(``author % "huang"``), ``|`` and ``&`` for sets, names of fields, texts in quotes, numbers, ``{sets}``, ``[lists]``, '
        "``True`` and ``False``. Numbers are compared by size, texts without regard to case and accents; ``keywords`` and fields "
        'of names are lists (``"Huang" in author``); a field that an entry lacks is empty. ``cited`` and ``docnames`` are not '
        "available. In MyST the value must not begin with a quotation mark: put it into parentheses.",
        filter_,
    ),
    Option("exclude", "keys", "All but these.", _keys),
    Option("limit", "number", "At most this many.", _count),
    Option(
        "sort",
        "fields",
        "``-`` before a field for descending; ``-date`` unless keys are given. What fields leave open, the order of the file decides.",
        _sort,
    ),
    Option(
        "group-by",
        _listed(GROUPINGS),
        "Several, separated by commas, are nested. Years follow ``sort``; the venue is the tag without its year, else the journal, event or book. A work stands under one keyword. ``title`` is for talks and courses given several times.",
        _group_by,
    ),
    Option(
        "group-order",
        "groups",
        "Which groups come first, by their values (``journal``) or as the page calls them (``Journal articles``); others after them. A work stands under the first of these keywords that it has.",
        group_order,
    ),
    Option("number", _listed(NUMBERINGS), "Continues over groups, and is equal on the page and in print; ``canonical``: each work keeps its number of the canonical list.", _choice(*NUMBERINGS)),
    Option("start", "number, continue", "The first number; ``continue`` goes on where the list before on this page ends. Lists that count down do so through all that continue each other.", _start),
    Option("prefix", "text", "Before each number: ``J``, ``C``.", _text),
    Option(
        "layout",
        f"card, tagged, compact, reference, {_listed(HOUSE_STYLES)}, a style of pybtex",
        "``card``: title first. ``tagged``: venue tag first. ``compact``: one line. ``reference``: one paragraph. A house style, or a formatting style of pybtex (``plain``, ``alpha``, …) by its name: that style's references; for publications only. Or a template of the site's own. In print ``card`` is set as ``reference``.",
        _layout,
    ),
    Option("names", _listed(NAME_FORMS), "As in ``vitae_names``.", _choice(*NAME_FORMS)),
    Option("max-authors", "number", "As in ``vitae_max_authors``.", _any_count),
    Option("affiliations", _listed(AFFILIATIONS), "Of authors that have one: ``grouped`` (A and B, UC Berkeley; C, MIT) or ``each`` (A (UC Berkeley); …).", _choice(*AFFILIATIONS)),
    Option("show", _listed(PARTS), "Parts that the layout leaves out by itself.", _parts),
    Option("hide", _listed(PARTS), "Parts that are left out.", _parts),
    Option("owner", "name", "Whose name is emphasised on this list, instead of the owner's.", _text),
    Option("empty", "text", "What an empty list says, instead of a warning.", _text),
    Option("canonical", "flag", "Links to an entry lead to this list.", _flag),
    Option("filterable", "flag", "A search box and what can be chosen stand above the list: types, years, venues, keywords. Without scripts the page shows all.", _flag),
    Option("caption", "text", "Stands above the list; references to its label print it.", _text),
    Option("name", "label", "A label for references to the list; ids of its groups begin with it.", _text),
    Option("class", "words", "Classes of the list, for style sheets.", _classes),
)  # fmt: skip


def read_options(
    given: Mapping[str, str], choices: Choices, options: Iterable[Option] = OPTIONS
) -> tuple[dict[str, Any], list[str], list[str]]:
    """Check and parse what a directive was given.

    :param options: that it takes.
    :returns: the values of the options that are right, messages about unknown options, and messages
        about wrong values.
    """
    by_name = {option.name: option for option in options}
    values: dict[str, Any] = {}
    unknown, wrong = [], []
    for name, text in given.items():
        option = by_name.get(name)
        if option is None:
            meant = did_you_mean(name, by_name, 0.6)
            unknown.append(
                f"there is no option {name!r}; {meant} There are: {_listed(by_name)}".replace(";  ", "; ")
            )
            continue
        try:
            values[name] = option.parse(text or "", choices)
        except OptionError as error:
            wrong.append(f"option {name!r}: {error}")
    return values, unknown, wrong

"""The options of list directives.

Each is declared once, and parsed, checked and documented from its declaration.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sphinx_vitae.model import NAME_FORMS, PUBLICATION_GROUPS, did_you_mean
from sphinx_vitae.render import AFFILIATIONS, HOUSE_STYLES, LAYOUTS, PARTS, TABLE
from sphinx_vitae.select import FILTER_FORMS, GROUPINGS, ROLES, STATUSES, WHEN, YEAR_FORMS

from . import parsers
from .choices import Choices, OptionError, Parse
from .parsers import choice, several
from .selection_parsers import author, emphasised, filter_, group_order, one_of

__all__ = [
    "LEAVE_OUT",
    "NUMBERINGS",
    "OPTIONS",
    "AnyOption",
    "Choices",
    "Option",
    "OptionError",
    "read_options",
]

#: The values of the ``number`` option.
NUMBERINGS: Final = ("none", "ascending", "descending", "canonical")
#: The form of a word to exclude, in any option that takes a list of words.
LEAVE_OUT: Final = "-x"


class AnyOption(dict[str, Callable[[str], str]]):
    """An option specification that accepts every option.

    docutils drops a directive with an unknown option, and MyST ignores the option. Lists must do
    neither, so `read_options` checks all options.
    """

    def __bool__(self) -> bool:
        return True

    def __contains__(self, key: object) -> bool:
        return True

    def __getitem__(self, key: str) -> Callable[[str], str]:
        return lambda value: str(value or "")


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


OPTIONS: Final = (
    Option(
        "type",
        "words",
        "Entry types, publication groups, or words from the entry's own ``type`` field. ``-x`` excludes ``x``, in this and every other option that takes words.",
        parsers.type_,
        PUBLICATION_GROUPS,
        ("inproceedings", "keynote", LEAVE_OUT),
    ),
    Option("year", "years", "The year of the entry. For a range of dates, the first year counts.", parsers.years, (), (*YEAR_FORMS, LEAVE_OUT)),
    Option("keywords", "words", "Any of these keywords; ``a & b`` means both.", parsers.keywords, (), ("a", "a, b", "a & b", LEAVE_OUT)),
    Option(
        "author",
        "people",
        "Entries with any of these people, joined by ``and``, in any name field. People in ``vitae_owner`` or "
        "``vitae_people`` also match by alias and ORCID; other people match by name.",
        author,
        (),
        ("Huang, Guyue", "Huang, Guyue and Xie, Yuan", LEAVE_OUT),
    ),
    Option(
        "role",
        "words",
        "The role of the people in ``author``, or else of the owner; several words mean any of them. If the first author is "
        "marked ``equal``, all authors with that mark count as ``first``.",
        one_of(ROLES),
        ROLES,
        (LEAVE_OUT,),
    ),
    Option(
        "status",
        "words",
        "The publication status, from ``pubstate`` or from phrases in the note; works without a status are ``published``.",
        one_of(STATUSES),
        STATUSES,
        (LEAVE_OUT,),
    ),
    Option("selected", "flag", "Only entries with ``selected = {true}``.", parsers.flag),
    Option("when", "word", "Upcoming, current or past entries, relative to ``vitae_today``.", choice(*WHEN), WHEN),
    Option("bibfile", "file names", "Only entries from these files.", parsers.bibfile, (), ("references.bib", LEAVE_OUT)),
    Option(
        "filter",
        "expression",
        'In the filter language of sphinxcontrib-bibtex: ``year >= 2020 and not (type == "thesis" or "survey" in keywords)``. '
        "Names refer to fields; ``%`` searches for a regular expression. Numbers are compared by value, strings are compared without regard "
        'to case or accents. ``keywords`` and name fields are lists (``"Huang" in author``); a field that an entry '
        "lacks is empty. ``cited`` and ``docnames`` are not available. In MyST, the expression must not begin with a quotation "
        "mark: put it in parentheses.",
        filter_,
        (),
        FILTER_FORMS,
    ),
    Option("exclude", "keys", "All entries except these.", parsers.keys),
    Option("limit", "number", "At most this many entries.", parsers.count),
    Option(
        "sort",
        "fields",
        "The fields to sort by, with ``-`` before a field for descending order. Keys in the body keep their order unless this option is given. Entries that are equal in these fields keep the order of the file.",
        parsers.sort,
        (),
        ("year", "-year", "author, -date"),
        "-date",
    ),
    Option(
        "group-by",
        "words",
        "Several words create nested groups. The order of years follows ``sort``. The venue is the venue tag without its year, or else the journal, event or book. Each work appears under one keyword only. ``title`` is for talks and courses that took place several times.",
        parsers.group_by,
        GROUPINGS,
        ("venue, year",),
        "none",
    ),
    Option(
        "group-order",
        "groups",
        "The groups that come first, by value (``journal``) or heading (``Journal articles``). A work with several keywords appears under the first one in this list.",
        group_order,
    ),
    Option("number", "word", "Numbers continue across groups, and are the same on the page and in print. With ``canonical``, each work keeps its number from the canonical list.", choice(*NUMBERINGS), NUMBERINGS, (), "none"),
    Option("start", "number or word", "The first number. ``continue`` carries on from the previous list on the page. Descending numbers count down through all lists that continue each other.", parsers.start, (parsers.CONTINUE,), ("5",)),
    Option("prefix", "text", "Text before each number, such as ``J`` or ``C``.", parsers.text),
    Option(
        "layout",
        "word",
        "``card``: title first. ``feature``: cards with venue tag and picture, for a few selected works. ``tagged``: venue tag first. ``compact``: one line. ``reference``: one paragraph. ``table``: a row for each activity. For publications, you can also use a house style or a pybtex formatting style (``plain``, ``alpha``, …). Templates add more layouts. In print, ``card`` and ``feature`` are typeset as ``reference``.",
        parsers.layout,
        (*LAYOUTS, TABLE, *HOUSE_STYLES),
        ("plain", "your-own"),
        LAYOUTS[0],
    ),
    Option("names", "word", "The form of names; overrides ``vitae_names``.", choice(*NAME_FORMS), NAME_FORMS, (), NAME_FORMS[0]),
    Option("max-authors", "number", "The maximum number of authors; overrides ``vitae_max_authors``. 0 shows all.", parsers.any_count, (), (), "0"),
    Option("affiliations", "word", "How to show the authors' affiliations: ``grouped`` (A and B, UC Berkeley; C, MIT) or ``each`` (A (UC Berkeley); …).", choice(*AFFILIATIONS), AFFILIATIONS, (), AFFILIATIONS[0]),
    Option("show", "words", "Parts to show that the layout omits by default.", several(*PARTS), PARTS),
    Option("hide", "words", "Parts to omit.", several(*PARTS), PARTS),
    Option("owner", "name", "The people to emphasise in this list instead of the owner, joined by ``and``.", emphasised),
    Option("empty", "text", "The text to show if the list is empty, instead of a warning.", parsers.text),
    Option("canonical", "flag", "Makes links to the entries go to this list.", parsers.flag),
    Option("filterable", "flag", "Adds a search box and menus for type, year, venue and keyword above the list. Without JavaScript, the whole list is shown.", parsers.flag),
    Option("caption", "text", "Text above the list, also shown by references to its label.", parsers.text),
    Option("name", "label", "A label for references to the list. The ids of its groups begin with this label.", parsers.text),
    Option("class", "words", "Classes for your own style sheet.", parsers.classes),
)  # fmt: skip


def read_options(
    given: Mapping[str, str], choices: Choices, options: Iterable[Option] = OPTIONS
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

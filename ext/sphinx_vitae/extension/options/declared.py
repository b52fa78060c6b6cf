"""The options of lists, declared once: parsing, checking and their documentation all come from here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sphinx_vitae.model import NAME_FORMS, PUBLICATION_GROUPS, did_you_mean
from sphinx_vitae.render import AFFILIATIONS, HOUSE_STYLES, LAYOUTS, PARTS
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

#: What the option ``number`` takes.
NUMBERINGS: Final = ("none", "ascending", "descending", "canonical")
#: How a word is written that entries must not have, in every option that takes a list of words.
LEAVE_OUT: Final = "-x"


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


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a directive.

    :param values: what it takes, in a word.
    :param explanation: reStructuredText and Markdown alike.
    :param words: the words that it takes, all of them.
    :param forms: what else it takes, an example of each form.
    :param default: what it is where it is not given, in lists on sites that set nothing else.
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
        "Entry types, groups, or words of the entry's own ``type`` field. ``-x`` leaves out what is ``x``, here as in every option that takes words.",
        parsers.type_,
        PUBLICATION_GROUPS,
        ("inproceedings", "keynote", LEAVE_OUT),
    ),
    Option("year", "years", "The year of the entry; of what took longer, the year in which it began.", parsers.years, (), (*YEAR_FORMS, LEAVE_OUT)),
    Option("keywords", "words", "Any of these; ``a & b`` for all.", parsers.keywords, (), ("a", "a, b", "a & b", LEAVE_OUT)),
    Option(
        "author",
        "people",
        "Entries that name any of these people, joined by ``and``, in any field of names. Who is in ``vitae_owner`` or "
        "``vitae_people`` is found by all aliases and by ORCID, anybody else by the rule for names.",
        author,
        (),
        ("Huang, Guyue", "Huang, Guyue and Xie, Yuan", LEAVE_OUT),
    ),
    Option(
        "role",
        "words",
        "What the ``author`` given, else the owner, is of an entry; several mean any of them. With equal contribution, "
        "all authors marked ``equal`` together with the first are ``first``.",
        one_of(ROLES),
        ROLES,
        (LEAVE_OUT,),
    ),
    Option(
        "status",
        "words",
        "Whether a work has appeared: as its ``pubstate`` says, or the words in its note; ``published`` where nothing is said.",
        one_of(STATUSES),
        STATUSES,
        (LEAVE_OUT,),
    ),
    Option("selected", "flag", "Only entries with ``selected = {true}``.", parsers.flag),
    Option("when", "word", "Measured from ``vitae_today``.", choice(*WHEN), WHEN),
    Option("bibfile", "file names", "Only entries of these files.", parsers.bibfile, (), ("references.bib", LEAVE_OUT)),
    Option(
        "filter",
        "expression",
        'In the filter language of sphinxcontrib-bibtex: ``year >= 2020 and not (type == "thesis" or "survey" in keywords)``. '
        "``%`` searches a regular expression; names are those of fields. Numbers are compared by size, texts without regard "
        'to case and accents; ``keywords`` and fields of names are lists (``"Huang" in author``); a field that an entry '
        "lacks is empty. ``cited`` and ``docnames`` are not available. In MyST the value must not begin with a quotation mark: "
        "put it into parentheses.",
        filter_,
        (),
        FILTER_FORMS,
    ),
    Option("exclude", "keys", "All but these.", parsers.keys),
    Option("limit", "number", "At most this many.", parsers.count),
    Option(
        "sort",
        "fields",
        "``-`` before a field for descending. Keys in the body stand as they are written unless it is given. What fields leave open, the order of the file decides.",
        parsers.sort,
        (),
        ("year", "-year", "author, -date"),
        "-date",
    ),
    Option(
        "group-by",
        "words",
        "Several are nested. Years follow ``sort``; the venue is the tag without its year, else the journal, event or book. A work stands under one keyword. ``title`` is for talks and courses given several times.",
        parsers.group_by,
        GROUPINGS,
        ("venue, year",),
        "none",
    ),
    Option(
        "group-order",
        "groups",
        "Which groups come first, by their values (``journal``) or as the page calls them (``Journal articles``); others after them. A work stands under the first of these keywords that it has.",
        group_order,
    ),
    Option("number", "word", "Continues over groups, and is equal on the page and in print; ``canonical``: each work keeps its number of the canonical list.", choice(*NUMBERINGS), NUMBERINGS, (), "none"),
    Option("start", "number or word", "The first number; ``continue`` goes on where the list before on this page ends. Lists that count down do so through all that continue each other.", parsers.start, (parsers.CONTINUE,), ("5",)),
    Option("prefix", "text", "Before each number: ``J``, ``C``.", parsers.text),
    Option(
        "layout",
        "word",
        "``card``: title first. ``tagged``: venue tag first. ``compact``: one line. ``reference``: one paragraph. A house style, or a formatting style of pybtex (``plain``, ``alpha``, …) by its name: that style's references; for publications only. Or a template of the site's own. In print ``card`` is set as ``reference``.",
        parsers.layout,
        (*LAYOUTS, *HOUSE_STYLES),
        ("plain", "your-own"),
        LAYOUTS[0],
    ),
    Option("names", "word", "As in ``vitae_names``.", choice(*NAME_FORMS), NAME_FORMS, (), NAME_FORMS[0]),
    Option("max-authors", "number", "As in ``vitae_max_authors``; 0 for all.", parsers.any_count, (), (), "0"),
    Option("affiliations", "word", "Of authors that have one: ``grouped`` (A and B, UC Berkeley; C, MIT) or ``each`` (A (UC Berkeley); …).", choice(*AFFILIATIONS), AFFILIATIONS, (), AFFILIATIONS[0]),
    Option("show", "words", "Parts that the layout leaves out by itself.", several(*PARTS), PARTS),
    Option("hide", "words", "Parts that are left out.", several(*PARTS), PARTS),
    Option("owner", "name", "Whose name is emphasised on this list, instead of the owner's; several are joined by ``and``.", emphasised),
    Option("empty", "text", "What an empty list says, instead of a warning.", parsers.text),
    Option("canonical", "flag", "Links to an entry lead to this list.", parsers.flag),
    Option("filterable", "flag", "A search box and what can be chosen stand above the list: types, years, venues, keywords. Without scripts the page shows all.", parsers.flag),
    Option("caption", "text", "Stands above the list; references to its label print it.", parsers.text),
    Option("name", "label", "A label for references to the list; ids of its groups begin with it.", parsers.text),
    Option("class", "words", "Classes of the list, for style sheets.", parsers.classes),
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
            there_are = f"{meant} There are" if meant else "there are"
            all_of_them = f"{there_are}: {parsers.listed(by_name)}" if by_name else "it takes none"
            unknown.append(f"there is no option {name!r}; {all_of_them}")
            continue
        try:
            values[name] = option.parse(text or "", choices)
        except OptionError as error:
            wrong.append(f"option {name!r}: {error}")
    return values, unknown, wrong

"""The options of list directives.

Each is declared once, and parsed, checked and documented from its declaration.
"""

from __future__ import annotations

from typing import Final

from sphinx_vitae.model import NAME_FORMS
from sphinx_vitae.options import (
    SELECTING,
    Option,
    choice,
    emphasised,
    group_order,
    parsers,
    several,
)
from sphinx_vitae.render import AFFILIATIONS, HOUSE_STYLES, LAYOUTS, PARTS, TABLE
from sphinx_vitae.select import GROUPINGS

from .class_names import classes

__all__ = ["NUMBERINGS", "OPTIONS"]

#: The values of the ``number`` option.
NUMBERINGS: Final = ("none", "ascending", "descending", "canonical")


OPTIONS: Final = (
    *SELECTING,
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
        "``card``: title first. ``feature``: cards with venue tag, one sentence and picture, for a few selected works. ``tagged``: venue tag first. ``compact``: one line. ``reference``: one paragraph. ``table``: a row for each activity. For publications, you can also use a house style or a pybtex formatting style (``plain``, ``alpha``, …). Templates add more layouts. In print, ``card`` and ``feature`` are typeset as ``reference``.",
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
    Option("class", "words", "Classes for your own style sheet.", classes),
)  # fmt: skip

"""Renders records: in HTML, LaTeX and Typst with templates that a site can replace, and as plain text."""

from .chart import Chart, Drawing, draw
from .entries.relations import short_name
from .entries.title_groups import Occasion
from .formats.context import RenderContext
from .formats.fragments import printable
from .formats.latex import Latex
from .formats.typst import Typst, literal
from .formats.writer import RawSource
from .language.dates import DateText, print_date
from .language.translated_words import Words
from .mathematics.typst_formulas import typst_formula
from .names.name_marks import legend
from .names.printed_names import print_name
from .options import AFFILIATIONS, LAYOUTS, PARTS, TABLE, EntryOptions
from .plain.plain_records import PlainText
from .styles.registry import HOUSE_STYLES, Styles, style_names
from .templating.renderer import Renderer, layouts
from .venue.tag import tag

__all__ = [
    "AFFILIATIONS",
    "HOUSE_STYLES",
    "LAYOUTS",
    "PARTS",
    "TABLE",
    "Chart",
    "DateText",
    "Drawing",
    "EntryOptions",
    "Latex",
    "Occasion",
    "PlainText",
    "RawSource",
    "RenderContext",
    "Renderer",
    "Styles",
    "Typst",
    "Words",
    "draw",
    "layouts",
    "legend",
    "literal",
    "print_date",
    "print_name",
    "printable",
    "short_name",
    "style_names",
    "tag",
    "typst_formula",
]

"""Records in each output format, through templates that a site can replace; and as plain text."""

from .chart import Chart, Drawing, draw
from .dates import DateText, print_date
from .latex import Latex
from .marks import legend
from .names import print_name
from .occasions import Occasion
from .options import AFFILIATIONS, LAYOUTS, PARTS, EntryOptions
from .plain import PlainText
from .renderer import Renderer, layouts
from .styles import HOUSE_STYLES
from .styling import Styles, style_names
from .text import Source, Surroundings
from .ties import short_name
from .typst import Typst, literal
from .typst_math import typst_formula
from .venue import tag
from .words import Words

__all__ = [
    "AFFILIATIONS",
    "HOUSE_STYLES",
    "LAYOUTS",
    "PARTS",
    "Chart",
    "DateText",
    "Drawing",
    "EntryOptions",
    "Latex",
    "Occasion",
    "PlainText",
    "Renderer",
    "Source",
    "Styles",
    "Surroundings",
    "Typst",
    "Words",
    "draw",
    "layouts",
    "legend",
    "literal",
    "print_date",
    "print_name",
    "short_name",
    "style_names",
    "tag",
    "typst_formula",
]

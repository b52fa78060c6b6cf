"""Renders records: in HTML, LaTeX and Typst with templates that a site can replace, and as plain text."""

from .chart import Chart, Drawing, draw
from .entries.relations import short_name
from .entries.title_groups import Occasion
from .formats.context import RenderContext
from .formats.fragments import printable
from .formats.writer import RawSource
from .language.dates import DateText, print_date
from .language.language_names import own_language_names
from .language.translated_words import Words, english_heading
from .language.translations import DOMAIN, LOCALES, phrases, placeholders, words_in
from .names.name_marks import legend
from .names.printed_names import print_name
from .options import AFFILIATIONS, LAYOUTS, PARTS, TABLE, EntryOptions
from .plain.plain_records import PlainText
from .styles.registry import HOUSE_STYLES, Styles, style_names
from .templating.composed import Composed
from .templating.failed_templates import FailedTemplates
from .templating.renderer import Renderer, layouts
from .venue.tag import tag

__all__ = [
    "AFFILIATIONS",
    "DOMAIN",
    "HOUSE_STYLES",
    "LAYOUTS",
    "LOCALES",
    "PARTS",
    "TABLE",
    "Chart",
    "Composed",
    "DateText",
    "Drawing",
    "EntryOptions",
    "FailedTemplates",
    "Occasion",
    "PlainText",
    "RawSource",
    "RenderContext",
    "Renderer",
    "Styles",
    "Words",
    "draw",
    "english_heading",
    "layouts",
    "legend",
    "own_language_names",
    "phrases",
    "placeholders",
    "print_date",
    "print_name",
    "printable",
    "short_name",
    "style_names",
    "tag",
    "words_in",
]

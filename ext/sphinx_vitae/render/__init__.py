"""Renders records: in HTML, LaTeX and Typst with templates that a site can replace, and as plain text."""

from typing import TYPE_CHECKING

from sphinx_vitae.model.late_names import late_names

if TYPE_CHECKING:
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
    from .styles.known_styles import HOUSE_STYLES, style_names
    from .styles.registry import Styles
    from .templating.composed import Composed
    from .templating.failed_templates import FailedTemplates
    from .templating.layouts import layouts
    from .templating.renderer import Renderer
    from .venue.tag import tag
else:
    __getattr__ = late_names(
        __name__,
        {
            "chart": "Chart Drawing draw",
            "entries.relations": "short_name",
            "entries.title_groups": "Occasion",
            "formats.context": "RenderContext",
            "formats.fragments": "printable",
            "formats.writer": "RawSource",
            "language.dates": "DateText print_date",
            "language.language_names": "own_language_names",
            "language.translated_words": "Words english_heading",
            "language.translations": "DOMAIN LOCALES phrases placeholders words_in",
            "names.name_marks": "legend",
            "names.printed_names": "print_name",
            "options": "AFFILIATIONS LAYOUTS PARTS TABLE EntryOptions",
            "plain.plain_records": "PlainText",
            "styles.known_styles": "HOUSE_STYLES style_names",
            "styles.registry": "Styles",
            "templating.composed": "Composed",
            "templating.failed_templates": "FailedTemplates",
            "templating.layouts": "layouts",
            "templating.renderer": "Renderer",
            "venue.tag": "tag",
        },
    )

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

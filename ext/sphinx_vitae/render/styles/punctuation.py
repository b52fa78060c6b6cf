"""Building blocks for references in all house styles: punctuation, quotation marks, pages."""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.model import EMPTY, Span, Text

from ..language.translated_words import Words
from ..texts import bare, joined

__all__ = ["link", "quoted", "sentences", "shorter_pages", "stopped", "wrapped"]

#: A full stop inside parentheses does not end the sentence: "(2nd ed.)."
_ENDED: Final = re.compile(r"[.?!…。？！؟][”’»」』》]*$")
_RANGE: Final = re.compile(r"(?<![\w.:])(\d+)[–-](\d+)(?![\w.:])")


def stopped(text: Text | str) -> Text:
    """The text with a full stop, unless it already ends a sentence."""
    made = EMPTY + text
    return made + "." if made and not _ENDED.search(str(made)) else made


def sentences(*parts: Text | str) -> Text:
    """The parts that are not empty, each as a sentence."""
    return joined(" ", *map(stopped, parts))


def wrapped(before: str, text: Text | str, after: str = "") -> Text:
    """The text between two strings; empty if the text is empty."""
    return bare(before) + text + after if text else EMPTY


def quoted(text: Text, mark: str, words: Words) -> Text:
    """A title in quotation marks of the language. In English, the following punctuation is inside them, as in
    American English.

    :param mark: the punctuation; after a title that ends with a punctuation mark, a full stop is omitted, but
        a comma is not.
    """
    # Translators: the quotation marks around the title of an article
    before, after = words.around("“{}”")
    if words.calendar:
        return wrapped(before, text, after + {",": words.comma.strip(), ".": ""}.get(mark, mark))
    closing = "" if mark == "." and _ENDED.search(str(text)) else mark
    return wrapped(before, text, f"{closing}{after}")


def link(text: str, url: str) -> Text:
    """Text with a link; only the text if there is no URL."""
    return Text((Span("link", (text,), url),)) if url else bare(text)


def shorter_pages(pages: Text, style: str) -> Text:
    """Page ranges with the second number abbreviated; ranges that contain anything but digits are left
    unchanged.

    :param style: ``chicago`` (Manual of Style, 17th ed., §9.61) or ``vancouver`` (Citing Medicine, ch. 1:
        repeated digits are omitted).
    """
    shorten = _chicago if style == "chicago" else _unrepeated
    parts = (
        _RANGE.sub(lambda found: shorten(found[1], found[2]), part) if isinstance(part, str) else part
        for part in pages.parts
    )
    return Text(tuple(parts))


def _unrepeated(first: str, last: str) -> str:
    if len(first) != len(last) or first >= last:
        return f"{first}-{last}"
    same = next(n for n in range(len(last)) if first[n] != last[n])
    return f"{first}-{last[same:]}"


def _chicago(first: str, last: str) -> str:
    """All digits, if the first number is below 100 or a multiple of 100; the changed part, if it ends in 01
    to 09; otherwise at least two digits.
    """
    number = int(first)
    if number < 100 or number % 100 == 0 or len(first) != len(last) or first >= last:
        return f"{first}–{last}"
    same = next(n for n in range(len(last)) if first[n] != last[n])
    if number % 100 >= 10:
        same = min(same, len(last) - 2)
    return f"{first}–{last[same:]}"

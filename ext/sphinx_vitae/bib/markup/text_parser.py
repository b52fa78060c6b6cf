"""LaTeX markup of a field → `Text`, free of LaTeX and of any output format.

Most fields do not contain any markup, which a few substring tests establish. `latex_parser` parses the
others. Unknown or unbalanced markup is printed, so that no text is lost.

Braces that protect capitals are removed. Straight apostrophes are kept. HTML tags that format text are
parsed; other tags are kept as text. Of HTML's entities, ``&amp;``, ``&lt;``, ``&gt;``, ``&quot;``,
``&apos;``, ``&nbsp;`` and the numeric ones become characters.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from sphinx_vitae.model import EMPTY, Text

from ..syntax.braces import is_plainly_grouped
from ..syntax.characters import squeeze
from .flaws import Flaw
from .latex_parser import LatexParser
from .span_stack import tidied

__all__ = ["ParsedText", "has_markup", "parse_text", "plain", "read_text"]


class ParsedText(NamedTuple):
    """A `Text`, and the problems with its markup."""

    text: Text
    flaws: tuple[Flaw, ...] = ()


#: A choice between a formula and text, which exporters write for dashes and signs; or what may be in front of one:
#: an escaped character, or the beginning or end of a formula.
_CHOICE: Final = re.compile(
    r"\\ifmmode(?![A-Za-z])\s*(?P<formula>(?:[^\\]|\\(?!fi\b|else\b)){0,200})"
    r"(?:\\else(?![A-Za-z])\s*(?P<text>(?:[^\\]|\\(?!fi\b)){0,200}))?\\fi(?![A-Za-z])\s*"
    r"|\\.|\$+",
    re.S,
)
_EMPTY: Final = ParsedText(EMPTY)
#: Longer values are not cached: they are abstracts, which occur only once.
_REMEMBERED: Final = 300


def has_markup(source: str) -> bool:
    """Whether the printed form of a value may differ from the value."""
    # A single character is found fifty times faster than two.
    return (
        "\\" in source
        or "{" in source
        or "$" in source
        or "~" in source
        or "&" in source
        or "`" in source
        or "}" in source
        or "<" in source
        or ("-" in source and "--" in source)
        or ("'" in source and "''" in source)
        or (":" in source and "://" in source)
        or "  " in source
    )


def read_text(source: str) -> ParsedText:
    """The text in the value of a field, and the problems with its markup."""
    if not has_markup(source):
        return ParsedText(Text((source,))) if source else _EMPTY
    if "{" in source and (text := _without_groups(source)):
        return ParsedText(Text((text,)))
    return _remembered(source) if len(source) < _REMEMBERED else _read(source)


def _without_groups(source: str) -> str:
    """The text of a value whose only markup is braces that protect capitals; empty if it has any other markup."""
    text = source.replace("{", "").replace("}", "").strip()
    return text if not has_markup(text) and is_plainly_grouped(source) else ""


def _read(source: str) -> ParsedText:
    reader = LatexParser(_chosen(source) if "\\ifmmode" in source else source)
    text = Text(tidied(reader.parts(), strip=True))
    return ParsedText(text, tuple(reader.flaws))


def _chosen(source: str) -> str:
    """The source, with each choice between a formula and text replaced by the one that applies."""
    pieces, end, in_formula = [], 0, False
    for found in _CHOICE.finditer(source):
        chosen = found[0]
        if found["formula"] is not None:
            chosen = found["formula"] if in_formula else found["text"] or ""
        elif found[0].startswith("$"):
            in_formula = not in_formula
        elif found[0] in {"\\(", "\\[", "\\)", "\\]"}:
            in_formula = found[0] in {"\\(", "\\["}
        pieces += [source[end : found.start()], chosen]
        end = found.end()
    return "".join(pieces) + source[end:]


_remembered = lru_cache(4096)(_read)


def parse_text(text: str) -> Text:
    """LaTeX markup → `Text`."""
    return read_text(squeeze(text)).text


def plain(source: str) -> str:
    """LaTeX markup → plain Unicode."""
    return str(read_text(source).text) if has_markup(source) else source

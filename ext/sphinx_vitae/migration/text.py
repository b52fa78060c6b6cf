"""Markdown and HTML of an old site → values of fields in LaTeX."""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.imports.markup.capitals import protected_words
from sphinx_vitae.imports.markup.html import html_text
from sphinx_vitae.imports.markup.latex import written
from sphinx_vitae.model import Inline, Span, SpanKind, Text

__all__ = ["TEMPLATE", "inline", "plain", "prose", "sentence", "title_of"]

#: Code of Liquid (Jekyll) and of shortcodes (Hugo, Quarto).
TEMPLATE: Final = re.compile(r"\{%-?.{0,2000}?%\}|\{\{.{0,2000}?\}\}", re.S)
_LONGEST: Final = 20_000
_DEEPEST: Final = 5
_INLINE: Final = re.compile(
    r"""
    (?P<math>\$\$[^$\n]{1,500}\$\$|\$[^$\n]{1,500}\$)
  | `(?P<code>[^`\n]{1,500})`
  | (?P<picture>!\[[^\]\n]{0,500}\]\([^)\n]{0,500}\))
  | \[(?P<label>[^\[\]\n]{1,500})\]\((?P<url>[^\s()]{1,1000}(?:\([^\s()]{0,200}\)[^\s()]{0,500})?)(?:\s+"[^"\n]{0,300}")?\)
  | <a\s[^<>]{0,500}?href\s*=\s*["'](?P<href>[^"'<>]{0,1000})["'][^<>]{0,500}>(?P<anchor>.{0,1000}?)</a\s*>
  | <(?P<auto>https?://[^\s<>]{1,1000})>
  | \*\*(?P<strong>[^*\n](?:[^*\n]|\*(?!\*)){0,500})\*\*
  | \*(?P<emph>[^*\s\n][^*\n]{0,500})\*
  | (?<!\w)__(?P<bold>[^_\n]{1,500})__(?!\w)
  | (?<!\w)_(?P<under>[^_\s\n][^_\n]{0,500})_(?!\w)
    """,
    re.X | re.S | re.I,
)
_KINDS: Final[dict[str, SpanKind]] = {
    "strong": "strong",
    "bold": "strong",
    "emph": "emph",
    "under": "emph",
    "code": "code",
}
#: Tags that no text of an entry can have.
_MEDIA: Final = re.compile(
    r"</?(?:img|iframe|video|audio|source|script|style|object|embed|table|t[rdh]|tbody|thead)\b[^<>]{0,1000}>",
    re.I,
)
_BULLET: Final = re.compile(r"\s*(?:[-*+•]|\d{1,2}[.)])\s+(.*)")
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()#+.!<>-])")


def inline(source: str, depth: int = 0) -> Text:
    """A text of one paragraph, with its emphasis, links and formulas. Template code is left out."""
    source = TEMPLATE.sub("", source[:_LONGEST]) if not depth else source
    parts: list[Inline] = []
    behind = 0
    for found in _INLINE.finditer(source) if depth < _DEEPEST else ():
        parts += _html(source[behind : found.start()])
        parts += _span(found, depth)
        behind = found.end()
    return Text((*parts, *_html(source[behind:])))


def _html(source: str) -> list[Inline]:
    """The text, with spaces at its ends, which are those between it and its neighbours."""
    if not source:
        return []
    source = _MEDIA.sub(" ", source)
    made = list(html_text(_ESCAPE.sub(r"\1", source)).parts)
    if source[0].isspace():
        made.insert(0, " ")
    if source[-1].isspace() and len(source.strip()):
        made.append(" ")
    return made


def _span(found: re.Match[str], depth: int) -> list[Inline]:
    if found["math"]:
        return list(html_text(found["math"]).parts)
    if found["picture"]:
        return []
    if found["auto"]:
        return [Span("link", (found["auto"],), found["auto"])]
    url, label = (found["url"] or found["href"] or ""), (found["label"] or found["anchor"] or "")
    if label or url:
        parts = inline(label, depth + 1).parts
        return [Span("link", parts, url)] if url.lower().startswith(("http://", "https://")) else list(parts)
    for name, kind in _KINDS.items():
        if found[name]:
            return [Span(kind, (found[name],) if name == "code" else inline(found[name], depth + 1).parts)]
    return []


def title_of(source: str) -> str:
    """A title as LaTeX, without a link, and with the capitals of names protected."""
    text = _without_links(inline(source))
    return written(text, protected_words(text))


def _without_links(text: Text) -> Text:
    parts: list[Inline] = []
    for part in text.parts:
        parts += part.parts if isinstance(part, Span) and part.kind == "link" else (part,)
    return Text(tuple(parts))


def sentence(source: str) -> str:
    """A text on one line as LaTeX, with its links."""
    return written(inline(" ".join(source.split())))


def plain(source: str) -> str:
    """A text without markup."""
    return " ".join(str(inline(source)).split())


def prose(source: str) -> str:
    r"""A text of several paragraphs as LaTeX; its lists become ``\item``."""
    made: list[str] = []
    for block in re.split(r"\n\s*\n", source.strip()):
        lines, bullets = list[str](), list[str]()
        for line in block.split("\n"):
            if found := _BULLET.match(line):
                bullets.append(found[1])
            elif bullets:
                bullets[-1] += f" {line.strip()}"
            else:
                lines.append(line)
        if any(line.strip() for line in lines):
            made.append((r"\par " if made else "") + sentence("\n".join(lines)))
        made += [rf"\item {value}" for bullet in bullets if (value := sentence(bullet))]
    return " ".join(made)

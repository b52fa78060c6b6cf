"""Functions that several formats share: paragraphs, bullet points, citations, printed URLs, full stops."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from sphinx_vitae.model import Inline, Span, Text

from .context import RenderContext

__all__ = ["WITHIN_URL", "adjoined", "blocks", "cited", "encoded_url", "printable", "printed_url", "stop"]

#: Where a line may break in a printed URL: before punctuation, and after a slash.
WITHIN_URL: Final = re.compile(r"(?<=[^/:])(?=[/?#&=_-]|\.(?!\d))|(?<=[^/]/)(?=[^/])")

#: A mark that ends a sentence, followed by closing quotes, brackets, and markup in any format.
_ENDED: Final = re.compile(r'[.?!…。？！؟][”’»」』》)\]]*(?:</[^>]*>|\}|";|\];|\s)*$')


#: Control characters that do not print anything (other than tabs and line ends), and surrogates.
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
#: Characters that no font contains, or that differ between fonts: U+FFFD, private use characters,
#: noncharacters.
_UNKNOWN: Final = re.compile(
    "[\ufffd\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff"
    + "".join(chr(plane * 0x10000 + 0xFFFE) + chr(plane * 0x10000 + 0xFFFF) for plane in range(1, 15))
    + "]"
)


def printable(text: str) -> str:
    """The text without characters that would break a printed document or PDF/A: LuaTeX stops at U+FFFD."""
    return _UNKNOWN.sub("?", _CONTROLS.sub("", text))


def stop(source: str) -> str:
    """The source with a full stop, unless it already ends in a mark that ends a sentence."""
    if not source or (not source[-1].isalnum() and _ENDED.search(source)):
        return source
    return type(source)(source + ".")


def cited(cite: Span, page: RenderContext) -> tuple[Inline, ...]:
    """The text of a citation: its own text, or else the label of the entry on the page."""
    return cite.parts if cite.parts not in {(), (cite.target,)} else (page.label(cite.target),)


def printed_url(span: Span) -> str:
    """The text of a link if it is a URL or an identifier; otherwise empty."""
    printed = str(Text(span.parts))
    if " " in printed or "/" not in printed or not span.target.endswith(printed.removeprefix("doi:")):
        return ""
    return printed


def encoded_url(url: str) -> str:
    """A URL in ASCII: characters that PDF would misread are percent-encoded."""
    return quote(url, safe="%/:?#@!$&'()*+,;=-._~")


def adjoined(parts: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The parts, with adjacent strings joined, so that a change of direction between them is seen."""
    found: list[Inline] = []
    for part in parts:
        if isinstance(part, str) and found and isinstance(before := found[-1], str):
            found[-1] = before + part
        else:
            found.append(part)
    return tuple(found)


def blocks(text: Text) -> Iterator[tuple[Inline, ...] | list[Span]]:
    """Split a `Text` into paragraphs (tuples of parts) and bulleted lists (lists of ``item`` spans)."""
    paragraph: list[Inline] = []
    bullets: list[Span] = []
    for part in text.parts:
        if isinstance(part, Span) and part.kind in {"item", "par"}:
            if any(not isinstance(p, str) or p.strip() for p in paragraph):
                yield tuple(paragraph)
            paragraph = []
            if part.kind == "item":
                bullets.append(part)
        elif bullets and isinstance(part, str) and not part.strip():
            continue
        else:
            if bullets:
                yield bullets
                bullets = []
            paragraph.append(part)
    if bullets:
        yield bullets
    elif any(not isinstance(p, str) or p.strip() for p in paragraph):
        yield tuple(paragraph)

"""`Text` in each output format. Every string is escaped for the format it goes to, here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import quote

from markupsafe import Markup, escape

from sphinx_vitae.bib.urls import checked_url
from sphinx_vitae.model import Inline, Span, Text

__all__ = [
    "WITHIN_URL",
    "Html",
    "PrintWriter",
    "Source",
    "Surroundings",
    "Writer",
    "blocks",
    "capital",
    "cited",
    "encoded_url",
    "printed_url",
    "stop",
    "unlinked",
]

#: Where a line may end in a printed address: before its marks, and behind a slash.
WITHIN_URL: Final = re.compile(r"(?<=[^/:])(?=[/?#&=_-]|\.(?!\d))|(?<=[^/]/)(?=[^/])")


def capital(text: Text) -> Text:
    """The text with a capital first letter, and nothing else changed."""
    if text.parts and isinstance(first := text.parts[0], str):
        return Text((first[:1].upper() + first[1:], *text.parts[1:]))
    return text


def unlinked(text: Text) -> Text:
    """The text without its links and citations: it goes into a link."""
    return (
        Text(tuple(_unlinked(text.parts))) if any(not isinstance(part, str) for part in text.parts) else text
    )


def _unlinked(parts: tuple[Inline, ...]) -> Iterator[Inline]:
    for part in parts:
        if isinstance(part, str):
            yield part
        elif part.kind in {"link", "cite"}:
            yield from _unlinked(part.parts)
        else:
            yield Span(part.kind, tuple(_unlinked(part.parts)), part.target)


class Surroundings(Protocol):
    """What only the page that is being written knows."""

    def address(self, key: str) -> str:
        """Where the entry of this key is, as seen from this page; empty if it is on none."""

    def math(self, source: str) -> str:
        """TeX math in the page's own format, escaped."""

    def label(self, key: str) -> str:
        """What a citation of this key prints."""

    def file(self, name: str) -> str:
        """Where a file that an entry offers is; empty if the format has no place for it."""

    def number(self, key: str) -> str:
        """The number of the entry on this page; empty if it has none."""

    def page(self, key: str) -> str:
        """Where the entry has a page of its own that is not this one; empty if it has none."""

    def picture(self, name: str, path: Path) -> str:
        """Where a picture of one's own is, by its name beside the page; empty if the format shows none."""


class Source(str):
    """Source of LaTeX or Typst: not to be escaped again."""

    __slots__ = ()


#: A mark that ends a sentence, and behind it what closes: quotes, brackets, and markup of each format.
_ENDED: Final = re.compile(r'[.?!…][”’»)\]]*(?:</[^>]*>|\}|";|\];|\s)*$')


def stop(source: str) -> str:
    """The text with a full stop, unless it ends in one, or in another mark that ends a sentence."""
    if not source or _ENDED.search(source):
        return source
    return type(source)(source + ".")


class Writer(Protocol):
    """What a format makes of texts."""

    def escape(self, text: str) -> str: ...

    def text(self, text: Text, page: Surroundings) -> str:
        """Running text, in one line of thought: bullets stay inline."""

    def prose(self, text: Text, page: Surroundings) -> str:
        """Paragraphs and bullet lists."""


class PrintWriter(Writer, Protocol):
    """A format for paper: its templates write source, and call what HTML has no need of."""

    def internal(self, address: str, inner: str) -> str:
        """A link to an entry, with its page if that is another one: to ``#label``, or to an address outside."""

    def url(self, url: str) -> str:
        """An address as an argument."""

    def verbatim(self, source: str) -> str:
        """Lines of source, as they are."""


def cited(cite: Span, page: Surroundings) -> tuple[Inline, ...]:
    """What a citation prints: its own words, else what the page calls the entry."""
    return cite.parts if cite.parts not in {(), (cite.target,)} else (page.label(cite.target),)


def printed_url(span: Span) -> str:
    """What a link prints, if that is its address or an identifier; else nothing."""
    printed = str(Text(span.parts))
    if " " in printed or "/" not in printed or not span.target.endswith(printed.removeprefix("doi:")):
        return ""
    return printed


def encoded_url(url: str) -> str:
    """An address of ASCII alone: what PDF would misread is percent-encoded."""
    return quote(url, safe="%/:?#@!$&'()*+,;=-._~")


def blocks(text: Text) -> Iterator[tuple[Inline, ...] | list[Span]]:
    """A text as paragraphs (tuples of parts) and bullet lists (lists of ``item`` spans)."""
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


class Html:
    """HTML5."""

    _TAGS: Final = {
        "emph": ("<em>", "</em>"),
        "strong": ("<strong>", "</strong>"),
        "smallcaps": ('<span class="vitae-smallcaps">', "</span>"),
        "sub": ("<sub>", "</sub>"),
        "sup": ("<sup>", "</sup>"),
        "code": ("<code>", "</code>"),
        "quote": ("“", "”"),
        "item": ("", " "),
        "me": ('<strong class="vitae-me">', "</strong>"),
        "mark": ('<sup class="vitae-mark">', "</sup>"),
        "par": ("", ""),
    }

    def escape(self, text: str) -> Markup:
        return escape(text)

    def text(self, text: Text, page: Surroundings) -> Markup:
        if len(text.parts) == 1 and isinstance(first := text.parts[0], str):
            return escape(first)
        return Markup("".join(self._inline(text.parts, page)))

    def prose(self, text: Text, page: Surroundings) -> Markup:
        out = []
        for block in blocks(text):
            if isinstance(block, tuple):
                out.append(f"<p>{''.join(self._inline(block, page)).strip()}</p>")
            else:
                out.append("<ul>" + "".join(f"<li>{self._item(item, page)}</li>" for item in block) + "</ul>")
        return Markup("\n".join(out))

    def _item(self, item: Span, page: Surroundings) -> str:
        """What a bullet says: text alone, or paragraphs and bullets of its own."""
        prose = str(self.prose(Text(item.parts), page))
        first, _, rest = prose.removeprefix("<p>").partition("</p>")
        # Its only paragraph, or the one before its own bullets, is no paragraph of its own.
        return first + rest if prose.startswith("<p>") and "<p>" not in rest else prose

    def _inline(self, parts: tuple[Inline, ...], page: Surroundings) -> Iterator[str]:
        for part in parts:
            if isinstance(part, str):
                yield str(escape(part))
            elif part.kind == "math":
                yield page.math(str(Text(part.parts)))
            elif part.kind in {"link", "person"}:
                yield self.link(part.target, "".join(self._inline(part.parts, page)), "external")
            elif part.kind == "cite":
                inner = "".join(self._inline(cited(part, page), page))
                yield self.link(page.address(part.target), inner, "internal")
            else:
                before, after = self._TAGS[part.kind]
                yield before
                yield from self._inline(part.parts, page)
                yield after

    @staticmethod
    def link(url: str, inner: str, kind: str) -> str:
        """A link around markup; without an address, or with one that is no link, the markup alone."""
        url = checked_url(url) if kind == "external" else url
        if not url:
            return inner
        return f'<a class="reference {kind}" href="{escape(url)}">{inner}</a>'

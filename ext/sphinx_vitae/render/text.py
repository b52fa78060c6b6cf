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

__all__ = ["Html", "Latex", "Surroundings", "Tex", "Writer", "blocks", "capital", "cited", "stop", "unlinked"]


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


class Tex(str):
    """LaTeX source: not to be escaped again."""

    __slots__ = ()


_ENDED: Final = re.compile(r"[.?!…][”’»)\]]*(?:</[^>]*>|\}|\s)*$")


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


def cited(cite: Span, page: Surroundings) -> tuple[Inline, ...]:
    """What a citation prints: its own words, else what the page calls the entry."""
    return cite.parts if cite.parts not in {(), (cite.target,)} else (page.label(cite.target),)


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


class Latex:
    """LaTeX, for any engine that Sphinx knows."""

    _COMMANDS: Final = {
        "emph": (r"\emph{", "}"),
        "strong": (r"\textbf{", "}"),
        "smallcaps": (r"\textsc{", "}"),
        "sub": (r"\textsubscript{", "}"),
        "sup": (r"\textsuperscript{", "}"),
        "code": (r"\texttt{", "}"),
        "quote": ("“", "”"),
        "item": ("", " "),
        "me": (r"\vitaeme{", "}"),
        "mark": (r"\textsuperscript{", "}"),
        "person": ("", ""),
        "par": ("", ""),
    }
    _SPECIAL: Final = {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "%": r"\%",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        '"': r"\textquotedbl{}",
        "`": r"\textasciigrave{}",
        "[": "{[}",
        "]": "{]}",
    }
    #: Where a line may end in a printed address: before its marks, and behind a slash.
    _WITHIN_URL: Final = re.compile(r"(?<=[^/:])(?=[/?#&=_-]|\.(?!\d))|(?<=[^/]/)(?=[^/])")
    # The second of two hyphens, quotes … would make a ligature with the first.
    _TO_ESCAPE: Final = re.compile(r"[\\{}$&%#_~^<>|\"`\[\]]|(?<=-)-|(?<=')'|(?<=,),")
    _IN_URL: Final = {"%": r"\%", "#": r"\#", "&": r"\&", "_": r"\_", "$": r"\$", "~": r"\string~"}

    def escape(self, text: str) -> Tex:
        return Tex(self._TO_ESCAPE.sub(lambda m: self._SPECIAL.get(m[0], "{}" + m[0]), text))

    def text(self, text: Text, page: Surroundings) -> Tex:
        return Tex("".join(self._inline(text.parts, page)))

    def prose(self, text: Text, page: Surroundings) -> Tex:
        out = []
        for block in blocks(text):
            if isinstance(block, tuple):
                out.append("".join(self._inline(block, page)).strip() + "\\par")
            else:
                items = (self.prose(Text(item.parts), page).removesuffix(r"\par") for item in block)
                lines = [r"\begin{itemize}", *(rf"\item {item}" for item in items), r"\end{itemize}"]
                out.append("\n".join(lines))
        return Tex("\n".join(out))

    def _inline(self, parts: tuple[Inline, ...], page: Surroundings) -> Iterator[str]:
        for part in parts:
            if isinstance(part, str):
                yield self.escape(part)
            elif part.kind == "math":
                yield page.math(str(Text(part.parts)))
            elif part.kind == "link":
                yield self.link(
                    part.target, self._printed_url(part) or "".join(self._inline(part.parts, page))
                )
            elif part.kind == "cite":
                yield self.reference(part, page)
            else:
                before, after = self._COMMANDS[part.kind]
                yield before
                yield from self._inline(part.parts, page)
                yield after

    def _printed_url(self, span: Span) -> str:
        """An address or identifier that is printed, with places where the line may end; empty if it is none."""
        printed = str(Text(span.parts))
        if " " in printed or "/" not in printed or not span.target.endswith(printed.removeprefix("doi:")):
            return ""
        return r"\allowbreak{}".join(map(self.escape, self._WITHIN_URL.split(printed)))

    def reference(self, cite: Span, page: Surroundings) -> str:
        """A citation, linked, with its page if that is another one."""
        inner = "".join(self._inline(cited(cite, page), page))
        return self.internal(page.address(cite.target), inner)

    def internal(self, address: str, inner: str) -> str:
        """A link to a label of this document (``#label``, as LaTeX writes it), or to an address outside it."""
        if address.startswith("#"):
            label = address[1:]
            return rf"\hyperref[{label}]{{{inner}}}\ifdefined\vitaeonpage\vitaeonpage{{{label}}}\fi{{}}"
        return self.link(address, inner)

    def link(self, url: str, inner: str) -> str:
        url = checked_url(url)
        return rf"\href{{{self.url(url)}}}{{{inner}}}" if url else inner

    def url(self, url: str) -> Tex:
        """An address as an argument of ``\\href``: what TeX or PDF would misread is percent-encoded."""
        encoded = quote(url, safe="%/:?#@!$&'()*+,;=-._~")
        return Tex("".join(self._IN_URL.get(c, c) for c in encoded))

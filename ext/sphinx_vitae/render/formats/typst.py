"""`Text` in Typst, for CVs without TeX.

Typst's markup is a programming language, so text from a bibliography never becomes part of it: all text is in
string literals, ``#"…";``, which print their content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sphinx_vitae.bib.urls import checked_url
from sphinx_vitae.model import Inline, Span, Text, runs, runs_backwards

from .context import RenderContext
from .fragments import WITHIN_URL, adjoined, blocks, cited, encoded_url, printable, printed_url
from .writer import RawSource

__all__ = ["Typst", "literal"]

#: Characters that a Typst string must escape (Typst reference, "String", escape sequences).
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_BLANK: Final = re.compile("[ \t\n]+")


def literal(text: str) -> RawSource:
    """A Typst string with the printable characters of this text, including line breaks."""
    kept = printable(text.replace("\r\n", "\n").replace("\r", "\n"))
    return RawSource('"' + "".join(_ESCAPES.get(c, c) for c in kept) + '"')


class Typst:
    """Writes Typst.

    Embedded expressions end with a semicolon, so that the text after them does not become part of them.

    :param from_right: whether the document is written from right to left; text of the other direction is then isolated.
        ``None`` isolates nothing.
    """

    _FUNCTIONS: Final = {
        "emph": ("#emph[", "];"),
        "strong": ("#strong[", "];"),
        "smallcaps": ("#smallcaps[", "];"),
        "sub": ("#sub[", "];"),
        "sup": ("#super[", "];"),
        "code": ("#vitae-literal[", "];"),
        "quote": ('#"“";', '#"”";'),
        "item": ("", " "),
        "me": ("#vitae-me[", "];"),
        "mark": ("#super[", "];"),
        "person": ("", ""),
        "par": ("", ""),
    }

    def __init__(self, *, from_right: bool | None = None) -> None:
        self._from_right = from_right
        self._isolated = "#vitae-ltr[{}];" if from_right else "#vitae-rtl[{}];"

    def escape(self, text: str) -> RawSource:
        """A string as source, in which text of the other direction is isolated."""
        if self._from_right is None or not (self._from_right or runs_backwards(text)):
            return self._escaped(text)
        pieces = runs(text, from_right=self._from_right)
        return RawSource(
            "".join(
                self._isolated.format(self._escaped(piece)) if turned else self._escaped(piece)
                for piece, turned in pieces
            )
        )

    def _escaped(self, text: str) -> RawSource:
        """Spaces at the ends of a string stay outside the literal, where adjacent ones collapse."""
        text = _BLANK.sub(" ", printable(re.sub("[\r\x0b\x0c\x85]", " ", text)))
        if not (inner := text.strip(" ")):
            return RawSource(text)
        before = " " if text[0] == " " else ""
        after = " " if text[-1] == " " else ""
        return RawSource(f"{before}#{literal(inner)};{after}")

    def text(self, text: Text, page: RenderContext) -> RawSource:
        """Running text, in which bullet points stay inline."""
        return RawSource("".join(self._inline(text.parts, page)))

    def prose(self, text: Text, page: RenderContext) -> RawSource:
        """Paragraphs and lists."""
        out: list[str] = []
        for block in blocks(text):
            if isinstance(block, tuple):
                out.append(f"#vitae-par[{''.join(self._inline(block, page)).strip()}];")
            else:
                if out:  # it introduces the list
                    out[-1] = out[-1].replace("#vitae-par[", "#vitae-par(sticky: true)[", 1)
                items = (self.prose(Text(item.parts), page) for item in block)
                out.append("#list(" + ", ".join(f"[{item}]" for item in items) + ");")
        return RawSource("\n".join(out))

    def _inline(self, parts: tuple[Inline, ...], page: RenderContext) -> Iterator[str]:
        for part in adjoined(parts) if self._from_right else parts:
            if isinstance(part, str):
                yield self.escape(part)
            elif part.kind == "math":
                yield page.math(str(Text(part.parts)))
            elif part.kind == "link":
                inner = self._address(part) or "".join(self._inline(part.parts, page))
                yield self.link(part.target, inner)
            elif part.kind == "cite":
                yield self.reference(part, page)
            else:
                before, after = self._FUNCTIONS[part.kind]
                yield before
                yield from self._inline(part.parts, page)
                yield after

    def _address(self, span: Span) -> str:
        """A printed URL or identifier, with permitted line breaks; empty if the text of the link is neither."""
        return "#vitae-break;".join(map(self.escape, WITHIN_URL.split(printed_url(span))))

    def reference(self, cite: Span, page: RenderContext) -> str:
        """A linked citation. Where it has no number, it names its page, if that is another one."""
        address = page.address(cite.target)
        inner = self.internal(address, "".join(self._inline(cited(cite, page), page)))
        return inner if page.number(cite.target) else inner + self.on_page([address])

    def internal(self, address: str, inner: str) -> str:
        """A link to an anchor in this document (``#label``), or to an outside address."""
        if address.startswith("#"):
            return f"#vitae-jump({literal(address[1:])})[{inner}];"
        return self.link(address, inner)

    def on_page(self, addresses: Sequence[str]) -> str:
        """The number of the page that has all these anchors, if it is not the page of this place."""
        if not addresses or not all(address.startswith("#") for address in addresses):
            return ""
        return f"#vitae-page({', '.join(literal(address[1:]) for address in addresses)});"

    def link(self, url: str, inner: str) -> str:
        """A link around source; only the source if the URL is unsafe to link to."""
        url = checked_url(url)
        return f"#link({self.url(url)})[{inner}];" if url else inner

    def url(self, url: str) -> RawSource:
        """A URL as an argument, percent-encoded."""
        return literal(encoded_url(url))

    def verbatim(self, source: str) -> RawSource:
        """Source code as an argument."""
        return literal(source)

    def anchor(self, label: str) -> str:
        """The anchor for links to this label."""
        return f"#vitae-anchor({literal(label)});"

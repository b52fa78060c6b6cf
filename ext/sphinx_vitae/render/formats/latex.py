"""`Text` in LaTeX."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sphinx_vitae.bib.urls import checked_url
from sphinx_vitae.model import Inline, Span, Text, runs, runs_backwards

from .context import RenderContext
from .fragments import WITHIN_URL, adjoined, blocks, cited, encoded_url, printable, printed_url
from .writer import RawSource

__all__ = ["Latex"]


class Latex:
    """Writes LaTeX, for any engine that Sphinx supports.

    :param from_right: whether the document is written from right to left; text of the other direction is then isolated.
        ``None`` isolates nothing.
    """

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
    # The second of two hyphens, quotes or commas would form a ligature with the first.
    _TO_ESCAPE: Final = re.compile(r"[\\{}$&%#_~^<>|\"`\[\]]|(?<=-)-|(?<=')'|(?<=,),")
    #: Escaped source → source for which fonts do not substitute other characters.
    _LITERAL: Final = (
        ("{}-", r"\kern0pt -"),
        ("{},", r"\kern0pt ,"),
        ("{}'", "'"),
        ("'", r"\textquotesingle{}"),
    )
    _IN_URL: Final = {"%": r"\%", "#": r"\#", "&": r"\&", "_": r"\_", "$": r"\$", "~": r"\string~"}

    def __init__(self, *, from_right: bool | None = None) -> None:
        self._from_right = from_right
        self._isolated = r"\vitaeltr{{{}}}" if from_right else r"\vitaertl{{{}}}"

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
        return RawSource(self._TO_ESCAPE.sub(lambda m: self._SPECIAL.get(m[0], "{}" + m[0]), printable(text)))

    def text(self, text: Text, page: RenderContext) -> RawSource:
        """Running text, in which bullet points stay inline."""
        return RawSource("".join(self._inline(text.parts, page)))

    def prose(self, text: Text, page: RenderContext) -> RawSource:
        """Paragraphs and itemize environments."""
        out = []
        for block in blocks(text):
            if isinstance(block, tuple):
                out.append("".join(self._inline(block, page)).strip() + "\\par")
            else:
                items = (self.prose(Text(item.parts), page).removesuffix(r"\par") for item in block)
                lines = [r"\begin{itemize}", *(rf"\item {item}" for item in items), r"\end{itemize}"]
                out.append("\n".join(lines))
        return RawSource("\n".join(out))

    def _inline(self, parts: tuple[Inline, ...], page: RenderContext) -> Iterator[str]:
        for part in adjoined(parts) if self._from_right else parts:
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
        """A printed URL or identifier, with permitted line breaks; empty if the text of the link is neither."""
        return r"\allowbreak{}".join(map(self.escape, WITHIN_URL.split(printed_url(span))))

    def reference(self, cite: Span, page: RenderContext) -> str:
        """A linked citation. Where it has no number, it names its page, if that is another one."""
        address = page.address(cite.target)
        inner = self.internal(address, "".join(self._inline(cited(cite, page), page)))
        return inner if page.number(cite.target) else inner + self.on_page([address])

    def internal(self, address: str, inner: str) -> str:
        """A link to a label in this document (``#label``, in the form that LaTeX uses), or to an external
        URL.
        """
        if address.startswith("#"):
            label = address[1:]
            return rf"\hyperref[{label}]{{{inner}}}"
        return self.link(address, inner)

    def on_page(self, addresses: Sequence[str]) -> str:
        """The number of the page that has all these labels, if it is not the page of this place."""
        if not addresses or not all(address.startswith("#") for address in addresses):
            return ""
        labels = ",".join(f"{{{address[1:]}}}" for address in addresses)
        return rf"\ifdefined\vitaeonpage\vitaeonpage{{{labels}}}\fi{{}}"

    def link(self, url: str, inner: str) -> str:
        """A link around source; only the source if the URL is unsafe to link to."""
        url = checked_url(url)
        return rf"\href{{{self.url(url)}}}{{{inner}}}" if url else inner

    def url(self, url: str) -> RawSource:
        r"""A URL as an argument of ``\href``."""
        return RawSource("".join(self._IN_URL.get(c, c) for c in encoded_url(url)))

    def verbatim(self, source: str) -> RawSource:
        r"""Source code: each line is a ``\vitaecode``, with its indentation in characters.

        In LuaTeX and XeTeX, fonts form ligatures across empty groups and curl quotes. This prevents both.
        """
        lines = []
        for line in source.splitlines():
            code = str(self.escape(line.lstrip()))
            for written, meant in self._LITERAL:
                code = code.replace(written, meant)
            code = re.sub(" {2,}", lambda run: "\\ " * len(run[0]), code)
            lines.append(f"\\vitaecode{{{len(line) - len(line.lstrip())}}}{{{code}}}")
        return RawSource("\n".join(lines))

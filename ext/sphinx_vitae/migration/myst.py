"""The body of an old page → MyST that builds without a warning and runs nothing.

HTML stays as it is. Template code (Liquid, shortcodes) and code cells become comments, and are reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from .text import TEMPLATE

__all__ = ["Links", "to_myst"]

_FENCE: Final = re.compile(r"\s*(`{3,}|~{3,})\s*(.*)")
_HEADING: Final = re.compile(r"(#{1,6})\s+(.+?)\s*#*\s*")
_UNDERLINE: Final = re.compile(r"(=+|-+)\s*")
_CITE: Final = re.compile(r"\{%-?\s*cite\s+([^%]+?)\s*-?%\}")
_LIST: Final = re.compile(r"\{%-?\s*bibliography\b([^%]*?)-?%\}")
_LIST_FILE: Final = re.compile(r"\s*(?:(?:--file|-f)\s+([\w./-]+))?\s*")
_SILENT: Final = re.compile(
    r"\{%-?\s*(?:include\s+(?:base_path|toc)|raw|endraw)\b.*?%\}|\{\{-?\s*(?:base_path|site\.(?:base)?url)\s*-?\}\}",
    re.S,
)
_QUOTED_URL: Final = re.compile(
    r"""\{\{-?\s*["']([^"'{}]*)["']\s*\|[^{}]*url[^{}]*\}\}|\{\{[<%]\s*(?:rel)?ref\s+["']?([^\s"'<>%]+)["']?\s*[>%]\}\}"""
)
_FIGURE: Final = re.compile(
    r"""\{(?:%-?\s*include\s+figure\.\w+|\{[<%]\s*figure)\b(.*?)(?:%|[>%]\})\}""", re.S
)
_SOURCE: Final = re.compile(r"""\b(?:path|src)\s*=\s*["']([^"']+)["']""")
_CAPTION: Final = re.compile(r"""\b(?:alt|title|caption)\s*=\s*["']([^"'\[\]]*)["']""")
_LINK: Final = re.compile(
    r"""(!?)\[([^\[\]\n]{0,1000}|!\[[^\[\]\n]{0,300}\]\([^()\n]{0,500}\))\]\(<?([^\s()<>]{0,1000}(?:\([^\s()]{0,200}\)[^\s()<>]{0,500})?)>?(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\)"""
)
_DEFINITION: Final = re.compile(r"\s{0,3}\[[^\]\n]{1,300}\]:\s*<?([^\s>]+)>?.*")
_TAG_ADDRESS: Final = re.compile(
    r"""<(?:a|img)\s[^<>]{0,800}?(?:href|src)\s*=\s*["']([^"'<>]{0,1000})["'][^<>]{0,800}>""", re.I
)
_IMAGE_LINE: Final = re.compile(r"""\s*<img\s[^<>]*?src\s*=\s*["']([^"'<>]+)["'][^<>]*>\s*""", re.I)
_ALT: Final = re.compile(r"""\balt\s*=\s*["']([^"'\[\]]*)["']""", re.I)
_ATTRIBUTES: Final = re.compile(
    r"(?<=[\])])\{:?\s*[.#:\w][^{}\n]{0,300}\}|^\s*\{:[^{}\n]{0,300}\}\s*$|(?<=\S)\s+\{[#.][^{}\n]{0,300}\}\s*$"
)
_DIRECTIVE: Final = re.compile(r"(`{3,}|~{3,}|:{3,})([ \t]*)(?=\{)")
_ROLE: Final = re.compile(r"\{(?=[\w:.+-]{1,60}\}`)")
_OUTSIDE: Final = re.compile(r"(?:https?|mailto|tel|ftp|doi):|//", re.I)
_HELD: Final = re.compile("\x00(\\d+)\x00")


@dataclass
class Links:
    """What a page may refer to.

    :ivar page: an address of the old site → the link in the new one; empty if it is not a page.
    :ivar file: an address of a file → its path beside this page, copied; empty if there is none.
    :ivar keys: the entries that can be cited.
    :ivar listed: a .bib file of the old site → the lists of its entries; empty if there are none.
    :ivar cited: the keys that were cited.
    :ivar left: called with a field and a value that has no place.
    """

    page: Callable[[str, str], str]
    file: Callable[[str], str]
    keys: frozenset[str]
    left: Callable[[str, str], None]
    listed: Callable[[str], str]
    cited: list[str] = field(default_factory=list)
    _held: list[str] = field(default_factory=list)

    def hold(self, made: str) -> str:
        """A piece that later steps must leave alone."""
        self._held.append(made)
        return f"\x00{len(self._held) - 1}\x00"

    def released(self, text: str) -> str:
        """The text with these pieces."""
        for _ in range(4):
            if "\x00" not in text:
                break
            text = _HELD.sub(lambda found: self._held[int(found[1])], text)
        return text


def to_myst(body: str, links: Links) -> str:
    """The body, without the title of the page."""
    body = "".join(c for c in body.replace("\t", "    ") if c == "\n" or c.isprintable())
    body = _templates(body, links)
    made: list[str] = []
    level = 1
    lines = _without_cells(body.strip("\n").split("\n"), links)
    fence = ""
    for number, line in enumerate(lines):
        found = _FENCE.fullmatch(line)
        if fence or found:
            made.append(_DIRECTIVE.sub(r"\1text ", line))
            if found and not fence:
                fence = found[1]
            elif found and found[1].startswith(fence) and not found[2]:
                fence = ""
            continue
        following = lines[number + 1] if number + 1 < len(lines) else ""
        heading = _heading(line, following)
        if heading:
            level = min(max(heading[0], 2), level + 1)
            made += ["", f"{'#' * level} {_line(heading[1], links)}", ""]
        elif not (_UNDERLINE.fullmatch(line) and number and _is_underlined(lines[number - 1])):
            made.append(_line(line, links))
    if fence:
        made.append(fence)
    return links.released("\n".join(made)).strip() + "\n"


def _heading(line: str, following: str) -> tuple[int, str] | None:
    if found := _HEADING.fullmatch(line):
        return len(found[1]), _ATTRIBUTES.sub("", found[2])
    if _is_underlined(line) and (under := _UNDERLINE.fullmatch(following)) and len(under[1]) > 2:
        return (1 if under[1][0] == "=" else 2), line.strip()
    return None


def _is_underlined(line: str) -> bool:
    return bool(line.strip()) and not re.match(r"\s{4}|\s*(?:[-*+>|#<]|\d+[.)])", line)


def _templates(body: str, links: Links) -> str:
    """Template code as comments; citations, figures and addresses in it as MyST."""
    body = _SILENT.sub("", body)
    body = _QUOTED_URL.sub(lambda found: found[1] or found[2] or "", body)
    body = _CITE.sub(lambda found: _cited(found, links), body)
    body = _LIST.sub(lambda found: _list(found, links), body)
    body = _FIGURE.sub(lambda found: _figure(found, links), body)

    def comment(found: re.Match[str]) -> str:
        code = " ".join(found[0].split())
        links.left("body", code)
        return links.hold(f"<!-- {code.replace('--', '- -').replace('>', '&gt;')} -->")

    return TEMPLATE.sub(comment, body)


def _cited(found: re.Match[str], links: Links) -> str:
    keys = found[1].split()
    if keys and all(key in links.keys for key in keys):
        links.cited += keys
        return links.hold(f"{{cite:p}}`{','.join(keys)}`")
    return found[0]


def _list(found: re.Match[str], links: Links) -> str:
    options = _LIST_FILE.fullmatch(found[1])
    made = links.listed(options[1] or "papers.bib") if options else ""
    return links.hold(f"\n\n{made}\n\n") if made else found[0]


def _figure(found: re.Match[str], links: Links) -> str:
    source = _SOURCE.search(found[1])
    path = links.file(source[1]) if source else ""
    if not path:
        return found[0]
    caption = _CAPTION.search(found[1])
    return links.hold(f"\n\n![{caption[1] if caption else ''}]({path})\n\n")


def _without_cells(lines: list[str], links: Links) -> list[str]:
    """The lines without code cells and the fences of divisions."""
    made: list[str] = []
    fence, cell = "", list[str]()
    for line in lines:
        found = _FENCE.fullmatch(line)
        if fence:
            cell.append(line)
            if found and found[1].startswith(fence) and not found[2]:
                links.left("body", "\n".join(cell))
                fence, cell = "", []
        elif found and found[2].startswith("{"):
            fence, cell = found[1], [line]
            made.append(f"<!-- left out: a cell {found[2].replace('--', '- -').replace('>', '')} -->")
        elif line.lstrip().startswith(":::"):
            links.left("body", line.strip())
        else:
            made.append(line)
    if cell:
        links.left("body", "\n".join(cell))
    return made


def _line(line: str, links: Links) -> str:
    """A line of text."""
    if (
        (found := _IMAGE_LINE.fullmatch(line))
        and not _OUTSIDE.match(found[1])
        and (path := links.file(found[1]))
    ):
        alt = _ALT.search(line)
        return links.hold(f"\n![{alt[1] if alt else ''}]({path})\n")
    for attributes in _ATTRIBUTES.findall(line):
        links.left("body", attributes.strip())
    line = _ATTRIBUTES.sub("", line)
    if re.match(r"\s+</?[A-Za-z!]", line):
        line = line.lstrip()
    for address in _TAG_ADDRESS.findall(line):
        if not _OUTSIDE.match(address) and not address.startswith(("data:", "\x00")):
            links.left("link in HTML", address)
    if (found := _DEFINITION.fullmatch(line)) and not _OUTSIDE.match(found[1]):
        links.left("link", line.strip())
        return ""
    line = _LINK.sub(lambda found: _linked(found, links), line)
    line = _ROLE.sub(r"\\{", _DIRECTIVE.sub(r"\1text ", line))
    if re.match(r"\s{0,3}(?:%|\([^()\s]+\)=|\{)", line):
        return f"\\{line.lstrip()}"
    return line


def _linked(found: re.Match[str], links: Links) -> str:
    picture, label, url = found[1], found[2], found[3]
    if label.startswith("!["):
        label = _LINK.sub(lambda inner: _linked(inner, links), label)
    if url.startswith("//"):
        url = f"https:{url}"
    if _OUTSIDE.match(url):
        return (
            links.hold(f"{picture}[{label}]({url})") if not label.startswith("\x00") else f"[{label}]({url})"
        )
    if not picture and url and (made := links.page(url, label)):
        return links.hold(made)
    if url and (path := links.file(url)):
        return links.hold(f"{picture}[{label}]({path})")
    links.left("picture" if picture else "link", f"{label} → {url}" if label and "\x00" not in label else url)
    return label if not picture else ""

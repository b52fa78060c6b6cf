"""What readers see of a site, and what is the same in all languages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bs4 import BeautifulSoup, Tag

from site_builder import Built

__all__ = ["printed", "same_in_all_languages"]

_ADDRESS: Final = re.compile(r"https?://\S+|\S+@\S+|\b(?:[\w-]+\.)+(?:org|html|pdf)\b|\barXiv:\S+")
_BIBTEX: Final = re.compile(r"@\w+\{(?:[^{}]|\{[^{}]*\})*\}")
#: Attributes that browsers show or read aloud, or that the script prints.
_SHOWN: Final = (
    "title",
    "aria-label",
    "alt",
    "placeholder",
    "data-some",
    "data-abstract",
    "data-copy",
    "data-copied",
)


def printed(built: dict[str, Built]) -> Iterator[tuple[str, str]]:
    """The text that readers see, with the file that it is in."""
    for path in sorted(built["html"].folder.rglob("*.html")):
        if path.name not in {"search.html", "genindex.html"}:
            yield from ((path.name, _ADDRESS.sub("", text)) for text in of_page(path))
    for path in sorted(built["html"].folder.glob("feeds/*.json")):
        yield path.name, _ADDRESS.sub("", " ".join(of_feed(path)))
    yield "llms.txt", _ADDRESS.sub("", built["html"].text("llms.txt"))
    for path in sorted(built["text"].folder.rglob("*.txt")):
        yield path.name, _ADDRESS.sub("", _BIBTEX.sub("", path.read_text("utf-8")))
    yield "searchindex.js", " ".join(of_search(built["html"].text("searchindex.js")))
    yield "cv.tex", _ADDRESS.sub("", of_latex(built["latex"].text("cv.tex")))
    yield "cv.typ", _ADDRESS.sub("", " ".join(of_typst(built["cvpdf"].text("cv.typ"))))


def of_page(path: Path) -> Iterator[str]:
    """The text of a page, and our text outside of it. The rest is the theme's."""
    page = BeautifulSoup(path.read_text("utf-8"), "html.parser")
    for tag in page.select("style, pre, .headerlink, .Z3988"):
        tag.decompose()
    for tag in page.select("[role=main], .vitae-profile, script[data-copy]"):
        yield tag.get_text(" ")
        yield from (
            str(each[name]) for each in (tag, *tag.find_all(True)) for name in _SHOWN if each.get(name)
        )
    for tag in page.select(
        "meta[name=description], meta[property='og:title'], meta[property='og:description']"
    ):
        yield str(tag["content"])


def of_feed(path: Path) -> Iterator[str]:
    feed = json.loads(path.read_text("utf-8"))
    yield feed["title"]
    for item in feed["items"]:
        yield item["title"]
        yield BeautifulSoup(item.get("content_html", ""), "html.parser").get_text(" ")


def of_search(index: str) -> Iterator[str]:
    """The names of kinds of entries, which search results have beside the titles."""
    for _, _, name in json.loads(index[index.index("{") : index.rindex("}") + 1])["objnames"].values():
        yield name


def of_latex(source: str) -> str:
    """The text of a document, without commands and their names."""
    body = source.partition(r"\begin{document}")[2]
    for command in (
        r"\\detokenize\{[^{}]*\}",
        r"\\vitaelink\{[^{}]*\}",
        r"\\pagestyle\{\w+\}",
        r"\{tel:\+\d+\}",
        r"\[\w+\]",
        r"\\renewcommand\{\\indexname\}\{\w+\}",
    ):
        body = re.sub(command, " ", body)
    body = re.sub(r"\\(?:begin|end)\{\w+\}|\{\\linewidth\}|\{T+\}", " ", body)
    return re.sub(r"\\[A-Za-z@]+", " ", body)


def of_typst(source: str) -> Iterator[str]:
    """The strings of a document that are not addresses, and what is printed beside them."""
    body = source.partition("\n)\n")[2]
    body = re.sub(r'#?vitae-(?:anchor|jump|link)\("[^"]*"\)', " ", body)
    yield from re.findall(r'#"((?:[^"\\]|\\.)*)"', body)


def same_in_all_languages(built: Built, builder: str) -> dict[str, list[str]]:
    """By file: ids, internal links and numbers."""
    if builder == "html":
        return {
            path.relative_to(built.folder).as_posix(): list(of_elements(path))
            for path in sorted(built.folder.rglob("*.html"))
            if path.name != "search.html"
        }
    ending, kept = {
        "latex": ("tex", r"\\label\{\\detokenize\{[^{}]*\}\}|\\hyperref\[[^\]]*\]|\\vitaeitem\{[^{}]*\}"),
        "cvpdf": ("typ", r'vitae-(?:anchor|jump)\("[^"]*"|vitae-item\(\[[^\]]*\]'),
    }[builder]
    return {
        path.name: re.findall(kept, path.read_text("utf-8"))
        for path in sorted(built.folder.glob(f"*.{ending}"))
    }


def of_elements(path: Path) -> Iterator[str]:
    main = BeautifulSoup(path.read_text("utf-8"), "html.parser").select_one("[role=main]")
    assert isinstance(main, Tag)
    for tag in main.find_all(True):
        for name in ("id", "value", "name"):
            if tag.get(name):
                yield f"{name}={tag[name]}"
        if tag.name == "a" and not str(tag.get("href", "http")).startswith(("http", "mailto", "tel")):
            yield f"href={tag['href']}"

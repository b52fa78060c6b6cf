"""Whether the links inside a built site, or an EPUB, lead to something that is there."""

from __future__ import annotations

import posixpath
import warnings
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning

#: Attributes that hold an address.
_ADDRESSES = ("href", "src", "poster", "data", "action")
#: What pages of Sphinx name, and no builder writes unless it is asked to.
_PAGES = (".html", ".xhtml")


class Links:
    """The files of a site, by their paths, and what their pages have.

    :param files: path → how to read it.
    """

    def __init__(self, files: Iterable[str], pages: Mapping[str, str]) -> None:
        self.files = set(files)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)  # links are read all the same
            self.pages = {name: BeautifulSoup(text, "html.parser") for name, text in pages.items()}
        self.ids = {name: _ids(page) for name, page in self.pages.items()}
        self.followed = 0

    def broken(self) -> list[str]:
        """Each link that leads nowhere, with its page."""
        return [
            f"{name}: {address}"
            for name, page in sorted(self.pages.items())
            for address in _addresses(page)
            if not self._leads(name, address)
        ]

    def repeated_ids(self) -> list[str]:
        """Each id that a page has twice: a link to it can lead to the wrong one."""
        found = []
        for name, page in sorted(self.pages.items()):
            ids = [str(tag["id"]) for tag in page.select("[id]")]
            found += [f"{name}: {id_}" for id_ in sorted(set(ids)) if ids.count(id_) > 1]
        return found

    def _leads(self, name: str, address: str) -> bool:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return True
        self.followed += 1
        folder = posixpath.dirname(name)
        path = posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else name
        if path not in self.files:  # as a server does: the index of a folder
            path = posixpath.normpath(posixpath.join(path, "index.html"))
        if path not in self.files:
            return False
        fragment = unquote(parts.fragment)
        return not fragment or path not in self.ids or fragment in self.ids[path]


def _ids(page: BeautifulSoup) -> set[str]:
    named = {str(tag["name"]) for tag in page.select("a[name]")}
    return {str(tag["id"]) for tag in page.select("[id]")} | named


def _addresses(page: BeautifulSoup) -> Iterable[str]:
    for attribute in _ADDRESSES:
        for tag in page.select(f"[{attribute}]"):
            yield str(tag[attribute])
    for tag in page.select("[srcset]"):
        yield from (part.split()[0] for part in str(tag["srcset"]).split(",") if part.strip())


def of_folder(folder: Path) -> Links:
    """The links of a built site."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    pages = {name: path.read_text("utf-8") for name, path in files.items() if name.endswith(_PAGES)}
    return Links(files, pages)


def of_epub(path: Path) -> Links:
    """The links of an EPUB, and those of its table of contents."""
    with zipfile.ZipFile(path) as book:
        names = book.namelist()
        pages = {name: book.read(name).decode("utf-8") for name in names if name.endswith((*_PAGES, ".opf"))}
    return Links(names, pages)

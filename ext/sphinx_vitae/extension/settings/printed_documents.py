"""The printed documents that have our look: entries of ``latex_documents``, whoever prints them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sphinx.util.tags import Tags

from sphinx_vitae.model import Look, Problem, ProblemKind

if TYPE_CHECKING:
    from sphinx.config import Config

    from sphinx_vitae.model import Settings

__all__ = ["THEME", "Document", "DocumentQueue", "documents", "look_problems"]

#: The fifth field of ``latex_documents`` that chooses our look.
THEME: Final = "vitae"


class _Entry(NamedTuple):
    """An entry of ``latex_documents``, as Sphinx documents it; what comes after these may be left out."""

    docname: str
    target: str
    title: str
    author: str
    theme: str = "manual"
    toctree_only: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One printed document.

    :param docname: of the page that it begins with.
    :param target: the file of its LaTeX, ``cv.tex``.
    :param look: ``None`` if it has another theme than ours.
    """

    docname: str
    target: str
    title: str
    author: str
    toctree_only: bool
    look: Look | None

    @property
    def name(self) -> str:
        """Of its files, without their ending."""
        return self.target.removesuffix(".tex")

    @property
    def tag(self) -> str:
        """What ``only`` knows it by: tags are identifiers, so ``cv_short`` of ``cv-short.tex``."""
        return re.sub(r"\W", "_", self.name)


class DocumentQueue:
    """Which document it is that a builder makes of a page: those of one page come in their order.

    :param documents: all that the builder makes.
    :param tags: of the build.
    """

    def __init__(self, documents: Iterable[Document] = (), tags: Iterable[str] = ()) -> None:
        self._waiting = list(documents)
        self._tags = set(tags) - {document.tag for document in self._waiting}
        self.current: Document | None = None
        #: Page and id of what is not in it.
        self.left_out: set[tuple[str, str]] = set()

    def take(self, docname: str) -> Document | None:
        """The next document that begins with this page; ``None`` if there is no more."""
        self.current = next((document for document in self._waiting if document.docname == docname), None)
        self.left_out = set()
        if self.current:
            self._waiting.remove(self.current)
        return self.current

    @property
    def tags(self) -> Tags:
        """Those of the build, and that of the document. (Sphinx's remember what they once answered.)"""
        return Tags({*self._tags, *([self.current.tag] if self.current else [])})


def documents(config: Config, settings: Settings) -> list[Document]:
    """What Sphinx can read of ``latex_documents``; it complains about the rest."""
    entries: Sequence[Any] = config.latex_documents
    found = [_Entry(*entry[:6]) for entry in entries if isinstance(entry, (list, tuple)) and len(entry) >= 4]
    return [
        Document(
            entry.docname,
            entry.target,
            entry.title,
            entry.author,
            bool(entry.toctree_only),
            settings.looks.of(entry.target) if entry.theme == THEME else None,
        )
        for entry in found
    ]


def look_problems(config: Config, settings: Settings) -> Iterator[Problem]:
    """Looks for documents that there are not."""
    targets = [document.target for document in documents(config, settings) if document.look]
    for target in settings.looks.by_target:
        if target not in targets:
            near = get_close_matches(target, targets, n=1)
            message = f"vitae_cv names {target!r}, and latex_documents has no such document with the theme {THEME!r}"
            fix = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(targets) or 'none'}"
            yield Problem(ProblemKind.CONFIG, message, fix=fix)

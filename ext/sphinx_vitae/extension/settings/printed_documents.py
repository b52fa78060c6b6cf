"""The printed documents: entries in ``latex_documents``, for every builder that creates them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sphinx.util.tags import Tags

from sphinx_vitae.model import Design, Problem, ProblemKind

if TYPE_CHECKING:
    from sphinx.config import Config

    from sphinx_vitae.model import Settings

__all__ = ["THEME", "Document", "DocumentQueue", "design_problems", "documents"]

#: The theme, in the fifth field of ``latex_documents``.
THEME: Final = "vitae"


class _Entry(NamedTuple):
    """An entry in ``latex_documents``, as Sphinx documents it. The later fields are optional."""

    docname: str
    target: str
    title: str
    author: str
    theme: str = "manual"
    toctree_only: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One printed document.

    :param docname: its first page.
    :param target: its LaTeX file, such as ``cv.tex``.
    :param design: its design; ``None`` if it uses another theme.
    """

    docname: str
    target: str
    title: str
    author: str
    toctree_only: bool
    design: Design | None

    @property
    def name(self) -> str:
        """The name of its files, without extension."""
        return self.target.removesuffix(".tex")

    @property
    def tag(self) -> str:
        """Its tag for ``only``. Tags are identifiers: ``cv_short`` for ``cv-short.tex``."""
        return re.sub(r"\W", "_", self.name)


class DocumentQueue:
    """The order in which a builder creates documents.

    Documents that start with the same page follow the order of ``latex_documents``.

    :param documents: all documents that the builder creates.
    :param tags: the tags of the build.
    """

    def __init__(self, documents: Iterable[Document] = (), tags: Iterable[str] = ()) -> None:
        self._waiting = list(documents)
        self._tags = set(tags) - {document.tag for document in self._waiting}
        self.current: Document | None = None
        #: The page and id of everything that the current document excludes.
        self.left_out: set[tuple[str, str]] = set()

    def take(self, docname: str) -> Document | None:
        """The next document that starts with this page; ``None`` if none is left."""
        self.current = next((document for document in self._waiting if document.docname == docname), None)
        self.left_out = set()
        if self.current:
            self._waiting.remove(self.current)
        return self.current

    @property
    def tags(self) -> Tags:
        """The tags of the build and of the current document.

        This returns a new object each time, because Sphinx's object caches its results.
        """
        return Tags({*self._tags, *([self.current.tag] if self.current else [])})


def documents(config: Config, settings: Settings) -> list[Document]:
    """The valid entries in ``latex_documents``. Sphinx reports the others."""
    entries: Sequence[Any] = config.latex_documents
    found = [_Entry(*entry[:6]) for entry in entries if isinstance(entry, (list, tuple)) and len(entry) >= 4]
    return [
        Document(
            entry.docname,
            entry.target,
            entry.title,
            entry.author,
            bool(entry.toctree_only),
            settings.designs.of(entry.target) if entry.theme == THEME else None,
        )
        for entry in found
    ]


def design_problems(config: Config, settings: Settings) -> Iterator[Problem]:
    """A problem for each document that is in ``vitae_cv`` but not in ``latex_documents``."""
    targets = [document.target for document in documents(config, settings) if document.design]
    for target in settings.designs.by_target:
        if target not in targets:
            near = get_close_matches(target, targets, n=1)
            message = f"vitae_cv contains {target!r}, but latex_documents has no such document with the theme {THEME!r}"
            fix = (
                f"did you mean {near[0]!r}?" if near else f"the documents are: {', '.join(targets) or 'none'}"
            )
            yield Problem(ProblemKind.CONFIG, message, fix=fix)

"""Problems as Sphinx's warnings, from the main process, at every build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from sphinx.util import logging

from sphinx_vitae.model import Problem, ProblemKind

__all__ = ["report"]

_logger = logging.getLogger(__name__)


def report(problems: Iterable[Problem], paths: Mapping[str, Path]) -> None:
    """Log each problem once, with its location, and its code as the subtype. Private fields are not
    reported.

    Notes are plain lines of the build output, not warnings.

    :param paths: bibliography, as in ``bibtex_bibfiles`` → path.
    """
    for problem in dict.fromkeys(problems):
        if problem.kind is ProblemKind.FIELD_PRIVATE:  # for the command line
            continue
        file = str(paths.get(problem.file, problem.file))
        # Without a line, Sphinx takes the file for a document name.
        location = f"{file}:{problem.line or 1}" if file else None
        if problem.kind.severity == "note":
            _logger.info(
                "%snote: %s [vitae.%s]", f"{location}: " if location else "", problem, problem.kind.code
            )
            continue
        log = _logger.error if problem.kind.severity == "error" else _logger.warning
        log("%s", problem, type="vitae", subtype=problem.kind.code, location=location)

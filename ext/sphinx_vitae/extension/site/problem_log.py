"""Problems as Sphinx's warnings, from the main process, at every build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from sphinx.util import logging

from sphinx_vitae.model import Problem, ProblemKind, summed_up

__all__ = ["report"]

_logger = logging.getLogger(__name__)
#: What the command line says, and a build does not: of examples, the pages speak.
_ELSEWHERE: Final = frozenset((ProblemKind.FIELD_PRIVATE, ProblemKind.EXAMPLE))


def report(problems: Iterable[Problem], paths: Mapping[str, Path], *, verbose: bool = True) -> None:
    """Log each problem once, located, with its code as the subtype. A note is not a warning.

    :param paths: of bibliographies, by the names that they have in the configuration.
    :param verbose: whether to log all of many problems of one code in one file.
    """
    found: Iterable[Problem] = dict.fromkeys(problems)
    for problem in found if verbose else summed_up(found, "sphinx-build -v lists them"):
        if problem.kind in _ELSEWHERE:
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

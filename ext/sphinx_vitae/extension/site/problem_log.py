"""Problems as Sphinx warnings, logged by the main process on every build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from sphinx.util import logging

from sphinx_vitae.model import Problem, ProblemKind, summed_up

__all__ = ["report"]

_logger = logging.getLogger(__name__)
#: Problems that a build does not report: only the command line reports them, and pages have a notice about
#: examples.
_ELSEWHERE: Final = frozenset((ProblemKind.FIELD_PRIVATE, ProblemKind.EXAMPLE))


def report(problems: Iterable[Problem], paths: Mapping[str, Path], *, verbose: bool = True) -> None:
    """Log each problem once, with its location, and with its code as the subtype. Notes are not warnings.

    :param paths: the paths of bibliographies, by their names in the configuration.
    :param verbose: whether to log every problem, even if a file has many with the same code.
    """
    found: Iterable[Problem] = dict.fromkeys(problems)
    for problem in found if verbose else summed_up(found, "sphinx-build -v lists them"):
        if problem.kind in _ELSEWHERE:
            continue
        file = str(paths.get(problem.file, problem.file))
        # Without a line, Sphinx would interpret the file name as a document name.
        location = f"{file}:{problem.line or 1}" if file else None
        if problem.kind.severity == "note":
            _logger.info(
                "%snote: %s [vitae.%s]", f"{location}: " if location else "", problem, problem.kind.code
            )
            continue
        log = _logger.error if problem.kind.severity == "error" else _logger.warning
        log("%s", problem, type="vitae", subtype=problem.kind.code, location=location)

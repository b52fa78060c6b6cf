"""``sphinx-vitae check``: everything wrong with bibliographies, as text or JSON."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence

from sphinx_vitae.catalogue import problems_of
from sphinx_vitae.model import Problem, Profile, Settings

__all__ = ["run_check"]


def run_check(options: argparse.Namespace) -> int:
    """Print the problems of the files; 1 on errors, with ``strict`` on warnings too."""
    settings = Settings(owners=tuple(Profile(name=name) for name in options.owner))
    problems = problems_of({str(path): path for path in options.files}, settings)
    print(_json(problems) if options.format == "json" else _text(problems), end="")
    failing = {"error", "warning"} if options.strict else {"error"}
    return int(any(problem.kind.severity in failing for problem in problems))


def _text(problems: Sequence[Problem]) -> str:
    """``file:line: severity: key: message [code]``, one a line."""
    lines = (f"{p.file}:{p.line or 1}: {p.kind.severity}: {p} [{p.kind.code}]\n" for p in problems)
    return "".join(lines)


def _json(problems: Sequence[Problem]) -> str:
    """A list of objects; ``fix`` is what to write instead, where there is one right answer."""
    values = [
        {
            "file": problem.file,
            "line": problem.line or 1,
            "severity": problem.kind.severity,
            "code": problem.kind.code,
            "key": problem.key,
            "message": problem.message,
            "fix": problem.fix,
        }
        for problem in problems
    ]
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"

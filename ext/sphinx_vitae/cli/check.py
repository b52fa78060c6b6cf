"""``sphinx-vitae check``: everything wrong with bibliographies, as text or JSON, and mended where asked."""

from __future__ import annotations

import argparse
import difflib
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from sphinx_vitae.bib import mend
from sphinx_vitae.catalogue import problems_of
from sphinx_vitae.model import Problem, Profile, Settings

__all__ = ["run_check"]


def run_check(options: argparse.Namespace) -> int:
    """Print the problems of the files; 1 on errors, with ``strict`` on warnings too.

    With ``fix`` the files are mended first, and what changed is shown on standard error: the output
    stays what it is without.
    """
    if options.fix:
        for path in options.files:
            print(_fix(path), end="", file=sys.stderr)
    settings = Settings(owners=tuple(Profile(name=name) for name in options.owner))
    problems = problems_of({str(path): path for path in options.files}, settings)
    print(_json(problems) if options.format == "json" else _text(problems), end="")
    failing = {"error", "warning"} if options.strict else {"error"}
    return int(any(problem.kind.severity in failing for problem in problems))


def _fix(path: Path) -> str:
    """Mend a file; what changed, as a diff. A file that cannot be read is reported with the problems."""
    try:
        before = path.read_bytes()
    except OSError:
        return ""
    after = mend(before)
    if after == before:
        return ""
    path.write_bytes(after)
    old, new = (text.decode("utf-8", "replace").splitlines() for text in (before, after))
    lines = difflib.unified_diff(old, new, str(path), f"{path} (mended)", n=0, lineterm="")
    return "".join(f"{line}\n" for line in lines)


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

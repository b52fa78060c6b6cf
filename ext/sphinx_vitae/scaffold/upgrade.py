"""The differences between an existing site and what a newer version would write."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .answers import Answers, ScaffoldError
from .installation import Installation
from .overview import Overview
from .site import RECORD, machinery, plan

__all__ = ["differences"]


def differences(folder: Path, installation: Installation) -> Iterator[str]:
    """Compare the files that were written when the site was created with those that would be written now.

    The owner's later changes do not matter, and no file is changed.

    :returns: the lines of a unified diff, without line endings; none if there is no difference.
    :raises ScaffoldError: if the folder was not created by ``sphinx-vitae new``.
    """
    known = _record(folder)
    answers = Answers(**{name: _tuples(value) for name, value in known["answers"].items()})
    found = Overview(**{name: _tuples(value) for name, value in known["overview"].items()})
    written: dict[str, str] = known["files"]
    now = machinery(plan(answers, found, installation))
    for name in sorted({*written, *now}):
        before, after = (texts.get(name, "").splitlines() for texts in (written, now))
        yield from difflib.unified_diff(before, after, name, name, lineterm="", n=1)


def _tuples(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _record(folder: Path) -> dict[str, Any]:
    try:
        known: Any = json.loads((folder / RECORD).read_text("utf-8"))
        Answers(**known["answers"]), Overview(**known["overview"]), dict(known["files"])
    except OSError:
        raise ScaffoldError(f"{folder} has no {RECORD}: it was not created by sphinx-vitae new") from None
    except (ValueError, TypeError, KeyError):
        raise ScaffoldError(f"{folder / RECORD} cannot be read; restore it from your repository") from None
    return dict(known)

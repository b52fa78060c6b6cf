"""What the benchmarks measured, beside what is wanted: printed at once, and written as a table for the docs."""

from __future__ import annotations

import csv
import datetime
import platform
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from statistics import mean
from typing import Final

__all__ = ["Report"]

#: Releases of these change the figures.
VERSIONS: Final = ("sphinx", "docutils", "jinja2", "furo", "sphinxcontrib-bibtex", "pybtex", "typst")
HEADER: Final = ("Measure", "Found", "Spread", "Goal")


@dataclass
class Report:
    """Collects measures in the order in which they are taken."""

    rows: list[tuple[str, str, str, str]] = field(default_factory=list)
    missed: int = 0

    def title(self, text: str) -> None:
        print(text, flush=True)

    def note(self, text: str) -> None:
        print(f"    {text}", flush=True)

    def most(self, name: str, found: Sequence[float], unit: str, limit: float) -> None:
        """A measure that must not be greater than the limit.

        :param found: what each run found
        """
        self._add(name, found, unit, f"≤ {limit:g}", held=mean(found) <= limit)

    def least(self, name: str, found: Sequence[float], unit: str, limit: float) -> None:
        self._add(name, found, unit, f"≥ {limit:g}", held=mean(found) >= limit)

    def plain(self, name: str, found: Sequence[float], unit: str) -> None:
        """A measure without a goal."""
        self._add(name, found, unit, "", held=True)

    def _add(self, name: str, found: Sequence[float], unit: str, goal: str, *, held: bool) -> None:
        value = f"{_digits(mean(found))} {unit}".strip()
        spread = f"{max(found) / min(found) - 1:.0%}" if len(found) > 1 and min(found) > 0 else ""
        self.missed += not held
        wanted = f"({goal}{'' if held else ': MISSED'})" if goal else ""
        print(f"    {name:<72} {value:>14}  {spread:>4}  {wanted}", flush=True)
        self.rows.append((name, value, spread, goal if held else f"{goal} (missed)"))

    def write(self, path: Path) -> None:
        """Write the table, and a last row with the date and the versions."""
        versions = ", ".join(f"{name} {version(name)}" for name in VERSIONS)
        date = datetime.datetime.now(datetime.UTC).date()
        with path.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerows([HEADER, *self.rows])
            table.writerow([f"{date}, Python {platform.python_version()}, {versions}", "", "", ""])


def _digits(value: float) -> str:
    """Three significant digits, because no run measures more."""
    decimals = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{decimals}f}"

"""How processor time grows with everything that a file can hold much of: at n, 2n, 4n and 8n."""

from __future__ import annotations

import functools
import gc
import math
import random
import time
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from sphinx_vitae.bib import fixed, read
from sphinx_vitae.catalogue import announced
from sphinx_vitae.catalogue.checks import check
from sphinx_vitae.catalogue.relations import derived_awards
from sphinx_vitae.model import Settings
from sphinx_vitae.render import EntryOptions, PlainText, Renderer

from .checks import WORDS, Page, catalogue_of, settings
from .searching import Failure, Tally
from .series import SERIES, Series

__all__ = ["LIMIT", "search_growth"]

#: n log n grows to the power of 1.1 or 1.2 at these sizes.
LIMIT: Final = 1.25
_FACTORS: Final = (1, 2, 4, 8)
#: Seconds that the smallest size takes, at first and where the exponent is to be believed.
_QUICK: Final = 0.02
_CAREFUL: Final = 0.06
_AGAIN: Final = 3
_SHOWN: Final = 10
_WELL_MEASURED: Final = 0.1
_SMALLEST: Final = 16
_LARGEST_TEXT: Final = 2_000_000
#: At eight times the size, what takes less is nobody's trouble, and is measured badly.
_MATTERS: Final = 0.5
#: What takes that long shows its exponent without the largest size.
_ENOUGH: Final = 3.0


def _read(content: bytes, found: Settings) -> None:
    records, _ = read([("0.bib", content)])
    check((*records, *derived_awards(records)), found)


def _fix(content: bytes, found: Settings) -> None:
    fixed(content)


def _print(content: bytes, found: Settings) -> None:
    """In every format, with what a site asks of its catalogue."""
    catalogue = catalogue_of(content, found)
    for format_ in ("html", "latex", "typst"):
        page, renderer = Page(format_), Renderer(catalogue, WORDS, format_)
        for record in catalogue.records.values():
            renderer.entry(record, page, EntryOptions())
            renderer.entry(record, page, EntryOptions(layout="apa", show=("abstract", "keywords", "bibtex")))
    plain = PlainText(catalogue, WORDS)
    for record in catalogue.records.values():
        plain.entry(record, Page("text"), EntryOptions())
        catalogue.digest(record.key)
        catalogue.beside(record)
        catalogue.is_mine(record)
        announced(record)


TASKS: Final[dict[str, Callable[[bytes, Settings], None]]] = {"read": _read, "fix": _fix, "print": _print}


class _Growth(NamedTuple):
    size: int
    times: list[float]

    @property
    def is_steep(self) -> bool:
        return self.exponent > LIMIT and self.times[-1] > _MATTERS

    @property
    def exponent(self) -> float:
        """Over the upper three sizes: at the smallest one, what every call costs still counts."""
        return math.log(max(self.times[3], 1e-4) / max(self.times[1], 1e-4)) / math.log(4)


def search_growth(tally: Tally, seed: int, until: float) -> None:
    """Measure series, in an order that the seed chooses, until it is *until* by the monotonic clock."""
    every = [(series, task) for series in SERIES for task in TASKS]
    random.Random(seed).shuffle(every)
    lines: list[tuple[float, str]] = []
    for series, task in every:
        if time.monotonic() > until:
            break
        found = _measured(series, task, _QUICK)
        for _ in range(_AGAIN):  # another process may have disturbed it
            if found.is_steep:
                found = _measured(series, task, _CAREFUL)
        times = ", ".join(f"{seconds:.3f}" for seconds in found.times)
        line = f"{task:<6}{series.name:<34} n = {found.size:>7,}: {times} s: exponent {found.exponent:5.2f}"
        print(f"  {line}", flush=True)
        if found.times[-1] > _WELL_MEASURED:
            lines.append((found.exponent, line))
        tally.tried += 1
        if found.is_steep:
            failure = Failure(f"{task}, {series.name}: exponent {found.exponent:.2f}", f"  {line}")
            tally.add(tally.tried, failure, f"{series.make(4)[:300]!r} with 4 in the place of {found.size}")
    tally.notes.append(
        f"{tally.tried} of {len(every)} series measured; the steepest of those that take more than {_WELL_MEASURED} s:"
    )
    tally.notes += [line for _, line in sorted(lines, reverse=True)[:_SHOWN]]


def _measured(series: Series, task: str, wanted: float) -> _Growth:
    """Begin where the work takes long enough to be measured, unless the text gets too large.

    Of all times, that of one is taken off, which is what every call costs.
    """
    size, constant = _SMALLEST, _seconds(series, task, 1)
    while (
        (first := _seconds(series, task, size) - constant) < wanted
        and len(series.make(size * 16)) < _LARGEST_TEXT
        and size < series.most
    ):
        size *= 2
    times = [first]
    for factor in _FACTORS[1:]:
        times.append(
            _seconds(series, task, size * factor) - constant
            if times[-1] < _ENOUGH
            else times[-1] ** 2 / times[-2]
        )
    return _Growth(size, times)


def _seconds(series: Series, task: str, size: int) -> float:
    """Of two runs, the shorter one."""
    content, found = series.make(size).encode(), settings(*series.people(size))
    best = math.inf
    gc.collect()
    gc.disable()  # its time depends on all that this process holds
    try:
        for _ in range(2):
            for cache in _caches():
                cache.cache_clear()
            begin = time.process_time()
            TASKS[task](content, found)
            best = min(best, time.process_time() - begin)
            if best > 0.3:
                break
    finally:
        gc.enable()
    return best


@functools.cache
def _caches() -> list[Any]:
    """What functions of ours remember: with it, small sizes would cost nothing at the second run."""
    found = [each for each in gc.get_objects() if isinstance(each, functools._lru_cache_wrapper)]
    return [each for each in found if str(each.__module__).startswith("sphinx_vitae")]

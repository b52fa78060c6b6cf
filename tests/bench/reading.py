"""How long reading takes: against pybtex on the same text, its growth, and the worst texts there are."""

from __future__ import annotations

import math
import string
from collections.abc import Callable
from time import perf_counter

from pybtex.database.input.bibtex import Parser
from samples import bibliography

from sphinx_vitae.bib import read
from sphinx_vitae.catalogue.checks import check
from sphinx_vitae.model import Settings

SIZES = (1_000, 10_000, 50_000)
PATTERNS = [
    *string.punctuation,
    *[
        "\\x",
        "\\{",
        "{}",
        "{{",
        "}}",
        "({",
        '""',
        "--",
        "''",
        "``",
        "$$",
        "\\(",
        "\\item",
        "@a{",
        "=",
        "#",
        ",,",
        "\\\\",
        "%%",
        "~~",
        "and,",
    ],
    "a and ",
    "\\'",
]


FIELDS = (
    "@article{{k, title = {{{}}}, year = 2020}}",
    "@article{{k, author = {{{}}}, year = 2020}}",
    '@article{{k, date = "{}"}}',
)


def seconds(task: Callable[[], object]) -> float:
    start = perf_counter()
    task()
    return perf_counter() - start


def full_reading(text: str) -> None:
    """File to records, with all problems."""
    records, _ = read([("references.bib", text.encode())])
    check(records, Settings())


def main() -> None:
    print("Reading: file to records with all problems, against pybtex parsing the same file")
    ours = {}
    for size in SIZES:
        text = bibliography(size)
        ours[size] = seconds(lambda text=text: full_reading(text))  # type: ignore[misc]
        theirs = seconds(lambda text=text: Parser().parse_string(text)) if size <= 10_000 else math.nan  # type: ignore[misc]
        print(
            f"  {size:>6} entries, {len(text) / 1e6:5.1f} MB: {ours[size]:6.2f} s, pybtex {theirs:6.2f} s, ratio {ours[size] / theirs:.2f}"
        )
    growth = math.log(ours[50_000] / ours[10_000]) / math.log(5)
    print(f"  growth from 10,000 to 50,000: entries to the power of {growth:.2f}")
    for name, frames in (("field", FIELDS), ("file", ("{}",))):
        times = {
            (frame, pattern): seconds(
                lambda text=frame.format(pattern * (1_000_000 // len(pattern))): full_reading(text)
            )  # type: ignore[misc]
            for pattern in PATTERNS
            for frame in frames
        }
        slowest = max(times, key=lambda key: times[key])
        print(
            f"  a {name} of 1 MB of one pattern, {len(times)} texts: slowest {times[slowest]:.2f} s ({slowest[1]!r})"
        )


if __name__ == "__main__":
    main()

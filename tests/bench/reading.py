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
#: pybtex is measured up to this size.
COMPARED = 10_000
WORDS = "\\x \\{ {} {{ }} ({ \"\" -- '' `` $$ \\( \\item @a{ = # ,, \\\\ %% ~~ and,"
PATTERNS = [*string.punctuation, *WORDS.split(), "a and ", "\\'"]
#: What stands before and behind 1 MB of a pattern.
FIELDS = (
    ("@article{k, title = {", "}, year = 2020}"),
    ("@article{k, author = {", "}, year = 2020}"),
    ('@article{k, date = "', '"}'),
)


def seconds(task: Callable[[str], object], text: str) -> float:
    start = perf_counter()
    task(text)
    return perf_counter() - start


def full_reading(text: str) -> None:
    """File to records, with all problems."""
    records, _ = read([("references.bib", text.encode())])
    check(records, Settings())


def parse(text: str) -> None:
    Parser().parse_string(text)


def against_pybtex() -> None:
    print("Reading: file to records with all problems, against pybtex only parsing the same file")
    ours = {}
    for size in SIZES:
        text = bibliography(size)
        ours[size] = seconds(full_reading, text)
        line = f"  {size:>6} entries, {len(text) / 1e6:5.1f} MB: {ours[size]:6.2f} s"
        if size <= COMPARED:
            theirs = seconds(parse, text)
            line += f", pybtex {theirs:6.2f} s, ratio {ours[size] / theirs:.2f}"
        print(line)
    small, large = SIZES[-2:]
    growth = math.log(ours[large] / ours[small]) / math.log(large / small)
    print(f"  growth from {small:,} to {large:,}: entries to the power of {growth:.2f}")


def worst_texts() -> None:
    for name, frames in (("field", FIELDS), ("file", (("", ""),))):
        times = {}
        for pattern in PATTERNS:
            for before, behind in frames:
                text = before + pattern * (1_000_000 // len(pattern)) + behind
                times[before, pattern] = seconds(full_reading, text)
        slowest = max(times, key=lambda key: times[key])
        found = f"slowest {times[slowest]:.2f} s ({slowest[1]!r})"
        print(f"  a {name} of 1 MB of one pattern, {len(times)} texts: {found}")


if __name__ == "__main__":
    against_pybtex()
    worst_texts()

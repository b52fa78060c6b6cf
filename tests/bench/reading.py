"""How long reading takes: against pybtex on the same text, its growth, and the worst texts there are."""

from __future__ import annotations

import math
import string
from collections.abc import Callable
from time import process_time
from typing import Final

from pybtex.database.input.bibtex import Parser
from report import Report
from samples import bibliography

from sphinx_vitae.bib import read
from sphinx_vitae.catalogue.checks import check
from sphinx_vitae.model import Settings

COMPARED: Final = 10_000
GROWTH: Final = (10_000, 50_000)
WORDS = "\\x \\{ {} {{ }} ({ \"\" -- '' `` $$ \\( \\item @a{ = # ,, \\\\ %% ~~ and,"
PATTERNS = [*string.punctuation, *WORDS.split(), "a and ", "\\'"]
#: What stands before and behind 1 MB of a pattern.
FIELDS = (
    ("@article{k, title = {", "}, year = 2020}"),
    ("@article{k, author = {", "}, year = 2020}"),
    ('@article{k, date = "', '"}'),
)


def seconds(task: Callable[[str], object], text: str) -> float:
    start = process_time()
    task(text)
    return process_time() - start


def full_reading(text: str) -> None:
    """File to records, with all problems."""
    records, _ = read([("references.bib", text.encode())])
    check(records, Settings())


def parse(text: str) -> None:
    Parser().parse_string(text)


def against_pybtex(report: Report) -> None:
    text = bibliography(COMPARED)
    runs = [(seconds(full_reading, text), seconds(parse, text)) for _ in range(2)]
    found = [ours / theirs for ours, theirs in runs]
    report.plain(f"Reading {COMPARED:,} entries with all checks, of pybtex’s parsing alone", found, "×")
    small, large = ([seconds(full_reading, bibliography(size)) for _ in range(2)] for size in GROWTH)
    doubled = math.log(GROWTH[1] / GROWTH[0])
    exponents = [math.log(more / less) / doubled for less, more in zip(small, large, strict=True)]
    name = f"Reading {GROWTH[0]:,} to {GROWTH[1]:,} entries: time grows to the power of"
    report.most(name, exponents, "", 1.1)


def worst_texts(report: Report) -> None:
    for name, frames in (("field", FIELDS), ("file", (("", ""),))):
        times = {}
        for pattern in PATTERNS:
            for before, behind in frames:
                text = before + pattern * (1_000_000 // len(pattern)) + behind
                times[before, pattern] = seconds(full_reading, text)
        slowest = max(times, key=lambda key: times[key])
        report.note(f"the slowest of {len(times)} texts is of {slowest[1]!r}")
        report.plain(f"Reading a {name} of 1 MB of one pattern, the slowest", [times[slowest]], "s")


def run(report: Report) -> None:
    report.title("Reading: file to records with all problems, against pybtex only parsing the same file")
    against_pybtex(report)
    worst_texts(report)

"""What holds for every bibliography: when it is read, when it is fixed, and when it is printed."""

from __future__ import annotations

import datetime
import json
import pickle
import random
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from markupsafe import Markup, escape

from property.test_bibliographies import checked
from property.test_fixes import assert_as_announced
from sphinx_vitae.bib import collector_paused, macro_names, read
from sphinx_vitae.catalogue import Catalogue
from sphinx_vitae.catalogue.checks import check
from sphinx_vitae.catalogue.relations import derived_awards
from sphinx_vitae.cli.check import FORMATS
from sphinx_vitae.export import to_bibtex
from sphinx_vitae.model import NAME_FORMS, Record, Settings, read_settings, slug
from sphinx_vitae.render import (
    AFFILIATIONS,
    PARTS,
    EntryOptions,
    PlainText,
    Renderer,
    Words,
    layouts,
)
from sphinx_vitae.render.mathematics.typst_formulas import typst_formula

from .well_formed import check_html, check_latex, check_latex_formula, check_typst, check_typst_formula

__all__ = [
    "FORMAT_CHECKS",
    "catalogue_of",
    "check_fixing",
    "check_printing",
    "check_reading",
    "printed",
    "settings",
]

WORDS: Final = Words()
FORMAT_CHECKS: Final = {"html": check_html, "latex": check_latex, "typst": check_typst}
#: Stands behind every input: whatever is wrong before it, it is read, or named by a problem.
LAST: Final = "zzlast"
_CONTROLS: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")


@lru_cache(64)
def settings(*people: str) -> Settings:
    """An owner, whom the corpus names, and other people."""
    owner = {"name": "Huang, Guyue", "aliases": ["Huang, G."]}
    values = {"owner": owner, "people": dict.fromkeys(people, "https://example.org")}
    found, problems = read_settings(values, datetime.date(2026, 1, 15))
    assert not problems
    return found


def check_reading(content: bytes, number: int) -> None:
    """Records and problems are sound, the same each time, and survive the cache; an entry behind all is not lost."""
    records, problems = checked(content)
    assert read([("0.bib", content)]) == (records, problems), "another reading is different"
    assert pickle.loads(pickle.dumps(records)) == records, "the cache is different"
    lines = content.count(b"\n") + content.count(b"\r") + 1
    for problem in (*problems, *check(records, settings())):
        assert 0 <= problem.line <= lines, f"line {problem.line} of {lines}: {problem}"
        assert "\n" not in str(problem), f"several lines: {problem!r}"
    text = FORMATS["text"](problems)
    assert len(text.splitlines()) == len(problems)
    assert not _CONTROLS.search(text), f"controls: {text!r}"
    assert len(json.loads(FORMATS["json"](problems))) == len(problems)
    macro_names(content)
    for record in records:
        to_bibtex(record)
    _check_last(content)


def _check_last(content: bytes) -> None:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    more = content + f"\n\n@misc{{{LAST},\n  title = {{Last}},\n}}\n".encode()
    records, problems = read([("0.bib", more)])
    named = any(record.written_key == LAST for record in records) or any(
        LAST in f"{problem.key} {problem.message}" for problem in problems
    )
    assert named, f"the last entry is lost: {[str(problem) for problem in problems]}"


def check_fixing(content: bytes, number: int) -> None:
    """Records are as they were but for what is announced, and a second run changes nothing."""
    assert_as_announced(content)


class Page:
    """A page on which every entry stands.

    :param set_: whether Typst is to set its formulas, which are checked by themselves otherwise.
    """

    prints_addresses = True  # in print: identifiers, which come from the bibliography

    def __init__(self, format_: str, *, set_: bool = False) -> None:
        self._format = format_
        self._set = set_

    def address(self, key: str) -> str:
        return f"#{slug(key)}"

    def math(self, source: str) -> str:
        match self._format:
            case "html":
                return f'<span class="math">{escape(source)}</span>'
            case "latex":
                check_latex_formula(source)
                return r"\vitaefuzzmath{}"
            case "typst":
                made = typst_formula(source)
                check_typst_formula(made)
                return f"${made}$" if self._set else "#vitae-formula;"
        return source

    def label(self, key: str) -> str:
        return f"[{key}]"

    def file(self, name: str) -> str:
        return name

    def page(self, key: str) -> str:
        return ""

    def number(self, key: str) -> str:
        return ""

    def download(self, key: str, form: str, files: str = "") -> str:
        return ""

    def picture(self, name: str, path: Path) -> str:
        return name


def catalogue_of(content: bytes, found: Settings | None = None) -> Catalogue:
    """As a site has it."""
    with collector_paused():
        records, _ = read([("0.bib", content)])
        return Catalogue((*records, *derived_awards(records)), found or settings())


@lru_cache(64)
def _layouts(kind: str) -> list[str]:
    return layouts(kind, ())


def _options(dice: random.Random, record: Record) -> EntryOptions:
    return EntryOptions(
        layout=dice.choice(_layouts(record.kind)),
        names=dice.choice(NAME_FORMS),
        max_authors=dice.choice((0, 0, 1, 3)),
        affiliations=dice.choice(AFFILIATIONS),
        show=tuple(part for part in PARTS if dice.random() < 0.5),
    )


def printed(found: Catalogue, format_: str, number: int, *, set_: bool = False) -> Iterator[str]:
    """Every entry in a layout that the number chooses, and in HTML, where it has one, its page."""
    dice, page = random.Random(number), Page(format_, set_=set_)
    renderer = Renderer(found, WORDS, format_)
    for record in found.records.values():
        options = _options(dice, record)
        facts: dict[str, Any] = (
            {"number": str(dice.randrange(9)), "id_": slug(record.key)} if dice.random() < 0.5 else {}
        )
        yield renderer.entry(record, page, options, **facts)
        if format_ == "html":
            yield renderer.in_full(record, page, options, newer=None, older=None)


def check_printing(content: bytes, number: int) -> None:
    """Every entry is printed, well-formed, in every format."""
    found = catalogue_of(content)
    for format_, check_format in FORMAT_CHECKS.items():
        for made in printed(found, format_, number):
            check_format(made)
            made.encode()
    plain, page = PlainText(found, WORDS), Page("text")
    dice = random.Random(number)
    for record in found.records.values():
        options = _options(dice, record)
        said = plain.entry(record, page, options)
        assert said.strip(), f"nothing is printed: {record.key}, {options}"
        assert "\n" not in said, f"several lines: {said}"
        assert not isinstance(said, Markup)

"""Sites of many mutated bibliographies, with a page for each entry: built in HTML, and as PDF by Typst and LuaLaTeX."""

from __future__ import annotations

import random
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from bs4 import BeautifulSoup, Tag

from latexmk import compile_pdf
from pdf_checks import MISSING
from site_builder import Site, run_sphinx
from sphinx_vitae.bib import read

from .searching import Failure, Tally, dice_of, failure_of
from .well_formed import has_other_scheme

__all__ = ["search_sites"]

_TOGETHER: Final = 25
_SECONDS: Final = 120
_REDUCING_SECONDS: Final = 120
_DIRECTIVES: Final = {"publication": "publications", "talk": "talks", "award": "awards"}
_LAYOUTS: Final = ("card", "tagged", "compact", "reference", "apa", "ieee", "plain")
#: What a warning of ours ends with. All others say that something of a bibliography was read as source.
_OURS: Final = re.compile(r"\[vitae\.[a-z-]+\]\s*$")
_WARNING: Final = re.compile(r"(WARNING|ERROR|CRITICAL):")
_NO_GLYPH: Final = "Missing character"  # which depends on the fonts that are installed
_FORBIDDEN: Final = ("script", "iframe", "object", "embed", "style", "base", "meta", "form")


def search_sites(tally: Tally, make: Callable[[random.Random], bytes], seed: int, until: float) -> None:
    """Build sites until it is *until* by the monotonic clock. What fails is made small by leaving out inputs."""
    while time.monotonic() < until:
        number = tally.tried
        numbers = range(number, number + _TOGETHER)
        inputs = {each: make(dice_of(seed, tally.part, each)) for each in numbers}
        failure = _failure(inputs, number)
        if failure and not tally.known(failure):
            small = _smallest(inputs, number, failure.where)
            tally.add(number, failure, "\n".join(f"{each}: {content!r}" for each, content in small.items()))
        tally.tried += _TOGETHER


def _failure(inputs: Mapping[int, bytes], number: int) -> Failure | None:
    return failure_of(lambda content, number: _check(inputs, number), b"", number, _SECONDS)


def _smallest(inputs: dict[int, bytes], number: int, where: str) -> dict[int, bytes]:
    """The inputs without those that can be left out, as long as the rest fails in the same way."""
    until = time.monotonic() + _REDUCING_SECONDS
    size = len(inputs) // 2
    while size and time.monotonic() < until:
        keys = list(inputs)
        for start in range(0, len(keys), size):
            rest = {key: inputs[key] for key in inputs if key not in keys[start : start + size]}
            if rest and time.monotonic() < until:
                found = _failure(rest, number)
                inputs = rest if found and found.where == where else inputs
        size //= 2
    return inputs


def _check(inputs: Mapping[int, bytes], number: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = _site(Path(folder) / "site", inputs, number)
        out = Path(folder)
        _build(site, out, "html")
        for path in (out / "html").rglob("*.html"):
            _check_page(path)
        _build(site, out, "cvpdf")
        assert (out / "cvpdf" / "cv.pdf").exists(), "no PDF by Typst"
        _build(site, out, "latex")
        if not MISSING:
            faults = [fault for fault in compile_pdf(out / "latex", "cv") if not fault.startswith(_NO_GLYPH)]
            assert not faults, f"LuaLaTeX: {faults[:5]}"


def _site(folder: Path, inputs: Mapping[int, bytes], number: int) -> Site:
    shutil.rmtree(folder, ignore_errors=True)
    site, dice = Site(folder), random.Random(number)
    names = {f"{each}.bib": content for each, content in inputs.items()}
    for name, content in names.items():
        (folder / name).write_bytes(content)
    site.configure(bibtex_bibfiles=list(names), vitae_pages=True)
    kinds = sorted({record.kind for record in read(list(names.items()))[0]})
    lists = [
        f"```{{{_DIRECTIVES.get(kind, 'activities')}}} {'' if kind in _DIRECTIVES else kind}\n"
        + (f":layout: {dice.choice(_LAYOUTS)}\n" if kind == "publication" else "")
        + ":show: keywords, abstract, bibtex\n```\n"
        for kind in kinds
    ]
    site.write("index.md", "# Whole\n\n" + "\n".join(lists))
    return site


def _build(site: Site, out: Path, builder: str) -> None:
    _, said = run_sphinx(site.folder, out / builder, out / f"{builder}-doctrees", builder)
    for line in said.splitlines():
        if _WARNING.search(line):
            assert "[vitae.template]" not in line, f"a template: {line}"
            assert "[vitae.pdf-failed]" not in line, f"no PDF: {said[-2000:]}"
            assert _OURS.search(line) or "[vitae." in said, f"a warning of others: {line}"


def _check_page(path: Path) -> None:
    body = BeautifulSoup(path.read_text("utf-8"), "html.parser").select_one("div.body")
    for tag in body.find_all(True) if body else ():
        assert isinstance(tag, Tag)
        assert tag.name not in _FORBIDDEN or path.name == "search.html", f"<{tag.name}>: in {path.name}"
        for name, value in tag.attrs.items():
            assert not name.startswith("on"), f"{name}={value!r}"
            assert name not in {"href", "src"} or not has_other_scheme(str(value)), f"{name}={value!r}"

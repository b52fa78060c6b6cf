"""Two sites in any language: one that prints almost every phrase, and the sample of ``sphinx-vitae new``."""

from __future__ import annotations

import contextlib
import functools
import io
from collections.abc import Callable
from pathlib import Path
from typing import Final

import typst

from shared import Shared
from site_builder import Built, Site, build_strictly, run_sphinx
from sphinx_vitae.cli import main as sphinx_vitae

__all__ = ["BUILDERS", "in_language"]

BUILDERS: Final = ("html", "text", "latex", "cvpdf")
#: Fonts for what TeX Gyre lacks, from fonts-noto-core and fonts-noto-cjk. Without them, the printed CV has warnings.
_FONTS: Final = {"Noto Sans CJK JP", "Noto Sans Arabic", "Noto Sans Hebrew"}
_BIB: Final = Path(__file__).with_name("every_phrase.bib")
_STYLES: Final = ("acm", "apa", "chicago", "ieee", "vancouver")
_ACTIVITIES: Final = (
    "position",
    "degree",
    "grant",
    "project",
    "teaching",
    "student",
    "service",
    "membership",
)
_LISTS: Final = {
    "index": ("cv-header}", "publications}\n:layout: feature\n:selected:\n:show: bibtex"),
    "publications": (
        "publications}\n:filterable:\n:canonical:\n:number: descending\n:group-by: type\n:show: abstract, keywords, bibtex, related",
        "publications}\n:layout: tagged\n:group-by: status\n:names: initials\n:max-authors: 2",
        "publications}\n:layout: compact\n:group-by: year\n:affiliations: grouped",
        "publications-chart}",
        *(
            f"publications-chart}}\n:group-by: {fields}"
            for fields in ("type", "venue", "status", "keyword", "year, type")
        ),
    ),
    "styles": tuple(f"publications}}\n:layout: {style}" for style in _STYLES),
    "talks": ("talks}\n:filterable:\n:show: related", "awards}"),
    "news": (f"news}}\n:auto: publications, talks, awards, {', '.join(_ACTIVITIES)}",),
    "people": ("people}",),
    "cv": (
        "cv-header}",
        "publications}\n:layout: reference\n:number: descending\n:group-by: type\n:max-authors: 3",
        "talks}",
        "awards}",
        *(f"activities}} {kind}" for kind in _ACTIVITIES),
        "activities} grant\n:layout: table",
        "activities} position\n:layout: table",
    ),
}  # fmt: skip
_OWNER: Final = {
    "name": "Qanto, Qera",
    "headline": "Qarchitect",
    "affiliation": "Qompany",
    "email": "qera@example.org",
    "phone": "+00 000 000",
    "url": "https://example.org/",
}


def in_language(shared: Shared, site: str, language: str) -> dict[str, Built]:
    """A site, built with every builder and without warnings, by the name of the builder.

    :param site: ``phrases`` or ``sample``.
    """
    write = _write_phrases if site == "phrases" else _write_sample
    make = functools.partial(_build, write=write, language=language)
    folder = shared.folder(f"{site}-{language}", make)
    return {builder: Built(folder / builder, "", []) for builder in BUILDERS}


def _build(folder: Path, *, write: Callable[[Path, str], None], language: str) -> None:
    source = folder / "source"
    write(source, language)
    for builder in BUILDERS:
        if builder == "cvpdf" and not _FONTS.issubset(typst.Fonts().families()):
            _, said = run_sphinx(source, folder / builder, folder / "doctrees", builder, nitpicky=True)
            assert [line for line in said.splitlines() if "WARNING" in line and "font" not in line] == []
        else:
            build_strictly(source, folder, builder)


def _write_phrases(folder: Path, language: str) -> None:
    site = Site(folder)
    site.write("references.bib", _BIB.read_text("utf-8"))
    site.write("qigure.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>')
    site.configure(
        language=language,
        project="Qite",
        vitae_owner=_OWNER,
        vitae_people={"Qoller, Qim": {"headline": "Qudent", "links": {"Qage": "https://example.org/qim"}}},
        vitae_pages=True,
        vitae_feeds=["publications", "talks", "all"],
        vitae_metadata=["citation", "opengraph", "jsonld", "signposting", "coins", "llms"],
        vitae_profile=True,
        html_theme="furo",
        html_baseurl="https://example.org/",
        latex_documents=[("cv", "cv.tex", "Qurriculum", "Qera Qanto", "vitae")],
    )
    for name, lists in _LISTS.items():
        blocks = [f"```{{{each}\n```" for each in lists]
        if name == "index":
            blocks.append("\n".join(["```{toctree}", *(page for page in _LISTS if page != name), "```"]))
        site.write(f"{name}.md", "\n\n".join([f"# Q{name}", *blocks, ""]))


def _write_sample(folder: Path, language: str) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        assert sphinx_vitae(["new", str(folder), "--sample", "--yes"]) == 0
    with (folder / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(f"\nlanguage = {language!r}\n")

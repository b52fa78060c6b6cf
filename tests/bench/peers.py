"""What RenderCV and moderncv make of the content of our sample CV: time to the PDF, pages, checks passed.

The content is that of ``docs/cv.md``: education, positions, publications, talks, awards, projects and service of
``references.bib``, in this order, with their links. Each program gets it in its own form, by its own template:

- RenderCV (from PyPI, in an environment of its own): the YAML that it documents, its default theme, its command;
- moderncv (of TeX Live): its own commands, style "classic", with LuaLaTeX through latexmk, as ours;
- ours: ``docs/cv.md`` and ``references.bib`` as a site of their own, through LaTeX and through Typst.

RenderCV's template asks packages.typst.org for its icons at the first run. Where that cannot be reached, an empty
stand-in takes their place, which is said: its text layer then lacks the icons' code points, in its favour.

Each time is the shortest of three runs from empty folders, without the tools' own installation. Processor time of
LaTeX, ours against moderncv's, is that of latexmk alone. The checks are those of ``tests/pdf_checks.py``; the
benchmark fails where ours prints a directive as text.
"""

from __future__ import annotations

import datetime
import json
import os
import resource
import runpy
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from time import perf_counter
from typing import Any, Final, Protocol

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from report import Report
from sphinx.util.tags import Tags

from latexmk import runs
from pdf_checks import DIRECTIVE, Pdf
from sphinx_vitae.bib import read
from sphinx_vitae.model import Record, Span, Text, read_settings
from sphinx_vitae.render import Words, print_date, print_name
from sphinx_vitae.render.formats.fragments import blocks
from sphinx_vitae.render.formats.latex import Latex

ROOT: Final = Path(__file__).resolve().parents[2]
#: The settings of the sample site.
SAMPLE: Final = runpy.run_path(str(ROOT / "docs" / "conf.py"), {"tags": Tags()})
OWNER: Final = SAMPLE["author"]
HEADLINE: Final = SAMPLE["vitae_owner"]["headline"]
LINKS: Final = SAMPLE["vitae_owner"]["links"]
RENDERCV: Final = "rendercv[full]>=2.8"
#: As docs/cv.md has them.
SECTIONS: Final = (
    ("Education", "degree"),
    ("Experience", "position"),
    ("Publications", "publication"),
    ("Talks", "talk"),
    ("Awards", "award"),
    ("Research projects and software", "project"),
    ("Service", "service"),
)
WORDS: Final = Words()
tex: Final = Latex()


def content() -> dict[str, list[Record]]:
    """The records of each section, newest first."""
    settings, _ = read_settings({"owner": OWNER}, datetime.date(2026, 1, 15))
    records, _ = read(
        [("references.bib", (ROOT / "references.bib").read_bytes())], private=settings.private_fields
    )
    newest = sorted(records, key=lambda record: str(record.date or ""), reverse=True)
    return {title: [record for record in newest if record.kind == kind] for title, kind in SECTIONS}


def dated(record: Record) -> str:
    return print_date(record.date, WORDS, "short").text


def place(record: Record) -> str:
    """Where it appeared or took place."""
    fields = ("booktitle", "journaltitle", "eventtitle", "organization", "institution", "type")
    parts = [str(record.text(*fields)), str(record.text("location", "venue"))]
    return ", ".join(part for part in parts if part)


def paragraphs(record: Record) -> tuple[str, list[str]]:
    """The prose of an entry, and its bullets."""
    prose, bullets = [], []
    for block in blocks(record.text("abstract")):
        if isinstance(block, list):
            bullets += [flat(item) for item in block]
        else:
            prose.append(flat(*block))
    return " ".join(prose), bullets


def flat(*parts: str | Span) -> str:
    return " ".join(str(Text(parts)).split())


def authors(record: Record) -> list[str]:
    return [print_name(name, "full") for name in record.people("author").persons]


@dataclass(frozen=True)
class Made:
    """A PDF, and what LaTeX took for it, if it was LaTeX: seconds of processor time, and runs."""

    pdf: Path
    processor: float = 0
    latex_runs: int = 0


def by_latexmk(folder: Path, *options: str) -> Made:
    command = ["latexmk", *options, "-interaction=nonstopmode", "cv.tex"]
    before = processor_time()
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    taken = processor_time() - before
    return Made(folder / "cv.pdf", taken, runs(done.stdout.decode("utf-8", "replace").splitlines()))


def processor_time() -> float:
    """Of the programs that have been run so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


# RenderCV ------------------------------------------------------------------------------------------------


def rendercv_entry(record: Record) -> dict[str, Any]:
    """An entry in the form that RenderCV has for its kind; its dates are years and months."""
    if record.kind == "publication":
        link = next((found.url for found in record.links), None)
        entry = {
            "title": str(record.title),
            "authors": authors(record),
            "journal": place(record),
            "url": link,
        }
    else:
        prose, bullets = paragraphs(record)
        links = [f"[{found.label}]({found.url})" for found in record.links]
        summary = " ".join(filter(None, [prose, " · ".join(links)]))
        entry = {
            "name": str(record.title),
            "location": place(record),
            "summary": summary,
            "highlights": bullets,
        }
    return {key: value for key, value in {**entry, "date": dated(record)}.items() if value}


def write_rendercv(folder: Path, sections: dict[str, list[Record]]) -> None:
    """JSON is YAML."""
    found = {title: [rendercv_entry(record) for record in records] for title, records in sections.items()}
    links = [{"placeholder": name, "url": url, "fontawesome_icon": "link"} for name, url in LINKS.items()]
    head = {"name": OWNER, "headline": HEADLINE, "custom_connections": links}
    text = json.dumps({"cv": {**head, "sections": found}}, ensure_ascii=False, indent=1)
    (folder / "cv.yaml").write_text(text, "utf-8")


def without_network(cache: Path) -> None:
    """An empty stand-in for the icons, where Typst looks first."""
    package = cache / "typst" / "packages" / "preview" / "fontawesome" / "0.6.0"
    package.mkdir(parents=True)
    (package / "typst.toml").write_text(
        '[package]\nname = "fontawesome"\nversion = "0.6.0"\nentrypoint = "lib.typ"\n', "utf-8"
    )
    (package / "lib.typ").write_text("#let fa-icon(..arguments) = none\n", "utf-8")


class RenderCv:
    """RenderCV in an environment of its own."""

    name = "RenderCV"

    def __init__(self, folder: Path) -> None:
        self._home = folder / "rendercv"
        subprocess.run([newest_python(), "-m", "venv", str(self._home)], check=True)
        self._bin = self._home / ("Scripts" if os.name == "nt" else "bin")
        subprocess.run([str(self._bin / "python"), "-m", "pip", "install", "-q", RENDERCV], check=True)
        self._environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
        try:
            self.make(folder / "try")
        except subprocess.CalledProcessError:
            print("    RenderCV's icons cannot be fetched: an empty stand-in takes their place")
            without_network(folder / "cache")

    def make(self, folder: Path) -> Made:
        folder.mkdir()
        write_rendercv(folder, content())
        options = ["--dont-generate-markdown", "--dont-generate-html", "--dont-generate-png"]
        command = [str(self._bin / "rendercv"), "render", "cv.yaml", *options]
        subprocess.run(command, cwd=folder, env=self._environment, capture_output=True, check=True)
        return Made(next(folder.rglob("*.pdf")))


def newest_python() -> str:
    """RenderCV needs a newer Python than we do."""
    found = filter(None, (shutil.which(f"python3.{minor}") for minor in range(20, 11, -1)))
    return next(filter(runs_at_all, found), sys.executable)


def runs_at_all(python: str) -> bool:
    """A version manager has commands of versions that are not chosen."""
    return subprocess.run([python, "--version"], capture_output=True, check=False).returncode == 0


# moderncv ------------------------------------------------------------------------------------------------

#: In a large package of TeX Live, and asked for even where no icon is printed; of these the CV has one, the bullet.
ICONS: Final = ("fontawesome5.sty", "academicons.sty")
BULLET: Final = r"\providecommand\faCircle[1][]{\textbullet}"
MODERNCV: Final = r"""\documentclass[10pt,a4paper,sans]{moderncv}
\moderncvstyle{classic}
\moderncvcolor{blue}
\usepackage[scale=0.8]{geometry}
\name{NAME}{FAMILY}
\title{HEADLINE}
\extrainfo{LINKS}
\begin{document}
\makecvtitle
"""


def moderncv_entry(record: Record) -> Iterator[str]:
    if record.kind == "publication":
        who = ", ".join(authors(record))
        links = " ".join(
            rf"\href{{{tex.url(found.url)}}}{{{tex.escape(found.label)}}}" for found in record.links
        )
        text = f"{tex.escape(who)}. {tex.escape(str(record.title))}. {tex.escape(place(record))}. {links}"
        yield rf"\cvitem{{{tex.escape(dated(record))}}}{{{text}}}"
        return
    prose, bullets = paragraphs(record)
    text = tex.escape(prose)
    if bullets:
        text += (
            r"\begin{itemize}" + "".join(rf"\item {tex.escape(item)}" for item in bullets) + r"\end{itemize}"
        )
    links = " ".join(rf"\href{{{tex.url(found.url)}}}{{{tex.escape(found.label)}}}" for found in record.links)
    head = (dated(record), str(record.title), place(record), "", "")
    yield r"\cventry" + "".join(f"{{{tex.escape(part)}}}" for part in head) + f"{{{text} {links}}}"


class ModernCv:
    """moderncv as TeX Live has it."""

    name = "moderncv"

    def make(self, folder: Path) -> Made:
        folder.mkdir()
        given, family = OWNER.split()
        links = r"\\".join(rf"\href{{{tex.url(url)}}}{{{tex.escape(name)}}}" for name, url in LINKS.items())
        head = MODERNCV.replace("HEADLINE", tex.escape(HEADLINE)).replace("LINKS", links)
        lines = [head.replace("NAME", given).replace("FAMILY", family)]
        for title, records in content().items():
            lines.append(rf"\section{{{title}}}")
            lines += [line for record in records for line in moderncv_entry(record)]
        (folder / "cv.tex").write_text("\n".join([*lines, r"\end{document}"]), "utf-8")
        for style in ICONS:
            if not subprocess.run(["kpsewhich", style], capture_output=True, check=False).stdout:
                (folder / style).write_text(BULLET, "utf-8")
        return by_latexmk(folder, "-lualatex")


# Ours -----------------------------------------------------------------------------------------------------

CONF: Final = """\
extensions = ["myst_parser", "sphinx_vitae"]
bibtex_bibfiles = ["references.bib"]
root_doc = "cv"
latex_documents = [("cv", "cv.tex", "Curriculum vitae", "Guyue Huang", "vitae")]
"""
#: As docs/cv.md is written, and what its header says.
TAKEN: Final = ("myst_enable_extensions", "vitae_owner")


def sphinx(builder: str, folder: Path) -> Path:
    """The page of the CV alone, as a site; returns where its output is."""
    folder.mkdir()
    settings = "".join(f"{name} = {SAMPLE[name]!r}\n" for name in TAKEN)
    (folder / "conf.py").write_text(CONF + settings, "utf-8")
    shutil.copy(ROOT / "docs" / "cv.md", folder)
    shutil.copy(ROOT / "references.bib", folder)
    command = [sys.executable, "-m", "sphinx", "-q", "-b", builder, str(folder), str(folder / "out")]
    subprocess.run(command, capture_output=True, check=True)
    return folder / "out"


class OursByLatex:
    """Sphinx's builder and latexmk."""

    name = "ours, through LaTeX"

    def make(self, folder: Path) -> Made:
        return by_latexmk(sphinx("latex", folder), "-r", "latexmkrc", "-pdf")


class OursByTypst:
    """Our builder."""

    name = "ours, through Typst"

    def make(self, folder: Path) -> Made:
        return Made(sphinx("cvpdf", folder) / "cv.pdf")


class Program(Protocol):
    """One that makes the PDF in a folder that is not there yet."""

    name: str

    def make(self, folder: Path) -> Made: ...


def run(report: Report) -> None:
    """:raises SystemExit: if ours prints a directive as text"""
    report.title("The content of docs/cv.md as a PDF: three runs from empty folders each, checks passed")
    times: dict[str, list[float]] = {}
    latex: dict[str, list[Made]] = {}
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        programs: list[Program] = [OursByTypst(), OursByLatex(), ModernCv()]
        try:
            programs.append(RenderCv(folder))
        except subprocess.CalledProcessError:
            report.note(f"{RENDERCV} cannot be installed with {newest_python()}: it is left out")
        for turn, program in product(range(3), programs):
            start = perf_counter()
            made = program.make(folder / f"{type(program).__name__}-{turn}")
            times.setdefault(program.name, []).append(perf_counter() - start)
            latex.setdefault(program.name, []).append(made)
        for program in programs:
            look(program.name, min(times[program.name]), Pdf(latex[program.name][-1].pdf), report)
    compare(latex, times, report)


def compare(latex: dict[str, list[Made]], times: dict[str, list[float]], report: Report) -> None:
    ours, theirs = latex[OursByLatex.name], latex[ModernCv.name]
    report.note(f"LaTeX: ours in {ours[0].latex_runs} runs, moderncv in {theirs[0].latex_runs}")
    found = [one.processor / other.processor for one, other in zip(ours, theirs, strict=True)]
    report.most("A CV through LaTeX: processor time of latexmk, of moderncv’s", found, "×", 2)
    if RenderCv.name in times:
        pairs = zip(times[OursByTypst.name], times[RenderCv.name], strict=True)
        report.plain("A CV through Typst: site to PDF, of RenderCV’s time", [a / b for a, b in pairs], "×")


def look(name: str, seconds: float, pdf: Pdf, report: Report) -> None:
    checks = pdf.checks()
    failed = [check for check, passed in checks.items() if not passed]
    report.note(
        f"{name:<22} {seconds:5.1f} s  {pdf.pages} pages  {len(checks) - len(failed)} of {len(checks)} checks"
    )
    for check in failed:
        report.note(f"{'':<26}not: {check}")
    if name.startswith("ours") and DIRECTIVE in failed:
        raise SystemExit(f"{name}: a directive is printed as text")

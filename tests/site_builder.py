"""Small sites, written and built by a test as a user would write and build them."""

from __future__ import annotations

import io
import os
import re
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag
from sphinx.application import Sphinx
from sphinx.locale import translators
from sphinx.util.docutils import docutils_namespace, patch_docutils

CONF = """\
extensions = ["myst_parser", "sphinx_vitae"]
bibtex_bibfiles = ["references.bib"]
vitae_owner = "Huang, Guyue"
vitae_today = "2026-01-15"
project = "Test"
version = release = "1"
html_theme = "basic"
latex_documents = [("index", "cv.tex", "Curriculum vitae", "Guyue Huang", "vitae")]
"""

BIB = """\
@inproceedings{huang2023rmstc,
  author    = {Huang, Guyue and Wang, Zhengyang},
  title     = {{RM-STC}: A Sparse Tensor Core},
  booktitle = {Symposium on Microarchitecture},
  date      = {2023},
  doi       = {10.1145/3613424.3623775},
  abbr      = {MICRO},
  keywords  = {hardware, sparsity},
  selected  = {true},
}

@article{huang2021eda,
  author       = {Huang, G. and Hu, Jingbo and others},
  title        = {Machine learning for circuits: a survey},
  journaltitle = {ACM TODAES},
  volume       = {26},
  number       = {5},
  pages        = {1--46},
  date         = {2021},
  keywords     = {survey},
}

@inproceedings{dai2022daspmm,
  author    = {Dai, Guohao and Huang, Guyue and Huang, Jiayi},
  title     = {Heuristic adaptability},
  booktitle = {Design Automation Conference},
  date      = {2022},
  award     = {Best Paper Nominee},
}

@talk{tvmcon,
  title      = {Pipelining in compilers},
  eventtitle = {TVMCon},
  location   = {Online},
  date       = {2023-03},
  video      = {https://example.org/video},
  related    = {huang2023rmstc},
}

@award{travel,
  title        = {Travel Grant},
  organization = {MLSys},
  date         = {2022},
}

@position{nvidia,
  title        = {Architect},
  organization = {NVIDIA},
  location     = {Santa Clara},
  date         = {2024-05/},
  abstract     = {I build things. \\item One thing \\item Another thing},
}
"""


@dataclass
class Built:
    """What a build left behind."""

    folder: Path
    warnings: str
    written: list[str]
    status: str = ""

    def text(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")

    def html(self, name: str = "index.html") -> BeautifulSoup:
        return BeautifulSoup(self.text(name), "html.parser")

    def one(self, selector: str, name: str = "index.html") -> Tag:
        """The only element that matches."""
        found = self.html(name).select(selector)
        assert len(found) == 1, f"{selector}: {len(found)} found"
        return found[0]

    def all(self, selector: str, name: str = "index.html") -> list[Tag]:
        return list(self.html(name).select(selector))

    def texts(self, selector: str, name: str = "index.html") -> list[str]:
        """The text of each element that matches, on one line."""
        return [" ".join(tag.get_text().split()) for tag in self.all(selector, name)]


class Site:
    """A site in a folder of its own. A build fails on every warning that the test does not name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write("conf.py", CONF)
        self.write("references.bib", BIB)

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def write_list(self, markup: str, directive: str, *options: str) -> None:
        """The first page, with nothing but a directive, in Markdown (``md``) or reStructuredText (``rst``).

        :param directive: its name, and behind a blank its argument.
        :param options: its lines, as ``:limit: 3``.
        """
        name, _, argument = directive.partition(" ")
        if markup == "md":
            lines = ["# P", "", f"```{{{name}}} {argument}", *options, "```", ""]
        else:
            lines = ["P", "=", "", f".. {name}:: {argument}", *(f"   {option}" for option in options), ""]
        self.write(f"index.{markup}", "\n".join(lines))

    def replace(self, name: str, old: str, new: str) -> None:
        """Edit a file as somebody would; the clock of the file system may be coarse."""
        path = self.folder / name
        text = path.read_text("utf-8")
        assert old in text
        # Sphinx 8.1 compares with the time when it read the file, later versions with the time of the file then.
        later = max(path.stat().st_mtime + 2, time.time())
        path.write_text(text.replace(old, new), "utf-8")
        os.utime(path, (later, later))

    def configure(self, **values: Any) -> None:
        self.write("conf.py", CONF + "".join(f"{name} = {value!r}\n" for name, value in values.items()))

    def build_into(self, folder: Path, *, jobs: int = 1) -> None:
        """HTML with whatever warnings, into a folder with doctrees of its own."""
        run_sphinx(self.folder, folder / "html", folder / "doctrees", "html", jobs=jobs)

    def build(
        self,
        builder: str = "html",
        *,
        expect: tuple[str, ...] = (),
        jobs: int = 1,
        nitpicky: bool = True,
        doctrees: str = "",
        verbosity: int = 0,
    ) -> Built:
        """Build, incrementally if it was built before.

        :param doctrees: a folder that several builders share; else each has its own.
        :param expect: a part of each warning, in their order; more or fewer warnings fail the test.
        """
        out = self.folder / "_build" / builder
        read = self.folder / "_build" / (doctrees or f"{builder}.doctrees")
        status, said = run_sphinx(
            self.folder, out, read, builder, nitpicky=nitpicky, jobs=jobs, verbosity=verbosity
        )
        lines = [line for line in said.splitlines() if re.search(r"(WARNING|ERROR|CRITICAL):", line)]
        assert len(lines) == len(expect), f"expected {len(expect)} warnings, got:\n{said}"
        for line, part in zip(lines, expect, strict=True):
            assert part in line, f"expected {part!r} in:\n{said}"
        return Built(out, said, re.findall(r"writing output\.\.\. .*?\] (\S+)", status), status)


def run_sphinx(
    source: Path,
    out: Path,
    doctrees: Path,
    builder: str,
    *,
    nitpicky: bool = False,
    jobs: int = 1,
    tags: Sequence[str] = (),
    verbosity: int = 0,
    language: str = "",
) -> tuple[str, str]:
    """Build in this process; return what Sphinx says of its progress, and its warnings.

    :param language: overrides that of conf.py, as ``-D language=…``.
    """
    status, warnings = io.StringIO(), io.StringIO()
    translators.clear()  # Sphinx asks all languages that it was ever built in, the first one first
    with patch_docutils(str(source)), docutils_namespace():
        settings: dict[str, Any] = {"nitpicky": True} if nitpicky else {}
        if language:
            settings["language"] = language
        places = (source, source, out, doctrees, builder, settings, status, warnings)
        Sphinx(*places, tags=tags, parallel=jobs, verbosity=verbosity).build()
    return _CONTROL.sub("", status.getvalue()), _CONTROL.sub("", warnings.getvalue())


_CONTROL = re.compile(r"\x1b\[[\d;]*[mK]")
ROOT = Path(__file__).resolve().parents[1]


def build_sample(folder: Path, builder: str, *, jobs: int = 1, tags: Sequence[str] = ()) -> Built:
    """The project's own site."""
    return build_strictly(ROOT / "docs", folder, builder, jobs=jobs, tags=tags)


def build_strictly(
    source: Path, folder: Path, builder: str, *, jobs: int = 1, tags: Sequence[str] = ()
) -> Built:
    """A site that is built without a warning. What its conf.py puts on the path is taken off again."""
    path = [*sys.path]
    try:
        _, said = run_sphinx(
            source, folder / builder, folder / "doctrees", builder, nitpicky=True, jobs=jobs, tags=tags
        )
    finally:
        sys.path[:] = path
    assert said == ""
    return Built(folder / builder, "", [])

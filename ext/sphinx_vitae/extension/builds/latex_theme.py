"""The theme and class of the printed CV, for Sphinx's LaTeX builder."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from sphinx_vitae.render import printable

from ..settings.printed_documents import THEME, Document
from ..site.domain import VitaeDomain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

__all__ = ["configure", "finish", "hand_over_design"]

_FOLDER: Final = Path(__file__).resolve().parents[2] / "latex_theme"
_ENGINES: Final = ("lualatex", "xelatex")


def configure(app: Sphinx, config: Config) -> None:
    """Register the theme.

    Lists in the configuration are replaced rather than modified, because they may be Sphinx's defaults.
    """
    config.latex_theme_path = [*config.latex_theme_path, str(_FOLDER)]
    files = [str(path) for path in sorted(_FOLDER.iterdir()) if path.suffix in {".cls", ".sty"}]
    config.latex_additional_files = [*config.latex_additional_files, *files]
    config.templates_path = [*config.templates_path, str(_FOLDER / "templates")]
    if _documents(config) and config.latex_engine not in _ENGINES:
        config.latex_engine = "lualatex"
    app.add_latex_package("sphinxvitae")


def finish(app: Sphinx) -> None:
    """If there are several documents, make the CV the default for latexmk, because hosts run it without a
    file name.
    """
    targets = _documents(app.config)
    if app.builder.name == "latex" and targets and len(app.config.latex_documents) > 1:
        path = Path(app.outdir) / "latexmkrc"
        line = f"\n@default_files = ('{targets[0]}');\n"
        settings = path.read_text("utf-8")
        if line not in settings:
            path.write_text(settings + line, "utf-8")


def _documents(config: Config) -> list[str]:
    """The file names of the documents that use our theme."""
    return [document[1] for document in config.latex_documents if len(document) > 4 and document[4] == THEME]


def hand_over_design(app: Sphinx, document: Document | None) -> None:
    """Pass the design of the next document to the LaTeX template."""
    if app.builder.format == "latex" and document and document.design:
        from sphinx_vitae.render.formats.latex import Latex

        from ..writers.print_common import page_name
        from .latex_needs import latex_needs

        context: dict[str, Any] = app.builder.context  # type: ignore[attr-defined]
        domain = cast(VitaeDomain, app.env.domains["vitae"])
        context["vitae_cv"] = {
            **dataclasses.asdict(document.design),
            "fontsize": document.design.size,
            "lang": (app.config.language or "en").replace("_", "-"),
            "numfig": app.config.numfig,
            "title": _escaped(document.title),
            "author": _escaped(document.author),
            "needs": latex_needs,
            "printable": printable,
            "page_name": Latex().escape(page_name(domain.rendering.words)),
        }


def _escaped(written: str) -> str:
    """A title or author, which Sphinx treats as LaTeX, with special characters escaped."""
    return written if "$" in written else re.sub(r"(?<!\\)[&#%_]", r"\\\g<0>", written)

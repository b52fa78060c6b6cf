"""The theme and class of the printed CV, for Sphinx's LaTeX builder."""

from __future__ import annotations

import dataclasses
import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from sphinx.builders.latex import default_latex_engine
from sphinx.locale import __

from sphinx_vitae import render

from ..settings.printed_documents import THEME, Document
from ..site.domain import VitaeDomain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

__all__ = ["configure", "finish", "hand_over_design"]

#: Sphinx's loggers of its LaTeX builder and its writer.
_LOGGERS: Final = tuple(
    map(logging.getLogger, ("sphinx.sphinx.builders.latex", "sphinx.sphinx.writers.latex"))
)
_FOLDER: Final = Path(__file__).resolve().parents[2] / "latex_theme"
#: Language tag → the tag that babel uses.
_BABEL_TAGS: Final = {
    "zh": "zh-Hans", "zh-CN": "zh-Hans", "zh-SG": "zh-Hans", "zh-TW": "zh-Hant", "zh-HK": "zh-Hant", "zh-MO": "zh-Hant",
    "no": "nb",
}  # fmt: skip
_ENGINES: Final = ("lualatex", "xelatex")


def configure(app: Sphinx, config: Config) -> None:
    """Register the theme.

    Lists in the configuration are replaced rather than modified, because they may be Sphinx's defaults.
    """
    config.latex_theme_path = [*config.latex_theme_path, str(_FOLDER)]
    files = [str(path) for path in sorted(_FOLDER.iterdir()) if path.suffix in {".cls", ".sty"}]
    config.latex_additional_files = [*config.latex_additional_files, *files]
    config.templates_path = [*config.templates_path, str(_FOLDER / "templates")]
    ours = _documents(config)
    alone = len(ours) == len(config.latex_documents)
    by_default = config.latex_engine == default_latex_engine(config)  # XeLaTeX in Chinese and Greek
    if ours and (config.latex_engine not in _ENGINES or (alone and by_default)):
        config.latex_engine = "lualatex"
    for logger in _LOGGERS:
        logger.removeFilter(_of_other_documents)  # of another build in this process
        if alone:
            logger.addFilter(_of_other_documents)
    app.add_latex_package("sphinxvitae")


def _of_other_documents(record: logging.LogRecord) -> bool:
    """Whether a message is about documents with other themes: ours do not use what Sphinx knows of babel."""
    return str(record.msg) != str(__("no Babel option known for language %r"))


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
        from .latex_needs import latex_needs, latex_scripts

        context: dict[str, Any] = app.builder.context  # type: ignore[attr-defined]
        domain = cast(VitaeDomain, app.env.domains["vitae"])
        language = app.config.language or "en"
        sphinx_babel: str = app.builder.babel.get_language()  # type: ignore[attr-defined]
        context["vitae_cv"] = {
            **dataclasses.asdict(document.design),
            "fontsize": document.design.size,
            "lang": language.replace("_", "-"),
            "babel": _babel(language, sphinx_babel),
            "sphinx_babel": sphinx_babel,
            "scripts": latex_scripts(language),
            "numfig": app.config.numfig,
            "title": _escaped(document.title),
            "author": _escaped(document.author),
            "needs": latex_needs,
            "printable": render.printable,
            "page_name": [Latex().escape(part) for part in page_name(domain.rendering.words)],
        }


def _babel(language: str, name: str) -> tuple[str, str] | None:
    """What babel calls a language: its tags, of which the first that babel knows counts, and its name.

    :param name: the name that Sphinx uses, which is English for languages that Sphinx does not know.
    :returns: ``None`` for English.
    """
    tag = language.replace("_", "-")
    general = tag.partition("-")[0]
    if general == "en":
        return None
    tags = dict.fromkeys((_BABEL_TAGS.get(tag, tag), _BABEL_TAGS.get(general, general)))
    return ",".join(tags), "vitaelanguage" if name == "english" else name


def _escaped(written: str) -> str:
    """A title or author, which Sphinx treats as LaTeX, with special characters escaped."""
    return written if "$" in written else re.sub(r"(?<!\\)[&#%_]", r"\\\g<0>", written)

"""The direction of HTML pages. Themes write the language of a page, but not that it is from right to left."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sphinx_vitae.model import is_right_to_left

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

__all__ = ["configure", "directed", "template_of_page"]

_FOLDER: Final = Path(__file__).resolve().parents[2] / "direction"
#: Renders the template of the theme, then calls `directed`.
_TEMPLATE: Final = "vitae-from-right.html"
#: Furo's style sheet is written for pages from left to right. Ours comes after it, and before those of the site.
_FURO: Final = "vitae-furo-rtl.css"
_AFTER_THEME: Final = 300
_HTML: Final = re.compile(r"<html\b(?![^>]*\sdir=)")


def configure(config: Config) -> None:
    """Add our template and style sheet, if pages need them."""
    if is_right_to_left(config.language or ""):
        config.templates_path = [*config.templates_path, str(_FOLDER / "templates")]
        if config.html_theme == "furo":
            config.html_static_path = [*config.html_static_path, str(_FOLDER / "static")]


def template_of_page(app: Sphinx, template: str, context: dict[str, Any]) -> str | None:
    """The template that renders a page in place of the theme's; ``None`` for pages from left to right."""
    if not is_right_to_left(app.config.language or ""):
        return None
    if app.config.html_theme == "furo":
        app.add_css_file(_FURO, priority=_AFTER_THEME)
    context["vitae_page_template"] = template
    context["vitae_directed"] = directed
    return _TEMPLATE


def directed(page: str) -> str:
    """A page whose ``html`` element declares its direction."""
    return _HTML.sub(r'\g<0> dir="rtl"', page, count=1)

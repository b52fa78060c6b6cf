"""The names of layouts, which are known before any template is loaded."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from ..styles.known_styles import style_names

__all__ = ["GENERAL", "STYLED", "TEMPLATES", "layouts"]

TEMPLATES: Final = Path(__file__).resolve().parents[2] / "templates"
#: The kinds whose layouts are their own; activities share theirs.
GENERAL: Final = ("publication", "talk", "award")
#: The template for all styles, which is not a layout itself.
STYLED: Final = "styled"
#: The template for entry pages, which is not a layout for lists either.
_PAGE: Final = "page"


def layouts(kind: str, folders: Iterable[Path], known: Iterable[str] | None = None) -> list[str]:
    """The layouts for a kind of record: those with a template, then, for publications, the styles.

    :param known: the names of the styles, if they have been looked up.
    """
    names = {kind} if kind in (*GENERAL, "news") else {kind, "activity"}
    found = set()
    for folder in (*folders, TEMPLATES):
        for path in (folder / "vitae" / "html").glob("*.html.jinja"):
            name, dash, layout = path.name.removesuffix(".html.jinja").partition("-")
            if dash and name in names:
                found.add(layout)
    styles = (style_names() if known is None else known) if kind == "publication" else ()
    return list(dict.fromkeys((*sorted(found - {STYLED, _PAGE}), *styles)))

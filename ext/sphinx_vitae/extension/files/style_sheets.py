"""Our style sheets: written without comments and spaces for each build, and loaded by what is on a page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["add_folder", "add_to_page", "compact", "drop_unused"]

#: The style sheets that only some pages need, by a sign in the HTML of these pages. The others are in ``vitae.css``.
_PARTS: Final = {
    "vitae-work.css": "vitae-publication",
    "vitae-filter.css": "vitae-filter",
    "vitae-chart.css": "vitae-chart",
}
#: Strings, which stay as they are, and comments.
_WHOLE: Final = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/""", re.S)


def add_folder(app: Sphinx, folder: Path) -> None:
    """Register a folder with static files, whose style sheets are compacted."""
    made = Path(app.doctreedir) / "vitae-static" / folder.name
    sources = {made / path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
    for target, source in sources.items():
        _write(target, source)
    for path in made.rglob("*"):  # files of an earlier version would be published
        if path.is_file() and path not in sources:
            path.unlink(missing_ok=True)
    if hasattr(app, "add_static_dir"):
        app.add_static_dir(made)
    else:
        app.config.html_static_path = [*app.config.html_static_path, str(made)]


def _write(target: Path, source: Path) -> None:
    content = source.read_bytes()
    if source.suffix == ".css":
        content = compact(content.decode("utf-8")).encode("utf-8")
    if not target.is_file() or target.read_bytes() != content:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def compact(css: str) -> str:
    """A style sheet without comments, and without spaces that do not mean anything."""
    strings: list[str] = []

    def keep(match: re.Match[str]) -> str:
        if not match[1]:
            return " "
        strings.append(match[1])
        return f'"{len(strings) - 1}"'

    text = " ".join(_WHOLE.sub(keep, css).split())
    text = re.sub(r" ?([{};,>]) ?", r"\1", text)
    text = re.sub(r": |;(?=})", lambda match: match[0][:1] if match[0] == ": " else "", text)
    return re.sub(r'"(\d+)"', lambda match: strings[int(match[1])], text)


def add_to_page(app: Sphinx, context: dict[str, Any]) -> None:
    """Load the style sheets that a page needs. The rules for paper do not delay the page."""
    app.add_css_file("vitae.css")
    body = str(context.get("body") or "")
    for name, sign in _PARTS.items():
        if sign in body:
            app.add_css_file(name)
    app.add_css_file("vitae-print.css", media="print")


def drop_unused(context: dict[str, Any]) -> None:
    """Do not load the colours of code on a page without code."""
    if "highlight" in str(context.get("body") or "highlight"):
        return
    # Sphinx restores the list after each page
    context["css_files"][:] = [
        sheet for sheet in context["css_files"] if getattr(sheet, "filename", "") != "_static/pygments.css"
    ]

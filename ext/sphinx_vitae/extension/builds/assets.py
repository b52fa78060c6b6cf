"""The style sheet and script for the pages that need them, and the files that entries link to."""

from __future__ import annotations

import contextlib
import filecmp
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from sphinx_vitae.model import N_

from ..files import style_sheets
from ..site.domain import VitaeDomain

if TYPE_CHECKING:
    from docutils.nodes import Node
    from sphinx.application import Sphinx

__all__ = ["add_folder", "add_to_page", "copy_files"]

#: Paper size in `vitae_cv` → page size in CSS (Paged Media Level 3, §7.1).
_PAPER: Final = {"a4": "A4", "letter": "letter"}
#: The words that the script prints, by the names of its data.
# Translators: a button that copies BibTeX, and what it says afterwards
_SCRIPT_WORDS: Final = {"copy": N_("Copy"), "copied": N_("Copied")}
#: Appear in the HTML of pages on which the script has something to do: filters, links to the BibTeX of a long list, and
#: BibTeX, which it copies.
_SCRIPTED: Final = ("vitae-filter", "vitae-fetch", "<pre")
_STATIC: Final = Path(__file__).resolve().parents[2] / "static"


def add_folder(app: Sphinx) -> None:
    """Register our static files with Sphinx."""
    style_sheets.add_folder(app, _STATIC)


def copy_files(app: Sphinx) -> None:
    """Copy the files that entries link to next to the pages on which these entries appear."""
    if app.builder.format != "html" or app.builder.name == "epub":
        return
    domain = cast(VitaeDomain, app.env.domains["vitae"])
    out = Path(app.outdir)
    files: dict[str, Path] = {}
    if domain.bibliography.offers:
        for docname, placed in domain.data["placed"].items():
            page = out / app.builder.get_target_uri(docname).partition("#")[0]
            folder = page if page.is_dir() else page.parent
            for placement in placed:
                for file in domain.catalogue.files.get(placement.key, ()):
                    files[(folder / file.name).relative_to(out).as_posix()] = file.path
    for name, path in files.items():
        if not (out / name).exists() or not filecmp.cmp(path, out / name):
            shutil.copy2(
                path, out / name
            )  # keeps the modification time: files with the same size and time count as equal
    for name in domain.build_state.replace_files(files.keys()):
        with contextlib.suppress(OSError):
            (out / name).unlink()


def add_to_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Node | None
) -> None:
    """Load our style sheet and script on pages that use them, and on no other page."""
    domain = cast(VitaeDomain, app.env.domains["vitae"])
    if domain.has(pagename) or (app.builder.name == "singlehtml" and domain.data["dependencies"]):
        style_sheets.add_to_page(app, context)
        if any(sign in context.get("body", "") for sign in _SCRIPTED):
            words = {f"data-{name}": domain.rendering.words(text) for name, text in _SCRIPT_WORDS.items()}
            app.add_js_file("vitae.js", loading_method="defer", **cast(dict[str, Any], words))
        designs = [document.design for document in domain.build.documents if document.docname == pagename]
        if designs and (design := designs[0]):
            # in the style sheet, this rule would set the paper size for all pages
            size = _PAPER[design.paper]
            context["metatags"] += f"\n<style>@page {{ size: {size}; margin: 18mm 20mm }}</style>"

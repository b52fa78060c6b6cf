"""Which program a folder or a file is for, by its contents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from ..builder import Builder
from ..data import DataError, json_data, yaml_data
from ..folder import Folder
from ..old_site import MigrationError, OldSite
from .academicpages import is_academicpages, read_academicpages
from .alfolio import is_alfolio, read_alfolio
from .hugo import is_hugo, read_hugo
from .jsonresume import add_resume
from .quarto import is_quarto, read_quarto
from .rendercv import add_rendercv

__all__ = ["read_old_site"]

_SYSTEMS: Final[tuple[tuple[Callable[[Folder], bool], Callable[[Folder], OldSite]], ...]] = (
    (is_alfolio, read_alfolio),
    (is_academicpages, read_academicpages),
    (is_hugo, read_hugo),
    (is_quarto, read_quarto),
)
_LARGEST: Final = 4_000_000


def read_old_site(path: Path) -> OldSite | None:
    """Read a folder, or a file of RenderCV or JSON Resume.

    :returns: ``None`` for a file of another kind.
    :raises MigrationError: if no known program made the folder, or the file cannot be read.
    """
    if path.is_dir():
        folder = Folder(path)
        for recognises, reads in _SYSTEMS:
            if recognises(folder):
                return reads(folder)
        raise MigrationError(
            f"{path} is not the folder of a site of al-folio (_bibliography), academicpages (_publications), "
            "Hugo Blox (content/authors), or Quarto (_quarto.yml)"
        )
    return _read_file(path)


def _read_file(path: Path) -> OldSite | None:
    if path.suffix.lower() not in (".yaml", ".yml", ".json"):
        return None
    folder = Folder(path.parent, only=path.name)
    text = folder.text(path.name)
    if folder.refused:
        raise MigrationError(f"{path} {folder.refused[path.name]}")
    try:
        value = json_data(text) if path.suffix.lower() == ".json" else yaml_data(text)
    except DataError as error:
        raise MigrationError(f"{path} cannot be read: {error}") from None
    if not isinstance(value, dict):
        return None
    if isinstance(value.get("cv"), dict):
        builder = Builder(folder, "RenderCV")
        add_rendercv(builder, builder.values(value, path.name))
    elif isinstance(value.get("basics"), dict):
        builder = Builder(folder, "JSON Resume")
        add_resume(builder, builder.values(value, path.name))
    else:
        return None
    return builder.finish()

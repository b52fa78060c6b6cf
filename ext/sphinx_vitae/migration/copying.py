"""Copying the pictures and documents of an old site."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final

from sphinx_vitae.model import SHARP_PHOTO

from .addresses import simple_name
from .folder import Folder
from .photos import photo_fault
from .reading import Reading

__all__ = ["PICTURES", "Copying"]

PICTURES: Final = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif")
#: What a page may link to, besides pictures.
_DOCUMENTS: Final = (".pdf", ".bib", ".zip", ".csv", ".txt", ".pptx", ".ppt", ".odp", ".docx", ".xlsx", ".mp4", ".gz", ".html", ".ipynb")  # fmt: skip


class Copying(Reading):
    """Reads files, and copies those that pages and entries refer to.

    :param below: folders that the addresses of the old site start in.
    """

    def __init__(self, folder: Folder, below: tuple[str, ...] = ("",)) -> None:
        super().__init__(folder)
        self.below = below
        #: Path in the new site → content.
        self.files: dict[str, bytes] = {}

    def copy(self, address: str, beside: str = "", target: str = "") -> str:
        """Copy a file of the old site to ``files/``.

        :param target: its name there; otherwise its own.
        :returns: its path in the new site; empty if there is no such file.
        """
        name = self.folder.find(address, beside, self.below)
        if not name or not name.lower().endswith((*PICTURES, *_DOCUMENTS)):
            return ""
        if target and not PurePosixPath(target).suffix:
            target += PurePosixPath(name).suffix.lower()
        path = PurePosixPath("files", target or simple_name(PurePosixPath(name).name))
        number = 1
        content = self.folder.copied(name)
        if content is None:
            return ""
        made = path
        while self.files.get(made.as_posix(), content) != content:
            number += 1
            made = path.with_stem(f"{path.stem}-{number}")
        self.files[made.as_posix()] = content
        return made.as_posix()

    def copy_photo(self, address: str, beside: str, setting: str, target: str = "") -> str:
        """Copy the photo of a person.

        :param setting: ``vitae_owner`` or ``vitae_people``.
        :returns: its path in the new site; empty if there is none, or if it would not look good.
        """
        path = self.copy(address, beside, target)
        if path and (fault := photo_fault(path, self.files[path], SHARP_PHOTO[setting])):
            self.left(beside, "photo", f"{path} {fault}; write its path as photo in {setting}")
            return ""
        if not path:
            self.left(beside, "photo", address)
        return path

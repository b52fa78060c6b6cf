"""Checks on the photos of people: files that are damaged, too large to load, or too small to show."""

from __future__ import annotations

import dataclasses
import struct
import zlib
from pathlib import Path
from typing import Final, NamedTuple
from xml.etree import ElementTree

from sphinx.util.images import get_image_size

from sphinx_vitae.model import LARGEST_PHOTO, SHARP_PHOTO, Problem, ProblemKind, Profile, Settings

__all__ = ["photo_path", "with_photos"]

#: The minimum size in pixels. Smaller photos are probably mistakes, and are not shown.
_SMALLEST: Final = 32
#: The maximum size in pixels: TeX has no larger lengths than 16 383 pt.
_LARGEST: Final = 10_000
#: The recommended number of pixels on each side, for owners and for people in lists.
_WANTED: Final = {"vitae_owner": 400, "vitae_people": 200}


def photo_path(person: Profile, srcdir: Path) -> Path | None:
    """The file of a person's photo; ``None`` if there is no photo, or it is on another server."""
    if not person.photo or "://" in person.photo:
        return None
    # In conf.py, the path is relative to the source folder.
    return srcdir / person.photo.lstrip("/")


def with_photos(settings: Settings, srcdir: Path) -> tuple[Settings, list[Problem]]:
    """The settings without photos that cannot be shown, and a problem for each photo that should be replaced."""
    problems: dict[Problem, None] = {}

    def checked(name: str, people: tuple[Profile, ...]) -> tuple[Profile, ...]:
        kept = []
        for person in people:
            fault = _fault(person, srcdir, _WANTED[name], SHARP_PHOTO[name])
            if fault:
                message = (
                    f"{name} contains {person.photo!r} for 'photo' of {person.name!r}, which {fault.wrong}"
                )
                problems[Problem(ProblemKind.CONFIG, message, fix=fault.fix)] = None
            kept.append(dataclasses.replace(person, photo="") if fault and not fault.shown else person)
        return tuple(kept)

    people = checked("vitae_people", settings.people)
    owners = checked("vitae_owner", settings.owners)
    return dataclasses.replace(settings, owners=owners, people=people), list(problems)


class _Fault(NamedTuple):
    """A problem with a photo, its fix, and whether the photo is shown anyway."""

    wrong: str
    fix: str
    shown: bool


def _fault(person: Profile, srcdir: Path, wanted: int, sharp: int) -> _Fault | None:
    """The problem with a person's photo; ``None`` if there is none.

    :param wanted: the recommended number of pixels on each side; below *sharp*, the photo is blurred.
    """
    path = photo_path(person, srcdir)
    if path is None:
        return None
    if path.is_dir():
        return _Fault("is a folder", "write the path of a picture; it was not shown", shown=False)
    try:
        weight = path.stat().st_size
        size, whole = _read(path)
    except OSError:
        return None  # Sphinx reports missing pictures where they are shown
    smaller = f"reduce it to about {2 * wanted} × {2 * wanted} pixels"
    if not whole:
        fix = f"save it as PNG or JPEG again, with at least {wanted} × {wanted} pixels; it was not shown"
        return _Fault("is damaged, or not a picture of this type", fix, shown=False)
    if size and max(size) > _LARGEST:
        return _Fault(f"is {size[0]} × {size[1]} pixels", f"{smaller}; it was not shown", shown=False)
    if size and min(size) < sharp:
        shown = min(size) >= _SMALLEST
        now = "it is blurred" if shown else "it was not shown"
        fix = f"a photo must be at least {wanted} × {wanted} pixels; {now}"
        return _Fault(f"is {size[0]} × {size[1]} pixels", fix, shown)
    if weight > LARGEST_PHOTO:
        return _Fault(f"is too large to load quickly ({weight / 1_000_000:.1f} MB)", smaller, shown=True)
    return None


def _read(path: Path) -> tuple[tuple[int, int] | None, bool]:
    """The size of a picture in pixels, ``None`` if it is unknown; and whether the file is a whole picture.

    Browsers show parts of damaged pictures, but programs that typeset documents stop.

    :raises OSError: if the file cannot be read.
    """
    suffix = path.suffix.lower()
    if suffix == ".svg":
        try:
            root = ElementTree.parse(path).getroot()
        except (ElementTree.ParseError, UnicodeError, ValueError):
            return None, False
        return None, root.tag == "{http://www.w3.org/2000/svg}svg"
    size = get_image_size(path)
    if suffix == ".avif":  # its size is unknown
        return size, True
    return size, size is not None and (suffix != ".png" or _is_whole_png(path.read_bytes()))


def _is_whole_png(content: bytes) -> bool:
    """Whether all chunks of a PNG file are there and undamaged (PNG specification, §5.3)."""
    at = 8  # after the signature
    while at + 12 <= len(content):
        (length,) = struct.unpack_from(">I", content, at)
        chunk = content[at + 4 : at + 8 + length]
        if content[at + 8 + length : at + 12 + length] != struct.pack(">I", zlib.crc32(chunk)):
            return False
        if chunk[:4] == b"IEND":
            return content[1:4] == b"PNG"
        at += 12 + length
    return False

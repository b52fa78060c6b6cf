"""Checks on the photos of people: files that are too large to load, or too small to show."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Final, NamedTuple

from sphinx.util.images import get_image_size

from sphinx_vitae.model import LARGEST_PHOTO, SHARP_PHOTO, Problem, ProblemKind, Profile, Settings

__all__ = ["photo_path", "with_photos"]

#: The minimum size in pixels. Smaller photos are probably mistakes, and are not shown.
_SMALLEST: Final = 32
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
    try:
        weight = path.stat().st_size
    except OSError:
        return None  # Sphinx reports missing pictures where they are shown
    size = get_image_size(path) if path.suffix.lower() != ".svg" else None
    if size and min(size) < sharp:
        shown = min(size) >= _SMALLEST
        now = "it is blurred" if shown else "it was not shown"
        fix = f"a photo must be at least {wanted} × {wanted} pixels; {now}"
        return _Fault(f"is {size[0]} × {size[1]} pixels", fix, shown)
    if weight > LARGEST_PHOTO:
        fix = f"reduce it to about {2 * wanted} × {2 * wanted} pixels"
        return _Fault(f"is too large to load quickly ({weight / 1_000_000:.1f} MB)", fix, shown=True)
    return None

"""Previews of works as files: their sizes, and the problems with those that are too small."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from sphinx_vitae.model import Problem, ProblemKind

__all__ = ["PICTURES", "PREVIEW", "is_shown", "picture_size", "size_problems"]

#: The field that specifies a picture; also the kind of that file, which is not a link.
PREVIEW: Final = "preview"
#: Image formats that browsers can display.
PICTURES: Final = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif")
#: The recommended number of pixels: twice the size in lists, for sharp screens.
_WANTED: Final = "300 × 200"
#: Pictures with fewer pixels on both sides are reported, because they are smaller than their place in lists.
_SMALL: Final = 100
#: Pictures with fewer pixels on both sides are probably mistakes, and are not shown.
_SMALLEST: Final = 32


def picture_size(path: Path) -> tuple[int, int]:
    """Width and height of a picture, from its header; 0 if unknown, for example without imagesize,
    which Sphinx installs.
    """
    try:
        import imagesize

        width, height = imagesize.get(path)
    except Exception:  # a file with this extension may contain anything
        return (0, 0)
    return (round(width), round(height)) if width > 0 and height > 0 else (0, 0)


def is_shown(path: Path, size: tuple[int, int]) -> bool:
    """Whether a picture has enough pixels to show. Drawings have any number of pixels."""
    return path.suffix.lower() == ".svg" or size == (0, 0) or max(size) >= _SMALLEST


def size_problems(
    named: Iterable[tuple[Problem, Path]], sizes: Mapping[Path, tuple[int, int]]
) -> Iterator[Problem]:
    """A problem for each picture that is too small: at the field that names it, or else at the file.

    :param named: pictures that entries name, each with a problem at that field.
    """
    small = {
        path: size for path, size in sizes.items() if path.suffix.lower() != ".svg" and 0 < max(size) < _SMALL
    }
    for problem, path in named:
        if path in small:
            yield _told(small[path], path, replace(problem, kind=ProblemKind.PICTURE_SMALL))
    at_fields = {path for _, path in named}
    for path, size in small.items():
        if path not in at_fields:
            yield _told(size, path, Problem(ProblemKind.PICTURE_SMALL, "", str(path)))


def _told(size: tuple[int, int], path: Path, place: Problem) -> Problem:
    """The problem with a picture, at a place."""
    now = "it is shown in its own size" if is_shown(path, size) else "it was not shown"
    message = f"the preview {path.name!r} has {size[0]} × {size[1]} pixels"
    return replace(place, message=message, fix=f"a preview needs about {_WANTED} pixels; {now}")

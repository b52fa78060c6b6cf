"""Names that are left out of a list: "Roe, M., ..., Doe, J."."""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.model import excerpt

from .name_flaw import NameFlaw
from .separated_names import names_within

__all__ = ["gap_flaw", "may_have_gap", "names_beside_gap"]

#: Three dots between names, perhaps in braces.
_GAP: Final = re.compile(
    r"(?:^|(?<=[\s,;&]))\{?\s*(?:\.\s?\.\s?\.|…|\\[lc]?dots\b(?:\{\})?)\s*\}?(?=[\s,;&]|$)"
)
_BETWEEN: Final = " ,;&"
#: A comma between two words of names that each have at least two.
_COMMA: Final = re.compile(r"\s*,\s*")
_FULL_NAME: Final = re.compile(r"[^\W\d_a-zß-ÿ][^\s,]*(?: [^\s,]+){1,3}")


def may_have_gap(name: str) -> bool:
    """A fast test: whether a text may contain three dots."""
    return ".." in name or ". . ." in name or "…" in name or "dots" in name


def names_beside_gap(name: str) -> list[str] | None:
    """The names before and after three dots, each on its own; ``None`` if there are no such dots."""
    pieces = _GAP.split(name)
    if len(pieces) < 2:
        return None
    pieces = [stripped for piece in pieces if (stripped := piece.strip(_BETWEEN))]
    names = [each for piece in pieces for each in names_within(piece) or [piece]]
    return [each for name in names for each in _full_names(name)]


def _full_names(name: str) -> list[str]:
    """The names between the commas of a text, if each of them is whole; or else the text itself."""
    parts = _COMMA.split(name)
    return parts if all(map(_FULL_NAME.fullmatch, parts)) else [name]


def gap_flaw(name: str, names: list[str]) -> NameFlaw:
    """The problem with three dots in place of names.

    :param names: the names beside them, as they can be written.
    """
    if not names:
        fix = "write these names instead, or remove it and end the list with “and others”"
        return NameFlaw(f"“{name}” stands for names that are left out", fix)
    message = f"“{excerpt(name)}” contains three dots for names that are left out"
    add = "add the names that are left out, or “and others” at the end of the list"
    return NameFlaw(message, f"write {' and '.join(names)}, and {add}")

"""House styles: the references of a record as IEEE, ACM, APA, Chicago and Vancouver print them.

Each style is a module with one function, `compose`, that makes a `Text` of a `Work`. What they share is in
`names`, `dates`, `casing` and `pieces`. Names have the form of the style, and its own rule for et al.,
which never hides the owner.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from sphinx_vitae.model import Text

from . import acm, apa, chicago, ieee, vancouver
from .work import Work

__all__ = ["HOUSE_STYLES", "Work"]

HOUSE_STYLES: Final[Mapping[str, Callable[[Work], Text]]] = {
    "ieee": ieee.compose,
    "acm": acm.compose,
    "apa": apa.compose,
    "chicago": chicago.compose,
    "vancouver": vancouver.compose,
}

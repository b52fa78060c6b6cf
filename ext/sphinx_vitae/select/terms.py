"""Words that an option asks for, and those that it leaves out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sphinx_vitae.model import fold

__all__ = ["ANY", "Terms", "parse_terms"]


@dataclass(frozen=True, slots=True)
class Terms:
    """Words of which one must hold; those written ``-x`` must not."""

    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()

    def match(self, having: Iterable[str]) -> bool:
        """Whether one of *having* (folded) is wanted, or nothing is, and none is unwanted."""
        having = set(having)
        return (not self.wanted or not having.isdisjoint(self.wanted)) and having.isdisjoint(self.unwanted)


#: Asks for nothing in particular.
ANY: Final = Terms()


def parse_terms(text: str) -> Terms:
    """``a, b, -c``: a or b, but not c. Folded."""
    words = [fold(word) for word in text.split(",") if word.strip()]
    return Terms(
        tuple(word for word in words if not word.startswith("-")),
        tuple(word[1:].strip() for word in words if word.startswith("-")),
    )

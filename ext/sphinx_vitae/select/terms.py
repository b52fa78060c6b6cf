"""Terms that an option includes or excludes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sphinx_vitae.model import fold

__all__ = ["ANY", "Terms", "parse_terms"]


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms of which a record must have at least one, and terms (written ``-x``) that it must not have."""

    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()

    def match(self, having: Iterable[str]) -> bool:
        """Whether *having* (folded) contains a wanted term, unless no term is wanted, and does not contain an
        unwanted term.
        """
        having = set(having)
        return (not self.wanted or not having.isdisjoint(self.wanted)) and having.isdisjoint(self.unwanted)


#: Terms that accept every record.
ANY: Final = Terms()


def parse_terms(text: str) -> Terms:
    """Parse ``a, b, -c``: a or b, but not c; folded."""
    words = [fold(word) for word in text.split(",") if word.strip()]
    return Terms(
        tuple(word for word in words if not word.startswith("-")),
        tuple(word[1:].strip() for word in words if word.startswith("-")),
    )

"""Records in the standard formats of other programs. Pure."""

from .bibtex import to_bibtex
from .pybtex_entries import to_pybtex, to_pybtex_person

__all__ = ["to_bibtex", "to_pybtex", "to_pybtex_person"]

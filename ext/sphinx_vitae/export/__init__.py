"""Records in the standard formats of other programs. Pure."""

from .bibtex import to_bibtex

__all__ = ["to_bibtex"]

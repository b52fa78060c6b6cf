"""Exports records to the standard formats of other programs. Pure."""

from .bibtex import to_bibtex
from .pybtex_entries import sound, to_pybtex, to_pybtex_person

__all__ = ["sound", "to_bibtex", "to_pybtex", "to_pybtex_person"]

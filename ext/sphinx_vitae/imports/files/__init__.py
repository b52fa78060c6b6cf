"""Reads other programs' files: BibTeX, CSL-JSON, RIS, and PubMed's format. The content determines the format."""

from .reader import read_file

__all__ = ["read_file"]

"""Files of other programs → entries: BibTeX, CSL-JSON, RIS, and PubMed's format. They are told apart by content."""

from .reader import read_file

__all__ = ["read_file"]

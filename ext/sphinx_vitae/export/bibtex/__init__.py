"""Records as BibTeX: as written, for BibTeX styles, and for biblatex."""

from .as_written import to_bibtex
from .biblatex import to_biblatex
from .classic import to_classic_bibtex
from .soundness import sound

__all__ = ["sound", "to_biblatex", "to_bibtex", "to_classic_bibtex"]

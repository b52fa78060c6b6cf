r"""TeX formulas, checked before they reach a page or a typesetter.

A formula is the one part of a bibliography that is passed on as written: to MathJax, to LaTeX, and as a
tree to Typst. In TeX, ``\input`` reads files, ``\directlua`` runs programs, ``\href`` can link anywhere,
and one missing brace ends the document. Formulas are therefore parsed here first. Every command must be
known, every argument present, every bracket closed. The result is valid by construction. An invalid
formula affects only itself: its source is printed, with the reason.
"""

from .errors import UnsetFormulaError
from .parser import checked_formula, parse_formula

__all__ = ["UnsetFormulaError", "checked_formula", "parse_formula"]

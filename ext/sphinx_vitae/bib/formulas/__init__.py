r"""TeX formulas, checked before they reach a page or a typesetter.

A formula is the only part of a bibliography that is passed on as written: to MathJax, to LaTeX, and, as a
tree, to Typst. In TeX, ``\input`` reads files, ``\directlua`` runs programs, ``\href`` can link anywhere, and
a single missing brace breaks the document. Formulas are therefore parsed here first. Every command must be
known, every argument must be present, and every bracket must be closed. The result is valid by construction.
An invalid formula does not affect anything else: its source is printed, and the reason is reported.
"""

from .errors import UnsetFormulaError
from .parser import checked_formula, parse_formula

__all__ = ["UnsetFormulaError", "checked_formula", "parse_formula"]

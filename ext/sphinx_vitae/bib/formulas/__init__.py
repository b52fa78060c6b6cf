r"""Stage 2: TeX formulas, as far as they may reach a page and a typesetter.

A formula is the one thing of a bibliography that is handed on as it was written: to MathJax, to LaTeX, and as a
tree to Typst. In TeX, ``\input`` reads files, ``\directlua`` runs programs, ``\href`` leads anywhere, and one
missing brace ends the document. So a formula is parsed here first. Every command must be known, every argument
present, every bracket closed. What is handed on is then valid by construction, and a formula that is not costs
only itself: its source is printed, with the reason.
"""

from .errors import UnsetFormulaError
from .parser import checked_formula, parse_formula

__all__ = ["UnsetFormulaError", "checked_formula", "parse_formula"]

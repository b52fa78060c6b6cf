"""Formulas in Typst. HTML and LaTeX get them as TeX."""

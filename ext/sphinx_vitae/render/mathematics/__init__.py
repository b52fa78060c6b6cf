"""Formulas in Typst. HTML and LaTeX use their TeX source."""

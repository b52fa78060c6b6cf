"""Formulas in Typst; HTML and LaTeX are given them as TeX."""

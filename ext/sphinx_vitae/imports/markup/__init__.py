"""Converts text from services to field values: HTML and MathML are parsed, capitals protected, and all text
escaped.
"""

"""Renders records with the Jinja templates for a format, and provides the functions that these templates
call.
"""

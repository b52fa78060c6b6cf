"""Renders records through the Jinja templates for a format, with the functions that these templates call."""

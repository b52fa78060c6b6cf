"""The option ``class``."""

from __future__ import annotations

from docutils.parsers.rst import directives

from sphinx_vitae.options import Choices, OptionError

__all__ = ["classes"]


def classes(text: str, choices: Choices) -> str:
    """Valid class names, separated by spaces."""
    try:
        return " ".join(directives.class_option(text))
    except ValueError as error:
        raise OptionError(str(error)) from None

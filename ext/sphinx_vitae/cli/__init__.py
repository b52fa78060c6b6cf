"""The ``sphinx-vitae`` command, which does not need Sphinx."""

from .main import main

__all__ = ["main"]

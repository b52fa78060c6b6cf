"""The command ``sphinx-vitae``: what it can do without Sphinx."""

from .main import main

__all__ = ["main"]

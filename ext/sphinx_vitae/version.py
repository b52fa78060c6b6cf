"""The version of the package, in a module of its own, because the package itself imports the extension."""

__all__ = ["__version__"]

__version__ = "0.1.0"

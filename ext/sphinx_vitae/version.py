"""The version of the package, apart from the package, which knows the extension."""

__all__ = ["__version__"]

__version__ = "0.1.0"

"""A bibliography becomes publication lists, cross-references and a printed CV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .version import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__all__ = ["__version__", "setup"]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension with Sphinx, which is imported only here.

    :returns: the version, and whether Sphinx may read and write in parallel.
    """
    from .extension.builds.setup import setup as setup_extension

    return setup_extension(app, __version__)

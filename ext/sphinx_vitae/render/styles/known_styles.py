"""The names of all reference styles, which are known before any of them is loaded."""

from __future__ import annotations

from typing import Final

from pybtex.plugin import enumerate_plugin_names

__all__ = ["HOUSE_STYLES", "pybtex_style_names", "style_names"]

HOUSE_STYLES: Final = ("ieee", "acm", "apa", "chicago", "vancouver")
_PLUGINS: Final = "pybtex.style.formatting"


def style_names() -> tuple[str, ...]:
    """The layouts for publications that are styles: first ours, then pybtex's."""
    return tuple(dict.fromkeys((*HOUSE_STYLES, *sorted(pybtex_style_names()))))


def pybtex_style_names() -> frozenset[str]:
    """The names of all formatting styles, including those of other packages and of conf.py."""
    return frozenset((*enumerate_plugin_names(_PLUGINS), *enumerate_plugin_names(f"{_PLUGINS}.aliases")))

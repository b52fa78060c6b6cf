"""The fonts of a document, by the names of their families: those of the CV, then those for other scripts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Set
from typing import Final

from sphinx_vitae.model import MORE_SYMBOLS, SYMBOLS, Font, Script, scripts_for
from sphinx_vitae.render.formats.typst import literal

__all__ = ["families", "font_array", "lacking"]

#: Typst: the characters of a font, except Greek letters.
_NOT_GREEK: Final = r'regex("[^\u{370}-\u{3ff}\u{1f00}-\u{1fff}]")'


def families(wanted: Iterable[str], installed: Set[str], language: str, *, sans: bool = False) -> list[str]:
    """The fonts that are installed, in the order in which characters are looked up in them.

    :param wanted: the fonts of the CV.
    :param language: as in conf.py.
    :param sans: whether the text is in the font of headings.
    """
    scripts = [
        [font.family for font in fonts if font.family in installed]
        for script in scripts_for(language)
        if (fonts := script.sans if sans else script.serif)
    ]
    preferred = [script[0] for script in scripts if script]
    others = [name for script in scripts for name in script]
    symbols = [font.family for font in _symbols() if font.family in installed]
    found = (*(name for name in wanted if name in installed), *preferred, *symbols, *others)
    return list(dict.fromkeys(found))


def _symbols() -> Iterator[Font]:
    yield from SYMBOLS
    yield from MORE_SYMBOLS


def lacking(text: str, installed: Set[str], language: str) -> list[Script]:
    """The scripts in a text of which no font is installed."""
    return [
        script
        for script in scripts_for(language)
        if not any(font.family in installed for font in (*script.serif, *script.sans))
        and script.pattern.search(text)
    ]


def font_array(names: Iterable[str], own: Collection[str], text: str) -> str:
    """A Typst array of fonts.

    A word is of one font: if the text has accented Greek letters, which the fonts of the CV lack, they print no other
    Greek letters either.

    :param own: the fonts of the CV among the names.
    """
    greek = any(script.key == "greek" and script.pattern.search(text) for script in scripts_for(""))
    fonts = (
        f"(name: {literal(name)}, covers: {_NOT_GREEK})" if greek and name in own else literal(name)
        for name in names
    )
    return f"({''.join(f'{font}, ' for font in fonts)})"

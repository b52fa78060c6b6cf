"""The fonts of the printed CV for scripts that its own fonts lack, for both typesetting engines.

Latin letters are always in the fonts of the CV (TeX Gyre). Each other script has fonts in order of preference: the
first that is installed is used. Typst finds fonts by the name of their family, LaTeX by the names of their files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

__all__ = ["MORE_SYMBOLS", "NOTO", "NOTO_CJK", "SYMBOLS", "Font", "Script", "packages_for", "scripts_for"]

#: Packages of Debian and Ubuntu.
NOTO: Final = "fonts-noto-core"
NOTO_CJK: Final = "fonts-noto-cjk"


@dataclass(frozen=True, slots=True)
class Font:
    """A font.

    :param family: the name of its family.
    :param file: the file with its regular face; ``bold`` and ``italic`` are empty where no file is known.
    :param index: the number of its face in a collection (``.ttc``).
    """

    family: str
    file: str = ""
    bold: str = ""
    italic: str = ""
    index: int = 0


@dataclass(frozen=True)
class Script:
    """A script that the fonts of the CV lack.

    :param key: its name in the class for LaTeX.
    :param name: its name in messages.
    :param letters: its characters, as in a class of a regular expression.
    :param package: the package that contains its preferred fonts.
    :param serif: the fonts of texts; ``sans``: of headings.
    :param opentype: its tag in OpenType fonts, if letters have several forms.
    """

    key: str
    name: str
    letters: str
    package: str
    serif: tuple[Font, ...]
    sans: tuple[Font, ...]
    opentype: str = ""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches a character of the script."""
        return re.compile(f"[{self.letters}]")


def _noto(name: str, *, italic: bool = False) -> Font:
    """A font of fonts-noto-core."""
    file = name.replace(" ", "")
    return Font(name, f"{file}-Regular.ttf", f"{file}-Bold.ttf", f"{file}-Italic.ttf" if italic else "")


_LIBERTINUS: Final = Font(
    "Libertinus Serif",
    "LibertinusSerif-Regular.otf",
    "LibertinusSerif-Bold.otf",
    "LibertinusSerif-Italic.otf",
)
_FREE: Final = Font("FreeSerif", "FreeSerif.otf", "FreeSerifBold.otf", "FreeSerifItalic.otf")
_DEJAVU: Final = Font("DejaVu Serif", "DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf")
_DEJAVU_SANS: Final = Font("DejaVu Sans", "DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
_NOTO_SERIF: Final = _noto("Noto Serif", italic=True)
_NOTO_SANS: Final = _noto("Noto Sans", italic=True)
#: For signs that are in none of the scripts below, and for those that East Asian fonts lack.
SYMBOLS: Final = (_LIBERTINUS, _FREE, _DEJAVU)
MORE_SYMBOLS: Final = (_DEJAVU_SANS,)

#: Fonts for Hebrew and Arabic have no letters of the other scripts, so they come first.
_SCRIPTS: Final = (
    Script(
        "hebrew", "Hebrew", "\u0590-\u05ff\ufb1d-\ufb4f", NOTO,
        (_noto("Noto Serif Hebrew"), _LIBERTINUS, _FREE, _DEJAVU_SANS), (_noto("Noto Sans Hebrew"), _DEJAVU_SANS),
        "hebr",
    ),
    Script(
        "arabic", "Arabic", "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc", NOTO,
        (_noto("Noto Naskh Arabic"), _FREE, _DEJAVU_SANS), (_noto("Noto Sans Arabic"), _DEJAVU_SANS),
        "arab",
    ),
    Script(
        "cyrillic", "Cyrillic", "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f", NOTO,
        (_LIBERTINUS, _NOTO_SERIF, _FREE, _DEJAVU), (_NOTO_SANS, _DEJAVU_SANS),
    ),
    # Accented letters, the only Greek letters that the fonts of the CV lack.
    Script(
        "greek", "Greek", "\u0384-\u0390\u03aa-\u03b0\u03ca-\u03cf\u1f00-\u1fff", NOTO,
        (_LIBERTINUS, _NOTO_SERIF, _FREE, _DEJAVU), (_NOTO_SANS, _DEJAVU_SANS),
    ),
)  # fmt: skip
_CJK_LETTERS: Final = (
    "\u1100-\u11ff\u2460-\u24ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe6f"
    "\uff00-\uffef\U00016fe0-\U00018d8f\U0001aff0-\U0001b2ff\U0001f100-\U0001f2ff\U00020000-\U0003fffd"
)
#: Beginning of a language tag → the forms of Han characters, their number in the collections of Noto, and a name.
_CJK: Final = {
    "ja": ("JP", 0, "Japanese"),
    "ko": ("KR", 1, "Korean"),
    "zh-Hant": ("TC", 3, "Chinese"),
    "zh-TW": ("TC", 3, "Chinese"),
    "zh-HK": ("TC", 3, "Chinese"),
}
_SIMPLIFIED: Final = ("SC", 2, "Chinese")


def scripts_for(language: str) -> tuple[Script, ...]:
    """The scripts, with the East Asian fonts for a language.

    :param language: as in conf.py or BCP 47: ``zh_TW``.
    """
    tag = language.replace("_", "-")
    region, index, name = next((_CJK[start] for start in _CJK if tag.startswith(start)), _SIMPLIFIED)
    serif, sans = (
        Font(f"Noto {face} CJK {region}", f"Noto{face}CJK-Regular.ttc", f"Noto{face}CJK-Bold.ttc", "", index)
        for face in ("Serif", "Sans")
    )
    harano = Font("Harano Aji Mincho", "HaranoAjiMincho-Regular.otf", "HaranoAjiMincho-Bold.otf")
    fandol = Font("FandolSong", "FandolSong-Regular.otf", "FandolSong-Bold.otf")
    source = Font(f"Source Han Serif {region}")
    others = (harano, fandol) if region == "JP" else (fandol, harano)
    droid = Font("Droid Sans Fallback", "DroidSansFallbackFull.ttf")
    east_asian = Script(
        "cjk", name, _CJK_LETTERS, NOTO_CJK, (serif, sans, source, *others, droid), (sans, serif, droid)
    )
    return (*_SCRIPTS, east_asian)


#: Languages whose letters the fonts of the CV lack → the key of their script.
_WRITTEN: Final = {
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"), "cyrillic"),
    "el": "greek",
    **dict.fromkeys(("he", "iw", "yi"), "hebrew"),
    **dict.fromkeys(("ar", "ckb", "fa", "ps", "sd", "ug", "ur"), "arabic"),
    **dict.fromkeys(("ja", "ko", "zh"), "cjk"),
}


def packages_for(language: str) -> tuple[str, ...]:
    """The packages with the fonts that a site in this language needs; empty for Latin scripts."""
    key = _WRITTEN.get(language.replace("_", "-").partition("-")[0].lower())
    return tuple(script.package for script in scripts_for(language) if script.key == key)

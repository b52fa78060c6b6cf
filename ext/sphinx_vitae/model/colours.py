"""Parsing colours in settings, and darkening them for text on white."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Any, Final

from .colour_names import COLOUR_NAMES
from .setting_problems import SettingProblems, is_text

__all__ = ["COLOUR_WANTED", "colour_of", "contrast_to_white", "darkened", "read_accent"]

COLOUR_WANTED: Final = "it must be a colour such as '#1F4E79', '#147' or 'teal'"
_HEXADECIMAL: Final = re.compile(r"#(?:[0-9A-F]{3}|[0-9A-F]{6})")
#: Text in an accent colour is at most this light, and at most this vivid (OKLCH). `vitae.css` has the same
#: limits.
_LIGHTEST: Final = 0.47
_MOST_VIVID: Final = 0.17
#: The steps in which the chroma of a colour is reduced until screens can display it.
_STEP: Final = 0.98


def colour_of(value: object) -> str:
    """The colour as ``#RRGGBB``; empty if the value is not one.

    :param value: ``#rrggbb``, ``#rgb``, or a CSS colour name.
    """
    if not is_text(value):
        return ""
    written = value.strip().upper()
    if name := COLOUR_NAMES.get(written.lower()):
        return f"#{name.upper()}"
    if not _HEXADECIMAL.fullmatch(written):
        return ""
    digits = written[1:]
    return written if len(digits) == 6 else "#" + "".join(2 * digit for digit in digits)


def read_accent(value: Any, found: SettingProblems) -> str | None:
    """A colour as ``#RRGGBB``; empty if none is set."""
    if value in ("", None):
        return ""
    if colour := colour_of(value):
        return colour
    found.part(value, "", COLOUR_WANTED, "the default colours were used")
    return None


def contrast_to_white(colour: str) -> float:
    """The contrast of a colour against white (WCAG 2.2, contrast ratio and relative luminance).

    :param colour: ``#RRGGBB``.
    """
    red, green, blue = map(_linear, _channels(colour))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def darkened(colour: str) -> str:
    """The colour for text on white, with the same hue, but never too light to read.

    Light pages show an accent in the same colour. Its contrast ratio against white is at least 5:1.

    :param colour: ``#RRGGBB``.
    :returns: the colour in the same form.
    """
    lightness, chroma, hue = _oklch(map(_linear, _channels(colour)))
    if lightness <= _LIGHTEST and chroma <= _MOST_VIVID:
        return colour
    lightness, chroma = min(lightness, _LIGHTEST), min(chroma, _MOST_VIVID)
    while not all(-1e-4 <= part <= 1 + 1e-4 for part in _linear_rgb(lightness, chroma, hue)):
        chroma *= _STEP
    parts = (_encoded(min(max(part, 0), 1)) for part in _linear_rgb(lightness, chroma, hue))
    return "#" + "".join(f"{round(255 * part):02X}" for part in parts)


def _channels(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _encoded(part: float) -> float:
    return float(12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055)


def _oklch(linear: Iterable[float]) -> tuple[float, float, float]:
    """Linear sRGB → lightness, chroma and hue in OKLCH (CSS Color Module Level 4, §9.2)."""
    red, green, blue = linear
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def _linear_rgb(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    """The reverse conversion. Screens cannot display colours with components below 0 or above 1."""
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )

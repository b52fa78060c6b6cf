"""The design of printed documents (``vitae_cv``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from .colours import COLOUR_WANTED, colour_of, contrast_to_white
from .profile import keys_of, says
from .setting_problems import SettingProblems, listed

__all__ = ["Design", "Designs", "read_designs"]

_LEAST_CONTRAST: Final = 4.5  # WCAG 2.2, success criterion 1.4.3
_WORDS: Final = {
    "paper": ("a4", "letter"),
    "fontsize": ("10pt", "10.5pt", "11pt", "12pt"),
    "density": ("comfortable", "compact"),
    "links": ("addresses", "words"),
}
_SWITCHES: Final = ("page-numbers", "photo")
#: Density → the size of its text, unless one is set.
_FONTSIZES: Final = {"comfortable": "10.5pt", "compact": "10pt"}
#: Extension of a document's target in ``latex_documents``.
_TARGET: Final = ".tex"


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """The design of one printed document. ``accent`` is six hexadecimal digits."""

    paper: str = says("``a4`` or ``letter``", "a4")
    accent: str = says(
        "a colour such as ``#1F4E79``, with a contrast ratio of at least 4.5:1 against white", "1F4E79"
    )
    font: str = says("``serif``, ``sans``, or the name of an installed font", "serif")
    fontsize: str = says(
        "``10pt``, ``10.5pt``, ``11pt`` or ``12pt``; by default ``10.5pt``, or ``10pt`` if the density is ``compact``"
    )
    density: str = says(
        "``comfortable``, with short lines beside a column of dates, or ``compact``, for fewer pages",
        "comfortable",
    )
    links: str = says(
        "``addresses`` prints the identifiers in links (``doi:10.1000/182``); with ``words``, every link is a word (``DOI``)",
        "addresses",
    )
    photo: bool = says("``True`` or ``False``: whether ``cv-header`` shows your photo", False)
    page_numbers: bool = says("``True`` or ``False``", True)

    @property
    def size(self) -> str:
        """The size of the text."""
        return self.fontsize or _FONTSIZES[self.density]


@dataclass(frozen=True, slots=True)
class Designs:
    """The designs of all printed documents: by target, and a default for the others."""

    common: Design = field(default_factory=Design)
    by_target: Mapping[str, Design] = field(default_factory=dict)

    def of(self, target: str) -> Design:
        """The design of the document with this target (``cv.tex``)."""
        return self.by_target.get(target, self.common)


def read_designs(value: Any, found: SettingProblems) -> Designs | None:
    """Parse the common settings, and those under the targets of documents, which override them."""
    if not isinstance(value, dict):
        found.wrong(value, f"it must be a dictionary with {listed(keys_of(Design))}")
        return None
    targets = [key for key in value if isinstance(key, str) and key.endswith(_TARGET)]
    common = _read({key: item for key, item in value.items() if key not in targets}, "", found)
    documents = {}
    for target in targets:
        if isinstance(value[target], dict):
            documents[target] = Design(**common | _read(value[target], f"for {target!r}", found))
        else:
            found.part(
                value[target], f"for {target!r}", f"it must be a dictionary with {listed(keys_of(Design))}"
            )
    return Designs(Design(**common), documents)


def _read(value: Mapping[Any, Any], where: str, found: SettingProblems) -> dict[str, Any]:
    """The valid parts of a dictionary, by the attributes of `Design`."""
    kept: dict[str, Any] = {}
    for key, item in value.items():
        if not isinstance(key, str) or key not in keys_of(Design):
            found.unknown(key, keys_of(Design), where)
            continue
        attribute = key.replace("-", "_")
        if wrong := _wrong(key, item):
            default = Design().size if key == "fontsize" else getattr(Design(), attribute)
            used = f"#{default}" if key == "accent" else default
            at = f"for {key!r}" + (f" of {where.removeprefix('for ')}" if where else "")
            found.part(item, at, wrong, f"the default, {used!r}, was used")
        else:
            kept[attribute] = _colour(item).removeprefix("#") if key == "accent" else item
    return kept


def _wrong(key: str, value: object) -> str:
    """What the value must be; empty if it is valid."""
    if key in _SWITCHES:
        return "" if isinstance(value, bool) else "it must be True or False"
    if key == "accent":
        return _wrong_accent(value)
    if key == "font":
        # The name goes into TeX and Typst. No font name contains a character that is special there.
        right = isinstance(value, str) and re.fullmatch(r"[\w .+-]+", value)
        return "" if right else "it must be 'serif', 'sans', or the name of a font"
    return (
        "" if isinstance(value, str) and value in _WORDS[key] else f"it must be one of {listed(_WORDS[key])}"
    )


def _wrong_accent(value: object) -> str:
    colour = _colour(value)
    if not colour:
        return COLOUR_WANTED
    ratio = contrast_to_white(colour)
    if ratio >= _LEAST_CONTRAST:
        return ""
    return f"its contrast against white is {int(ratio * 10) / 10}:1, but text needs {_LEAST_CONTRAST}:1"


def _colour(value: object) -> str:
    """The colour as ``#RRGGBB``, which can be written without ``#``; empty if it is not one."""
    return colour_of(value) or colour_of(f"#{value}")

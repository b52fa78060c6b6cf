"""Letters in the wrong encoding, in advice that repeats a name: "write Garc¡a, M."."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["with_letters"]

#: Letters in DOS's code pages → the characters that have their codes in Windows-1252.
_OF_DOS: Final = {"¡": "í", "¢": "ó", "£": "ú", "¤": "ñ", "‚": "é", "\u00a0": "á"}
#: A symbol or question mark within a word.
_GARBLED: Final = re.compile("(?<=[^\\W\\d_])[¡¢£¤¥¦¨«¬¯°±´µ¶¸»¼½¾¿‚„ƒˆ‰‹›•˜\ufffd?](?=[a-zß-ÿ])")
#: A letter whose code is that of a no-break space.
_SPACE: Final = re.compile("(?<=[a-z])\u00a0(?=[a-z]{2})")


def with_letters(fix: str) -> str:
    """The advice with the letters that are meant, as far as they are known, and a request to check them."""
    found = list(dict.fromkeys(_GARBLED.findall(fix)))
    if not found:
        return fix
    known = [each for each in found if each in _OF_DOS]
    unknown = [each for each in found if each not in _OF_DOS]
    fix = _GARBLED.sub(lambda each: _OF_DOS.get(each[0], each[0]), fix)
    if known:
        fix = _SPACE.sub(_OF_DOS["\u00a0"], fix)
        fix += f"; check {' and '.join(f'{_OF_DOS[each]} instead of {each}' for each in known)}"
    if unknown:
        fix += f"; write the letter that is meant instead of {' and of '.join(unknown)}"
    return fix

"""Characters that cannot be displayed. They are decoded if their meaning is clear, and otherwise removed."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import is_normalized, normalize

__all__ = [
    "HIDDEN",
    "HIDDEN_CHARACTERS",
    "cleaned",
    "has_suspects",
    "is_from_dos",
    "is_garbled",
    "is_harmless",
    "line_of_text",
    "squeeze",
    "suspect_place",
    "visible",
    "without_controls",
]

#: Characters that are not allowed in XML 1.0, and invisible everywhere else.
_CONTROLS: Final = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff"
#: Zero-width spaces, word joiners, soft hyphens and directional overrides, which copy and paste leaves
#: behind.
_INVISIBLES: Final = "\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069"
#: Line and page separators, which have no effect here.
_SEPARATORS: Final = "\x0b\x0c\x85\u2028\u2029"
_CONTROL: Final = re.compile(f"[{_CONTROLS}]+")
_INVISIBLE: Final = re.compile(f"[{_INVISIBLES}]+")
#: Characters that can be hidden in a word, for use in a character class.
HIDDEN: Final = _CONTROLS + _INVISIBLES
HIDDEN_CHARACTERS: Final = re.compile(f"[{HIDDEN}]")
_SEPARATOR: Final = re.compile(f"[{_SEPARATORS}]")
_SUSPECT: Final = re.compile(f"[{_CONTROLS}{_INVISIBLES}{_SEPARATORS}]")
#: Windows-1252 that was read as Latin-1, in which its quotes, dashes and other symbols are C1 controls.
_WINDOWS: Final = {
    code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in b"\x81\x8d\x8f\x90\x9d"
}
#: DOS's code page 850 that was read as Latin-1, and umlauts in words that show it. In Windows-1252, two of
#: them are quotes, and one is undefined.
_DOS: Final = {code: bytes([code]).decode("cp850") for code in range(0x80, 0xA0)}
_UMLAUT_OF_DOS: Final = re.compile("[A-Za-z][\x81\x84\x94][a-z]")
_APOSTROPHE: Final = "\x92"
#: UTF-8 that was read as Latin-1. Two-byte sequences must encode accented Latin letters. After "Ã", a symbol
#: such as "©" is nothing else.
_UTF8_AS_LATIN: Final = re.compile(
    "[\u00c3-\u00c5][\x80-\x9f]|\u00c3[\xa1-\xbf]|[\u00e0-\u00ef](?:[\x80-\x9f][\x80-\xbf]|[\xa0-\xbf][\x80-\x9f])"
    "|[\u00f0-\u00f4][\x80-\xbf](?:[\x80-\x9f][\x80-\xbf]|[\xa0-\xbf][\x80-\x9f])"
)
#: The same, if a program has then written its first character as a LaTeX accent: ``{\^a}`` for â.
_ACCENTED_UTF8: Final = re.compile(
    r"(?:\{\\([\^~\"])(?:\{([aA])\}|([aA]))\}|\\([\^~\"])(?:\{([aA])\}|([aA])))([\x80-\x9f][\x80-\xbf]?)"
)
_LEADS: Final = {"^a": 0xE2, "~A": 0xC3, '"A': 0xC4}
_C1: Final = re.compile("[\x80-\x9f]")
#: How much of a value a message shows on each side of a place.
_AROUND: Final = 20
#: UTF-8 that was read as Windows-1252: the dashes, quotes and other symbols from U+2000 on.
_UTF8_AS_WINDOWS: Final = re.compile(f"â€([\xa0-\xbf\x81\x8d\x8f\x90\x9d{''.join(_WINDOWS.values())}])")
#: What is still UTF-8 that was read as Windows-1252, and whose characters cannot be told any more.
_GARBLED: Final = re.compile(f"â[{''.join(_WINDOWS.values())}][\xa0-\xbf{''.join(_WINDOWS.values())}]")
#: Ligatures of TeX's fonts, as copied from a PDF file: "e\x0ecient". The other three are also separators.
_LIGATURE: Final = re.compile("(?<=[A-Za-z])[\x0e\x0f](?=[a-z])")
_LIGATURES: Final = {"\x0e": "ffi", "\x0f": "ffl"}
_BYTE_OF: Final = {text: code for code, text in _WINDOWS.items()}
#: Placeholders for bytes without a Windows-1252 character, while a line that is not UTF-8 is decoded.
_UNDEFINED: Final = re.compile("[\x81\x8d\x8f\x90\x9d]")
_BLANKS: Final = re.compile(r"[ \t\r\n]+")
#: Latin and Cyrillic letters, punctuation and Chinese characters that mean themselves wherever they occur: text of these
#: and ASCII is in normal form C, and not UTF-8 that was read in another encoding, which contains "Ã" or "â".
_HARMLESS: Final = re.compile(
    "[\u00a1-\u00ac\u00ae-\u00c2\u00c4-\u00e1\u00e3-\u017f\u0400-\u0482\u2010-\u2027\u2030-\u205e\u4e00-\u9fff]*+"
)


def is_harmless(text: str) -> bool:
    """Whether no character of a string can be one of those that `cleaned` changes."""
    return _HARMLESS.fullmatch(text) is not None


def has_suspects(text: str) -> bool:
    """Whether `cleaned` might change any part of a string."""
    return _is_suspect(text) or not is_normalized("NFC", text)


def _is_suspect(text: str) -> bool:
    # Several searches: one pattern for all of them is many times slower.
    return "Ã" in text or "â€" in text or _SUSPECT.search(text) is not None or is_garbled(text)


def is_from_dos(text: str) -> bool:
    """Whether the C1 controls in a file are from a DOS code page."""
    return _UMLAUT_OF_DOS.search(text) is not None and _APOSTROPHE not in text


def _decoded(text: str, *, dos: bool) -> str:
    """The text with C1 controls decoded as UTF-8, and otherwise as code page 850 or Windows-1252."""
    text = _LIGATURE.sub(lambda found: _LIGATURES[found[0]], text)
    text = _ACCENTED_UTF8.sub(_from_accent, _UTF8_AS_LATIN.sub(_from_utf8, text))
    characters = _DOS if dos else _WINDOWS
    text = _C1.sub(lambda found: characters.get(ord(found[0]), found[0]), text)
    return _UTF8_AS_WINDOWS.sub(_from_windows, text)


def is_garbled(text: str) -> bool:
    """Whether a decoded text still contains characters in the wrong encoding."""
    return "â" in text and _GARBLED.search(text) is not None


def cleaned(value: str, *, dos: bool = False) -> tuple[str, str]:
    """A value without control and invisible characters, in Unicode normal form C; and a description of
    the changes, if any.

    :param dos: whether `is_from_dos` is true for the file.
    """
    done = ""
    if _is_suspect(value):
        read = _decoded(value, dos=dos)
        garbled = is_garbled(read)
        if garbled or read != value:
            decoded = "" if garbled else ", which were decoded"
            done = f"contains characters in the wrong encoding{decoded}: {_changed(value, read)}"
        value = _INVISIBLE.sub("", _SEPARATOR.sub(" ", read))
        if controls := _CONTROL.findall(value):
            after = value[: value.index(controls[0])]
            place = f" after “{_end_of(after)}”" if after.strip() else ""
            removed = f"the control character U+{ord(controls[0][0]):04X}{place}, which was removed"
            done = f"{done}; and {removed}" if done else f"contains {removed}"
            value = _CONTROL.sub("", value)
    return value if is_normalized("NFC", value) else normalize("NFC", value), done


def suspect_place(text: str, start: int, end: int) -> int:
    """The position of the first character between two places that `cleaned` would change; else ``start``."""
    found = _SUSPECT.search(text, start, end) or _GARBLED.search(text, start, end)
    others = (text.find(letters, start, end) for letters in ("â€", "Ã"))
    places = [place for place in (found.start() if found else -1, *others) if place >= 0]
    return min(places, default=start)


def _changed(value: str, read: str) -> str:
    """The part of a decoded value that contains the first difference, or what could not be decoded."""
    garbled = _GARBLED.search(read)
    differences = (n for n, (old, new) in enumerate(zip(value, read, strict=False)) if old != new)
    place = garbled.start() if garbled else next(differences, 0)
    shown = " ".join(_CONTROL.sub("", read[place : place + _AROUND]).split())
    return f"“{_end_of(read[:place])}{shown}{'…' if place + _AROUND < len(read) else ''}”"


def _end_of(text: str) -> str:
    """The end of a text, for a message."""
    end = _BLANKS.sub(" ", _CONTROL.sub("", text[-_AROUND:])).lstrip()
    return end if len(text) <= _AROUND else f"…{end}"


def visible(word: str) -> str:
    """A word without its invisible characters."""
    return word if word.isascii() and word.isprintable() else HIDDEN_CHARACTERS.sub("", word)


def without_controls(text: str) -> str:
    """The text as it should be in the file: decoded, and without control characters."""
    return _CONTROL.sub("", _decoded(text, dos=is_from_dos(text)))


def line_of_text(line: bytes) -> tuple[str, bool]:
    """A line decoded as UTF-8, or else as Windows-1252; and whether it contains a byte that is not a
    character in either.
    """
    try:
        return line.decode(), False
    except UnicodeDecodeError:
        text = line.decode("latin-1")
        lost = bool(_UNDEFINED.search(text))
        text = _UNDEFINED.sub("?", text)
        return _C1.sub(lambda found: _WINDOWS[ord(found[0])], text), lost


def _from_utf8(found: re.Match[str]) -> str:
    try:
        return found[0].encode("latin-1").decode()
    except UnicodeDecodeError:
        return found[0]


def _from_accent(found: re.Match[str]) -> str:
    """A character whose first byte was written as an accented letter."""
    mark, letter = (found[1], found[2] or found[3]) if found[1] else (found[4], found[5] or found[6])
    lead = _LEADS.get(mark + letter)
    length = 3 if lead == 0xE2 else 2
    try:
        decoded = bytes((lead or 0, *found[7].encode("latin-1")[: length - 1])).decode()
    except UnicodeDecodeError:
        return found[0]
    return decoded + found[7][length - 1 :] if lead else found[0]


def _from_windows(found: re.Match[str]) -> str:
    last = _BYTE_OF.get(found[1], ord(found[1]) & 0xFF)
    return bytes((0xE2, 0x80, last)).decode()


def squeeze(value: str) -> str:
    """Collapse white space as in BibTeX: each run becomes one space, and there is none at either end.

    No-break spaces are kept, because they may be intended.
    """
    if "\n" in value or "\t" in value or "\r" in value or "  " in value:
        value = " ".join(value.split()) if value.isascii() else _BLANKS.sub(" ", value)
    return value.strip(" ")

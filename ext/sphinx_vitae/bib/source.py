"""Stage 1: the bytes of a .bib file → text, with its lines, and what had to be mended for that.

The text keeps the file's own characters and offsets; characters that no output format can hold are
taken out of single values, by `BibFile.clean`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from unicodedata import is_normalized, normalize

from ..model import Problem, ProblemKind

__all__ = ["BibFile", "squeeze"]

#: Not allowed in XML 1.0, and invisible everywhere else.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]+")
#: Zero-width spaces, word joiners, soft hyphens and directional overrides: left by copying.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]+")
_SEPARATOR = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_SUSPECT = re.compile(f"{_CONTROL.pattern}|{_INVISIBLE.pattern}|{_SEPARATOR.pattern}")
_BLANKS = re.compile(r"[ \t\r\n]+")


class BibFile:
    """One bibliography: its name as configured, its text, its lines and its problems."""

    __slots__ = ("_lines", "_suspect", "name", "problems", "reported", "text")

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self.problems: list[Problem] = []
        #: What is reported once per file: unknown macros, misspelt fields.
        self.reported: set[str] = set()
        self._lines: list[int] | None = None
        self.text = self._decode(content)
        self._suspect = bool(_SUSPECT.search(self.text)) or not is_normalized("NFC", self.text)

    def _decode(self, content: bytes) -> str:
        """UTF-8, else Windows-1252, which never fails: it has a character for nearly every byte."""
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            self.report(
                ProblemKind.FILE_ENCODING,
                "this file is not valid UTF-8, so it was read as Windows-1252",
                line,
                fix="save it as UTF-8",
            )
            text = content.removeprefix(b"\xef\xbb\xbf").decode("cp1252", "replace")
        return text if "\n" in text else text.replace("\r", "\n")

    def line(self, offset: int) -> int:
        """The line, counted from 1, in which an offset of the text lies."""
        if self._lines is None:
            self._lines = [match.start() for match in re.finditer("\n", self.text)]
        return bisect_right(self._lines, offset - 1) + 1

    def clean(self, value: str, line_of: int, field: str, key: str) -> str:
        """A value without control and invisible characters, in normal form C (offset: `line_of`)."""
        if not self._suspect or value.isascii() and value.isprintable():
            return value
        if _SUSPECT.search(value):
            value = _INVISIBLE.sub("", _SEPARATOR.sub(" ", value))
            value, count = _CONTROL.subn("", value)
            if count:
                self.report(
                    ProblemKind.CONTROL_CHARACTER,
                    f"{field} holds control characters, which were left out",
                    self.line(line_of),
                    key,
                )
        return value if is_normalized("NFC", value) else normalize("NFC", value)

    def report(self, kind: ProblemKind, message: str, line: int, key: str = "", fix: str = "") -> None:
        self.problems.append(Problem(kind, message, self.name, line, key, fix))


def squeeze(value: str) -> str:
    """White space as BibTeX has it: every run is one blank, none at either end.

    No-break spaces are kept: somebody may have meant them.
    """
    if "\n" in value or "  " in value or "\t" in value or "\r" in value:
        value = " ".join(value.split()) if value.isascii() else _BLANKS.sub(" ", value)
    return value.strip(" ")

"""Stage 1: the bytes of a .bib file → text, with its lines, and what had to be mended for that.

The text keeps the file's own characters and offsets; characters that no output format can hold are
taken out of single values, by `BibFile.clean`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from unicodedata import is_normalized, normalize

from sphinx_vitae.model import Problem, ProblemKind

__all__ = ["CONTROL", "BibFile", "squeeze"]

#: Not allowed in XML 1.0, and invisible everywhere else.
CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff"
#: Zero-width spaces, word joiners, soft hyphens and directional overrides: left by copying.
_INVISIBLES = "\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069"
#: Ends of lines and pages that are none here.
_SEPARATORS = "\x0b\x0c\x85\u2028\u2029"
CONTROL = re.compile(f"[{CONTROLS}]+")
_INVISIBLE = re.compile(f"[{_INVISIBLES}]+")
_SEPARATOR = re.compile(f"[{_SEPARATORS}]")
_SUSPECT = re.compile(f"[{CONTROLS}{_INVISIBLES}{_SEPARATORS}]")
#: What most files consist of.
_ORDINARY = bytes((*b"\t\n\r", *range(0x20, 0x7F)))
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
        self._suspect = bool(content.translate(None, _ORDINARY)) and (
            bool(_SUSPECT.search(self.text)) or not is_normalized("NFC", self.text)
        )

    def _decode(self, content: bytes) -> str:
        """UTF-8, and Windows-1252 in the lines that are not: most of a file may be fine."""
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            self.report(
                ProblemKind.FILE_ENCODING, "this file is UTF-16, not UTF-8", 1, fix="save it as UTF-8"
            )
            return content.decode("utf-16", "replace")
        content = content.removeprefix(b"\xef\xbb\xbf")
        try:
            text = content.decode()
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            message = "this line is not valid UTF-8, so such lines were read as Windows-1252"
            self.report(ProblemKind.FILE_ENCODING, message, line, fix="save the file as UTF-8")
            text = "".join(_line_of_text(part) for part in content.splitlines(keepends=True))
        return text if "\n" in text else text.replace("\r", "\n")

    def line(self, offset: int) -> int:
        """The line, counted from 1, in which an offset of the text lies."""
        if self._lines is None:
            self._lines = [match.start() for match in re.finditer("\n", self.text)]
        return bisect_right(self._lines, offset - 1) + 1

    def clean(self, value: str, line_of: int, field: str, key: str) -> str:
        """A value without control and invisible characters, in normal form C (offset: `line_of`)."""
        if not self._suspect or (value.isascii() and value.isprintable()):
            return value
        if _SUSPECT.search(value):
            value = _INVISIBLE.sub("", _SEPARATOR.sub(" ", value))
            value, count = CONTROL.subn("", value)
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


def _line_of_text(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def squeeze(value: str) -> str:
    """White space as BibTeX has it: every run is one blank, none at either end.

    No-break spaces are kept: somebody may have meant them.
    """
    if "\n" in value or "  " in value or "\t" in value or "\r" in value:
        value = " ".join(value.split()) if value.isascii() else _BLANKS.sub(" ", value)
    return value.strip(" ")

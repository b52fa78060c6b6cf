"""The bytes of a .bib file → text with lines, and problems with the encoding.

The text has the same characters and offsets as the file. `BibFile.clean` decodes or removes the
characters in a single value that cannot be displayed.
"""

from __future__ import annotations

import re

from sphinx_vitae.model import Problem, ProblemKind, is_private

from .characters import (
    cleaned,
    has_suspects,
    is_from_dos,
    is_garbled,
    is_harmless,
    line_of_text,
    suspect_place,
)
from .lines import Lines

__all__ = ["BibFile"]

#: The characters that most files consist of.
_ORDINARY = bytes((*b"\t\n\r", *range(0x20, 0x7F)))
#: How many characters a field can have besides its name and its value: spaces, and the equals sign.
_BESIDES = 80
#: JabRef's comment, and the part of a file in which it is.
_DECLARED = re.compile(rb"^%[ \t]*Encoding:[ \t]*([A-Za-z0-9_-]{2,20})", re.M)
_HEAD = 500
_UTF8_MARK = b"\xef\xbb\xbf"


class BibFile:
    """One bibliography: its name as in conf.py, its text, its lines and its problems.

    :ivar encoding: the encoding of the file, if it is not UTF-8.
    :ivar lost: whether bytes that could not be decoded are missing from the text.
    :ivar suspect: whether `clean` may change any value.
    """

    __slots__ = (
        "_from_dos",
        "encoding",
        "lines",
        "lost",
        "name",
        "problems",
        "reported",
        "suspect",
        "text",
    )

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self.problems: list[Problem] = []
        #: What is reported only once per file: unknown macros, misspelt fields.
        self.reported: set[str] = set()
        self.encoding = ""
        self.lost = False
        self.text = self._decode(content)
        self.lines = Lines(self.text)
        self.suspect = self._is_suspect(content.translate(None, _ORDINARY))
        self._from_dos = self.suspect and is_from_dos(self.text)

    def _is_suspect(self, others: bytes) -> bool:
        """Whether `clean` may change any value.

        :param others: the bytes of the file that are not ordinary characters.
        """
        if not others or (not self.encoding and is_harmless(others.decode())):
            return False
        return has_suspects(self.text)

    def _decode(self, content: bytes) -> str:
        """Decode a file as UTF-8. Only lines that are not valid UTF-8 are decoded as Windows-1252."""
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            self.encoding = "UTF-16"
            self.report(
                ProblemKind.FILE_ENCODING, "this file is UTF-16, not UTF-8", 1, fix="save it as UTF-8"
            )
            text = content.decode("utf-16", "replace")
            self.lost = "\ufffd" in text
        else:
            content = content.removeprefix(_UTF8_MARK)
            try:
                text = content.decode()
            except UnicodeDecodeError as error:
                declared = _DECLARED.search(content, 0, _HEAD)
                self._report_encoding(content.count(b"\n", 0, error.start) + 1, declared)
                text = self._by_lines(content)
        return text if "\n" in text else text.replace("\r", "\n")

    def _report_encoding(self, line: int, declared: re.Match[bytes] | None) -> None:
        """:param declared: JabRef's comment with the encoding, if any."""
        self.encoding = "Windows-1252"
        message = "this line is not valid UTF-8, so such lines were read as Windows-1252"
        fix = "save the file as UTF-8"
        if declared:
            fix += f", and write % Encoding: UTF-8 instead of % Encoding: {declared[1].decode()}"
        self.report(ProblemKind.FILE_ENCODING, message, line, fix=fix)

    def _by_lines(self, content: bytes) -> str:
        """The text, with each line decoded in the appropriate encoding. A line with a byte that is not valid
        in either encoding is reported.
        """
        lines = []
        end = b"\n" if b"\n" in content else b"\r"
        for number, written in enumerate(content.split(end), 1):
            text, lost = line_of_text(written)
            lines.append(text)
            if lost:
                self.lost = True
                message = (
                    "this line contains a byte that is not a character in UTF-8 or Windows-1252; ? is printed"
                )
                self.report(ProblemKind.FILE_ENCODING, message, number, fix="write the character")
        return end.decode().join(lines)

    def line(self, offset: int) -> int:
        """The line number, counted from 1, of an offset in the text."""
        return self.lines.at(offset)

    def clean(self, value: str, line_of: int, field: str, key: str) -> str:
        """A value without control and invisible characters, in Unicode normal form C.

        ``line_of`` is its offset.
        """
        if not self.suspect or (value.isascii() and value.isprintable()):
            return value
        result, done = cleaned(value, dos=self._from_dos)
        if done and not is_private(field):
            fix = "sphinx-vitae check --fix makes these changes in the file"
            if is_garbled(result):
                fix = "write the characters that are meant"
            end = line_of + len(field) + len(value) + _BESIDES
            line = self.line(suspect_place(self.text, line_of, end))
            self.report(ProblemKind.CONTROL_CHARACTER, f"{field} {done}", line, key, fix)
        return result

    def report(self, kind: ProblemKind, message: str, line: int, key: str = "", fix: str = "") -> None:
        self.problems.append(Problem(kind, message, self.name, line, key, fix))

"""Problems are values: what is wrong, where, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

__all__ = ["Problem", "ProblemKind", "Severity"]

#: An error needs mending, a warning may be meant; a note says what is done by itself.
Severity = Literal["error", "warning", "note"]


class ProblemKind(Enum):
    """The closed list of what can be wrong: code, severity, explanation.

    The code is the ``subtype`` of Sphinx's warnings and stands in brackets behind each message.
    The documentation page of problems is printed from this list.
    """

    # The bibliography, as a file
    FILE_MISSING = (
        "file-missing",
        "error",
        "A bibliography named in the configuration is not there, or cannot be read.",
    )
    FILE_ENCODING = ("file-encoding", "warning", "A file is not valid UTF-8; it was read as Windows-1252.")
    FILE_EMPTY = ("file-empty", "warning", "A bibliography holds no entry.")
    CONTROL_CHARACTER = (
        "control-character",
        "warning",
        "A field holds control characters. They were decoded where it is plain what they were, or left out.",
    )
    # The bibliography, its syntax
    SYNTAX = (
        "syntax",
        "error",
        "An entry cannot be read as it stands: a brace, comma or equals sign is missing. What could be read of it is shown.",
    )
    KEY_MISSING = ("key-missing", "error", "An entry has no key, so nothing can refer to it.")
    KEY_DUPLICATE = (
        "key-duplicate",
        "warning",
        "Two entries have the same key. Both are shown; references lead to the first.",
    )
    FIELD_DUPLICATE = (
        "field-duplicate",
        "warning",
        "A field is given twice in one entry; the first is used.",
    )
    STRING_UNDEFINED = (
        "string-undefined",
        "warning",
        "A value without braces or quotes names no @string; the word itself is used.",
    )
    STRING_LONG = (
        "string-long",
        "warning",
        "A value is longer than 10,000 characters with its @string macros, or all values together are out of proportion to the files; the names of the macros are used.",
    )
    # The bibliography, its contents
    FIELD_UNKNOWN = ("field-unknown", "warning", "A field's name looks like a misspelling of a known one.")
    TYPE_UNKNOWN = ("type-unknown", "warning", "An entry type looks like a misspelling of a known one.")
    TITLE_MISSING = ("title-missing", "warning", "An entry has no title; its key is printed in its place.")
    DATE_UNREADABLE = (
        "date-unreadable",
        "warning",
        "A date is none that biblatex or BibTeX knows; it is printed as written.",
    )
    NAME_UNREADABLE = ("name-unreadable", "warning", "A name is malformed; it is printed as written.")
    MARKUP_UNKNOWN = (
        "markup-unknown",
        "warning",
        "A LaTeX command is not known here; its argument is printed.",
    )
    MARKUP_BROKEN = (
        "markup-broken",
        "warning",
        "Braces or dollars of a field do not match; it is printed as well as it can be read.",
    )
    LINK_REFUSED = (
        "link-refused",
        "warning",
        "A link has a scheme other than http, https, mailto or ftp, or names a file that may not be published: one outside the site, a source, or configuration. No link is made.",
    )
    CROSSREF_UNKNOWN = ("crossref-unknown", "warning", "crossref or xdata names an entry that is not there.")
    RELATED_UNKNOWN = (
        "related-unknown",
        "warning",
        "related, or \\cite in a text, names an entry that is not there.",
    )
    VALUE_UNKNOWN = ("value-unknown", "warning", "A field that takes one of a few words holds another one.")
    # The bibliography, as a record of somebody's work
    FIELD_MISSING = (
        "field-missing",
        "warning",
        "An entry lacks a field that its type requires (biblatex manual §2.1.1).",
    )
    WORK_DUPLICATE = (
        "work-duplicate",
        "warning",
        "Two entries are of the same work: they have one DOI, or one title, year and first author, and no tie. The files of the owner count as one bibliography; any other file is one by itself.",
    )
    OWNER_ABSENT = (
        "owner-absent",
        "warning",
        "An entry of the owner's files does not name the owner, while most others do.",
    )
    OWNER_UNKNOWN = (
        "owner-unknown",
        "warning",
        "No entry of the owner's files names a person in vitae_owner. The nearest name of the bibliography follows.",
    )
    BIBFILE_SHARED = (
        "bibfile-shared",
        "note",
        "vitae_bibfiles is not set, and a bibliography directive of sphinxcontrib-bibtex reads a file that rarely names the owner. Lists leave out the entries of that file.",
    )
    NAME_DOUBTFUL = (
        "name-doubtful",
        "warning",
        "A name, mostly one with initials, can be that of a person of the configuration or of somebody else. It is nobody's until an alias or an annotation settles it.",
    )
    UNLISTED = ("unlisted", "warning", "A work of the owner stands on no list of the site.")
    FILE_ABSENT = (
        "file-absent",
        "warning",
        "An entry names a file that lies neither in vitae_files nor beside the bibliography.",
    )
    FIELD_PRIVATE = (
        "field-private",
        "note",
        "A field is private: it is neither shown nor exported. Said by the command line alone.",
    )
    # The configuration
    CONFIG = ("config", "warning", "A configuration value is none of those allowed; the default was used.")
    # The pages
    ARGUMENT = (
        "argument",
        "error",
        "A directive got an argument that it does not take, or lacks the one it needs.",
    )
    CONTENT = (
        "content",
        "error",
        "The body of a list holds something other than keys, or a letter has none.",
    )
    OPTION_UNKNOWN = ("option-unknown", "error", "A directive has no such option; it was ignored.")
    OPTION_VALUE = (
        "option-value",
        "error",
        "The value of an option is none of those allowed; the option was ignored.",
    )
    KEY_UNKNOWN = ("key-unknown", "error", "A page names a key that no bibliography has.")
    KIND_MISMATCH = (
        "kind-mismatch",
        "warning",
        "A page names an entry of another kind than the directive or role is for.",
    )
    LIST_EMPTY = (
        "list-empty",
        "warning",
        "A list selects nothing. The option :empty: says what to print then.",
    )
    TARGET_MISSING = (
        "target-missing",
        "warning",
        "A role names an entry that stands on no list, so there is nothing to link to.",
    )
    PAGE_TAKEN = (
        "page-taken",
        "warning",
        "The page of an entry cannot be written: there is something else in its place.",
    )
    NUMBER_MISSING = (
        "number-missing",
        "warning",
        "A list is to keep the numbers of another one, which has none for an entry.",
    )
    OWNER_MISSING = (
        "owner-missing",
        "warning",
        "cv-header has nobody to introduce, or cv-letter nobody to sign.",
    )
    TEMPLATE = ("template", "error", "A template of the site failed; the entry is printed as plain text.")

    # The CV as a PDF, by the builder cvpdf
    PRINTED_PLAINLY = (
        "printed-plainly",
        "warning",
        "The CV cannot show something of a page as it is; its text is printed.",
    )
    PDF_FAILED = (
        "pdf-failed",
        "error",
        "There is no PDF of a document: the Typst compiler refuses it, or is not installed.",
    )
    PDF_STANDARD = (
        "pdf-standard",
        "warning",
        "The PDF of a document breaks a rule of PDF/UA-1 or PDF/A-2a, and so does not claim to follow them.",
    )
    PDF_DOUBTFUL = ("pdf-doubtful", "warning", "The Typst compiler has set a document, and warns.")

    def __init__(self, code: str, severity: Severity, explanation: str) -> None:
        self.code = code
        self.severity = severity
        self.explanation = explanation


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    :param message: what is wrong, as a sentence without a full stop.
    :param file: path as the person knows it; empty where there is none.
    :param line: counted from 1; 0 where it is not known.
    :param key: of the entry, if there is one.
    :param fix: what to write instead; empty where there is more than one right answer.
    """

    kind: ProblemKind
    message: str
    file: str = ""
    line: int = 0
    key: str = ""
    fix: str = ""

    def __str__(self) -> str:
        text = f"{self.key}: {self.message}" if self.key else self.message
        return f"{text}; {self.fix}" if self.fix else text

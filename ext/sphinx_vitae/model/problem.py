"""Problems as values: what is wrong, where, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

__all__ = ["Problem", "ProblemKind", "Severity"]

#: An error must be fixed. A warning can be intended. A note describes an automatic choice.
Severity = Literal["error", "warning", "note"]


class ProblemKind(Enum):
    """The list of everything that can be wrong: code, severity, explanation.

    The code is the ``subtype`` of Sphinx's warnings, and appears in brackets after each message. The
    reference page for problems is generated from this list.
    """

    # The bibliography, as a file
    FILE_MISSING = (
        "file-missing",
        "error",
        "A bibliography in bibtex_bibfiles does not exist or cannot be read.",
    )
    FILE_ENCODING = ("file-encoding", "warning", "A file is not valid UTF-8; it was read as Windows-1252.")
    FILE_EMPTY = ("file-empty", "warning", "A bibliography contains no entries.")
    CONTROL_CHARACTER = (
        "control-character",
        "warning",
        "A field contains control characters. They were decoded if their meaning is clear, and removed otherwise.",
    )
    # The syntax of the bibliography
    SYNTAX = (
        "syntax",
        "error",
        "The syntax of an entry is wrong: a brace, comma or equals sign is missing. The part that could be read is shown.",
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
        "A field is given twice in one entry; the first one is used.",
    )
    STRING_UNDEFINED = (
        "string-undefined",
        "warning",
        "A word without braces or quotes is not defined by @string; the word itself is used.",
    )
    STRING_LONG = (
        "string-long",
        "warning",
        "A value is longer than 10,000 characters with its @string macros, or all values together are out of proportion to the files; the names of the macros are used.",
    )
    # The content of the bibliography
    FIELD_UNKNOWN = (
        "field-unknown",
        "warning",
        "The name of a field looks like a misspelling of a known field.",
    )
    TYPE_UNKNOWN = ("type-unknown", "warning", "An entry type looks like a misspelling of a known one.")
    TITLE_MISSING = ("title-missing", "warning", "An entry has no title; its key is printed in its place.")
    DATE_UNREADABLE = (
        "date-unreadable",
        "warning",
        "A date has a format that biblatex and BibTeX do not know; it is printed as written.",
    )
    NAME_UNREADABLE = ("name-unreadable", "warning", "A name is malformed; it is printed as written.")
    MARKUP_UNKNOWN = (
        "markup-unknown",
        "warning",
        "A LaTeX command is unknown; its argument is printed.",
    )
    MARKUP_BROKEN = (
        "markup-broken",
        "warning",
        "Braces or dollar signs of a field are not balanced; the field is printed as far as it can be read.",
    )
    LINK_REFUSED = (
        "link-refused",
        "warning",
        "A link has a scheme other than http, https, mailto or ftp, or names a file that may not be published: one outside the site, a source, or configuration. No link is made.",
    )
    CROSSREF_UNKNOWN = (
        "crossref-unknown",
        "warning",
        "crossref or xdata names an entry that is in no bibliography.",
    )
    RELATED_UNKNOWN = (
        "related-unknown",
        "warning",
        "related, or \\cite in a text, names an entry that is in no bibliography.",
    )
    VALUE_UNKNOWN = (
        "value-unknown",
        "warning",
        "A field contains a word that is not one of those it allows.",
    )
    # The bibliography as a record of a person's work
    FIELD_MISSING = (
        "field-missing",
        "warning",
        "An entry has no value for a field that its type requires (biblatex manual §2.1.1).",
    )
    WORK_DUPLICATE = (
        "work-duplicate",
        "warning",
        "Two entries seem to describe the same work: they have the same DOI, or the same title, year and first author, and are not related. The owner's files count as one bibliography, every other file as a separate one.",
    )
    OWNER_ABSENT = (
        "owner-absent",
        "warning",
        "An entry in the owner's files does not name the owner, although most others do.",
    )
    OWNER_UNKNOWN = (
        "owner-unknown",
        "warning",
        "No entry in the owner's files names a person in vitae_owner. The message gives the nearest name in the bibliography.",
    )
    BIBFILE_SHARED = (
        "bibfile-shared",
        "note",
        "vitae_bibfiles is not set, and a bibliography directive of sphinxcontrib-bibtex reads a file that rarely names the owner. Lists exclude the entries of that file.",
    )
    NAME_DOUBTFUL = (
        "name-doubtful",
        "warning",
        "A name, usually one with initials, can belong to a person in conf.py or to another person. It is attributed to neither until an alias or an annotation resolves it.",
    )
    UNLISTED = ("unlisted", "warning", "A work of the owner is in no list of the site.")
    FILE_ABSENT = (
        "file-absent",
        "warning",
        "An entry names a file that is neither in vitae_files nor beside the bibliography.",
    )
    FIELD_PRIVATE = (
        "field-private",
        "note",
        "A field is private: it is neither shown nor exported. Only the command line reports this.",
    )
    EXAMPLE = (
        "example",
        "note",
        "Entries are examples of `sphinx-vitae new`: their keys begin with `example-`, their titles with “Example:”. Each page of the site says so until they are gone.",
    )
    # The configuration
    CONFIG = ("config", "warning", "A setting is not valid; the default was used.")
    # The pages
    ARGUMENT = (
        "argument",
        "error",
        "A directive has an argument that it does not take, or lacks one that it requires.",
    )
    CONTENT = (
        "content",
        "error",
        "The body of a list contains something other than keys, or a letter has no body.",
    )
    OPTION_UNKNOWN = ("option-unknown", "error", "An option is unknown; it was ignored.")
    OPTION_VALUE = (
        "option-value",
        "error",
        "The value of an option is not valid; the option was ignored.",
    )
    KEY_UNKNOWN = ("key-unknown", "error", "A page names a key that is in no bibliography.")
    KIND_MISMATCH = (
        "kind-mismatch",
        "warning",
        "A page names an entry whose kind does not match the directive or role.",
    )
    LIST_EMPTY = (
        "list-empty",
        "warning",
        "A list is empty. The option :empty: sets the text of an empty list.",
    )
    TARGET_MISSING = (
        "target-missing",
        "warning",
        "A role names an entry that is in no list, so the link has no target.",
    )
    PAGE_TAKEN = (
        "page-taken",
        "warning",
        "An entry page cannot be written, because another file has its name.",
    )
    NUMBER_MISSING = (
        "number-missing",
        "warning",
        "A list takes the canonical number of an entry that has none.",
    )
    OWNER_MISSING = (
        "owner-missing",
        "warning",
        "cv-header or cv-letter has no person to show, because vitae_owner is not set or the name is unknown.",
    )
    TEMPLATE = ("template", "error", "A template of the site failed; the entry is printed as plain text.")

    # The CV as a PDF, from the builder cvpdf
    PRINTED_PLAINLY = (
        "printed-plainly",
        "warning",
        "The CV cannot contain a part of the page as it is; the text of the part is printed.",
    )
    PDF_FAILED = (
        "pdf-failed",
        "error",
        "A document has no PDF: the Typst compiler rejected it, or is not installed.",
    )
    PDF_STANDARD = (
        "pdf-standard",
        "warning",
        "The PDF of a document breaks a rule of PDF/UA-1 or PDF/A-2a, and therefore does not declare conformance.",
    )
    PDF_DOUBTFUL = ("pdf-doubtful", "warning", "The Typst compiler typeset a document with a warning.")

    def __init__(self, code: str, severity: Severity, explanation: str) -> None:
        self.code = code
        self.severity = severity
        self.explanation = explanation


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem.

    :param message: what is wrong, as a sentence without a full stop.
    :param file: the path as users know it; empty if there is none.
    :param line: counted from 1; 0 if it is not known.
    :param key: the key of the entry, if there is one.
    :param fix: what to write instead; empty if there is more than one right answer.
    :param field: the biblatex name of the field that is wrong, if ``line`` is still that of its entry.
    """

    kind: ProblemKind
    message: str
    file: str = ""
    line: int = 0
    key: str = ""
    fix: str = ""
    field: str = ""

    def __str__(self) -> str:
        text = f"{self.key}: {self.message}" if self.key else self.message
        return f"{text}; {self.fix}" if self.fix else text

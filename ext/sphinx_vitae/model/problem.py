"""Problems as values: what is wrong, where, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

__all__ = ["Problem", "ProblemKind", "Severity"]

#: An error must be fixed. A warning may concern something intended. A note describes an automatic choice.
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
        "A field that is not private contains control characters. They were decoded if their meaning was clear, and removed otherwise.",
    )
    # The syntax of the bibliography
    SYNTAX = (
        "syntax",
        "error",
        "The syntax of an entry is wrong: a brace, comma or equals sign is missing. The part that could be parsed is shown.",
    )
    KEY_MISSING = ("key-missing", "error", "An entry has no key, so nothing can refer to it.")
    KEY_DUPLICATE = (
        "key-duplicate",
        "warning",
        "Two entries have the same key. Both are shown; references link to the first one.",
    )
    FIELD_DUPLICATE = (
        "field-duplicate",
        "warning",
        "An entry contains the same field more than once; the first one is used.",
    )
    STRING_UNDEFINED = (
        "string-undefined",
        "warning",
        "A word without braces or quotes is not an @string macro; the word itself is used. If many macros of a file are not defined, they are reported together.",
    )
    STRING_LONG = (
        "string-long",
        "warning",
        "With its @string macros expanded, a value is longer than 10,000 characters, or all values together are far larger than the files; the names of the macros are used instead.",
    )
    # The content of the bibliography
    FIELD_UNKNOWN = (
        "field-unknown",
        "warning",
        "A field name looks like a misspelling of a known field.",
    )
    TYPE_UNKNOWN = (
        "type-unknown",
        "warning",
        "An entry type looks like a misspelling of a known one, or is not that of a publication.",
    )
    TITLE_MISSING = (
        "title-missing",
        "warning",
        "An entry has no title, or no fields at all; its key is printed instead.",
    )
    DATE_UNREADABLE = (
        "date-unreadable",
        "warning",
        "A date has a format that neither biblatex nor BibTeX supports; it is printed as written.",
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
        "A field has unbalanced braces or dollar signs; the part that could be parsed is printed.",
    )
    LINK_REFUSED = (
        "link-refused",
        "warning",
        "A link has a scheme other than http, https, mailto or ftp, or points to a file that must not be published: a file outside the site, a source file, or a configuration file. The link is omitted. Many links in a file with the same fault are reported together.",
    )
    CROSSREF_UNKNOWN = (
        "crossref-unknown",
        "warning",
        "crossref or xdata refers to an entry that is not in any bibliography. Many entries in a file that have all that they could inherit are reported together.",
    )
    RELATED_UNKNOWN = (
        "related-unknown",
        "warning",
        "related, or \\cite in a text field, refers to an entry that is not in any bibliography.",
    )
    VALUE_UNKNOWN = (
        "value-unknown",
        "warning",
        "A field contains a word that it does not allow.",
    )
    TRANSLATION = (
        "translation",
        "warning",
        "An annotation looks like a translation, such as title+an:german, but its name is not the name of a language, or its field is not one of those that can be translated: title, abstract, note and location. It is not printed.",
    )
    DOI_SHORT = (
        "doi-short",
        "note",
        "doi contains a short DOI (https://shortdoi.org), such as 10/aabbe. It is linked, but other services do not know it, so metadata and some exports omit it. It is reported once per file.",
    )
    # The bibliography as a record of the owner's work
    FIELD_MISSING = (
        "field-missing",
        "warning",
        "An entry lacks a field that its type requires, or the field is empty (biblatex manual §2.1.1). This is not reported if a syntax error or an unknown parent may be the cause.",
    )
    WORK_DUPLICATE = (
        "work-duplicate",
        "warning",
        "Two entries seem to describe the same work: they have the same DOI, or the same title, year and first author or editor, and are not related. Without authors and editors, all fields must be the same. The owner's files count as one bibliography, and every other file as a separate one.",
    )
    OWNER_ABSENT = (
        "owner-absent",
        "warning",
        "The owner is not named in an entry of the owner's files, although most other entries name the owner.",
    )
    OWNER_UNKNOWN = (
        "owner-unknown",
        "warning",
        "A person in vitae_owner does not appear in any entry of the owner's files. The message gives the nearest name in the bibliography.",
    )
    BIBFILE_SHARED = (
        "bibfile-shared",
        "note",
        "vitae_bibfiles is not set, and a bibliography directive of sphinxcontrib-bibtex reads a file in which the owner rarely appears. Lists exclude the entries in that file.",
    )
    NAME_DOUBTFUL = (
        "name-doubtful",
        "warning",
        "A name, usually one with initials, could refer to a person in conf.py or to somebody else. It is attributed to neither until an alias or an annotation resolves it.",
    )
    UNLISTED = ("unlisted", "warning", "A work by the owner is not in any list on the site.")
    FILE_ABSENT = (
        "file-absent",
        "warning",
        "An entry refers to a file that is neither in vitae_files nor next to the bibliography.",
    )
    PICTURE_SMALL = (
        "picture-small",
        "warning",
        "A preview has too few pixels. It is not enlarged, and below 32 pixels it is not shown.",
    )
    FIELD_PRIVATE = (
        "field-private",
        "note",
        "A field is private, or project contains a tag instead of a URL: it is neither shown nor exported. Only the command line reports this.",
    )
    EXAMPLE = (
        "example",
        "note",
        "The bibliography still contains examples from `sphinx-vitae new`: entries whose keys begin with `example-` and whose titles begin with “Example:”. Each page of the site shows a notice until they are removed.",
    )
    # The configuration
    CONFIG = ("config", "warning", "A setting is not valid; the default was used.")
    # The pages
    ARGUMENT = (
        "argument",
        "error",
        "A directive has an argument that it does not accept, or lacks one that it requires.",
    )
    CONTENT = (
        "content",
        "error",
        "The body of a list contains something other than keys, or a cover letter has no body.",
    )
    OPTION_UNKNOWN = ("option-unknown", "error", "A directive has an unknown option; the option was ignored.")
    OPTION_VALUE = (
        "option-value",
        "error",
        "An option has an invalid value; the option was ignored.",
    )
    KEY_UNKNOWN = ("key-unknown", "error", "A page refers to a key that is not in any bibliography.")
    KIND_MISMATCH = (
        "kind-mismatch",
        "warning",
        "A page refers to an entry whose kind does not match the directive or role.",
    )
    LIST_EMPTY = (
        "list-empty",
        "warning",
        "A list is empty. The :empty: option sets the text for an empty list.",
    )
    TARGET_MISSING = (
        "target-missing",
        "warning",
        "A role refers to an entry that is not in any list, so the link has no target.",
    )
    PAGE_TAKEN = (
        "page-taken",
        "warning",
        "An entry page cannot be written, because another file already has the same name.",
    )
    ADDRESS_UNKNOWN = (
        "address-unknown",
        "note",
        "html_baseurl is not set, so the address of the site is unknown. Feeds are not written, and metadata omits everything that requires an address.",
    )
    OUTPUT_TAKEN = (
        "output-taken",
        "note",
        "A download file is not written, because html_extra_path contains a file with the same name, which is kept.",
    )
    NUMBER_MISSING = (
        "number-missing",
        "warning",
        "A list with canonical numbers contains an entry that has none.",
    )
    OWNER_MISSING = (
        "owner-missing",
        "warning",
        "cv-header or cv-letter does not know whom to show, because vitae_owner is not set or the name is unknown.",
    )
    TEMPLATE = (
        "template",
        "error",
        "A custom template failed; entries are printed with the template that it replaced. A template that fails on 20 entries in a row is not tried again in this build.",
    )

    # The CV as a PDF, from the cvpdf builder
    PRINTED_PLAINLY = (
        "printed-plainly",
        "warning",
        "The CV cannot reproduce part of the page; the text of that part is printed instead.",
    )
    PDF_FAILED = (
        "pdf-failed",
        "error",
        "The PDF of a document could not be created: the Typst compiler rejected the document, or is not installed.",
    )
    PDF_STANDARD = (
        "pdf-standard",
        "warning",
        "The PDF of a document violates a rule of PDF/UA-1 or PDF/A-2a, so it does not declare conformance.",
    )
    PDF_DOUBTFUL = ("pdf-doubtful", "warning", "The Typst compiler issued a warning about a document.")

    def __init__(self, code: str, severity: Severity, explanation: str) -> None:
        self.code = code
        self.severity = severity
        self.explanation = explanation


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem.

    :param message: what is wrong, as a sentence without a full stop.
    :param file: the path, in the form that users know; empty if there is none.
    :param line: counted from 1; 0 if unknown.
    :param key: the key of the entry, if there is one.
    :param fix: what to write instead; empty if there is no unambiguous answer.
    :param field: the biblatex name of the field that is wrong, if ``line`` is still the line of the entry.
    :param place: a part of the value of this field, which is in the line that is wrong.
    """

    kind: ProblemKind
    message: str
    file: str = ""
    line: int = 0
    key: str = ""
    fix: str = ""
    field: str = ""
    place: str = ""

    def __str__(self) -> str:
        text = f"{self.key}: {self.message}" if self.key else self.message
        return f"{text}; {self.fix}" if self.fix else text

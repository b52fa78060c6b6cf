"""The fields of an entry that contain text for readers → `Text`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from sphinx_vitae.model import EMPTY, Inline, ProblemKind, Text

from ..entries.entry import Entry
from ..markup.flaws import Flaw
from ..markup.line_breaks import without_line_breaks
from ..markup.text_parser import has_markup, parse_text, read_text
from ..vocabulary import MERGED_TITLES, TEXT_FIELDS, TITLE_SUBSTITUTES, is_activity, is_foreign, words
from ..vocabulary.misspellings import near_fields, near_type
from .end_marks import without_end_mark, without_full_stop
from .translations import translation_of

__all__ = ["EMPTY_ENTRY", "is_whole_volume", "report_flaw", "text_of", "texts_of", "title_of"]

#: The message about an entry without any values.
EMPTY_ENTRY: Final = "the entry is empty"
#: Fields in which reference managers keep track of an entry.
_BOOKKEEPING: Final = words(
    """
    date-added date-modified dateadded datemodified added-at creationdate modificationdate timestamp owner username
    interhash intrahash
    """
)
_HYPHEN: Final = re.compile(r"(?<=\d)\s*-\s*(?=[A-Za-z]{0,2}\d)")
#: Markdown links, and the fields in which people write them.
_MARKDOWN: Final = frozenset(
    ("note", "addendum", "howpublished", "additional_info", "annotation", "abstract")
)
_NOTES: Final = frozenset(("note", "howpublished", "addendum", "annotation"))
#: Fields in which reference managers write paths, or line breaks as commands.
_REPAIRED: Final = _NOTES | {"abstract"}
#: A path with a drive letter, whose characters an exporter may have escaped.
_LOCAL_PATH: Final = re.compile(r"[A-Za-z]\\?:(?:\\+|\{\\textbackslash\}|\$\\backslash\$)[A-Za-z]")
_MARKDOWN_LINK: Final = re.compile(r"\[([^\[\]{}\\]{1,300})\]\((https?://[^\s(){}\\]{1,500})\)")
#: Fields whose text is complete, or is not punctuated like a sentence.
_WITH_END_MARKS: Final = frozenset(
    (
        "abbr",
        "abstract",
        "additional_info",
        "annotation",
        "edition",
        "eid",
        "number",
        "pages",
        "volume",
        "issue",
    )
)
#: The characters that are allowed at the end of such a value.
_END_MARKS: Final = ".,;:}$ \\"
#: The option of an entry that is not printed (biblatex manual §3.1.3).
_DATA_ONLY: Final = re.compile(r"\bdataonly\b(?!\s*=\s*false)")
_PERSONAL: Final = re.compile(r"(?:personal|private) (?:communications?|correspondence)\.?", re.I)
#: Types of parts of a volume → the type of the volume, and what it is.
_WHOLE_VOLUMES: Final = {"inproceedings": ("proceedings", "volume"), "incollection": ("book", "book")}
#: Types of works that appear in a book.
_WITHIN: Final = frozenset(
    ("inproceedings", "incollection", "inbook", "inreference", "bookinbook", "suppbook")
)
#: The last words of a truncated title.
_CUT_OFF: Final = re.compile(r"(?:^|\s)(?:the|of|on|in|for|and|a|an|to|at|de|der|die|la)[\s.…]*$", re.I)
#: The number of a chapter, perhaps after a word.
_CHAPTER_NUMBER: Final = re.compile(r"(?:[^\W\d_]+\.?\s+)?(?:[\W\d]*|[ivxlcIVXLC]+\.?)")
_DASH: Final = re.compile(r"\s*(?:-{2,3}|–|—)\s*|(?<=\d)\s+-\s+(?=\S)")


def text_of(entry: Entry, field: str) -> Text:
    """A field as text. Problems with its markup are reported."""
    return _read(entry, field, entry.fields.get(field, ""))


def _read(entry: Entry, field: str, value: str) -> Text:
    """The text in a value of a field."""
    if not value:
        return EMPTY
    if "\\" in value and field in _REPAIRED:
        value = _repaired(entry, field, value)
    if "]" in value and "](" in value and field.partition("+")[0] in _MARKDOWN:
        value = _MARKDOWN_LINK.sub(r"\\href{\2}{\1}", value)
    if not has_markup(value):  # most
        return Text((value,))
    reading = read_text(value)
    for flaw in reading.flaws:
        report_flaw(entry, field, flaw)
    return reading.text


def _repaired(entry: Entry, field: str, value: str) -> str:
    """A value without the line breaks of reference managers; empty if it is a path on somebody's computer."""
    if field in _NOTES and _LOCAL_PATH.match(value):
        message = "the value is a path on one computer, and is not printed"
        fix = "remove the field" + ("" if "file" in entry.fields else ", or rename it to file")
        report_flaw(entry, field, Flaw(ProblemKind.LINK_REFUSED, message, fix))
        return ""
    if "\\n" in value or "\\r" in value:
        value, broken = without_line_breaks(value)
        if broken:
            report_flaw(entry, field, broken)
    return value


def title_of(entry: Entry, kind: str) -> Text:
    """Title and subtitle, without a final full stop; the key if there is none.

    The title of a volume can be in another field. The title of a news entry is a sentence, and
    keeps its full stop.
    """
    title = text_of(entry, "title")
    if not title and entry.type in TITLE_SUBSTITUTES:
        title = text_of(entry, TITLE_SUBSTITUTES[entry.type])
    if not title:
        near = near_fields(name for name, _ in entry.written)
        if "title" not in near.values():  # a misspelling has already been reported
            _report_untitled(entry, kind)
        return Text((entry.key,))
    if "subtitle" in entry.fields:
        title = _joined(without_full_stop(title), text_of(entry, "subtitle"))
    return title if kind == "news" else without_full_stop(title)


def _report_untitled(entry: Entry, kind: str) -> None:
    if _DATA_ONLY.search(entry.fields.get("options", "")):
        return None
    field = ""
    filled = [name.lower() for name, value in entry.written if value]
    if filled and kind == "publication" and is_foreign(entry.type, entry.fields):
        return _report_foreign(entry, "move such entries to another file")
    if (
        filled
        and kind == "publication"
        and is_activity(entry.type, entry.fields)
        and not near_type(entry.type)
    ):
        set_kind = f"set their kind, as in vitae_kinds = {{{entry.type!r}: {entry.type!r}}}"
        return _report_foreign(
            entry, f"move such entries to another file, or {set_kind}, and give each a title"
        )
    if filled and _BOOKKEEPING.issuperset(filled):
        message = f"the entry has only {' and '.join(filled)}"
        return entry.report(ProblemKind.TITLE_MISSING, message, fix="fill it in, or remove it")
    if filled:
        message, fix = "no title; the key is printed instead", "write title = {…}"
        if any(name.lower() == "title" for name, _ in entry.written):
            message, fix, field = "the title is empty; the key is printed instead", "fill in title", "title"
        elif "booktitle" in entry.fields and entry.type not in _WITHIN:
            fix = f"rename {entry.called('booktitle')} to title"
        elif kind != "publication" and kind in entry.fields:  # the degree of a @degree
            fix = f"rename {entry.called(kind)} to title"
        elif "shorttitle" in entry.fields:
            fix = "rename shorttitle to title"
        elif _is_a_title(entry.fields.get("chapter", "")):
            fix = "rename chapter to title"
        elif field_of_note := _communication(entry):
            fix = f"rename {field_of_note} to title"
        elif entry.type in _WHOLE_VOLUMES and is_whole_volume(entry.fields):
            renamed = f"rename {entry.called('booktitle')} to title"
            whole, what = _WHOLE_VOLUMES[entry.type]
            fix += f", or, if the entry is the whole {what}, change the type to @{whole}, and {renamed}"
    else:
        message, fix = EMPTY_ENTRY, "fill it in, or remove it"
    return entry.report(ProblemKind.TITLE_MISSING, message, field, fix)


def _communication(entry: Entry) -> str:
    """The field that says that the work is a personal communication, which has no other title; empty if none does."""
    return next(
        (
            entry.called(name)
            for name in ("howpublished", "note")
            if _PERSONAL.fullmatch(entry.fields.get(name, ""))
        ),
        "",
    )


def _report_foreign(entry: Entry, fix: str) -> None:
    """Report a type whose entries are not works, such as those of a glossary: once per file."""
    if (token := f"@{entry.type}") not in entry.file.reported:
        entry.file.reported.add(token)
        message = (
            f"@{entry.raw.type} is not an entry type of a bibliography; keys are printed instead of titles"
        )
        entry.report(ProblemKind.TYPE_UNKNOWN, message, fix=fix)


def _is_a_title(chapter: str) -> bool:
    """Whether a ``chapter`` is not a number, but the title of a part of a book."""
    return bool(chapter) and _CHAPTER_NUMBER.fullmatch(chapter) is None


def is_whole_volume(fields: Mapping[str, str]) -> bool:
    """Whether an entry with a ``booktitle``, but without a title, may describe the book."""
    booktitle = fields.get("booktitle", "")
    part = any(field in fields for field in ("author", "pages"))
    return bool(booktitle) and not part and not _CUT_OFF.search(booktitle)


def texts_of(entry: Entry, kind: str) -> dict[str, Text]:
    """Every text field except the title, and every translation. Other titles include their subtitles."""
    texts: dict[str, Text] = {}
    fields = entry.fields
    for field, value in fields.items():
        if field in TEXT_FIELDS:
            text = _pages(value) if field == "pages" else text_of(entry, field)
            if field in MERGED_TITLES and MERGED_TITLES[field] in fields:
                text = _joined(text, text_of(entry, MERGED_TITLES[field]))
            if text:
                ends = value[-1] in _END_MARKS and field not in _WITH_END_MARKS
                texts[field] = without_end_mark(text, field) if ends else text
        elif "+an:" in field and (text := _read(entry, field, translation_of(entry, field))):
            texts[field] = _without_end_mark(text, field.partition("+")[0], kind)
    return texts


def _without_end_mark(text: Text, field: str, kind: str) -> Text:
    """A translation without the mark at its end, as the field that it translates."""
    if field == "title":
        return text if kind == "news" else without_full_stop(text)
    return text if field in _WITH_END_MARKS else without_end_mark(text, field)


def report_flaw(entry: Entry, field: str, flaw: Flaw) -> None:
    """Report a problem with a field's value. An unknown command is reported only once per file."""
    token = flaw.once or f"{entry.raw.start} {field} {flaw.kind.code}"
    if token not in entry.file.reported:
        entry.file.reported.add(token)
        macros = entry.macros_in(field)
        name = f"{entry.called(field)} (from @string {macros[0]})" if macros else entry.called(field)
        entry.report(flaw.kind, f"{name}: {flaw.message}", field, flaw.fix, flaw.place or flaw.once)


def _pages(value: str) -> Text:
    """Page numbers with en dashes between them, whichever form was used."""
    if "--" in value or "–" in value or "—" in value:
        value = _DASH.sub("–", value)
    elif "-" in value:
        value = _HYPHEN.sub("–", value)
    return parse_text(value) if has_markup(value) else Text((value,))


def _joined(title: Text, subtitle: Text) -> Text:
    """Title and subtitle joined with a colon, unless the title ends with sentence-ending punctuation."""
    if not subtitle or not title:
        return title or subtitle
    separator = " " if str(title).endswith(("?", "!", ":", "…", ".", "–", "—")) else ": "
    joined: list[Inline] = []
    for part in (*title.parts, separator, *subtitle.parts):
        last = joined[-1] if joined else None
        if isinstance(part, str) and isinstance(last, str):
            joined[-1] = last + part
        else:
            joined.append(part)
    return Text(tuple(joined))

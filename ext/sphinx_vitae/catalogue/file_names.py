"""What the value of a link field means: a file name, or a problem.

Values are untrusted. A path that leads out of its folder is rejected. A picture on another server is not shown,
because every reader's browser would send a request there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple
from urllib.parse import unquote

from sphinx_vitae.bib.fields.date_advice import day_of_access
from sphinx_vitae.bib.fields.identifiers import clean_doi
from sphinx_vitae.bib.fields.links import OF_MATERIAL
from sphinx_vitae.bib.fields.misplaced import misplaced, where_it_belongs
from sphinx_vitae.bib.urls import address_of, is_address, plain_url, separate_urls
from sphinx_vitae.bib.vocabulary import LinkKind, written_name
from sphinx_vitae.model import Problem, ProblemKind, Record, excerpt, quoted

from .entry_problems import entry_problem
from .pictures import PICTURES, PREVIEW

__all__ = ["Refusal", "file_name", "several_urls"]

#: Matches a file name. A leading slash or drive letter is included, so that it can be rejected later.
_NAME: Final = re.compile(r"(?:[A-Za-z]:)?[^\x00-\x1f\x7f<>\"|?*:]+\.[A-Za-z][A-Za-z0-9]{1,4}")
#: Matches a path that can only be a path on one computer, even if it has no extension.
_ABSOLUTE: Final = re.compile(r"(?:/(?!/)|~/|[A-Za-z]:[\\/]|\\\\).*", re.S)
#: The folders in which people keep files.
_ROOT: Final = re.compile(
    r"/(?:home|users|mnt|media|volumes|data|tmp|var|usr|opt|root|private|net|nfs|[a-z]/)", re.I
)
#: Matches a path that can be that of a file without its extension.
_PATH: Final = re.compile(r"(?:[\w.+-]{1,100}/){1,20}[\w+-]{1,100}", re.A)
_URL: Final = re.compile(r"https?://[^\s{}<>\"]+")
#: Matches a word that other programs may read, such as a tag of a project.
_TAG: Final = re.compile(r"[A-Za-z]+")
#: Matches what a program writes that only shows whether there is material.
_FLAG: Final = re.compile(r"[01]|true|false|yes|no", re.I)
_TAGS: Final = re.compile(r"[^/:.@]+")
_WORDS: Final = re.compile(r"[^\W\d_]{2,}")
#: Kinds of links whose fields contain tags on many sites.
_TAGGED: Final = frozenset(("project",))
#: Punctuation after a URL.
_PUNCTUATION: Final = ",.;#"
#: The extensions of pages, which are not published, because a file must never overwrite a page.
_PAGES: Final = re.compile(r".*\.(?:x?html?|js|css)", re.I | re.S)
#: Kinds of links whose fields can contain identifiers, which are parsed elsewhere.
_OF_OTHERS: Final = frozenset(("doi", "eprint", "google_scholar_id"))


class Refusal(NamedTuple):
    """The problem with a value that does not refer to a file.

    :param field: the name of the field in the entry.
    :param alike: what is wrong with all such values, after their number, and what to write instead of them, for a
        single problem with all of them; empty if each needs a different correction.
    """

    problem: Problem
    field: str = ""
    name: str = ""
    alike: tuple[str, str] = ("", "")


def file_name(
    record: Record, field: str, value: str, kinds: Mapping[str, LinkKind]
) -> tuple[str, Refusal | None]:
    """The name of the file that a field refers to, and the problem with it.

    The name is empty if there is a problem, or if the value is a URL or an identifier.
    """
    name = unquote(plain_url(value))
    is_path = (_NAME.fullmatch(name) and clean_doi(name) != name) or _ABSOLUTE.fullmatch(name)
    if field != PREVIEW and not is_path:
        problem = _nowhere(record, field, value, kinds)
        return "", Refusal(problem) if problem else None
    if field != PREVIEW and _is_identifier(field, kinds):
        return "", Refusal(_no_identifier(record, field, name))
    refusal = _objection(record, field, name)
    return ("", refusal) if refusal else (name, None)


def several_urls(record: Record, field: str, value: str) -> Refusal | None:
    """The problem with a field that contains several URLs, of which only the first is linked; ``None`` for others."""
    first, *others = separate_urls(plain_url(value), record.fields.get("doi", ""))
    if not others:
        return None
    written = _as_written(record, field)
    message = f"{written} contains {len(others) + 1} URLs, of which only the first is linked"
    if first != plain_url(value)[: len(first)]:
        message = f"{written} contains {len(others) + 1} URLs besides that of the DOI, of which only the first is linked"
    fix = f"move “{excerpt(others[0])}” to a field of its own, such as html or website"
    if len(others) > 1:
        fix = "move those that readers need to fields of their own, such as html or website"
    alike = (
        "fields contain several URLs, of which only the first is linked",
        "move those that readers need to fields of their own, such as html or website",
    )
    return Refusal(
        entry_problem(ProblemKind.VALUE_UNKNOWN, record, message, fix, field), written, value, alike
    )


def _objection(record: Record, field: str, name: str) -> Refusal | None:
    """The problem with the name of a file that cannot be published; ``None`` if it can."""
    if field == PREVIEW and (refusal := _no_picture(record, name)):
        return refusal
    written = _as_written(record, field)
    if _PAGES.fullmatch(name):
        message = f"{written} refers to {quoted(name)}, which is not a type of file that is published"
        fix = "write the URL where readers can find it"
        return Refusal(entry_problem(ProblemKind.VALUE_UNKNOWN, record, message, fix, field))
    if not _leaves(name):
        return None
    under = " under another name" if _is_namesake(record, field, name) else ""
    copied = f"copy the file next to the bibliography{under}, and write its name"
    copied_all = "copy the files next to the bibliography, each under its own name, and write these names"
    if name.startswith("/") and not _ROOT.match(name):
        message = f"{written} is {quoted(name)}, which is a URL without its host"
        fix = "write the whole URL, which begins with https://" + (
            f", or {copied}" if _NAME.fullmatch(name) else ""
        )
        alike = (
            "links are URLs without their host",
            f"write whole URLs, which begin with https://, or {copied_all}",
        )
        problem = entry_problem(ProblemKind.LINK_REFUSED, record, message, fix, field)
        return Refusal(problem, written, name, alike)
    where = (
        "is a path on one computer" if _ABSOLUTE.fullmatch(name) else "leads out of the folders with files"
    )
    message = f"{written} refers to {quoted(name)}, which {where}"
    problem = entry_problem(ProblemKind.LINK_REFUSED, record, message, f"{copied}, or write its URL", field)
    alike = (
        "links are paths on one computer"
        if _ABSOLUTE.fullmatch(name)
        else "links are paths out of the folders with files",
        f"{copied_all}, or write their URLs",
    )
    return Refusal(problem, written, name, alike)


def _is_namesake(record: Record, field: str, name: str) -> bool:
    """Whether another field of the entry refers to a file of the same name in another folder."""
    own = _base(name)
    return any(
        other != field and _base(value) == own != "" and plain_url(value) != name
        for other, value in record.fields.items()
        if "/" in value and not is_address(value)
    )


def _base(name: str) -> str:
    """The name of a file without its folders."""
    return name.replace("\\", "/").rpartition("/")[2].strip("{} ")


def _as_written(record: Record, field: str) -> str:
    """The name of a field in the entry."""
    return written_name(field, (name.lower() for name, _ in record.written))


def _is_identifier(field: str, kinds: Mapping[str, LinkKind]) -> bool:
    """Whether a field contains an identifier, rather than a URL or a file name."""
    return field in _OF_OTHERS or bool(kinds[field].url)


def _no_identifier(record: Record, field: str, name: str) -> Problem:
    """The problem with a path in place of an identifier. Publishers' pages and Google Scholar export such paths."""
    kind = "a path, not" if "/" in name or "\\" in name else "not"
    message = f"{_as_written(record, field)} is {quoted(name)}, which is {kind} an identifier"
    fix = "remove it, or write the identifier"
    if _as_written(record, field) == "arxiv" and name.lower().endswith(".pdf") and "pdf" not in record.fields:
        fix = "if this is a file of yours, rename arxiv to pdf; otherwise, write the identifier, or remove it"
    return entry_problem(ProblemKind.LINK_REFUSED, record, message, fix, field)


def _nowhere(record: Record, field: str, value: str, kinds: Mapping[str, LinkKind]) -> Problem | None:
    """The problem with a value that is neither a URL nor a file name; ``None`` if it can be one."""
    if _is_identifier(field, kinds) or is_address(plain_url(value)):
        return None
    doi = clean_doi(value)
    if doi and field in OF_MATERIAL:
        return None
    if doi:
        fix = "remove it" if clean_doi(record.fields.get("doi", "")) == doi else f"move it: doi = {{{doi}}}"
        message = f"{_as_written(record, field)} is the DOI {quoted(doi)}, not an address"
        return entry_problem(ProblemKind.VALUE_UNKNOWN, record, message, fix, field)
    if (found := misplaced(value)) and found.field in {"isbn", "issn"}:
        message = f"{_as_written(record, field)} is {quoted(value)}, which is {found.kind}"
        fix = where_it_belongs(record.fields, found)
        return entry_problem(ProblemKind.VALUE_UNKNOWN, record, message, fix, field)
    message = f"{_as_written(record, field)} is {quoted(value)}, which is neither a URL nor a file name"
    if _PATH.fullmatch(value):
        message += " with an extension"
        named = f"write {value}.pdf" if field == "pdf" else "add its extension"
        fix = (
            f"if it is a file, {named}; otherwise, write a URL that begins with https://, or remove the field"
        )
        return entry_problem(ProblemKind.VALUE_UNKNOWN, record, message, fix, field)
    if (field in _TAGGED and _TAGS.fullmatch(value)) or (field in OF_MATERIAL and _FLAG.fullmatch(value)):
        return entry_problem(
            ProblemKind.FIELD_PRIVATE, record, f"{field}: neither shown nor exported", field=field
        )
    if _TAG.fullmatch(value):
        fix = "if you want a link, write its URL, which begins with https://"
        return entry_problem(ProblemKind.VALUE_UNKNOWN, record, message, fix, field)
    url = _URL.search(value)
    address = _without_marks(url[0]) if url else address_of(value)
    fix = f"write {address or 'a URL that begins with https://'}"
    accessed = day_of_access(value[url.end() :]) if url and "urldate" not in record.fields else ""
    is_text = not url and " " in value.strip() and _WORDS.search(value) and not value.startswith("<Go to ")
    otherwise = "move the value to another field, such as note" if is_text else "remove the field"
    if accessed:
        fix += f", and urldate = {{{accessed}}}"
    elif not address:
        fix += f", or {otherwise}"
    return entry_problem(ProblemKind.VALUE_UNKNOWN, record, message, fix, field)


def _without_marks(url: str) -> str:
    """A URL from a text, without the punctuation after it."""
    url = url.rstrip(_PUNCTUATION)
    return url.removesuffix(")") if url.count(")") > url.count("(") else url


def _leaves(name: str) -> bool:
    """Whether a path is absolute, or leads out of its folder, on any system."""
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or parts[0] in {"", "~"} or ":" in parts[0]


def _no_picture(record: Record, name: str) -> Refusal | None:
    """The problem with a ``preview`` that cannot be a picture file; ``None`` if it can."""
    if name.lower().endswith(PICTURES) and "://" not in name and not name.startswith("//"):
        return None
    if "//" in name:
        message = f"preview is a URL, {quoted(name)}; pictures on other servers are not shown"
        fix = "save the picture in a folder of vitae_files, and write its name"
        problem = entry_problem(ProblemKind.FILE_ABSENT, record, message, fix, PREVIEW)
        alike = (
            "links are URLs of pictures on other servers, which are not shown",
            "save the pictures in a folder of vitae_files, and write their names",
        )
        return Refusal(problem, PREVIEW, name, alike)
    message = f"preview refers to {quoted(name)}, which is not a picture"
    fix = f"a picture ends in {', '.join(PICTURES)}"
    return Refusal(entry_problem(ProblemKind.VALUE_UNKNOWN, record, message, fix, PREVIEW))

"""Determines whether two descriptions refer to the same work, or to two versions of it.

A shared identifier decides: DOI, arXiv, PubMed, DBLP, INSPIRE. Without one, title, first author and year must
match. An ISBN or ISSN identifies a book or a journal, not its contents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from sphinx_vitae.bib.fields.identifiers import clean_arxiv, clean_doi
from sphinx_vitae.bib.markup.text_parser import plain
from sphinx_vitae.model import NAME_FIELDS, Record, Span, Text, fold

from .dates import edtf

__all__ = [
    "Work",
    "are_versions",
    "identifiers",
    "is_same",
    "key_identifiers",
    "record_id",
    "title_key",
    "work_of",
]

_DBLP_URL: Final = re.compile(r"dblp\.[a-z0-9.-]+/rec/(?:bibtex/)?([a-z]+/[\w./-]+?)(?:\.bib|\.html)?$")
_DBLP_KEY: Final = re.compile(r"DBLP:([a-z]+/[\w./-]+)")
_TEXKEY: Final = re.compile(r"[^\W\d_][\w.'-]*:\d{4}[a-z]{2,3}")
_ARXIV_DOI: Final = "10.48550/arxiv."
_VERSION: Final = re.compile(r"v\d+$")
_COMMANDS: Final = re.compile(r"\\[A-Za-z]+\s*")
_NOT_WORD: Final = re.compile(r"[\W_]+")
#: Titles this similar are considered equal, unless their numerals differ, as in "Part I" and "Part II".
_ALIKE: Final = 0.93
_COUNTED: Final = re.compile(r"\b(?:\d+|[ivx]+)\b")
_FIRST: Final = 3
#: Types in which several works can have the same title and year.
_SERIAL: Final = frozenset(("report", "incollection", "inbook", "talk"))
#: Types that people use for talks and posters.
_GIVEN: Final = frozenset(("misc", "unpublished", "online", "poster"))
#: The length of a date with a month.
_MONTH: Final = 7
_PLACES: Final = (
    "journaltitle",
    "booktitle",
    "eventtitle",
    "howpublished",
    "institution",
    "organization",
    "venue",
    "location",
)
_UNPUBLISHED: Final = frozenset(("inpreparation", "submitted", "forthcoming", "inpress"))


@dataclass(frozen=True, slots=True)
class Work:
    """The values to compare for a record.

    :param title: folded, letters and digits only; `words` is the same with single spaces between words.
    :param families: the folded family names of at most the first three authors.
    :param preprint: whether it is unpublished, or the copy in an archive.
    """

    ids: frozenset[str]
    title: str
    words: str
    families: tuple[str, ...]
    year: int | None
    type: str
    kind: str
    number: str
    place: str
    date: str
    preprint: bool

    @property
    def mark(self) -> tuple[str, str]:
        """A value that is equal for works with the same title and first author."""
        return self.title, self.families[0] if self.families else ""


def identifiers(fields: Mapping[str, str]) -> frozenset[str]:
    """The identifiers in an entry's fields: ``doi:10.1000/1``, ``arxiv:2401.00001``, ``pmid:1``, ``dblp:conf/x/Y``."""
    return frozenset(_identifiers(fields))


def _identifiers(fields: Mapping[str, str]) -> Iterator[str]:
    if doi := clean_doi(fields.get("doi", "")).lower():
        arxiv = doi.startswith(_ARXIV_DOI)
        yield f"arxiv:{_VERSION.sub('', doi[len(_ARXIV_DOI) :])}" if arxiv else f"doi:{doi}"
    if fields.get("eprinttype", "arxiv").lower() == "arxiv" and (
        eprint := clean_arxiv(fields.get("eprint", ""))
    ):
        yield f"arxiv:{_VERSION.sub('', eprint.lower())}"
    if (pmid := fields.get("pmid", "").strip()).isdigit():
        yield f"pmid:{pmid}"
    if "/" in (dblp := fields.get("dblp", "").strip().removeprefix("DBLP:")):
        yield f"dblp:{dblp}"
    if found := _DBLP_URL.search(fields.get("biburl", "").strip()):
        yield f"dblp:{found[1]}"


def record_id(origin: str, ids: frozenset[str], otherwise: str) -> str:
    """The identifier of a source's record in the state file: the source's own identifier, or else another
    one.

    :param origin: the source. arXiv records count as doi.org records; in a file, the keys are its own
        identifiers.
    :param otherwise: the value if there is no identifier.
    """
    if origin.startswith("file:"):
        return f"{origin}#{otherwise}"
    for scheme in (origin, "doi", "arxiv", "pmid"):
        for each in sorted(ids):
            if each.startswith(f"{scheme}:"):
                is_own = scheme == origin or (origin == "doi" and scheme == "arxiv")
                return each if is_own else f"{origin}#{each}"
    return f"{origin}#{otherwise}"


def key_identifiers(keys: Iterable[str]) -> frozenset[str]:
    """The identifiers in the keys: those of DBLP and INSPIRE are identifiers themselves."""
    return frozenset(_in_keys(keys))


def _in_keys(keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        if found := _DBLP_KEY.fullmatch(key):
            yield f"dblp:{found[1]}"
        elif _TEXKEY.fullmatch(key):
            yield f"inspire:{key}"


def work_of(record: Record, ids: frozenset[str] = frozenset()) -> Work:
    """The values to compare for a record.

    :param ids: identifiers in addition to those in its fields and keys.
    """
    keys = (record.written_key, *(key.strip() for key in record.fields.get("ids", "").split(",")))
    names = next((record.names[field] for field in NAME_FIELDS if field in record.names), None)
    words = _words(record.title)
    return Work(
        ids=ids | identifiers(record.fields) | key_identifiers(keys),
        title=words.replace(" ", ""),
        words=words,
        families=tuple(fold(p.family or p.literal) for p in names.persons[:_FIRST]) if names else (),
        year=record.date.year if record.date else None,
        type=record.type,
        kind=record.kind,
        number=fold(f"{record.text('number')} {record.text('pages')}").strip()
        if record.type in _SERIAL
        else "",
        place=title_key(record.text(*_PLACES)),
        date=edtf(record.date),
        preprint=_is_preprint(record),
    )


def _is_preprint(record: Record) -> bool:
    if record.kind != "publication":
        return False
    return "preprint" in record.groups or record.status in _UNPUBLISHED


def title_key(title: Text) -> str:
    """The folded letters and digits of a title, including those in formulas."""
    return _words(title).replace(" ", "")


def _words(title: Text) -> str:
    return _NOT_WORD.sub(" ", fold("".join(map(_plain, title.parts)))).strip()


def _plain(part: str | Span) -> str:
    if isinstance(part, str):
        return part
    if part.kind == "math":
        source = "".join(piece for piece in part.parts if isinstance(piece, str))
        return _COMMANDS.sub("", plain(source.replace("^", " ").replace("_", " ")))
    return "".join(map(_plain, part.parts))


def is_same(one: Work, other: Work) -> bool:
    """Whether two works without a shared identifier are the same: title, first author, year and stage match,
    and no DOI, number or venue distinguishes them.
    """
    if one.kind != other.kind or not one.title or one.title != other.title:
        return False
    if one.kind != "publication":
        return one.year == other.year and not _is_given_again(one, other)
    if not _share_author(one, other) or one.year != other.year or one.preprint != other.preprint:
        return False
    if _contradict(one, other) or (one.type in _GIVEN and _is_given_again(one, other)):
        return False
    if one.type != other.type and {one.type, other.type} == {"article", "inproceedings"}:
        return False  # a paper, and its later journal version
    return one.number == other.number or not one.number or not other.number


def _is_given_again(one: Work, other: Work) -> bool:
    """Whether a talk or poster with the same title was presented at two events, or in two months."""
    months = {work.date[:7] for work in (one, other) if len(work.date) >= _MONTH}
    return not _agree(one.place, other.place) or len(months) > 1


def _agree(one: str, other: str) -> bool:
    return not one or not other or one in other or other in one


def _contradict(one: Work, other: Work) -> bool:
    """Whether both have a DOI, or both have a PubMed number, and the two differ."""
    for scheme in ("doi:", "pmid:", "arxiv:"):
        mine, theirs = ({each for each in work.ids if each.startswith(scheme)} for work in (one, other))
        if mine and theirs and not mine & theirs:
            return True
    return False


def _share_author(one: Work, other: Work) -> bool:
    if not one.families or not other.families:
        return not one.families and not other.families
    return one.families[0] == other.families[0]


def are_versions(one: Work, other: Work) -> bool:
    """Whether two works are versions of the same work: the titles are equal or similar, and the first authors
    match.
    """
    if one.kind != "publication" or other.kind != "publication" or not one.title or not other.title:
        return False
    if not one.families or not other.families or one.families[0] != other.families[0]:
        return False
    if one.title == other.title:
        return True
    if sorted(_COUNTED.findall(one.words)) != sorted(_COUNTED.findall(other.words)):
        return False
    matcher = SequenceMatcher(None, one.title, other.title, autojunk=False)
    return (
        matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
    )

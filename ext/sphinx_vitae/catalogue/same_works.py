"""Entries that seem to describe the same work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from difflib import SequenceMatcher
from typing import Final

from sphinx_vitae.model import Person, Problem, ProblemKind, Publication, Record, fold

from .entry_problems import entry_problem, named_from
from .merge_advice import choice, kept, merely_written_twice, parts_of, same_work, unless_by_url
from .ownership import Ownership
from .shared_dois import containers, doi_of_another, doi_of_whole

__all__ = ["same_works"]

#: Types that people use for talks in formats that lack a type for talks.
_GIVEN: Final = frozenset(("misc", "unpublished"))
#: Words that show that an entry of such a type is a talk or a poster, and the fields in which people write them.
_EVENT: Final = re.compile(
    r"(?<![a-z])(?:talks?|posters?|invited|keynotes?|presentations?|seminars?|symposi(?:um|a)|colloqui(?:um|a)|lectures?)(?![a-z])",
    re.I,
)
_TELLING: Final = ("howpublished", "keywords", "type", "note", "eventtitle")
_BEGINNING: Final = 200
_FIRST_PAGE: Final = re.compile(r"\w+")
_RANGE: Final = re.compile(r"\d{2,}–\d{2,}")
#: Fields that distinguish works with the same title, everywhere and in the same journal, book or series.
_OWN_NUMBERS: Final = ("part", "edition", "chapter")
_NUMBERS: Final = ("volume", "number", "issue", "eid")
#: Fields that tell works apart, whose values two entries for one work share.
_IDENTIFYING: Final = ("url", "eprint", "pages", *_NUMBERS)
#: Types of works that one publisher publishes only once in a year.
_BOOKS: Final = frozenset(
    ("book", "mvbook", "collection", "mvcollection", "proceedings", "manual", "booklet")
)
#: Fields in which people say which part of a book they mean.
_BESIDES: Final = ("url", "note", "addendum", "pages")
#: DOIs that Mendeley has given to works whose DOI it did not know.
_OF_MENDELEY: Final = frozenset(
    ("10.1017/cbo9781107415324.004", "10.1007/s13398-014-0173-7.2", "10.1088/1751-8113/44/8/085201")
)
_CREATORS: Final = ("author", "editor", "translator", "holder")
#: The number of a part in a title.
_PART: Final = re.compile(r"(?<!\w)(?:\d{1,2}|[ivx]{1,5})(?!\w)")
#: Titles this similar belong to versions of one work. Only their beginnings are compared.
_ALIKE: Final = 0.9
_COMPARED: Final = 200


def same_works(records: Sequence[Record], ownership: Ownership) -> Iterator[Problem]:
    """A preprint and its published version may share a title, but should then be related to each other.

    The owner's files count as one bibliography, and every other file as a separate one: a reading list
    may well contain works by the owner.
    """
    seen: dict[object, Publication] = {}
    tied = {record.key: {tie.key for tie in record.ties} for record in records if record.ties}
    for record in records:
        if not isinstance(record, Publication):
            continue
        bibliography = "" if ownership.holds(record) else record.source.file
        for mark in _marks(record):
            first = seen.setdefault((bibliography, mark), record)
            if first is record:
                continue
            if first.written_key.lower() == record.written_key.lower() or _given_again(first, record):
                continue  # that the keys are equal, or equal in BibTeX, has been reported
            by_doi = isinstance(mark, str)
            apart = _are_within_one_doi(first, record) if by_doi else _are_apart(first, record)
            if by_doi and (problem := doi_of_whole(first, record)):
                yield problem
                break
            if not apart and not _is_parent(first, record) and not _tied(first.key, record.key, tied):
                yield _problem(first, record, by_doi=by_doi)
                break


def _problem(first: Publication, record: Publication, *, by_doi: bool) -> Problem:
    """The problem with two entries that share a mark.

    :param by_doi: whether the mark is a DOI. Otherwise, it is the title, year and author.
    """
    other = named_from(first, record)
    alike = not by_doi or _is_alike(first, record)
    versions = ("preprint" in first.groups) != ("preprint" in record.groups)
    if not alike or (by_doi and None not in (_year(first), _year(record)) and _year(first) != _year(record)):
        message = f"has the DOI of {other}, but another {'year' if alike else 'title'}"
        fix = choice(first, record) if versions else same_work(first, record)
        if not alike and bool(_creators(first)) != bool(_creators(record)):  # a whole issue
            fix += "; if one is a part of the other, and has no DOI of its own, leave both"
        fix += "; otherwise, correct the wrong DOI"
        if (doi := record.fields.get("doi", "").lower()) in _OF_MENDELEY:
            fix = f"remove {doi} from both unless it is right, because Mendeley adds this DOI to many entries"
        elif not alike and (problem := doi_of_another(first, record)):
            return problem
        return entry_problem(ProblemKind.WORK_DUPLICATE, record, message, fix, "doi")
    fix = kept(first, record)
    if by_doi:
        message = f"is the same work as {other}"
        if _is_talk_of(first, record) or _is_talk_of(record, first):
            fix = (
                "if one is the talk or poster, and the other its paper, add the other's key to its related field; "
                + same_work(first, record)
            )
        elif versions:
            fix = choice(first, record)
    elif _data_of(first) == _data_of(record):
        message = f"has the same data as {other}"
    elif _is_same_place(first, record):
        message = f"seems to be the same work as {other}"
        fix = unless_by_url(first, record)
    else:
        creator = next((field for field in _CREATORS if record.names.get(field)), "author")
        message = f"has the title, year and first {creator} of {other}"
        what_to_do = parts_of(first, record) if first.type in _BOOKS else ""
        fix = f"{what_to_do or choice(first, record)}; otherwise, leave both"
    return entry_problem(ProblemKind.WORK_DUPLICATE, record, message, fix)


def _year(record: Record) -> int | None:
    return record.date.year if record.date else None


def _marks(record: Publication) -> Iterator[object]:
    """Values that identify a work: the DOI as text; the title, year and author as a tuple; without an author,
    the set of all fields.
    """
    if doi := record.link("doi"):
        yield doi.url.lower()
    author = record.creators.persons[0] if record.creators else None
    if author and record.date and record.date.year is not None and record.title:
        yield fold(str(record.title)), record.date.year, fold(author.family or author.literal)
    elif author is None and record.title and len(record.written) > 1:
        yield frozenset((name.lower(), value) for name, value in record.written)


def _data_of(record: Record) -> tuple[str, frozenset[tuple[str, str]]]:
    return record.type, frozenset((name.lower(), value) for name, value in record.written)


def _is_same_place(one: Publication, other: Publication) -> bool:
    """Whether two entries with the same title, year and creator are for the same place: the same pages or numbers
    in a journal, book or series, or the same publisher of books.
    """
    if merely_written_twice(one, other) and _share(one, other, _IDENTIFYING):
        return True
    places = containers(one, other)
    pages = [str(record.text("pages")) for record in (one, other)]
    if one.type == other.type and pages[0] == pages[1] and _RANGE.fullmatch(pages[0]):
        return True  # only the name of the journal or book is written in two ways
    if not any(places):
        contradicted = any(
            one.fields[name] != other.fields[name]
            for name in _BESIDES
            if name in one.fields and name in other.fields
        )
        return (
            one.type == other.type in _BOOKS
            and _share(one, other, ("publisher", "isbn"))
            and not contradicted
        )
    if places[0] != places[1]:
        return False
    first, second = map(_FIRST_PAGE.match, pages)
    return bool(first and second and first[0] == second[0]) or _share(one, other, _NUMBERS)


def _is_alike(one: Record, other: Record) -> bool:
    """Whether two titles are the same, except for small changes or a missing subtitle."""
    titles = [fold(str(record.title))[:_COMPARED] for record in (one, other)]
    shorter, longer = sorted(titles, key=len)
    if longer.startswith(shorter) and not longer[len(shorter) : len(shorter) + 1].isalnum():
        return True
    if _PART.findall(shorter) != _PART.findall(longer):  # Rain, part I; Rain, part II
        return False
    return SequenceMatcher(None, shorter, longer).ratio() >= _ALIKE


def _are_parts(one: Publication, other: Publication) -> bool:
    """Whether two works are different parts or editions, or are in different places in the same journal, book
    or series.
    """
    if _differ(one, other, _OWN_NUMBERS):
        return True
    if len(set(containers(one, other))) > 1:
        return False
    if _differ(one, other, _NUMBERS):
        return True
    first, second = (_FIRST_PAGE.match(str(record.text("pages"))) for record in (one, other))
    return bool(first and second and first[0] != second[0])


def _is_parent(one: Record, other: Record) -> bool:
    """Whether one of two entries inherits from the other, from which it has its title."""
    return any(a.fields.get("crossref") == b.written_key != "" for a, b in ((one, other), (other, one)))


def _are_apart(one: Publication, other: Publication) -> bool:
    """Whether two works with the same title, year and first author are different works."""
    if (one.type == "thesis") != (other.type == "thesis"):
        return True
    if one.type != other.type and _is_presented(one) != _is_presented(other):
        return True
    if not one.container and not other.container and _differ(one, other, ("publisher", "howpublished")):
        return True
    return _are_parts(one, other) or _are_by_others(one, other)


def _are_within_one_doi(one: Publication, other: Publication) -> bool:
    """Whether a DOI is that of the collection in which two works with different titles appeared."""
    places = [
        tuple(fold(str(text)) for text in (each.container, each.text("volume"), each.text("pages")))
        for each in (one, other)
    ]
    return places[0] == places[1] and all(places[0]) and not _is_alike(one, other)


def _are_by_others(one: Publication, other: Publication) -> bool:
    """Whether two works have different creators: most of them in the same place, any of them in different places.

    A list that ends with "and others" can be the beginning of the other one. One that is shorter is only
    incomplete if nothing says that the works appeared in different places.
    """
    first, second = ({fold(each.family or each.literal) for each in _creators(of)} for of in (one, other))
    if first == second or any(each.creators and each.creators.others for each in (one, other)):
        return False
    places = containers(one, other)
    if places[0] == places[1]:
        return 2 * len(first & second) < len(first | second)
    is_part = first <= second or second <= first
    return not is_part or bool(places[0] and places[1])


def _creators(record: Publication) -> tuple[Person, ...]:
    return record.creators.persons if record.creators else ()


def _differ(one: Record, other: Record, fields: Iterable[str]) -> bool:
    """Whether both works have one of these fields, with different values."""
    values = ([fold(str(record.text(field))) for record in (one, other)] for field in fields)
    return any(first and second and first != second for first, second in values)


def _share(one: Record, other: Record, fields: Iterable[str]) -> bool:
    """Whether both works have one of these fields, with the same value."""
    values = ([fold(record.fields.get(field, "")) for record in (one, other)] for field in fields)
    return any(first and first == second for first, second in values)


def _is_presented(record: Publication) -> bool:
    """Whether an entry is for a talk or a poster, which people list beside the paper with the same title."""
    if "poster" in record.groups:
        return True
    told = (record.fields.get(name, "")[:_BEGINNING] for name in _TELLING)
    return record.type in _GIVEN and any(map(_EVENT.search, told))


def _is_talk_of(talk: Publication, paper: Publication) -> bool:
    """Whether its keywords say that one of two works is a talk or a poster, but not those of the other one."""
    told = [each.fields.get("keywords", "")[:_BEGINNING] for each in (talk, paper)]
    return bool(_EVENT.search(told[0])) and not _EVENT.search(told[1])


def _given_again(one: Record, other: Record) -> bool:
    """Whether two talks or posters with the same title differ in event, place or month."""
    if not all(record.type in _GIVEN or "poster" in record.groups for record in (one, other)):
        return False
    return any(a and b and a != b for a, b in zip(_occasion(one), _occasion(other), strict=True))


def _occasion(record: Record) -> tuple[str, str, int]:
    event = record.text("eventtitle", "booktitle", "howpublished")
    begin = record.date.start if record.date else None
    return fold(str(event)), fold(str(record.text("venue", "location"))), begin.month if begin else 0


def _tied(one: str, other: str, tied: Mapping[str, Set[str]]) -> bool:
    return other in tied.get(one, ()) or one in tied.get(other, ())

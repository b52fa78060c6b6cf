"""Selection of the records that a list shows. All functions are pure: the current date is a parameter."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sphinx_vitae.model import Moment, PartialDate, Record, fold

from .roles import QueryPeople, names_any, roles
from .statuses import PUBLISHED
from .terms import ANY, Terms

if TYPE_CHECKING:
    from .filters.parser import Filter

__all__ = [
    "WHEN",
    "YEAR_FORMS",
    "Query",
    "Years",
    "parse_keywords",
    "parse_years",
    "select",
    "type_words",
]

_SKIPPED: Final = re.compile(r"\b(?:skipbib|dataonly)\b(?!\s*=\s*false)")
WHEN: Final = ("upcoming", "current", "past")


@dataclass(frozen=True, slots=True)
class Years:
    """The years from ``first`` to ``last``, or the ``latest`` n years, including the current one."""

    first: int | None = None
    last: int | None = None
    latest: int = 0

    def hold(self, year: int, today: datetime.date) -> bool:
        """Whether a year is included."""
        if self.latest:
            return today.year - self.latest < year <= today.year
        return (self.first is None or self.first <= year) and (self.last is None or year <= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """The criteria of a list. An empty criterion accepts every record.

    :param kinds: the kinds of records; with ``keys``, of any kind.
    :param keys: only these records, in this order.
    :param type: entry types, groups, or words in the ``type`` field.
    :param keywords: alternatives, each a set of keywords that a record must all have.
    :param author: names as written; a `QueryPeople` knows to whom they refer.
    """

    kinds: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    type: Terms = ANY
    years: tuple[Years, ...] = ()
    not_years: tuple[Years, ...] = ()
    keywords: tuple[tuple[str, ...], ...] = ()
    not_keywords: tuple[tuple[str, ...], ...] = ()
    author: Terms = ANY
    role: Terms = ANY
    status: Terms = ANY
    selected: bool = False
    when: str = ""
    bibfiles: Terms = ANY
    filter: Filter | None = None

    @property
    def narrowed(self) -> bool:
        """Whether the query excludes any records of its kinds."""
        return self != Query(kinds=self.kinds)


def select(
    records: Iterable[Record], query: Query, today: datetime.date, people: QueryPeople | None = None
) -> list[Record]:
    """The records that match a query, in the order of its keys, or else in their original order.

    :param people: the people to whom the query refers.
    """
    tests = _tests(query, today, people or QueryPeople())
    found = [record for record in records if all(test(record) for test in tests)]
    if query.keys:
        order = {key: n for n, key in enumerate(query.keys)}
        found.sort(key=lambda record: order[record.key])
    return found


def _tests(query: Query, today: datetime.date, people: QueryPeople) -> list[Callable[[Record], bool]]:
    """A test for each criterion in the query, fast tests first."""
    tests: list[Callable[[Record], bool]] = []
    if query.keys:
        keys = frozenset(query.keys)
        tests.append(lambda r: r.key in keys)
    elif query.kinds:
        kinds = frozenset(query.kinds)
        tests.append(lambda r: r.kind in kinds and not _skipped(r))
    if query.exclude:
        excluded = frozenset(query.exclude)
        tests.append(lambda r: r.key not in excluded)
    if query.selected:
        tests.append(lambda r: r.selected)
    if query.bibfiles != ANY:
        tests.append(lambda r: query.bibfiles.match(_file_names(r)))
    if query.type != ANY:
        tests.append(lambda r: query.type.match(type_words(r)))
    if query.years or query.not_years:
        tests.append(lambda r: _in_years(r, query, today))
    if query.keywords or query.not_keywords:
        tests.append(lambda r: _has_keywords(r, query))
    if query.when:
        tests.append(lambda r: _when(r.date, query.when, today))
    if query.status != ANY:
        tests.append(lambda r: query.status.match((r.status or PUBLISHED,)))
    return [*tests, *_costly_tests(query, people)]


def _costly_tests(query: Query, people: QueryPeople) -> list[Callable[[Record], bool]]:
    """Tests that need names or text fields."""
    tests: list[Callable[[Record], bool]] = []
    if query.author.wanted:
        tests.append(lambda r: names_any(r, people.wanted))
    if query.author.unwanted:
        tests.append(lambda r: not names_any(r, people.unwanted))
    if query.role != ANY:
        tests.append(lambda r: query.role.match(roles(r, people.actors)))
    if (expression := query.filter) is not None:
        tests.append(expression.holds)
    return tests


def _skipped(record: Record) -> bool:
    """Whether the entry excludes itself from lists (biblatex manual §3.1.3, ``skipbib`` and ``dataonly``)."""
    options = record.fields.get("options")
    return bool(options) and _SKIPPED.search(options or "") is not None


def type_words(record: Record) -> set[str]:
    """All words by which ``:type:`` matches a record, folded."""
    own = fold(str(record.text("type")))
    return {record.type, record.kind, *record.groups, *([own, *own.split()] if own else ())}


def _file_names(record: Record) -> set[str]:
    """The names of a record's file: as in the configuration, and without its folder."""
    name = fold(record.source.file.replace("\\", "/"))
    return {name, name.rsplit("/", 1)[-1]}


def _in_years(record: Record, query: Query, today: datetime.date) -> bool:
    year = record.date.year if record.date else None
    if year is None:
        return not query.years
    if any(years.hold(year, today) for years in query.not_years):
        return False
    return not query.years or any(years.hold(year, today) for years in query.years)


def _has_keywords(record: Record, query: Query) -> bool:
    having = {fold(keyword) for keyword in record.keywords}
    if any(having.issuperset(group) for group in query.not_keywords):
        return False
    return not query.keywords or any(having.issuperset(group) for group in query.keywords)


def _when(date: PartialDate | None, when: str, today: datetime.date) -> bool:
    """Whether a date is in the future, includes today, or is in the past.

    An imprecise date covers its whole period: "2026" is current throughout that year.
    """
    if date is None or (date.start is None and date.end is None):
        return False
    day = (today.year, today.month, today.day)
    begins = _first_day(date.start) if date.start else (0, 0, 0)
    last = date.end or (None if date.ranged else date.start)
    ends = _last_day(last) if last else (9999, 12, 31)
    return {"upcoming": begins > day, "current": begins <= day <= ends, "past": ends < day}[when]


def _first_day(moment: Moment) -> tuple[int, int, int]:
    year, month, day = moment.key
    return (year, month or 1, day or 1)


def _last_day(moment: Moment) -> tuple[int, int, int]:
    year, month, day = moment.key
    if moment.month > 12:
        month += 2  # a season has three months; winter extends into the next year
        year, month = (year + 1, month - 12) if month > 12 else (year, month)
    return (year, month or 12, day or 31)


#: An example of each way to specify years.
YEAR_FORMS: Final = ("2024", "2018-2022", "2020..", "..2015", "last 5")
_YEARS: Final = re.compile(r"(\d{1,4})?\s*(-|–|\.\.)\s*(\d{1,4})?|(\d{1,4})|last\s+(\d+)")


def parse_years(text: str) -> tuple[tuple[Years, ...], tuple[Years, ...]]:
    """Parse ``2024``, ``2018-2022``, ``2020..``, ``..2015`` or ``last 5``, separated by commas.

    :returns: the years to include, and the years to exclude, which are written with ``-``.
    :raises ValueError: with a message about the part that does not have one of these forms.
    """
    wanted: list[Years] = []
    unwanted: list[Years] = []
    for part in (part.strip() for part in text.split(",") if part.strip()):
        negative = part.startswith("-")
        match = _YEARS.fullmatch(part.removeprefix("-").strip())
        if not match or not any(match.group(1, 3, 4, 5)):
            raise ValueError(
                f"{part!r} is not a year; write {', '.join(YEAR_FORMS[:-1])} or {YEAR_FORMS[-1]}"
            )
        first, _, last, single, latest = match.groups()
        years = Years(
            first=int(first or single) if first or single else None,
            last=int(last or single) if last or single else None,
            latest=int(latest or 0),
        )
        if latest and not years.latest:
            raise ValueError(f"{part!r} does not cover any years; write last 5")
        if years.first is not None and years.last is not None and years.first > years.last:
            raise ValueError(f"{part!r} ends before it begins; write {last}-{first}")
        (unwanted if negative else wanted).append(years)
    return tuple(wanted), tuple(unwanted)


def parse_keywords(text: str) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    """Parse ``a, b & c, -d``: a, or both b and c, but not d.

    :returns: the alternatives to include, and those to exclude, all of them folded.
    :raises ValueError: with a message about the part with an empty keyword.
    """
    wanted: list[tuple[str, ...]] = []
    unwanted: list[tuple[str, ...]] = []
    for part in (part.strip() for part in text.split(",") if part.strip()):
        group = tuple(fold(word) for word in part.removeprefix("-").split("&"))
        if not all(group):  # an empty keyword would match every entry
            raise ValueError(f"{part!r} has an empty keyword; write a, or a & b")
        (unwanted if part.startswith("-") else wanted).append(group)
    return tuple(wanted), tuple(unwanted)

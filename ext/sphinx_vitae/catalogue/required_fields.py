"""Checks for missing fields that an entry's type requires."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Final, NamedTuple

from sphinx_vitae.bib.fields.text_fields import is_whole_volume
from sphinx_vitae.bib.urls import is_address, plain_url
from sphinx_vitae.bib.vocabulary import canonical_field, in_biblatex
from sphinx_vitae.bib.vocabulary.misspellings import is_given, near_fields
from sphinx_vitae.model import Problem, ProblemKind, Publication, Record, and_list

from .elsewhere import FILL_IN, Instead, instead_of
from .entry_problems import entry_problem, named_from
from .gap_words import BY_ORGANIZATIONS, in_words_of, is_choice, or_instead, with_article, with_values
from .manuscripts import OF_PUBLISHED, as_unpublished
from .other_types import other_types
from .unprinted import written_out

__all__ = ["missing_fields"]

#: How many entries a message about all entries of a type names.
_SHOWN: Final = 4
#: The fields that each type requires (biblatex manual §2.1.1). If several fields are joined, one of them is
#: enough. A type that is not listed requires only a title.
_REQUIRED: Final[Mapping[str, tuple[str, ...]]] = {
    "article": ("author", "journaltitle", "date"),
    "book": ("author|editor", "date"),
    "mvbook": ("author|editor", "date"),
    "booklet": ("author|editor", "date"),
    "collection": ("editor", "date"),
    "mvcollection": ("editor", "date"),
    "dataset": ("author|editor", "date"),
    "inbook": ("author", "booktitle", "date"),
    "incollection": ("author", "booktitle", "date"),
    "inproceedings": ("author", "booktitle|eventtitle", "date"),
    "manual": ("author|editor", "date"),
    "online": ("author|editor", "date", "url|doi|eprint"),
    "patent": ("author|holder", "number", "date"),
    "periodical": ("editor", "date"),
    "proceedings": ("date",),
    "report": ("author", "institution", "date"),
    "thesis": ("author", "institution", "date"),
    "unpublished": ("author",),  # BibTeX does not require its year
}
#: The fields for the university of a thesis, in BibTeX and in biblatex.
_OF_THESES: Final = frozenset(("school", "institution"))
#: If this many entries of a type all lack a field, they are reported together.
_MANY: Final = 4
#: This many are reported together even if most need different corrections.
_VERY_MANY: Final = 10


class _Gaps(NamedTuple):
    """An entry and its missing fields, as in `_REQUIRED`."""

    record: Publication
    names: tuple[str, ...]


def missing_fields(records: Sequence[Record]) -> Iterator[Problem]:
    """A problem for each entry with missing fields. If all entries of a type in a file lack the same field,
    there is a single problem. What an unknown parent may provide is not missing.
    """
    written_in: dict[tuple[str, str], set[str]] = defaultdict(set)
    entries: Counter[tuple[str, str]] = Counter()
    for record in records:
        kind = _class_of(record)
        written_in[kind].update([name for name, _ in record.written])
        entries[kind] += 1
    keys = _keys_of(records)
    parents = {key for record in records if (key := record.fields.get("crossref", "").strip())}
    found = [
        _Gaps(record, _gaps_of(record))
        for record in records
        if isinstance(record, Publication)
        and record.written_key not in parents  # what is printed are the entries that inherit its fields
        and (
            "crossref" not in record.fields
            or keys.issuperset(key.strip() for key in record.fields["crossref"].split(","))
        )
    ]
    lacking: dict[tuple[str, str, str], list[Publication]] = defaultdict(list)
    for record, names in found:
        for name in names:
            lacking[(*_class_of(record), name)].append(record)
    names_in = _names_in(written_in)
    in_none = {
        gap: without
        for gap, without in lacking.items()
        if _MANY <= len(without) == entries[gap[:2]] and _is_habit(without, gap[2], names_in[gap[:2]])
    }
    said: set[tuple[str, str, str]] = set()
    for record, names in found:
        words = names_in[_class_of(record)]
        gaps = [(*_class_of(record), name) for name in names]
        for gap in gaps:
            if gap in in_none and gap not in said:
                said.add(gap)
                yield _problem_of_all(in_none[gap], gap[2], words)
        if any(gap not in in_none for gap in gaps):
            yield _problem_of_one(record, names, words)


def _keys_of(records: Sequence[Record]) -> set[str]:
    """The keys of all entries, and the empty key of a parent that is not given."""
    keys = {"", *(record.written_key for record in records)}
    for record in records:
        if "ids" in record.fields:
            keys.update(key.strip() for key in record.fields["ids"].split(","))
    return keys


def _names_in(written: Mapping[tuple[str, str], Set[str]]) -> dict[tuple[str, str], frozenset[str]]:
    """File and entry type → the names of all fields in the file, in lower case.

    For theses, they include ``school`` or ``institution`` only if theses have that field, because reports have an
    ``institution`` in BibTeX too.
    """
    files: dict[str, set[str]] = defaultdict(set)
    for (file, _), names in written.items():
        files[file].update(map(str.lower, names))
    names_in = {file: frozenset(names) for file, names in files.items()}
    found = {each: names_in[each[0]] for each in written}
    for each in [each for each in written if each[1] == "thesis"]:
        own = _OF_THESES.intersection(map(str.lower, written[each]))
        if not own and in_biblatex(found[each]):
            own = frozenset(("institution",))
        found[each] = (found[each] - _OF_THESES) | own
    return found


def _commonest(
    without: Sequence[Publication], name: str, in_file: Container[str]
) -> tuple[Instead | None, int]:
    """What can be done about most of the entries that lack a field, besides adding it, and their number."""
    counted = Counter(found for each in without if (found := instead_of(each, name, in_file)))
    return counted.most_common(1)[0] if counted else (None, 0)


def _is_habit(without: Sequence[Publication], name: str, in_file: Container[str]) -> bool:
    """Whether a single problem can say what to do about a field that is missing from all of these entries."""
    instead, count = _commonest(without, name, in_file)
    return instead is None or 2 * count >= len(without) or len(without) >= _VERY_MANY


def _class_of(record: Record) -> tuple[str, str]:
    return record.source.file, record.type


def _gaps_of(record: Publication) -> tuple[str, ...]:
    if record.written_type and not any(value for _, value in record.written):
        return ()  # that the entry is empty has already been reported
    required = _REQUIRED.get(record.type, ())
    gaps = [names for names in required if not _has(record, names.split("|"))]
    if gaps and not _has_title(record):
        if not record.creators and record.date is None:
            return ()  # it may only define a journal for other entries
        if len(gaps) == len(required):
            return ()  # only the title is reported
        if record.type == "inproceedings" and is_whole_volume(record.fields):
            gaps = [names for names in gaps if names != "author"]
    return tuple(_not_misspelt(record, gaps)) if gaps else ()


def _has_title(record: Publication) -> bool:
    """Whether the entry has a title, in any field; without one, its key is printed."""
    return str(record.title) != record.key or any(
        value and canonical_field(name) == "title" for name, value in record.written
    )


def _has(record: Publication, names: Sequence[str]) -> bool:
    """Whether the entry has one of these fields.

    An unpublished work does not need a date or a container, a preprint no journal, and a page with the date of a
    visit no other. In BibTeX, the title of an ``@inbook`` with a chapter is the title of the book.
    """
    for name in names:
        if name in record.fields or name in record.texts or name in record.names:
            return True
        if record.status and name in {"date", "journaltitle", "booktitle"}:
            return True
        if name == "date" and (
            record.date is not None or (record.type == "online" and "urldate" in record.fields)
        ):
            return True
        if name == "url" and is_address(plain_url(record.fields.get("howpublished", "").rstrip(" .,;"))):
            return True
        if name == "journaltitle" and "preprint" in record.groups:
            return True
        if name == "editor" and record.type in BY_ORGANIZATIONS and "organization" in record.fields:
            return True
        if name == "booktitle" and record.type == "inbook" and "chapter" in record.fields:
            return True
        if name == "institution" and record.type == "report" and _is_by_organizations(record):
            return True
    return False


def _is_by_organizations(record: Publication) -> bool:
    """Whether all authors are organizations, so that readers know who issued a report."""
    authors = record.names.get("author")
    return authors is not None and bool(authors) and all(person.literal for person in authors.persons)


def _not_misspelt(record: Record, gaps: Sequence[str]) -> list[str]:
    """The missing fields, except those for which a misspelt field has already been reported."""
    meant = set(map(canonical_field, near_fields(name for name, _ in record.written).values()))
    return [names for names in gaps if not any(is_given(name, meant) for name in names.split("|"))]


def _problem_of_all(without: Sequence[Publication], name: str, in_file: Container[str]) -> Problem:
    """The problem with all entries of a type in a file, located at the first of them."""
    record = without[0]
    words = in_words_of(name, record, in_file)
    types = dict.fromkeys(f"@{(each.written_type or each.type).lower()}" for each in without)
    message = f"none of the {len(without)} {and_list(list(types))} entries has {with_article(words)}"
    instead, count = _commonest(without, name, in_file)
    added, _, otherwise = f"{with_values(words)}{or_instead(record, name)}".partition(", or ")
    fix = f"add {added} to each{', or ' if otherwise else ''}{otherwise}"
    if not instead and (other := _commonest_type(without, name, in_file)):
        fix += other
    if instead and instead.field == "eprint":
        fix = _from_numbers(without, name, in_file)
    elif instead:
        which = "each" if count == len(without) else str(count)
        others = f"; add {with_values(words)} to the others" if count < len(without) else ""
        fix = f"in {which} of them, {instead.fix}{others}"
    return replace(entry_problem(ProblemKind.FIELD_MISSING, record, message, fix), key="")


def _from_numbers(without: Sequence[Publication], name: str, in_file: Container[str]) -> str:
    """The years of preprints, which their numbers at arXiv show."""
    found = ((each, instead_of(each, name, in_file)) for each in without)
    years = [(each, instead.fix) for each, instead in found if instead and instead.field == "eprint"]
    shown = ", ".join(
        f"{fix.removeprefix('add ').partition(',')[0]} to {named_from(each, without[0])}"
        for each, fix in years[:_SHOWN]
    )
    more = f", and likewise to {len(years) - _SHOWN} more" if len(years) > _SHOWN else ""
    others = "; add year = {…} to the others" if len(years) < len(without) else ""
    return f"add {shown}{more}, from the arXiv numbers{others}"


def _commonest_type(without: Sequence[Publication], name: str, in_file: Container[str]) -> str:
    """The other types that most of the entries that lack a field may have."""
    counted = Counter(other_types(each, name, in_file) for each in without)
    words = counted.most_common(1)[0][0].replace("the type", "its type", 1)
    return words.replace("if it is", "if one is", 1).replace("if it has", "if one has")


def _problem_of_one(record: Publication, names: Sequence[str], in_file: Container[str]) -> Problem:
    listed = [in_words_of(name, record, in_file) for name in names]
    instead = [instead_of(record, name, in_file) for name in names]
    said = and_list([f"no {words}" for words in listed])
    if len(names) == 1 and " or " not in listed[0] and instead[0] and instead[0].is_empty:
        said = f"an empty {instead[0].fix.removeprefix(FILL_IN)}"
    fix = _advice(record, dict(zip(names, instead, strict=True)), in_file)
    fix += written_out(fix, record, in_file)
    field = instead[0].field if len(names) == 1 and instead[0] else ""
    message = f"@{record.written_type or record.type} has {said}"
    return entry_problem(ProblemKind.FIELD_MISSING, record, message, fix, field)


def _advice(record: Publication, gaps: Mapping[str, Instead | None], in_file: Container[str]) -> str:
    """What to do about the missing fields of an entry.

    :param gaps: each missing field, and what can be done about it besides adding it.
    """
    unsaid = [name for name, found in gaps.items() if name in OF_PUBLISHED and (not found or found.is_empty)]
    unpublished = as_unpublished(record, unsaid, in_file)
    fixes, added, empty, alternative = [], [], [], unpublished
    for name, found in gaps.items():
        words = in_words_of(name, record, in_file)
        if unpublished and name in unsaid:
            continue
        if found and not found.is_empty:
            fixes.append(found.fix)
        elif other := other_types(record, name, in_file):
            alternative = (found.fix if found else f"add {with_values(words)}") + other
        elif found:
            remove = or_instead(record, name).replace("or no author", "or remove author")
            empty.append(found.fix.removeprefix(FILL_IN) + remove)
        else:
            added.append(with_values(words) + or_instead(record, name))
    empty.sort(key=is_choice)
    added.sort(key=is_choice)
    if empty and alternative.startswith(FILL_IN):
        alternative = f"{FILL_IN}{and_list(empty)} and {alternative.removeprefix(FILL_IN)}"
    elif empty:
        fixes.append(f"{FILL_IN}{and_list(empty)}")
    fixes += [f"add {and_list(added)}"] if added else []
    fixes += [alternative] if alternative else []
    return ", and ".join(sorted(fixes, key=is_choice))

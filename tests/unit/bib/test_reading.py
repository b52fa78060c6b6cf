"""`read` as a whole: keys, kinds, groups, order, and values that are cheap to keep."""

from __future__ import annotations

import gc
import pickle
from pathlib import Path

import pytest

from sphinx_vitae.bib import read
from sphinx_vitae.bib.vocabulary.misspellings import near_field
from sphinx_vitae.model import Activity, Award, Problem, ProblemKind, Publication, Source, Talk
from unit.bib.reading import entry, records_of

CASES = Path(__file__).parents[2] / "corpus" / "cases"
ALL = [(path.name, path.read_bytes()) for path in sorted(CASES.rglob("*.bib"))]


def test_positions_count_over_all_files_and_sources_tell_where() -> None:
    records, _ = read([("one.bib", b"\n@misc{a, title={A}}"), ("two.bib", b"@misc{b, title={B}}")])
    assert [(record.position, record.source) for record in records] == [
        (0, Source("one.bib", 2)),
        (1, Source("two.bib", 1)),
    ]


def test_keys_are_unique_and_references_lead_to_the_first() -> None:
    text = (
        "@misc{a, title={1}}@misc{a, title={2}, related={a}}@misc{a~2, title={3}}"
        "@misc{A, title={4}}@misc{, title={5}}"
    )
    records, problems = records_of(text)
    assert {key: str(record.title) for key, record in records.items()} == {
        "a": "1",
        "a~3": "2",
        "a~2": "3",
        "A": "4",
        "5": "5",
    }
    assert records["a~3"].written_key == "a"
    assert [tie.key for tie in records["a~3"].ties] == ["a"]
    assert [problem.kind.code for problem in problems] == ["key-duplicate", "key-duplicate", "key-missing"]


def test_ten_thousand_entries_of_one_key_take_no_time() -> None:
    records, _ = read([("refs.bib", b"@misc{a, title={T}}\n" * 10_000)])
    assert len({record.key for record in records}) == 10_000


@pytest.mark.parametrize(
    ("entry_type", "fields", "kind", "cls"),
    [
        ("article", "", "publication", Publication),
        ("whatever", "", "publication", Publication),
        ("talk", "", "talk", Talk),
        ("Presentation", "", "talk", Talk),
        ("lecture", "", "talk", Talk),
        ("misc", "eventtitle = {E}", "talk", Talk),
        ("unpublished", "eventtitle = {E}", "talk", Talk),
        ("inproceedings", "eventtitle = {E}", "publication", Publication),
        ("award", "", "award", Award),
        ("honor", "", "award", Award),
        ("prize", "", "award", Award),
        ("fellowship", "", "award", Award),
        ("position", "", "position", Activity),
        ("news", "", "news", Activity),
        ("misc", "entrysubtype = {lecture}", "talk", Talk),
        ("talk", "entrysubtype = {publication}", "publication", Publication),
        ("misc", "entrysubtype = {grant}", "grant", Activity),
    ],
)
def test_kinds_follow_from_types(entry_type: str, fields: str, kind: str, cls: type) -> None:
    record = entry(f"title = {{T}}, {fields}", entry_type)
    assert (record.kind, type(record)) == (kind, cls)


@pytest.mark.parametrize(
    ("kinds", "kind"),
    [
        ({"misc": "talk"}, "talk"),
        ({"talks.bib": "talk"}, "talk"),
        ({"cv/talks.bib": "award"}, "award"),
        ({"talks.bib": "talk", "misc": "publication"}, "publication"),
        ({"misc": "outreach"}, "outreach"),
        ({"other.bib": "talk"}, "publication"),
    ],
)
def test_kinds_are_configured_by_type_before_file(kinds: dict[str, str], kind: str) -> None:
    records, _ = read([("cv/talks.bib", b"@misc{k, title={T}}")], kinds=kinds)
    assert records[0].kind == kind


@pytest.mark.parametrize(
    ("entry_type", "fields", "groups"),
    [
        ("article", "journal = {J}", ("journal",)),
        ("article", "journal = {bioRxiv}", ("preprint",)),
        ("article", "eprint = {2101.00001}", ("preprint",)),
        ("article", "journal = {J}, eprint = {2101.00001}", ("journal",)),
        ("conference", "booktitle = {B}", ("conference",)),
        ("inproceedings", "booktitle = {Proceedings of the Workshop on B}", ("workshop",)),
        ("inproceedings", "booktitle = {B}, eventtitle = {3rd Workshops on E}", ("workshop",)),
        ("inproceedings", "booktitle = {B}, type = {poster}", ("poster",)),
        ("inproceedings", "booktitle = {B}, entrysubtype = {workshop}", ("workshop",)),
        ("article", "journal = {J}, entrysubtype = {newspaper}", ("newspaper", "journal")),
        ("book", "author = {A}", ("book",)),
        ("book", "editor = {A}", ("edited",)),
        ("proceedings", "", ("edited",)),
        ("incollection", "", ("chapter",)),
        ("phdthesis", "", ("thesis",)),
        ("techreport", "", ("report",)),
        ("misc", "", ("other",)),
        ("misc", "eprint = {2101.00001}", ("preprint",)),
        ("unpublished", "", ("preprint",)),
        ("software", "", ("software",)),
        ("visit", "", ("other",)),
        ("talk", "", ()),
    ],
)
def test_groups(entry_type: str, fields: str, groups: tuple[str, ...]) -> None:
    assert entry(f"title = {{T}}, {fields}", entry_type).groups == groups


def test_what_is_written_is_kept_in_the_words_of_the_file() -> None:
    text = (
        '@STRING{acm = "ACM"}@InProceedings{k, Title = {T {X}},\n AUTHOR = "Doe,\n  Jane", '
        "month = jun, publisher = acm # { P}, note = {}}"
    )
    record = records_of(text)[0]["k"]
    assert record.written_type == "InProceedings"
    assert record.written == (
        ("Title", "T {X}"),
        ("AUTHOR", "Doe, Jane"),
        ("month", "jun"),
        ("publisher", "ACM P"),
        ("note", ""),
    )
    assert record.fields == {"title": "T {X}", "author": "Doe, Jane", "month": "jun", "publisher": "ACM P"}


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("titel", "title"),
        ("autor", "author"),
        ("authors", "author"),
        ("yaer", "year"),
        ("jounral", "journal"),
        ("volumne", "volume"),
        ("bookitle", "booktitle"),
        ("publsher", "publisher"),
        ("abstact", "abstract"),
        ("title", ""),
        ("Journal", ""),
        ("author+an:affiliation", ""),
        ("colour", ""),
        ("numpages", ""),
        ("bdsk-url-1", ""),
        ("ytpreview", ""),
        ("x", ""),
    ],
)
def test_misspelt_fields(name: str, near: str) -> None:
    assert near_field(name) == near


def test_reading_leaves_the_garbage_collector_as_it_was() -> None:
    assert gc.isenabled()
    read(ALL)
    assert gc.isenabled()


def test_reading_twice_gives_the_same_and_pickles_to_the_same() -> None:
    first, second = read(ALL), read(ALL)
    assert first == second
    assert pickle.loads(pickle.dumps(first)) == first


def test_every_kind_of_problem_of_a_bibliography_stands_in_a_case() -> None:
    found: set[ProblemKind] = set()
    for case in ALL:
        found |= {problem.kind for problem in read([case])[1]}
    begins, ends = ProblemKind.FILE_ENCODING, ProblemKind.VALUE_UNKNOWN
    order = list(ProblemKind)
    assert set(order[order.index(begins) : order.index(ends) + 1]) <= found


def test_every_problem_says_where_it_is_and_is_a_sentence_for_people() -> None:
    def wrong(problem: Problem) -> bool:
        return not problem.file or problem.message.endswith(".") or "\n" in problem.message

    assert [problem for problem in read(ALL)[1] if wrong(problem)] == []
    lines = {problem.line for problem in read(ALL)[1] if problem.kind is not ProblemKind.FILE_EMPTY}
    assert 0 not in lines

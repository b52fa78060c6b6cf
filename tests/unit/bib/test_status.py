"""A status is recognised where people put it, and nowhere else."""

from __future__ import annotations

import pytest

from sphinx_vitae.bib.fields.publication_status import (
    STATES,
    state_key,
    status_in_date,
    status_in_note,
    status_in_venue,
)
from sphinx_vitae.model import ProblemKind
from unit.bib.reading import entry, kinds_of, records_of


@pytest.mark.parametrize("key", STATES)
def test_the_keys_of_biblatex_are_their_own(key: str) -> None:
    assert state_key(key) == key
    assert entry(f"title = {{T}}, pubstate = {{{key}}}").status == key


@pytest.mark.parametrize(
    ("text", "key", "written", "rest"),
    [
        ("under review", "submitted", "under review", ""),
        ("Submitted to Nature", "submitted", "Submitted to Nature", ""),
        ("(submitted)", "submitted", "submitted", ""),
        ("Nature (in press)", "inpress", "in press", "Nature"),
        ("Nature, to appear", "forthcoming", "to appear", "Nature"),
        ("Nature [forthcoming].", "forthcoming", "forthcoming", "Nature"),
        ("To appear in Proceedings of Things", "forthcoming", "To appear", "Proceedings of Things"),
        ("To appear in: Proceedings of Things", "forthcoming", "To appear", "Proceedings of Things"),
        ("Accepted at the Journal of Things", "forthcoming", "Accepted", "Journal of Things"),
        ("In preparation", "inpreparation", "In preparation", ""),
        ("{Under Review}", "submitted", "Under Review", ""),
        ("Preprint", "prepublished", "Preprint", ""),
        ("Im Druck", "inpress", "Im Druck", ""),
    ],
)
def test_a_status_in_place_of_a_venue(text: str, key: str, written: str, rest: str) -> None:
    assert status_in_venue(text) == (key, written, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Review of Things",
        "Journal of Peer Review",
        "Progress in Brain Research",
        "In Progress in Brain Research",
        "Online Information Review",
        "Annals of Forthcoming Events",
        "Under Pressure: A Journal",
        "Accepted Practices in Medicine",
        "Frontiers in Print Culture",
        "Advance Online Journal",
        "arXiv preprint arXiv:2101.00001",
        "Journal of Submitted Works",
        "Revision: The Magazine",
        "Appearances",
    ],
)
def test_the_name_of_a_venue_is_no_status(text: str) -> None:
    assert status_in_venue(text) is None


@pytest.mark.parametrize(
    ("text", "key", "written", "rest"),
    [
        ("Submitted.", "submitted", "Submitted", ""),
        ("Under review at ICLR 2025", "submitted", "Under review at ICLR 2025", ""),
        ("Best paper. To appear in Nature.", "forthcoming", "To appear in Nature", "Best paper."),
        ("In press; equal contribution", "inpress", "In press", "equal contribution"),
        ("accepted, 2024", "forthcoming", "accepted, 2024", ""),
        ("R\\&R at AER", "submitted", "R\\&R at AER", ""),
    ],
)
def test_a_status_in_a_note(text: str, key: str, written: str, rest: str) -> None:
    assert status_in_note(text) == (key, written, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Accepted for oral presentation",
        "Accepted as a spotlight",
        "It was submitted by mail",
        "Oral presentation",
        "",
    ],
)
def test_a_note_that_is_no_status(text: str) -> None:
    assert status_in_note(text) is None


@pytest.mark.parametrize(
    ("text", "key", "rest"),
    [
        ("in press", "inpress", ""),
        ("2024 (in press)", "inpress", "2024"),
        ("2024, submitted", "submitted", "2024"),
    ],
)
def test_a_status_in_a_year(text: str, key: str, rest: str) -> None:
    found = status_in_date(text)
    assert found
    assert (found.key, found.rest) == (key, rest)


def test_the_words_stand_in_one_place_only() -> None:
    record = entry("title = {T}, journal = {Nature (in press)}, year = {2024}", "article")
    assert record.status == "inpress"
    assert {field: str(text) for field, text in record.texts.items()} == {
        "journaltitle": "Nature",
        "pubstate": "in press",
    }
    assert record.fields["journaltitle"] == "Nature (in press)"


def test_a_note_on_a_work_with_pages_tells_its_past() -> None:
    assert entry("title = {T}, note = {Accepted in 2019.}, pages = {1--9}").status == ""


def test_only_publications_have_a_status_in_words() -> None:
    assert entry("title = {T}, note = {Submitted}", "grant").status == ""
    assert entry("title = {T}, pubstate = {submitted}", "talk").status == "submitted"


def test_a_pubstate_that_is_none_is_printed_and_reported() -> None:
    records, problems = records_of("@misc{k, title = {T}, pubstate = {pending}}")
    assert str(records["k"].texts["pubstate"]) == "pending"
    assert kinds_of(problems) == [ProblemKind.VALUE_UNKNOWN]


def test_a_pubstate_that_says_more_counts_as_its_first_state() -> None:
    records, problems = records_of("@misc{k, title = {T}, pubstate = {Preprint; submitted to Rain}}")
    assert records["k"].status == "prepublished"
    assert str(records["k"].texts["pubstate"]) == "Preprint; submitted to Rain"
    assert kinds_of(problems) == [ProblemKind.VALUE_UNKNOWN]


@pytest.mark.parametrize(
    "fields",
    [
        "year = {im Druck}",
        "year = {2020}, month = {in press}",
        "year = {in press}, month = {in press}",
        "pubstate = {inpress}, month = may",
    ],
)
def test_a_date_field_that_contains_only_a_status_is_read(fields: str) -> None:
    records, problems = records_of(f"@misc{{k, title = {{T}}, {fields}}}")
    assert records["k"].status == "inpress"
    assert problems == ()

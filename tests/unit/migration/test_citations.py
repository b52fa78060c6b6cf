"""Citations in prose, names, dates and identifiers, as people write them."""

from __future__ import annotations

import pytest

from sphinx_vitae.migration.citations import read_citation
from sphinx_vitae.migration.field_values import author_list, date_of, family_first, found_ids, period, periods
from sphinx_vitae.migration.links import profile_link


@pytest.mark.parametrize(
    ("citation", "title", "authors", "numbers"),
    [
        (
            "Roe, Jane, and John Doe. (2011) “The Loom.” <i>Looms</i> 23:1–14.",
            "The Loom",
            "Roe, Jane and Doe, John",
            ("", "", "1--14"),
        ),
        (
            'Roe, J. S., O\'Doe, F., & Poe, A. (2025). "Two Looms and a Shuttle." <i>PLoS</i> 20(2): 5-9.',
            "Two looms and a shuttle",
            "Roe, J. S. and O'Doe, F. and Poe, A.",
            ("20", "2", "5--9"),
        ),
        (
            'Jane Roe, Ann Poe, and John Doe "<a href="https://x.example">Polar Looms</a>", IEEE, vol. 67, no. 3, pp. 1389-1403, 2018.',
            "Polar Looms",
            "Roe, Jane and Poe, Ann and Doe, John",
            ("67", "3", "1389--1403"),
        ),
        ("J. Roe et al. 2020. Many Looms. Fair.", "Many Looms", "Roe, J. and others", ("", "", "")),
        (
            "Roe, Jane and Ann Poe. (2011) “Other title here”",
            "The Loom itself",
            "Roe, Jane and Poe, Ann",
            ("", "", ""),
        ),
        ("no authors at all", "The Loom itself", "", ("", "", "")),
    ],
)
def test_authors_and_numbers_of_a_citation(
    citation: str, title: str, authors: str, numbers: tuple[str, str, str]
) -> None:
    found = read_citation(citation, title)
    assert author_list(found.authors) == authors
    assert (found.volume, found.number, found.pages) == numbers


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2015-10-22 15:59:00-0400", "2015-10-22"),
        ("2019-04-07T00:00:00Z", "2019-04-07"),
        ("2019-01-01", "2019"),
        ("May 2020", "2020-05"),
        ("2021", "2021"),
        ("soon", ""),
        ("", ""),
    ],
)
def test_dates(text: str, date: str) -> None:
    assert date_of(text, filled=True) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1933 - 1955", "1933/1955"),
        ("1917-1933", "1917/1933"),
        ("2015-now", "2015/"),
        ("Apr 2021 – Mar 2024", "2021-04/2024-03"),
        ("2023 –", "2023/"),
        ("2020", "2020"),
    ],
)
def test_periods(text: str, date: str) -> None:
    assert periods(text) == date


def test_an_end_before_its_start_is_not_a_period() -> None:
    assert period("2020-05", "2019") == "2019"
    assert period("2020", "present") == "2020/"


def test_names() -> None:
    assert family_first("Dr. Jane van der Roe") == "van der Roe, Jane"
    assert author_list(["*Jane Roe*", "Doe, John†", "WEAVE Collaboration"]) == (
        "Roe, Jane and Doe, John and {WEAVE Collaboration}"
    )


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("https://doi.org/10.1000/ABC.1", {"doi": "10.1000/abc.1"}),
        ("see 10.1002/(SICI)1(2)3<x>.", {"doi": "10.1002/(sici)1(2)3"}),
        ("https://arxiv.org/pdf/1709.06832v2.pdf", {"eprint": "1709.06832", "eprinttype": "arxiv"}),
        ("10.48550/arXiv.2401.00001", {"eprint": "2401.00001", "eprinttype": "arxiv"}),
        ("nothing", {}),
    ],
)
def test_identifiers(text: str, fields: dict[str, str]) -> None:
    assert found_ids(text) == fields


@pytest.mark.parametrize(
    ("network", "user", "link"),
    [
        ("github_username", "janeroe", ("GitHub", "https://github.com/janeroe")),
        ("Google Scholar", "abc", ("Google Scholar", "https://scholar.google.com/citations?user=abc")),
        ("mastodon_username", "looms.example/@jane", ("Mastodon", "https://looms.example/@jane")),
        ("Mastodon", "@jane@looms.example", ("Mastodon", "https://looms.example/@jane")),
        ("dblp_url", "https://dblp.org/pid/1/2", ("DBLP", "https://dblp.org/pid/1/2")),
        ("unknown", "x", ("", "")),
        ("github", "a b", ("", "")),
    ],
)
def test_profiles(network: str, user: str, link: tuple[str, str]) -> None:
    assert profile_link(network, user) == link

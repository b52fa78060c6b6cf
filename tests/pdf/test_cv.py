"""The printed CV of the sample site."""

from __future__ import annotations

import re

import pytest

from pdf_checks import MISSING, Pdf, joined, output
from sample_facts import (
    ACTIVITIES,
    AWARDS,
    INTERESTS,
    NAMES,
    OWNER,
    PUBLICATIONS,
    SAME_ADDRESS,
    TALKS,
    Fact,
)
from shared import Shared

pytestmark = [pytest.mark.pdf, pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}")]


@pytest.fixture(scope="session")
def cv(shared: Shared) -> Pdf:
    return Pdf.by_latex(shared.pdf(shared.sample("latex").folder, "cv"))


def test_it_passes_every_check_that_this_latex_can_pass(cv: Pdf) -> None:
    passed = {name for name, ok in cv.checks().items() if ok}
    assert cv.expected() - passed == set()


def test_no_line_sticks_out_by_more_than_a_point(cv: Pdf) -> None:
    log = cv.path.with_suffix(".log").read_text("utf-8", "replace")
    wide = [float(points) for points in re.findall(r"Overfull \\hbox \(([\d.]+)pt too wide", log)]
    assert [points for points in wide if points > 1] == []


def test_it_begins_with_name_headline_and_contacts(cv: Pdf) -> None:
    text = cv.text("-layout")
    assert text.startswith("Guyue Huang Deep learning architect NVIDIA")
    assert "github.com/hgyhungry" in text[:300]


@pytest.mark.parametrize("fact", [*PUBLICATIONS, *TALKS, *AWARDS, *ACTIVITIES], ids=lambda fact: fact.key)
def test_a_fact_is_in_its_text(cv: Pdf, fact: Fact) -> None:
    text = cv.text("-raw")
    for part in (fact.title, *fact.details, *fact.date):
        assert joined(part) in text


def test_names_and_interests_are_in_its_text(cv: Pdf) -> None:
    text = cv.text("-raw")
    assert [part for part in (*NAMES.values(), *INTERESTS) if joined(part) not in text] == []


def test_every_address_of_the_facts_is_a_link(cv: Pdf) -> None:
    there = set(cv.addresses)
    for fact in (OWNER, *PUBLICATIONS, *TALKS, *AWARDS, *ACTIVITIES):
        for link in fact.links:
            assert link in there or SAME_ADDRESS.get(link) in there, f"{fact.key}: {link}"


def test_publications_are_numbered_down_in_order(cv: Pdf) -> None:
    text = cv.text("-raw")
    position = 0
    for n, fact in zip(range(len(PUBLICATIONS), 0, -1), PUBLICATIONS, strict=True):
        position = text.index(f"[{n}] {joined(fact.title)}", position)


def test_sections_stand_in_the_order_of_the_page(cv: Pdf) -> None:
    text = cv.text("-layout")
    headings = ["Education", "Experience", "Publications", "Talks", "Awards", "Service"]
    assert sorted(headings, key=text.index) == headings


def test_a_reference_to_another_page_names_it(cv: Pdf) -> None:
    assert re.search(r"Paper: \[\d+\] \(p\. \d\)", cv.text("-raw"))


def test_internal_links_lead_somewhere(cv: Pdf) -> None:
    assert cv.dangling() == []


def test_pages_are_counted_in_the_foot(cv: Pdf) -> None:
    text = cv.text("-layout")
    for page in range(1, cv.pages + 1):
        assert f"· {page}/{cv.pages}" in text


def test_dates_are_flush_right_on_the_line_of_the_title(cv: Pdf) -> None:
    lines = output("pdftotext", "-layout", str(cv.path), "-").splitlines()
    assert any(re.fullmatch(r"\s*Deep Learning Architect\s{8,}May 2024 – present", line) for line in lines)

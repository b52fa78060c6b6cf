"""Several printed documents in one build, each with its own tag and look."""

from __future__ import annotations

import pytest

from site_builder import Site

PAGE = """\
Curriculum vitae
================

Here for all.

.. only:: cv_short

   Here for the short one.

.. only:: not cv_short

   Here for all but the short one.

.. only:: cv_full and latex

   Here for the full one in print.
"""


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = Site(tmp_path_factory.mktemp("variants"))
    site.write("index.rst", PAGE)
    documents = [
        ("index", "cv-full.tex", "Curriculum vitae", "Guyue Huang", "vitae"),
        ("index", "other.tex", "Manual", "Guyue Huang", "howto"),
        ("index", "cv-short.tex", "Short CV", "Guyue Huang", "vitae"),
    ]
    look = {"accent": "#7A1F2B", "cv-short.tex": {"paper": "letter", "fontsize": "11pt"}}
    site.configure(latex_documents=documents, vitae_cv=look)
    return site


def test_each_document_has_what_stands_under_its_tag(site: Site) -> None:
    built = site.build("latex")
    full, other, short = (built.text(f"{name}.tex") for name in ("cv-full", "other", "cv-short"))
    for text in (full, other, short):
        assert "Here for all." in text
    assert [("Here for the short one" in text) for text in (full, other, short)] == [False, False, True]
    assert [("all but the short one" in text) for text in (full, other, short)] == [True, True, False]
    assert [("full one in print" in text) for text in (full, other, short)] == [True, False, False]


def test_on_the_page_no_document_has_its_turn(site: Site) -> None:
    text = site.build().one("section").get_text()
    assert "all but the short one" in text
    assert "for the short one" not in text
    assert "full one in print" not in text


def test_each_document_has_a_look_of_its_own(site: Site) -> None:
    built = site.build("latex")
    full, other, short = (built.text(f"{name}.tex") for name in ("cv-full", "other", "cv-short"))
    assert r"\documentclass[a4paper,10pt" in full
    assert r"\documentclass[letterpaper,11pt" in short
    assert r"\def\vitaecvaccent{7A1F2B}" in full
    assert r"\def\vitaecvaccent{7A1F2B}" in short
    assert "vitaecv" not in other


def test_a_look_for_a_document_that_is_none_of_ours_is_reported(site: Site) -> None:
    wrong = "{'cv-shrt.tex': {'paper': 'letter'}, 'other.tex': {}, 'accent'"
    site.replace("conf.py", "{'accent'", wrong)
    site.build(
        "latex",
        expect=("'cv-shrt.tex', but latex_documents has no such document", "vitae_cv contains 'other.tex'"),
    )

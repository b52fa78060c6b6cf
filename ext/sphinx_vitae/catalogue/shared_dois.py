"""Works with different titles and one DOI: which of them has the wrong one, if anything shows it."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

from sphinx_vitae.model import Problem, ProblemKind, Publication, fold

from .entry_problems import entry_problem, named_from

__all__ = ["containers", "doi_of_another", "doi_of_whole"]

#: Types of parts of books.
_PARTS: Final = frozenset(("inbook", "incollection", "inproceedings"))
_FIRST_PAGE: Final = re.compile(r"\w+")
#: The last number in a DOI, which is often that of the first page or of the article.
_LAST_NUMBER: Final = re.compile(r"(?<!\d)0*([1-9]\d{2,})$")
#: A DOI in a URL.
_IN_URL: Final = re.compile(r"10\.\d{4,9}/[^\s?#&%]+")


def doi_of_whole(one: Publication, other: Publication) -> Problem | None:
    """The problem with a part of a book that has the DOI of the book; ``None`` if neither work is such a part."""
    for part, book in ((one, other), (other, one)):
        is_part = part.type in _PARTS and book.type not in _PARTS
        if is_part and fold(str(part.container)) == fold(str(book.title)):
            message = f"has the DOI of the book that contains it, {named_from(book, part)}"
            fix = "write the DOI of this part, or remove doi"
            return entry_problem(ProblemKind.WORK_DUPLICATE, part, message, fix, "doi")
    return None


def doi_of_another(one: Publication, other: Publication) -> Problem | None:
    """The problem with the one of two works with different titles whose DOI is wrong; ``None`` if nothing shows which.

    Two parts of a book may both have the DOI of the book.
    """
    places = containers(one, other)
    if one.type in _PARTS and other.type in _PARTS and places[0] == places[1] != "":
        message = f"has the DOI of {named_from(one, other)}, which has another title in the same book"
        fix = "if it is the DOI of the whole book, remove it from both; otherwise, correct the wrong one"
        return entry_problem(ProblemKind.WORK_DUPLICATE, other, message, fix, "doi")
    for wrong, right in ((other, one), (one, other)):
        if found := _doi_in_url(wrong):
            fix = f"write doi = {{{found}}}, as in url"
        elif _agrees(right) and _agrees(wrong) is False:
            fix = "correct the DOI here, because it agrees with the pages there"
        else:
            continue
        message = f"has the DOI of {named_from(right, wrong)}, but another title"
        return entry_problem(ProblemKind.WORK_DUPLICATE, wrong, message, fix, "doi")
    return None


def _doi_in_url(work: Publication) -> str:
    """The DOI in the URL of a work, if it is not the one in its field, nor a part of it."""
    link, found = work.link("doi"), _IN_URL.search(work.fields.get("url", "").replace("\\", ""))
    if found is None or link is None or "arxiv" in found[0].lower():
        return ""
    doi, in_url = unquote(link.url).partition("doi.org/")[2], found[0].rstrip("/.")
    is_same = in_url.lower().startswith(doi.lower()) or doi.lower().startswith(in_url.lower())
    return "" if is_same else in_url


def _agrees(work: Publication) -> bool | None:
    """Whether the first page or the article number of a work is the last number of its DOI; ``None`` if either is
    unknown.
    """
    number = _LAST_NUMBER.search(work.fields.get("doi", ""))
    page = _FIRST_PAGE.match(str(work.text("pages", "eid")))
    return page[0].lstrip("0") == number[1] if number and page else None


def containers(one: Publication, other: Publication) -> tuple[str, str]:
    """The journals or books in which two works appeared, in a form for comparison."""
    return fold(str(one.container)), fold(str(other.container))

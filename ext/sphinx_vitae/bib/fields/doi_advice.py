"""What to write instead of a ``doi`` that is not a DOI, so that nothing that it contains is lost."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

from sphinx_vitae.model import ProblemKind, excerpt

from ..dates.months import is_month
from ..entries.entry import Entry
from ..urls import address_of, plain_url, same_place
from ..vocabulary import canonical_field, in_biblatex
from .identifiers import clean_arxiv, doi_in
from .misplaced import misplaced, where_it_belongs
from .publication_status import state_key

__all__ = ["report_doi"]

#: A full stop in place of the slash in a DOI.
_DOTTED: Final = re.compile(r"(10\.\d{4,9})\.(?=[^\s/]+$)")
#: The number of a work in an address of the ACM, without the prefix of its DOI.
_AT_ACM: Final = re.compile(r"[\w:/.]{0,40}\bacm\.org\b.{0,60}[=/](\d{6,7}\.\d{6,8})", re.I)
#: The beginning of a DOI with another character in place of one that looks like it.
_TYPED_PREFIX: Final = re.compile(r"^(?:10,|1[oO][.,])(?=\d{4})")
#: A DOI of the American Institute of Aeronautics and Astronautics without its prefix.
_AT_AIAA: Final = re.compile(r"6\.\d{4}-\d{3,4}|1\.[A-Z]\d{5,6}")
#: So many digits are a number that can be of use.
_NUMBER: Final = 5
_PAGES: Final = re.compile(r"\d{1,5}\s?(?:-{1,3}|–)\s?\d{1,5}")
#: A handle, as the repositories of universities assign them.
_HANDLE: Final = re.compile(r"(?!10\.)\d{4,5}(?:\.\d{1,4})?/\d+")
#: The number of an article before its DOI, as the Web of Science exports it.
_ARTICLE_NUMBER: Final = re.compile(r"\s*(?:artn|unsp)\s+([\w().-]{1,30})\s", re.I)

#: The identifier of an article at its publisher, before its DOI, as the Web of Science exports it.
_PII: Final = re.compile(r"\s*pii\s", re.I)
#: What programs and people write if there is no DOI.
_PLACEHOLDER: Final = re.compile(
    r"\W*(?:none|null|nan|undefined|unknown|n/?a|no ?doi|doi|tb[acd]|todo|pending|missing|not available)?\W*",
    re.I,
)
#: The number of a patent: "US 20210052155 A1", "11,263,747".
_PATENT: Final = re.compile(r"(?:[A-Z]{2} ?)?\d[\d,/]{5,14}(?: ?[A-Z]\d?)?")
#: A word, or letters beside a number.
_WORD: Final = re.compile(r"[^\W\d_]{3}|[^\W\d_].*\d|\d.*[^\W\d_]")


def report_doi(entry: Entry, rejected: str) -> None:
    """Report the value of ``doi`` that is not a DOI."""
    what, fix = _of_another_kind(entry, rejected) or ("not a DOI", _fix(entry, rejected))
    entry.report(ProblemKind.VALUE_UNKNOWN, f"doi is “{excerpt(rejected)}”, which is {what}", "doi", fix)


def _of_another_kind(entry: Entry, rejected: str) -> tuple[str, str] | None:
    """What a value in ``doi`` plainly is, and what to do with it; ``None`` if it is meant as a DOI, or unknown."""
    fields = entry.fields
    if number := clean_arxiv(rejected.lstrip("/")):
        fix = f"write eprint = {{{number}}} and eprinttype = {{arxiv}} instead"
        if any(canonical_field(name) == "eprint" for name, _ in entry.written):
            fix = _beside_eprint(fields.get("eprint", ""), number)
        return "an arXiv number", fix
    if "doi.org/" in rejected:
        return None
    found = misplaced(rejected)
    if found and found.field in ("isbn", "issn"):
        return found.kind, where_it_belongs(fields, found)
    if _PAGES.fullmatch(rejected) and not fields.get("pages"):
        return "a range of pages", f"move it: pages = {{{rejected}}}"
    if entry.type == "patent" and _PATENT.fullmatch(rejected):
        others = [(name, value) for name, value in entry.written if name.lower() != "doi"]
        other = next((name for name, value in others if rejected in value), "")
        if not other and any("patent" in value.lower() for _, value in others):
            return "the number of a patent", "move it to another field, such as note"
        return (
            "the number of a patent",
            f"remove it, because {other} contains it" if other else f"move it: number = {{{rejected}}}",
        )
    if rejected.startswith("10.1.1."):
        fix = "remove the field"
        if "note" not in fields:
            fix = f"write note = {{CiteSeerX {rejected}}} instead, or remove the field"
        return "a number of CiteSeerX", fix
    if address := ("" if _AT_ACM.fullmatch(rejected) else address_of(rejected)):
        fix = f"write url = {{{address}}} instead"
        if "url" in fields:
            fix = f"remove it if {entry.called('url')} leads to the same work; otherwise, write {address} in note"
        return "an identifier of another kind", fix
    if is_month(rejected) and "month" not in fields:
        return "a month", f"move it: month = {{{rejected}}}"
    return None


def _fix(entry: Entry, rejected: str) -> str:
    """What to write instead of a value that is not a DOI."""
    found = misplaced(rejected)
    if "doi.org/" in rejected:
        meant = _doi_meant(_DOTTED.sub(r"\1/", rejected))
        return (
            f"write doi = {{{meant}}}"
            if meant
            else "write the DOI after https://doi.org/, such as 10.1000/182"
        )
    if found and found.field == "url":  # it has been moved there, unless there is another URL
        return _beside_url(entry, found.value)
    if at_acm := _AT_ACM.fullmatch(rejected):
        return f"write doi = {{10.1145/{at_acm[1]}}} if it is the DOI of this work, or remove the field"
    if _AT_AIAA.fullmatch(rejected):
        return f"write doi = {{10.2514/{rejected}}} if it is the DOI of this work, or remove the field"
    if state := state_key(rejected):
        return f"if it has been published, write its DOI; otherwise, write pubstate = {{{state}}} instead"
    if doi := _doi_meant(rejected):
        without = ", without the PII, which is another number of the work" if _PII.match(rejected) else ""
        return f"write doi = {{{doi}}}{_article_number(entry, rejected)}{without}"
    return f"write a DOI, such as 10.1000/182, or remove the field{_elsewhere(entry, rejected)}"


def _elsewhere(entry: Entry, written: str) -> str:
    """Where to move a value that is not a DOI; empty if it says nothing."""
    if _HANDLE.fullmatch(written) and "url" not in entry.fields:
        return f", or move it if it is a handle: url = {{https://hdl.handle.net/{written}}}"
    is_number = sum(map(str.isdigit, written)) >= _NUMBER and not written.startswith("10.")
    if _PLACEHOLDER.fullmatch(written) or not (is_number or _WORD.search(written.replace("x", ""))):
        return ""
    return ", or move the value to another field, such as note, if readers need it"


def _beside_eprint(eprint: str, number: str) -> str:
    """What to do with an arXiv number in ``doi`` if ``eprint`` is given."""
    if eprint == number or clean_arxiv(eprint).partition("v")[0] == number.partition("v")[0]:
        keep = f"; write eprint = {{{number}}} if this version is meant" if "v" in number else ""
        return f"remove it, because eprint is given{keep if eprint != number else ''}"
    return f"remove it, or write eprint = {{{number}}} if the eprint that is given is wrong"


def _article_number(entry: Entry, written: str) -> str:
    """How to keep the number of an article that is written before its DOI."""
    found = _ARTICLE_NUMBER.match(written)
    if found is None or "eid" in entry.fields or "pages" in entry.fields:
        return ""
    biblatex = in_biblatex({name.lower() for name, _ in entry.written})
    return f" and {'eid' if biblatex else 'pages'} = {{{found[1]}}}"


def _beside_url(entry: Entry, address: str) -> str:
    """What to do with a URL in ``doi``."""
    if all(canonical_field(name) != "url" for name, _ in entry.written):
        return "move it to url"
    called = entry.called("url")
    if same_place(plain_url(entry.fields["url"])) == same_place(plain_url(address)):
        return f"remove it, because {called} has the same value"
    return f"remove it if {called} leads to the same work; otherwise, move it to another field, such as note"


def _doi_meant(written: str) -> str:
    """The DOI in a value that contains more, or in which it is damaged: a digit is missing, or spaces or percent
    signs were added.
    """
    ways = (
        written,
        f"1{written}",
        "".join(written.split()),
        unquote(written.replace("\\%", "%")),
        _TYPED_PREFIX.sub("10.", written),
    )
    return next(filter(None, map(doi_in, ways)), "")

"""Fields of biblatex (manual §2.2, §2.2.5; biber's data model), of BibTeX, and of academic home pages."""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import lru_cache
from sys import intern
from typing import Final

from sphinx_vitae.model import NAME_FIELDS

from .link_kinds import LINK_KINDS
from .words import words

__all__ = [
    "MERGED_TITLES",
    "MONTH_MACROS",
    "PROSE_FIELDS",
    "TEXT_FIELDS",
    "called_in",
    "canonical_field",
    "field_names",
    "in_biblatex",
    "is_known",
    "written_name",
]

#: Field alias → biblatex's name, or the name that home pages use.
_FIELD_ALIASES: Final = {
    "journal": "journaltitle",
    "school": "institution",
    "address": "location",
    "annote": "annotation",
    "archiveprefix": "eprinttype",
    "primaryclass": "eprintclass",
    "key": "sortkey",
    "organisation": "organization",
    "tags": "keywords",
    "keyword": "keywords",
    "articleno": "eid",
    "article-number": "eid",
    "article_number": "eid",
    "elocation-id": "eid",
    "elocationid": "eid",
    "articlenumber": "eid",
    "pubmed": "pmid",
    "pmc": "pmcid",
    "hal_id": "hal",
    "hal-id": "hal",
    "halid": "hal",
    "arxivid": "arxiv",
    "arxiv_id": "arxiv",
    "link": "url",
    "supplement": "supp",
    "supplementary": "supp",
    "dataset": "data",
    "homepage": "website",
    "awards": "award",
    "awardname": "award_name",
    "hdl": "handle",
}

#: Names of fields that only biblatex has.
_OF_BIBLATEX: Final = ("journaltitle", "date", "eprinttype", "langid")
#: biblatex field → its name in BibTeX.
_BIBTEX_WORDS: Final = {"journaltitle": "journal", "date": "year", "location": "address"}

#: Fields with text for readers, which become `Text`. The title is separate.
TEXT_FIELDS: Final = words(
    """
    abbr abstract addendum additional_info amount annotation award award_name booktitle booktitleaddon
    chapter edition eid eventtitle eventtitleaddon howpublished institution issue issuetitle
    issuetitleaddon journaltitle journaltitleaddon language library location maintitle maintitleaddon
    nameaddon note number organization origlanguage origlocation origpublisher origtitle pages pagetotal
    part publisher pubstate reprinttitle role series shorthand shortjournal shortseries shorttitle status
    titleaddon type venue version volume volumes
    """
)

#: Fields that can have several paragraphs, separated by empty lines as in LaTeX.
PROSE_FIELDS: Final = frozenset(("abstract", "annotation", "annote"))

#: Title field → the field with the subtitle, with which it is combined.
MERGED_TITLES: Final = {
    "booktitle": "booksubtitle",
    "maintitle": "mainsubtitle",
    "journaltitle": "journalsubtitle",
    "issuetitle": "issuesubtitle",
}

#: BibTeX's macros for months. Each expands to its own name, which the date parser understands.
MONTH_MACROS: Final = {name: name for name in words("jan feb mar apr may jun jul aug sep oct nov dec")}

#: The other known names, which are not treated as misspellings.
_OTHER_FIELDS: Final = words(
    """
    title subtitle booksubtitle mainsubtitle journalsubtitle issuesubtitle date year month day time endyear
    eventdate origdate urldate eventyear origyear urlyear hour minute second timezone crossref xref xdata
    ids related relatedtype relatedstring relatedoptions entryset entrysubtype execute options presort
    sortkey sortname sorttitle sortyear sortshorthand label langid langidopts hyphenation gender indextitle
    indexsorttitle authortype editortype editoratype editorbtype editorctype nameatype namebtype namectype
    bookpagination pagination shorthandintro lista listb listc listd liste listf usera userb userc userd
    usere userf verba verbb verbc isbn issn ismn isan isrn iswc eprintclass eprinttype zblnumber lccn coden
    ssrn inspire adsnote bibcode biburl bibsource bibtex_show preview_alt ps preview selected keywords file
    owner timestamp groups comment comments copyright rights numpages pagestotal size source day_numeric
    issue_date acmid shortbooktitle collection intype publicationstatus affiliation email creationdate
    modificationdate citekey date-added date-modified dateadded datemodified added-at interhash intrahash
    username description rating read readstatus priority local-url mendeley-tags mendeley-groups archive
    archivelocation archivelocation callnumber pii opteprint language-variant review_notes teaser image
    thumbnail img featured highlight category categories topic topics theme area tldr summary oral
    acceptance if impactfactor quartile citations rank ranking
    """
)

_KNOWN: Final = (
    TEXT_FIELDS | _OTHER_FIELDS | frozenset(NAME_FIELDS) | frozenset(LINK_KINDS) | frozenset(_FIELD_ALIASES)
)


@lru_cache(4096)
def canonical_field(name: str) -> str:
    """The biblatex name of a field: lower case, without aliases."""
    name = name.lower()
    base, plus, rest = name.partition("+")
    if plus:  # an annotation to a field: author+an:affiliation
        return intern(f"{_FIELD_ALIASES.get(base, base)}+{rest}")
    return intern(_FIELD_ALIASES.get(name, name))


def called_in(field: str, entry_type: str, names: Container[str]) -> str:
    """The name of a field in a file that uses these field names: ``journal`` if the file does not use
    biblatex's names.

    :param field: its biblatex name.
    :param entry_type: the type of the entry that lacks it.
    """
    word = "school" if field == "institution" and entry_type == "thesis" else _BIBTEX_WORDS.get(field, field)
    return field if field in names and word not in names else word


def in_biblatex(names: Container[str]) -> bool:
    """Whether a file or an entry with fields of these names, as written, is for biblatex."""
    return any(name in names for name in _OF_BIBLATEX)


def written_name(field: str, names: Iterable[str]) -> str:
    """The name of a field in an entry that uses these field names; its biblatex name if the field is
    inherited.
    """
    return next((name for name in names if canonical_field(name) == field), field)


@lru_cache(4096)
def is_known(name: str) -> bool:
    """Whether the name of a field, as written, is known."""
    name = name.lower().partition("+")[0]
    return name in _KNOWN or name.startswith(("bdsk-", "mendeley", "opt", "x-"))


def field_names() -> frozenset[str]:
    """All field names, including aliases."""
    return _KNOWN

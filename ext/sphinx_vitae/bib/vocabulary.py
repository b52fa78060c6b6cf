"""The words of BibTeX, biblatex and academic home pages: one map of types and fields.

Everything behind this module speaks biblatex. The tables follow the biblatex manual: §2.1 (entry
types), §2.2 (fields), §2.1.2 and §2.2.5 (aliases), §3.13 (``pubstate``), and biber's default data model.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import cache, lru_cache
from sys import intern
from typing import Final

from sphinx_vitae.model import ACTIVITIES, NAME_FIELDS

__all__ = [
    "AWARD_TYPES",
    "GROUPS",
    "GROUP_OF_TYPE",
    "KINDS",
    "MERGED_TITLES",
    "MONTH_MACROS",
    "PROSE_FIELDS",
    "TALK_TYPES",
    "TEXT_FIELDS",
    "TITLE_SUBSTITUTES",
    "called_in",
    "canonical_field",
    "canonical_type",
    "entry_types",
    "field_names",
    "is_known",
    "is_known_type",
    "words",
    "written_name",
]


def words(block: str) -> frozenset[str]:
    """A set of words, written as a block of text."""
    return frozenset(block.split())


#: Entry types by other names → biblatex's name, and what the old name says as ``type``.
_TYPE_ALIASES: Final = {
    "conference": ("inproceedings", ""),
    "electronic": ("online", ""),
    "www": ("online", ""),
    "phdthesis": ("thesis", "phdthesis"),
    "mastersthesis": ("thesis", "mathesis"),
    "masterthesis": ("thesis", "mathesis"),
    "bachelorsthesis": ("thesis", "bathesis"),
    "bachelorthesis": ("thesis", "bathesis"),
    "techreport": ("report", "techreport"),
    "data": ("dataset", ""),
}

#: biblatex's entry types without a group of publications below, those of its manual that styles may not know, and
#: some that other programs write.
_OTHER_TYPES: Final = words(
    """
    misc online booklet conference electronic www phdthesis mastersthesis masterthesis bachelorsthesis
    bachelorthesis techreport data set xdata artwork audio bibnote commentary image jurisdiction legislation legal
    letter movie music performance video custom customa customb customc customd custome customf webpage website
    newspaper magazine blog podcast presentation talk lecture
    """
)

TALK_TYPES: Final = frozenset({"talk", "presentation", "lecture"})
AWARD_TYPES: Final = frozenset({"award", "honor", "prize", "fellowship"})

#: Words that name a kind in ``entrysubtype`` and ``vitae_kinds`` → the kind.
KINDS: Final = {
    "publication": "publication",
    **dict.fromkeys(TALK_TYPES, "talk"),
    **dict.fromkeys(AWARD_TYPES, "award"),
    **{word: word for word in ACTIVITIES},
}

#: What publications are grouped by, besides their entry type.
GROUPS: Final = (
    "journal",
    "conference",
    "workshop",
    "book",
    "edited",
    "chapter",
    "review",
    "preprint",
    "thesis",
    "report",
    "patent",
    "software",
    "dataset",
    "poster",
    "other",
)

GROUP_OF_TYPE: Final = {
    "article": "journal",
    "suppperiodical": "journal",
    "inproceedings": "conference",
    "book": "book",
    "mvbook": "book",
    "collection": "edited",
    "mvcollection": "edited",
    "proceedings": "edited",
    "mvproceedings": "edited",
    "periodical": "edited",
    "reference": "edited",
    "mvreference": "edited",
    "inbook": "chapter",
    "incollection": "chapter",
    "bookinbook": "chapter",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "inreference": "chapter",
    "review": "review",
    "unpublished": "preprint",
    "preprint": "preprint",
    "thesis": "thesis",
    "report": "report",
    "manual": "report",
    "standard": "report",
    "patent": "patent",
    "software": "software",
    "dataset": "dataset",
    "poster": "poster",
}

#: Fields by other names → biblatex's name, or the name that home pages use.
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

#: What BibTeX calls biblatex's fields.
_BIBTEX_WORDS: Final = {"journaltitle": "journal", "date": "year", "location": "address"}

#: Fields that are read by people, and so become `Text`. The title is a text of its own.
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

#: Fields of several paragraphs, with empty lines between them as in LaTeX.
PROSE_FIELDS: Final = frozenset(("abstract", "annotation", "annote"))

#: Title fields that are printed as one with their subtitle.
MERGED_TITLES: Final = {
    "booktitle": "booksubtitle",
    "maintitle": "mainsubtitle",
    "journaltitle": "journalsubtitle",
    "issuetitle": "issuesubtitle",
}

#: Where the title of a volume stands, if not in ``title``.
TITLE_SUBSTITUTES: Final = {
    "proceedings": "booktitle",
    "collection": "booktitle",
    "book": "booktitle",
    "mvbook": "maintitle",
    "mvcollection": "maintitle",
    "mvproceedings": "maintitle",
    "periodical": "journaltitle",
}

#: BibTeX's months. Their value is their name, so that a date is read from it whatever the language.
MONTH_MACROS: Final = {name: name for name in words("jan feb mar apr may jun jul aug sep oct nov dec")}

#: The rest of the names that no misspelling is suspected of.
_OTHER_FIELDS: Final = words(
    """
    title subtitle booksubtitle mainsubtitle journalsubtitle issuesubtitle date year month day time endyear
    eventdate origdate urldate eventyear origyear urlyear hour minute second timezone crossref xref xdata
    ids related relatedtype relatedstring relatedoptions entryset entrysubtype execute options presort
    sortkey sortname sorttitle sortyear sortshorthand label langid langidopts hyphenation gender
    indextitle indexsorttitle authortype editortype editoratype editorbtype editorctype nameatype namebtype
    namectype bookpagination pagination shorthandintro lista listb listc listd liste listf usera userb
    userc userd usere userf verba verbb verbc isbn issn ismn isan isrn iswc doi eprint eprintclass
    eprinttype url urn eventurl handle jstor pmid pmcid hal dblp openreview zenodo acl arxiv mrnumber zbl
    zblnumber lccn coden ssrn inspire inspirehep_id adsurl adsnote bibcode biburl bibsource bibtex
    bibtex_show preview_alt code html pdf ps slides video poster website supp blog data demo project github preview
    selected keywords google_scholar_id dimensions altmetric file owner timestamp groups comment comments
    copyright rights numpages pagestotal size source day_numeric issue_date acmid shortbooktitle
    collection intype publicationstatus affiliation email creationdate modificationdate citekey
    date-added date-modified dateadded datemodified added-at interhash intrahash username description
    rating read readstatus priority local-url mendeley-tags mendeley-groups archive archivelocation
    archivelocation callnumber pii opteprint language-variant review_notes teaser image thumbnail img
    featured highlight category categories topic topics theme area tldr summary oral acceptance if
    impactfactor quartile citations rank ranking
    """
)

_KNOWN: Final = TEXT_FIELDS | _OTHER_FIELDS | frozenset(NAME_FIELDS) | frozenset(_FIELD_ALIASES)


@lru_cache(4096)
def canonical_field(name: str) -> str:
    """The name that a field has in biblatex: lower case, without aliases."""
    name = name.lower()
    base, plus, rest = name.partition("+")
    if plus:  # an annotation of a field: author+an:affiliation
        return intern(f"{_FIELD_ALIASES.get(base, base)}+{rest}")
    return intern(_FIELD_ALIASES.get(name, name))


@lru_cache(1024)
def canonical_type(name: str) -> tuple[str, str]:
    """The name that an entry type has in biblatex, and the ``type`` that its old name implies."""
    name = name.lower()
    return _TYPE_ALIASES.get(name, (intern(name), ""))


@cache
def entry_types() -> frozenset[str]:
    """All known entry types, by all of their names."""
    return frozenset(GROUP_OF_TYPE) | frozenset(KINDS) | frozenset(_TYPE_ALIASES) | _OTHER_TYPES


def is_known_type(name: str) -> bool:
    """Whether an entry type, in lower case, is one of those in use."""
    return name in entry_types()


def called_in(field: str, entry_type: str, names: Container[str]) -> str:
    """What a file that has fields of these names would call a field: ``journal``, where it does not write biblatex.

    :param field: by its biblatex name.
    :param entry_type: of the entry that lacks it.
    """
    word = "school" if field == "institution" and entry_type == "thesis" else _BIBTEX_WORDS.get(field, field)
    return field if field in names and word not in names else word


def written_name(field: str, names: Iterable[str]) -> str:
    """What an entry with fields of these names calls a field; its biblatex name where the entry has it from another."""
    return next((name for name in names if canonical_field(name) == field), field)


@lru_cache(4096)
def is_known(name: str) -> bool:
    """Whether a field's name, as written, is one of those in use."""
    name = name.lower().partition("+")[0]
    return name in _KNOWN or name.startswith(("bdsk-", "mendeley", "opt", "x-"))


def field_names() -> frozenset[str]:
    """All names of fields in use, aliases among them."""
    return _KNOWN

"""The names of entry types in other programs: one table for all formats."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from sphinx_vitae.model import PUBLICATION_GROUPS, Record

__all__ = ["GROUP_TYPES", "KIND_TYPES", "SPECIAL_TYPES", "ExportType", "export_type"]


@dataclass(frozen=True, slots=True)
class ExportType:
    """The names of an entry type.

    :param csl: the item type in CSL 1.0.2.
    :param ris: the value of ``TY``.
    :param zotero: Zotero's item type.
    :param schema: the type on schema.org.
    :param coins: the COinS format (``journal``, ``book``, ``dissertation`` or ``dc``) and genre.
    :param bibtex: the entry type in BibTeX 0.99.
    """

    csl: str
    ris: str
    zotero: str
    schema: str
    coins: tuple[str, str]
    bibtex: str


_ARTICLE: Final = ExportType(
    "article-journal", "JOUR", "journalArticle", "ScholarlyArticle", ("journal", "article"), "article"
)
_PAPER: Final = ExportType(
    "paper-conference", "CONF", "conferencePaper", "ScholarlyArticle", ("book", "proceeding"), "inproceedings"
)
_BOOK: Final = ExportType("book", "BOOK", "book", "Book", ("book", "book"), "book")
_CHAPTER: Final = ExportType(
    "chapter", "CHAP", "bookSection", "Chapter", ("book", "bookitem"), "incollection"
)
_REPORT: Final = ExportType("report", "RPRT", "report", "Report", ("book", "report"), "techreport")
_OTHER: Final = ExportType("document", "GEN", "document", "CreativeWork", ("dc", "document"), "misc")
_PREPRINT: Final = ExportType("article", "UNPB", "preprint", "ScholarlyArticle", ("dc", "preprint"), "misc")
_TALK: Final = ExportType("speech", "SLIDE", "presentation", "Event", ("dc", "presentation"), "misc")
_WEBPAGE: Final = ExportType("webpage", "ELEC", "webpage", "WebPage", ("dc", "webpage"), "misc")
_AUDIO: Final = ExportType("song", "SOUND", "audioRecording", "AudioObject", ("dc", "audioRecording"), "misc")
_ARTWORK: Final = ExportType("graphic", "ART", "artwork", "VisualArtwork", ("dc", "artwork"), "misc")

#: Publication group → its names.
GROUP_TYPES: Final = {
    "journal": _ARTICLE,
    "conference": _PAPER,
    "workshop": _PAPER,
    "book": _BOOK,
    "edited": replace(_BOOK, ris="EDBOOK"),
    "chapter": _CHAPTER,
    "review": _ARTICLE,
    "preprint": _PREPRINT,
    "thesis": ExportType("thesis", "THES", "thesis", "Thesis", ("dissertation", ""), "phdthesis"),
    "report": _REPORT,
    "patent": ExportType("patent", "PAT", "patent", "CreativeWork", ("dc", "patent"), "misc"),
    "software": ExportType(
        "software", "COMP", "computerProgram", "SoftwareSourceCode", ("dc", "computerProgram"), "misc"
    ),
    "dataset": ExportType("dataset", "DATA", "dataset", "Dataset", ("dc", "dataset"), "misc"),
    "poster": replace(_TALK, schema="PresentationDigitalDocument"),
    "other": _OTHER,
}
#: Entry type within a group → its names, if other programs have a more specific type.
SPECIAL_TYPES: Final = {
    ("book", "booklet"): replace(_BOOK, csl="pamphlet", ris="PAMP", bibtex="booklet"),
    ("edited", "periodical"): replace(
        _ARTICLE,
        csl="periodical",
        ris="JFULL",
        schema="PublicationIssue",
        coins=("journal", "issue"),
        bibtex="misc",
    ),
    ("edited", "proceedings"): replace(_BOOK, ris="EDBOOK", bibtex="proceedings"),
    ("edited", "mvproceedings"): replace(_BOOK, ris="EDBOOK", bibtex="proceedings"),
    ("chapter", "inreference"): ExportType(
        "entry-encyclopedia", "ENCYC", "encyclopediaArticle", "Article", ("book", "bookitem"), "incollection"
    ),
    ("preprint", "unpublished"): replace(
        _PREPRINT, csl="manuscript", zotero="manuscript", coins=("dc", "manuscript"), bibtex="unpublished"
    ),
    ("report", "manual"): replace(_REPORT, bibtex="manual"),
    ("report", "standard"): ExportType(
        "standard", "STAND", "standard", "CreativeWork", ("dc", "standard"), "misc"
    ),
    ("other", "booklet"): replace(_BOOK, csl="pamphlet", ris="PAMP", bibtex="booklet"),
    ("other", "online"): _WEBPAGE,
    ("other", "webpage"): _WEBPAGE,
    ("other", "website"): _WEBPAGE,
    ("other", "blog"): ExportType(
        "post-weblog", "BLOG", "blogPost", "BlogPosting", ("dc", "blogPost"), "misc"
    ),
    ("other", "newspaper"): ExportType(
        "article-newspaper", "NEWS", "newspaperArticle", "NewsArticle", ("dc", "newspaperArticle"), "article"
    ),
    ("other", "magazine"): ExportType(
        "article-magazine", "MGZN", "magazineArticle", "Article", ("dc", "magazineArticle"), "article"
    ),
    ("other", "podcast"): ExportType(
        "broadcast", "SOUND", "podcast", "PodcastEpisode", ("dc", "podcast"), "misc"
    ),
    ("other", "audio"): _AUDIO,
    ("other", "music"): replace(_AUDIO, schema="MusicRecording"),
    ("other", "movie"): ExportType("motion_picture", "MPCT", "film", "Movie", ("dc", "film"), "misc"),
    ("other", "video"): ExportType(
        "motion_picture", "VIDEO", "videoRecording", "VideoObject", ("dc", "videoRecording"), "misc"
    ),
    ("other", "artwork"): _ARTWORK,
    ("other", "image"): replace(_ARTWORK, schema="ImageObject"),
    ("other", "performance"): replace(_OTHER, csl="performance"),
    ("other", "letter"): ExportType(
        "personal_communication", "PCOMM", "letter", "CreativeWork", ("dc", "letter"), "misc"
    ),
    ("other", "jurisdiction"): ExportType(
        "legal_case", "CASE", "case", "CreativeWork", ("dc", "case"), "misc"
    ),
    ("other", "legislation"): ExportType(
        "legislation", "STAT", "statute", "Legislation", ("dc", "statute"), "misc"
    ),
    ("other", "legal"): replace(_OTHER, csl="treaty", ris="LEGAL"),
}
#: Kind → its names, for records that are not publications. All other kinds are documents.
KIND_TYPES: Final = {"talk": _TALK}


def export_type(record: Record) -> ExportType:
    """The names of a record's type, which depend on its kind, publication group and entry type."""
    if record.kind != "publication":
        return KIND_TYPES.get(record.kind, _OTHER)
    group = next((group for group in record.groups if group in PUBLICATION_GROUPS), "other")
    return SPECIAL_TYPES.get((group, record.type)) or GROUP_TYPES[group]

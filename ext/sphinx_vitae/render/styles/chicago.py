"""Chicago: The Chicago Manual of Style, 18th ed. (2024), ch. 13 and 14, bibliography of the notes system.

The first name is inverted. Titles are printed as in the entry (headline style is up to the author): papers in
quotation marks, books and journals in italics. If there are more than six authors, the first three are
printed, with et al. (§13.23). The place of publication, which this edition no longer requires, is printed if
the entry has one.
"""

from __future__ import annotations

from typing import Final

from sphinx_vitae.model import EMPTY, N_, NN_, Person, Text

from ..texts import bare, capital, commas, emph, filled, joined
from .date_forms import full, printed
from .name_lists import NameStyle, family_first, given_first
from .punctuation import link, quoted, sentences, shorter_pages, stopped, wrapped
from .work_fields import WorkFields

__all__ = ["compose"]

_TYPES: Final = {
    "phdthesis": N_("PhD diss."), "mathesis": N_("Master’s thesis"), "bathesis": N_("Bachelor’s thesis"),
    "techreport": N_("Technical Report"), "resreport": N_("Research Report"), "patent": N_("Patent"),
    "patentus": N_("US Patent"), "patenteu": N_("European Patent"),
}  # fmt: skip
_STATUS: Final = {
    "inpress": N_("in press"), "forthcoming": N_("forthcoming"), "submitted": N_("submitted"), "inpreparation": N_("in preparation"),
}  # fmt: skip


def _inverted(person: Person) -> str:
    return family_first(person, person.given)


def _direct(person: Person) -> str:
    return given_first(person, person.given)


_NAMES: Final = NameStyle(
    name=_direct, first=_inverted, two=", and ", most=6, kept=3, others=(" et al.", ", et al.")
)
_EDITORS: Final = NameStyle(name=_direct, most=6, kept=3)


def compose(work: WorkFields) -> Text:
    """The reference of a work."""
    how = _BY_CATEGORY.get(work.category, _other)
    url = work.doi_link.url if work.doi_link else work.url
    where = stopped(link(url, url)) if url else EMPTY
    return joined(" ", sentences(_names(work), *how(work), *work.notes(), *_looked_at(work)), where)


# Parts -------------------------------------------------------------------------------------------


def _names(work: WorkFields) -> Text:
    return work.creators(_NAMES, NN_("{}, ed.", "{}, eds."), N_("{}, trans."))


def _edited_by(work: WorkFields, phrase: str) -> Text:
    return work.said(phrase, work.names("editor", _EDITORS)) if work.editors() else EMPTY


def _title(work: WorkFields) -> Text:
    """The title in quotation marks; its translation is in brackets after them (§14.99)."""
    mark = "" if work.also else "."
    return joined(" ", quoted(work.record.title, mark, work.words), work.also)


def _date(work: WorkFields, *, days: bool = False, months: bool = True) -> Text:
    if status := _STATUS.get(work.status):
        return bare(work.words(status))
    if not months and work.date and work.date.year is not None and not work.date.ranged:
        start = work.date.start
        if start and start.year > 0 and not (start.approximate or start.uncertain):
            return bare(str(start.year))
    return bare(printed(work.date, work.words, full, days=days))


def _edition(work: WorkFields) -> Text:
    return work.edition("{}st ed.", "{}th ed.")


def _volume(work: WorkFields) -> Text:
    return work.said("Vol. {}", work.volume)


def _pages(work: WorkFields) -> Text:
    return shorter_pages(work.pages, "chicago")


def _published(work: WorkFields) -> Text:
    return commas(
        work.with_place(),
        _date(work, months=False) or (bare(work.words("n.d.")) if work.publisher else EMPTY),
    )


def _looked_at(work: WorkFields) -> list[Text]:
    """The date of access, if the work has no date of its own (§13.15)."""
    looked = printed(work.other_date("urldate"), work.words, full) if work.date is None else ""
    # Translators: the date on which a page was read
    return [work.said("Accessed {}", looked)] if looked else []


# Categories: the sentences after the names ---------------------------------------------------------------


def _article(work: WorkFields) -> list[Text]:
    journal = joined(" ", emph(work.text("journaltitle")), work.volume)
    number = commas(journal, work.said("no. {}", work.issue))
    date = _date(work)
    dated = (
        commas(number, date)
        if work.status and not work.volume
        else joined(" ", number, wrapped("(", date, ")"))
    )
    return [_title(work), joined(": ", dated, _pages(work) or work.text("eid"))]


def _in_book(work: WorkFields) -> list[Text]:
    title = work.said("In {}", emph(work.book_title()))
    edited = _edited_by(work, N_("edited by {}"))
    book = commas(
        title, _edition(work), work.said("vol. {}", work.volume), edited, _pages(work) or work.text("eid")
    )
    if not work.with_place():
        return [_title(work), commas(book, work.text("series"), _published(work))]
    return [_title(work), book, work.text("series"), _published(work)]


def _lecture(work: WorkFields) -> list[Text]:
    what = str(work.text("type")) or work.words.in_context("a talk at a conference", "Paper")
    event = work.text("eventtitle", "howpublished")
    if event:
        pattern = work.words("{paper} presented at the {event}")
        event = filled(pattern, paper=bare(f"{what[:1].upper()}{what[1:]}"), event=event)
    return [_title(work), commas(event, work.place, _date(work, days=True))]


def _book(work: WorkFields) -> list[Text]:
    edited = _edited_by(work, N_("Edited by {}"))
    series = joined(" ", work.text("series"), work.text("number"))
    return [work.title_in_italics, edited, capital(_edition(work)), _volume(work), series, _published(work)]


def _thesis(work: WorkFields) -> list[Text]:
    archive = work.text("publisher", "organization") if work.text("institution") else EMPTY
    made = commas(work.kind(_TYPES, N_("Thesis")), work.school, _date(work, months=False))
    return [_title(work), made, joined(" ", archive, wrapped("(", work.text("number"), ")"))]


def _report(work: WorkFields) -> list[Text]:
    """Formatted like a book (§14.117)."""
    number = joined(" ", work.kind(_TYPES, ""), work.text("number"))
    return [work.title_in_italics, number, _published(work)]


def _patent(work: WorkFields) -> list[Text]:
    number = joined(" ", work.kind(_TYPES, N_("Patent")), work.text("number"))
    # Translators: the date on which a patent was granted
    return [work.title, commas(number, work.said("issued {}", _date(work, days=True)))]


def _preprint(work: WorkFields) -> list[Text]:
    return [_title(work), commas(bare(work.words("Preprint")), work.archive, _date(work, days=True))]


def _web(work: WorkFields) -> list[Text]:
    return [
        _title(work),
        work.publisher,
        work.said("Version {}", work.version),
        _date(work, days=True),
    ]


def _made(work: WorkFields) -> list[Text]:
    """Software and data."""
    # Translators: an abbreviation for: version
    version = work.said("V. {}", work.version)
    return [work.title_in_italics, version, work.text("number"), commas(work.with_place(), _date(work))]


def _other(work: WorkFields) -> list[Text]:
    where = emph(work.book_title() or work.text("eventtitle"))
    return [_title(work), work.kind(_TYPES), where, commas(work.with_place(), _date(work, days=True))]


_BY_CATEGORY: Final = {
    "article": _article, "paper": _in_book, "lecture": _lecture, "chapter": _in_book, "book": _book,
    "thesis": _thesis, "report": _report, "patent": _patent, "dataset": _made, "software": _made,
    "preprint": _preprint, "web": _web,
}  # fmt: skip

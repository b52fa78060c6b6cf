"""ACM: "Citation Style and Reference Formats" (acm.org/publications/authors/reference-formatting).

All names are written out and followed by the year; titles are printed as in the entry. If that page does not
cover something, we follow the ACM's own sample document (acmart).
"""

from __future__ import annotations

from typing import Final

from sphinx_vitae.model import EMPTY, N_, Person, Text

from ..texts import bare, commas, emph, filled, joined
from .date_forms import full, longer, printed
from .name_lists import NameStyle, given_first
from .punctuation import link, sentences, wrapped
from .work_fields import WorkFields

__all__ = ["compose"]

_TYPES: Final = {
    "phdthesis": N_("Ph.D. Dissertation"), "mathesis": N_("Master’s thesis"), "bathesis": N_("Bachelor’s thesis"),
    "techreport": N_("Technical Report"), "resreport": N_("Research Report"), "patentus": N_("U.S. Patent No."),
    "patent": N_("Patent No."), "patenteu": N_("European Patent No."),
}  # fmt: skip
_STATUS: Final = {
    "inpress": N_("In press"), "forthcoming": N_("To appear"), "submitted": N_("Submitted"), "inpreparation": N_("Manuscript in preparation"),
}  # fmt: skip


def _name(person: Person) -> str:
    return given_first(person, person.given)


_NAMES: Final = NameStyle(name=_name)


def compose(work: WorkFields) -> Text:
    """The reference of a work."""
    how = _BY_CATEGORY.get(work.category, _other)
    status = work.words(_STATUS[work.status]) if work.status in _STATUS else EMPTY
    return joined(
        " ", sentences(_names(work), _year(work), *how(work), *work.notes(), status), *_address(work)
    )


# Parts -------------------------------------------------------------------------------------------


def _names(work: WorkFields) -> Text:
    if not work.author_field:
        return work.body
    return (
        _with_role(work, work.author_field)
        if work.author_field == "editor"
        else work.names(work.author_field, _NAMES)
    )


def _with_role(work: WorkFields, field: str) -> Text:
    count = len(work.record.people(field).persons)
    return work.counted("{} (Ed.)", "{} (Eds.)", count, work.names(field, _NAMES))


def _editors(work: WorkFields) -> Text:
    return _with_role(work, "editor") if work.editors() else EMPTY


def _year(work: WorkFields) -> Text:
    if work.date is None:
        return EMPTY if work.status else bare(work.words("[n. d.]"))
    year = work.date.year
    return bare(
        str(year) if year is not None and year > 0 else printed(work.date, work.words, longer, days=False)
    )


def _month(work: WorkFields) -> Text:
    """``(Jan. 2007)``, if the month is known."""
    start = work.date.start if work.date else None
    known = bool(start and start.month)
    return bare(f"({printed(work.date, work.words, longer, days=False)})") if known else EMPTY


def _article_number(work: WorkFields) -> Text:
    return work.said("Article {}", work.text("eid"))


def _page_count(work: WorkFields) -> Text:
    total = work.text("pagetotal")
    if not str(total).isdecimal():
        return total
    return work.counted("{} page", "{} pages", int(str(total)), total)


def _pages(work: WorkFields) -> Text:
    return work.pages or commas(_article_number(work), _page_count(work))


def _edition(work: WorkFields) -> Text:
    return wrapped("(", work.edition("{}st ed.", "{}th ed.", "."), ")")


def _series(work: WorkFields) -> Text:
    return commas(work.text("series"), work.said("Vol. {}", work.volume))


def _published(work: WorkFields, *more: Text) -> Text:
    return commas(work.publisher, work.place, *more)


def _address(work: WorkFields) -> list[Text]:
    """The DOI, or else the URL and the date of access, without a full stop."""
    if link_ := work.doi_link:
        return [link(link_.url, link_.url)]
    if not work.url:
        return []
    if work.category not in {"web", "preprint", "software", "dataset"}:
        return [link(work.url, work.url)]
    looked = printed(work.other_date("urldate"), work.words, full)
    where = link(work.url, work.url)
    if not looked:
        return [work.said("Retrieved from {}", where)]
    return [filled(work.words("Retrieved {date} from {address}"), date=bare(looked), address=where)]


# Categories: the sentences after the year ----------------------------------------------------------------


def _article(work: WorkFields) -> list[Text]:
    volume = commas(joined(" ", emph(work.text("journaltitle")), work.volume), work.issue)
    if not work.pages:
        volume = commas(volume, _article_number(work))
    return [work.title, commas(joined(" ", volume, _month(work)), work.pages or _page_count(work))]


def _paper(work: WorkFields) -> list[Text]:
    series = emph(wrapped("(", work.text("series"), ")"))
    book = commas(
        joined(" ", work.said("In {}", emph(work.book_title())), series),
        _editors(work),
        work.said("Vol. {}", work.volume),
    )
    return [work.title, book, _published(work, _pages(work))]


def _lecture(work: WorkFields) -> list[Text]:
    event = work.said("Presented at {}", work.text("eventtitle", "howpublished"))
    return [work.title, commas(event, work.place, bare(printed(work.date, work.words, longer)))]


def _chapter(work: WorkFields) -> list[Text]:
    book = commas(joined(" ", work.said("In {}", emph(work.book_title())), _edition(work)), _editors(work))
    return [work.title, book, _series(work), _published(work, _pages(work))]


def _book(work: WorkFields) -> list[Text]:
    title = joined(" ", work.title_in_italics, _edition(work))
    return [commas(title, _editors(work)), _series(work), _published(work)]


def _thesis(work: WorkFields) -> list[Text]:
    return [work.title_in_italics, work.kind(_TYPES, N_("Thesis")), commas(work.school, work.place)]


def _report(work: WorkFields) -> list[Text]:
    number = joined(" ", work.kind(_TYPES, N_("Technical Report")), work.text("number"))
    return [work.title_in_italics, number, _published(work)]


def _patent(work: WorkFields) -> list[Text]:
    return [work.title, joined(" ", work.kind(_TYPES, N_("Patent No.")), work.text("number")), _month(work)]


def _web(work: WorkFields) -> list[Text]:
    version = work.said("Version {}", work.version)
    return [work.title_in_italics, _month(work), version, _published(work)]


def _preprint(work: WorkFields) -> list[Text]:
    return [work.title, work.archive]


def _other(work: WorkFields) -> list[Text]:
    return [
        work.title,
        work.kind(_TYPES),
        emph(work.book_title() or work.text("eventtitle")),
        _published(work),
    ]


_BY_CATEGORY: Final = {
    "article": _article, "paper": _paper, "lecture": _lecture, "chapter": _chapter, "book": _book,
    "thesis": _thesis, "report": _report, "patent": _patent, "dataset": _web, "software": _web, "web": _web,
    "preprint": _preprint,
}  # fmt: skip

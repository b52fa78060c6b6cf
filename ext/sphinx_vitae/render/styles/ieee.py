"""IEEE: the IEEE Reference Guide (IEEE Publishing Operations, V 04.10.2020 and later).

Initials first; titles of papers in quotation marks and sentence case, journals and books in italics;
if there are more than six authors, only the first and et al. A URL is printed if there is no DOI.
"""

from __future__ import annotations

from typing import Final

from sphinx_vitae.model import EMPTY, Person, Text

from ..texts import bare, commas, emph, joined
from .date_forms import printed, short
from .name_lists import NameStyle, given_first, initials
from .punctuation import link, ordinal, quoted, sentences, stopped, wrapped
from .work_fields import WorkFields

__all__ = ["compose"]

_TYPES: Final = {
    "phdthesis": "Ph.D. dissertation", "mathesis": "M.S. thesis", "bathesis": "B.S. thesis",
    "techreport": "Tech. Rep.", "resreport": "Res. Rep.", "patent": "Patent", "patentus": "U.S. Patent",
    "patenteu": "European Patent", "patreq": "Patent Appl.", "patrequs": "U.S. Patent Appl.",
}  # fmt: skip
_IN_SENTENCES: Final = frozenset(("web", "software"))
_STATUS: Final = {
    "inpress": "to be published", "forthcoming": "to be published", "submitted": "submitted for publication",
    "inpreparation": "unpublished",
}  # fmt: skip


def _name(person: Person) -> str:
    return given_first(person, initials(person.given))


_NAMES: Final = NameStyle(name=_name, most=6)


def compose(work: WorkFields) -> Text:
    """The reference of a work."""
    how = _BY_CATEGORY.get(work.category, _other)
    return how(work)


# Parts -------------------------------------------------------------------------------------------


def _names(work: WorkFields) -> Text:
    names = work.names(work.author_field, _NAMES) if work.author_field else work.body
    if work.author_field == "editor":
        return names + ", " + _role(work, len(work.record.people("editor").persons))
    return names


def _role(work: WorkFields, count: int) -> str:
    return work.words("Eds.") if count > 1 else work.words("Ed.")


def _editors(work: WorkFields) -> Text:
    editors = work.editors()
    return work.names("editor", _NAMES) + ", " + _role(work, len(editors.persons)) if editors else EMPTY


def _title(work: WorkFields, mark: str = ",") -> Text:
    return quoted(work.sentence_case(after_colon=True), mark)


def _date(work: WorkFields, *, days: bool = False) -> Text:
    if status := _STATUS.get(work.status):
        return bare(work.words(status))
    return bare(printed(work.date, work.words, short, days=days))


def _volume(work: WorkFields) -> Text:
    return wrapped("vol. ", work.volume)


def _edition(work: WorkFields) -> Text:
    edition = ordinal(work.text("edition"))
    return edition if str(edition).endswith("ed.") else wrapped("", edition, " ed.")


def _pages(work: WorkFields) -> Text:
    if not work.pages:
        return wrapped("Art. no. ", work.text("eid"))
    return wrapped("p. " if work.one_page else "pp. ", work.pages)


def _quoted_first(work: WorkFields, *parts: Text | str) -> Text:
    """The names, and the title in quotation marks, with the comma inside them; then the rest."""
    rest = commas(*parts)
    return _finished(
        work,
        joined(" ", commas(_names(work), _title(work)), rest)
        if rest
        else commas(_names(work), _title(work, ".")),
    )


def _finished(work: WorkFields, text: Text) -> Text:
    """The reference with its notes, and its DOI or URL; without a full stop after a URL."""
    text = sentences(text, *work.notes()) if work.category in _IN_SENTENCES else commas(text, *work.notes())
    if work.doi and work.doi_link:
        return stopped(commas(text, bare("doi: ") + link(work.doi, work.doi_link.url)))
    if work.url and work.category != "preprint":
        return joined(
            " ",
            stopped(text),
            bare(f"[{work.words('Online')}]. {work.words('Available')}: ") + link(work.url, work.url),
        )
    return stopped(text)


# Categories ---------------------------------------------------------------------------------------------


def _article(work: WorkFields) -> Text:
    number = wrapped("no. ", work.issue)
    pages = _pages(work) if work.pages else EMPTY
    article = EMPTY if work.pages else _pages(work)
    return _quoted_first(
        work, emph(work.record.text("journaltitle")), _volume(work), number, pages, _date(work), article
    )


def _paper(work: WorkFields) -> Text:
    series = wrapped("ser. ", work.text("series"))
    where = wrapped("in ", emph(work.book_title()))
    event = work.place
    return _quoted_first(work, where, series, _volume(work), _editors(work), event, _date(work), _pages(work))


def _lecture(work: WorkFields) -> Text:
    event = wrapped(
        f"{work.words('presented at the')} ", work.text("eventtitle", "howpublished", "organization")
    )
    return _quoted_first(work, event, work.place, _date(work, days=True))


def _chapter(work: WorkFields) -> Text:
    book = commas(wrapped("in ", emph(work.book_title())), _edition(work), _volume(work), _editors(work))
    published = commas(work.with_place(), _date(work), _pages(work))
    return _finished(
        work,
        joined(" ", commas(_names(work), _title(work)), sentences(book) if published else book, published),
    )


def _book(work: WorkFields) -> Text:
    title = commas(
        _names(work), emph(work.title), _edition(work), _volume(work), _series(work), _editors(work)
    )
    published = commas(work.with_place(), _date(work))
    return _finished(work, joined(" ", stopped(title), published) if published else title)


def _series(work: WorkFields) -> Text:
    series = work.text("series")
    return joined(", no. ", wrapped("ser. ", series), work.text("number")) if series else EMPTY


def _thesis(work: WorkFields) -> Text:
    return _quoted_first(work, work.kind(_TYPES, "thesis"), work.school, work.place, _date(work))


def _report(work: WorkFields) -> Text:
    number = joined(" ", work.kind(_TYPES, "Rep."), work.text("number"))
    return _quoted_first(work, work.publisher, work.place, number, _date(work))


def _patent(work: WorkFields) -> Text:
    number = joined(" ", work.kind(_TYPES, "Patent"), work.text("number"))
    return _quoted_first(work, number, _date(work, days=True))


def _dataset(work: WorkFields) -> Text:
    version = wrapped(f"{work.words('version')} ", work.version)
    where = commas(version, work.publisher)
    title = _title(work, "," if where or work.doi else ".")
    return _finished(work, joined(" ", commas(_names(work), _date(work, days=True), title), where))


def _software(work: WorkFields) -> Text:
    year = commas(wrapped(f"{work.words('version')} ", work.version), _date(work))
    return _finished(
        work, sentences(commas(_names(work), emph(work.title)), wrapped("(", year, ")"), work.publisher)
    )


def _preprint(work: WorkFields) -> Text:
    return _quoted_first(work, _date(work), link(str(work.archive), work.url))


def _web(work: WorkFields) -> Text:
    accessed = printed(work.other_date("urldate"), work.words, short)
    site = sentences(_names(work), _title(work, "."), work.publisher, _date(work, days=True))
    return _finished(work, sentences(site, wrapped(f"{work.words('Accessed')}: ", accessed)))


def _other(work: WorkFields) -> Text:
    status = _STATUS["inpreparation"] if work.category == "unpublished" and not work.status else ""
    return _quoted_first(
        work, emph(work.book_title() or work.text("eventtitle")), work.kind(_TYPES), work.publisher, work.place,
        work.words(status) if status else EMPTY, _date(work),
    )  # fmt: skip


_BY_CATEGORY: Final = {
    "article": _article, "paper": _paper, "lecture": _lecture, "chapter": _chapter, "book": _book,
    "thesis": _thesis, "report": _report, "patent": _patent, "dataset": _dataset, "software": _software,
    "preprint": _preprint, "web": _web,
}  # fmt: skip

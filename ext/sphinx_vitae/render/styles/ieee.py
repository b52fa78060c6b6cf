"""IEEE: the IEEE Reference Guide (IEEE Publishing Operations, V 04.10.2020 and later).

Initials first; titles of papers in quotation marks and sentence case, journals and books in italics;
if there are more than six authors, only the first and et al. A URL is printed if there is no DOI.
"""

from __future__ import annotations

from typing import Final

from sphinx_vitae.model import EMPTY, N_, Person, Text

from ..texts import bare, commas, emph, joined
from .date_forms import printed, short
from .name_lists import NameStyle, given_first, initials
from .punctuation import link, quoted, sentences, stopped, wrapped
from .work_fields import WorkFields

__all__ = ["compose"]

_TYPES: Final = {
    "phdthesis": N_("Ph.D. dissertation"), "mathesis": N_("M.S. thesis"), "bathesis": N_("B.S. thesis"),
    "techreport": N_("Tech. Rep."), "resreport": N_("Res. Rep."), "patent": N_("Patent"), "patentus": N_("U.S. Patent"),
    "patenteu": N_("European Patent"), "patreq": N_("Patent Appl."), "patrequs": N_("U.S. Patent Appl."),
}  # fmt: skip
_IN_SENTENCES: Final = frozenset(("web", "software"))
_STATUS: Final = {
    "inpress": N_("to be published"), "forthcoming": N_("to be published"), "submitted": N_("submitted for publication"),
    "inpreparation": N_("unpublished"),
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
        return _with_role(work, names, len(work.record.people("editor").persons))
    return names


def _with_role(work: WorkFields, names: Text, count: int) -> Text:
    return work.counted("{}, Ed.", "{}, Eds.", count, names)


def _editors(work: WorkFields) -> Text:
    editors = work.editors()
    return _with_role(work, work.names("editor", _NAMES), len(editors.persons)) if editors else EMPTY


def _title(work: WorkFields, mark: str = ",") -> Text:
    title = work.sentence_case(after_colon=True)
    if not work.also:
        return quoted(title, mark, work.words)
    return joined(" ", quoted(title, "", work.words), work.also) + mark


def _date(work: WorkFields, *, days: bool = False) -> Text:
    if status := _STATUS.get(work.status):
        return bare(work.words(status))
    return bare(printed(work.date, work.words, short, days=days))


def _volume(work: WorkFields) -> Text:
    return work.said("vol. {}", work.volume)


def _edition(work: WorkFields) -> Text:
    written = work.text("edition")
    return written if str(written).endswith("ed.") else work.edition("{}st ed.", "{}th ed.")


def _pages(work: WorkFields) -> Text:
    if not work.pages:
        return work.said("Art. no. {}", work.text("eid"))
    return work.said(N_("p. {}") if work.one_page else N_("pp. {}"), work.pages)


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
            work.said("[Online]. Available: {}", link(work.url, work.url)),
        )
    return stopped(text)


# Categories ---------------------------------------------------------------------------------------------


def _article(work: WorkFields) -> Text:
    number = work.said("no. {}", work.issue)
    pages = _pages(work) if work.pages else EMPTY
    article = EMPTY if work.pages else _pages(work)
    return _quoted_first(
        work, emph(work.record.text("journaltitle")), _volume(work), number, pages, _date(work), article
    )


def _paper(work: WorkFields) -> Text:
    # Translators: an abbreviation for: series, of books
    series = work.said("ser. {}", work.text("series"))
    where = work.said("in {}", emph(work.book_title()))
    event = work.place
    return _quoted_first(work, where, series, _volume(work), _editors(work), event, _date(work), _pages(work))


def _lecture(work: WorkFields) -> Text:
    event = work.said("presented at the {}", work.text("eventtitle", "howpublished", "organization"))
    return _quoted_first(work, event, work.place, _date(work, days=True))


def _chapter(work: WorkFields) -> Text:
    book = commas(work.said("in {}", emph(work.book_title())), _edition(work), _volume(work), _editors(work))
    published = commas(work.with_place(), _date(work), _pages(work))
    return _finished(
        work,
        joined(" ", commas(_names(work), _title(work)), sentences(book) if published else book, published),
    )


def _book(work: WorkFields) -> Text:
    title = commas(
        _names(work), work.title_in_italics, _edition(work), _volume(work), _series(work), _editors(work)
    )
    published = commas(work.with_place(), _date(work))
    return _finished(work, joined(" ", stopped(title), published) if published else title)


def _series(work: WorkFields) -> Text:
    series = work.text("series")
    return commas(work.said("ser. {}", series), work.said("no. {}", work.text("number"))) if series else EMPTY


def _thesis(work: WorkFields) -> Text:
    return _quoted_first(work, work.kind(_TYPES, N_("thesis")), work.school, work.place, _date(work))


def _report(work: WorkFields) -> Text:
    number = joined(" ", work.kind(_TYPES, N_("Rep.")), work.text("number"))
    return _quoted_first(work, work.publisher, work.place, number, _date(work))


def _patent(work: WorkFields) -> Text:
    number = joined(" ", work.kind(_TYPES, N_("Patent")), work.text("number"))
    return _quoted_first(work, number, _date(work, days=True))


def _dataset(work: WorkFields) -> Text:
    version = work.said("version {}", work.version)
    where = commas(version, work.publisher)
    title = _title(work, "," if where or work.doi else ".")
    return _finished(work, joined(" ", commas(_names(work), _date(work, days=True), title), where))


def _software(work: WorkFields) -> Text:
    year = commas(work.said("version {}", work.version), _date(work))
    return _finished(
        work, sentences(commas(_names(work), work.title_in_italics), wrapped("(", year, ")"), work.publisher)
    )


def _preprint(work: WorkFields) -> Text:
    return _quoted_first(work, _date(work), link(str(work.archive), work.url))


def _web(work: WorkFields) -> Text:
    accessed = printed(work.other_date("urldate"), work.words, short)
    site = sentences(_names(work), _title(work, "."), work.publisher, _date(work, days=True))
    return _finished(work, sentences(site, work.said("Accessed: {}", accessed)))


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

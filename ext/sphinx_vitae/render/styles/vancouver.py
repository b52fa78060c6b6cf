"""Vancouver: NLM's "Samples of Formatted References" for the ICMJE Recommendations, after Citing Medicine,
2nd ed.

Family names with initials, up to six, followed by et al.; titles in sentence case, without italics; the date
before the volume; page ranges without repeated digits.
"""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.model import EMPTY, N_, NN_, Person, Text

from ..texts import bare, commas, joined
from .date_forms import printed, undotted
from .name_lists import NameStyle, family_first, initials
from .punctuation import link, sentences, shorter_pages, stopped, wrapped
from .work_fields import WorkFields

__all__ = ["compose"]

_TYPES: Final = {
    "phdthesis": N_("dissertation"), "mathesis": N_("master’s thesis"), "bathesis": N_("bachelor’s thesis"),
    "techreport": N_("Technical report"), "resreport": N_("Research report"), "patent": N_("Patent"),
    "patentus": N_("United States patent"), "patenteu": N_("European patent"),
}  # fmt: skip
_STATUS: Final = {
    "inpress": N_("Forthcoming"), "forthcoming": N_("Forthcoming"), "submitted": N_("Submitted"), "inpreparation": N_("In preparation"),
}  # fmt: skip


def _name(person: Person) -> str:
    """A name with at most two initials (Citing Medicine, ch. 1, rules for author)."""
    letters = re.sub(r"(?<=^\w\w).*", "", initials(person.given, "", "", ""))
    if person.suffix:
        return f"{family_first(person, letters, ' ', ' ').removesuffix('.')}"
    return family_first(person, letters, " ")


_NAMES: Final = NameStyle(name=_name, two=", ", last=", ", most=6, kept=6, others=(", et al.", ", et al."))


def compose(work: WorkFields) -> Text:
    """The reference of a work."""
    how = _BY_CATEGORY.get(work.category, _other)
    return joined(" ", sentences(_names(work), *how(work), *work.notes()), *_where(work))


# Parts -------------------------------------------------------------------------------------------


def _names(work: WorkFields) -> Text:
    if work.category == "patent" and work.author_field:
        count = len(work.record.people(work.author_field).persons)
        names = work.names(work.author_field, _NAMES)
        inventors = work.counted("{}, inventor", "{}, inventors", count, names)
        holder = work.names("holder", _NAMES) if work.author_field != "holder" else EMPTY
        # Translators: after the owner of a patent
        return joined("; ", inventors, work.said("{}, assignee", holder))
    return work.creators(_NAMES, NN_("{}, editor", "{}, editors"), N_("{}, translator"))


def _editors(work: WorkFields) -> Text:
    editors = work.editors()
    if not editors:
        return EMPTY
    return work.counted("{}, editor", "{}, editors", len(editors.persons), work.names("editor", _NAMES))


def _title(work: WorkFields) -> Text:
    return joined(" ", work.sentence_case(after_colon=False), work.also)


def _date(work: WorkFields, *, days: bool = True) -> Text:
    date = printed(work.date, work.words, undotted, "year first", days=days, dash="-")
    status = work.words(_STATUS[work.status]) if work.status in _STATUS else EMPTY
    return joined(" ", status, date)


def _edition(work: WorkFields) -> Text:
    return work.edition("{}st ed", "{}th ed")


def _pages(work: WorkFields) -> Text:
    pages = shorter_pages(work.pages, "vancouver")
    return Text(tuple(part.replace("–", "-") if isinstance(part, str) else part for part in pages.parts))


def _published(work: WorkFields, *, months: bool = False) -> Text:
    """``St. Louis: Mosby; 2002``."""
    date = _date(work) if months else _year(work)
    return joined("; ", work.with_place(), date)


def _year(work: WorkFields) -> Text:
    year = work.date.year if work.date and not work.date.ranged and not work.status else None
    return bare(str(year)) if year and year > 0 else _date(work, days=False)


def _where(work: WorkFields) -> list[Text]:
    if work.doi and work.doi_link:
        return [stopped(bare("doi: ") + link(work.doi, work.doi_link.url))]
    return [stopped(work.said("Available from: {}", link(work.url, work.url)))] if work.url else []


def _cited(work: WorkFields) -> Text:
    looked = printed(work.other_date("urldate"), work.words, undotted, "year first")
    # Translators: the date on which a page was read, as in "[cited 2024 May 17]"
    return work.said("[cited {}]", looked)


# Categories: the sentences after the names ---------------------------------------------------------------


def _article(work: WorkFields) -> list[Text]:
    number = work.volume + wrapped("(", work.issue, ")")
    pages = _pages(work) or work.text("eid")
    return [_title(work), work.text("journaltitle"), joined(":", joined(";", _date(work), number), pages)]


def _paper(work: WorkFields) -> list[Text]:
    date = printed(work.other_date("eventdate"), work.words, undotted, "year first", dash="-")
    held = joined("; ", work.book_title(), date, work.text("venue"))
    pages = work.said("p. {}", _pages(work) or work.text("eid"))
    inside = work.said("In: {}", joined(" ", stopped(_editors(work)), held))
    if not work.with_place():
        return [_title(work), joined("; ", inside, _year(work)), _series(work), pages]
    return [_title(work), inside, _series(work), _published(work), pages]


def _series(work: WorkFields) -> Text:
    """The title and volume of a series, in parentheses; in this style, before the publisher."""
    return wrapped("(", joined("; ", work.text("series"), work.said("vol {}", work.volume)), ")")


def _lecture(work: WorkFields) -> list[Text]:
    event = joined("; ", work.text("eventtitle", "howpublished"), _date(work), work.place)
    return [_title(work), work.said("Paper presented at: {}", event)]


def _chapter(work: WorkFields) -> list[Text]:
    book = joined(" ", stopped(_editors(work)), work.book_title(sentence_case=True, after_colon=False))
    volume = work.said("Vol. {}", work.volume)
    return [
        _title(work),
        work.said("In: {}", book),
        _edition(work),
        volume,
        _published(work),
        work.said("p. {}", _pages(work)),
    ]


def _book(work: WorkFields) -> list[Text]:
    return [
        _title(work),
        _editors(work),
        _edition(work),
        work.said("Vol. {}", work.volume),
        _published(work),
        wrapped("(", work.text("series"), ")"),
    ]


def _thesis(work: WorkFields) -> list[Text]:
    published = joined("; ", joined(": ", work.place, work.school), _year(work))
    return [joined(" ", _title(work), wrapped("[", work.kind(_TYPES, N_("thesis")), "]")), published]


def _report(work: WorkFields) -> list[Text]:
    kind = work.kind(_TYPES, "")
    number = work.said("Report No.: {}", work.text("number"))
    return [
        _title(work),
        kind if str(kind) != work.words(_TYPES["techreport"]) else EMPTY,
        _published(work, months=True),
        number,
    ]


def _patent(work: WorkFields) -> list[Text]:
    return [_title(work), joined(" ", work.kind(_TYPES, N_("Patent")), work.text("number")), _date(work)]


def _marked(work: WorkFields, what: str) -> list[Text]:
    """The title with a description in brackets (Citing Medicine, ch. 18 to 25)."""
    title = joined(" ", _title(work), f"[{work.words(what)}]")
    version = work.said("Version {}", work.version)
    return [title, version, joined(" ", _published(work, months=True), _cited(work))]


def _web(work: WorkFields) -> list[Text]:
    # Translators: after the title of a page on the web
    return _marked(work, N_("Internet"))


def _software(work: WorkFields) -> list[Text]:
    return _marked(work, N_("software"))


def _dataset(work: WorkFields) -> list[Text]:
    return _marked(work, N_("dataset"))


def _preprint(work: WorkFields) -> list[Text]:
    archive = joined(" ", work.archive, wrapped("[", work.words("Preprint"), "]"))
    return [_title(work), archive, joined(" ", _date(work), _cited(work))]


def _other(work: WorkFields) -> list[Text]:
    where = commas(work.book_title() or work.text("eventtitle"))
    return [_title(work), work.kind(_TYPES), where, _published(work, months=True)]


_BY_CATEGORY: Final = {
    "article": _article, "paper": _paper, "lecture": _lecture, "chapter": _chapter, "book": _book,
    "thesis": _thesis, "report": _report, "patent": _patent, "dataset": _dataset, "software": _software,
    "preprint": _preprint, "web": _web,
}  # fmt: skip

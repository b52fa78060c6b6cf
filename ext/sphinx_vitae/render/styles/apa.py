"""APA: Publication Manual of the American Psychological Association, 7th ed. (2020), ch. 9 and 10.

Up to 20 names, family name first (§9.8); the date in parentheses; titles in sentence case (§6.17), in italics
if the work is not part of a larger work. The publisher's place is omitted (§9.29).
"""

from __future__ import annotations

from typing import Final

from sphinx_vitae.model import EMPTY, N_, NN_, Person, Text

from ..texts import bare, commas, emph, joined
from .date_forms import full, printed
from .name_lists import NameStyle, family_first, given_first, initials
from .punctuation import link, sentences, wrapped
from .work_fields import WorkFields

__all__ = ["compose"]

_TYPES: Final = {
    "phdthesis": N_("Doctoral dissertation"), "mathesis": N_("Master’s thesis"), "bathesis": N_("Bachelor’s thesis"),
    "techreport": N_("Technical Report No."), "resreport": N_("Research Report No."), "patent": N_("Patent No."),
    "patentus": N_("U.S. Patent No."), "patenteu": N_("European Patent No."),
}  # fmt: skip
#: The words printed instead of the date (§9.18), and in brackets after the title (§10.8).
_STATUS: Final = {"inpress": N_("in press"), "forthcoming": N_("in press")}
_MANUSCRIPTS: Final = {
    "submitted": N_("Manuscript submitted for publication"), "inpreparation": N_("Manuscript in preparation"),
}  # fmt: skip


def _inverted(person: Person) -> str:
    return family_first(person, initials(person.given))


def _direct(person: Person) -> str:
    return given_first(person, initials(person.given), ", ")


_NAMES: Final = NameStyle(
    name=_inverted,
    two=", & ",
    last=", & ",
    most=20,
    kept=19,
    ends=True,
    gap=", . . . ",
    others=(", et al.", ", et al."),
)
_EDITORS: Final = NameStyle(name=_direct, two=" & ", last=", & ", most=20, kept=19, ends=True, gap=", . . . ")


def compose(work: WorkFields) -> Text:
    """The reference of a work; if it has no names, the title comes first (§9.12)."""
    how = _BY_CATEGORY.get(work.category, _other)
    title, *source = how(work)
    names = _names(work)
    if manuscript := _MANUSCRIPTS.get(work.status):
        title = joined(" ", title, f"[{work.words(manuscript)}]")
    head = (names, _date(work), title) if names else (title, _date(work))
    body = sentences(*head, *source, *work.notes())
    return joined(" ", body, link(url, url) if (url := _url(work)) else EMPTY)


# Parts -------------------------------------------------------------------------------------------


def _names(work: WorkFields) -> Text:
    return work.creators(_NAMES, NN_("{} (Ed.)", "{} (Eds.)"), N_("{} (Trans.)"))


def _editors(work: WorkFields) -> Text:
    editors = work.editors()
    if not editors:
        return EMPTY
    return work.counted("{} (Ed.)", "{} (Eds.)", len(editors.persons), work.names("editor", _EDITORS))


#: Categories with full dates; journal articles have only the year (§9.14).
_DATED: Final = frozenset(("web", "lecture", "other", "unpublished"))


def _date(work: WorkFields) -> Text:
    if status := _STATUS.get(work.status):
        return wrapped("(", work.words(status), ")")
    if work.date is None:
        return bare(work.words("(n.d.)"))
    if work.category in _DATED:
        return bare(f"({printed(work.date, work.words, full, 'year, month')})")
    year = work.date.year
    known = year is not None and year > 0 and not work.date.ranged and not _uncertain(work)
    return bare(f"({year if known else printed(work.date, work.words, full, 'year, month', days=False)})")


def _uncertain(work: WorkFields) -> bool:
    start = work.date and work.date.start
    return bool(start and (start.approximate or start.uncertain))


def _title(work: WorkFields) -> Text:
    """The title, with its translation in brackets (§9.38)."""
    return joined(" ", work.sentence_case(after_colon=True), work.also)


def _title_in_italics(work: WorkFields) -> Text:
    return joined(" ", emph(work.sentence_case(after_colon=True)), work.also)


def _edition(work: WorkFields) -> Text:
    return work.edition("{}st ed.", "{}th ed.")


def _volume(work: WorkFields) -> Text:
    return work.said("Vol. {}", work.volume)


def _pages(work: WorkFields) -> Text:
    return work.said(N_("p. {}") if work.one_page else N_("pp. {}"), work.pages)


def _aside(*parts: Text | str) -> Text:
    """``(2nd ed., Vol. 3)``."""
    return wrapped("(", commas(*parts), ")")


def _url(work: WorkFields) -> str:
    return work.doi_link.url if work.doi_link else work.url


# Categories: the title, then the source -----------------------------------------------------------------


def _article(work: WorkFields) -> list[Text]:
    volume = emph(commas(work.text("journaltitle"), work.volume)) + wrapped("(", work.issue, ")")
    article = work.said("Article {}", work.text("eid")) if not work.pages else EMPTY
    return [_title(work), commas(volume, work.pages, article)]


def _paper(work: WorkFields) -> list[Text]:
    series = (
        joined(": ", work.text("series"), _volume(work)) if work.text("series") and work.volume else EMPTY
    )
    title = emph(joined(". ", series, work.book_title()))
    inside = _aside(EMPTY if series else _volume(work), _pages(work))
    return [
        _title(work),
        work.said("In {}", joined(" ", commas(_editors(work), title), inside)),
        work.publisher,
    ]


def _lecture(work: WorkFields) -> list[Text]:
    what = str(work.text("type")) or work.words("Conference presentation")
    event = commas(work.text("eventtitle", "howpublished"), work.place)
    return [joined(" ", _title_in_italics(work), f"[{what[:1].upper()}{what[1:]}]"), event]


def _chapter(work: WorkFields) -> list[Text]:
    title = emph(work.book_title(sentence_case=True))
    book = joined(" ", commas(_editors(work), title), _aside(_edition(work), _volume(work), _pages(work)))
    return [_title(work), work.said("In {}", book), work.publisher]


def _book(work: WorkFields) -> list[Text]:
    edited = _editors(work)
    aside = joined("; ", commas(edited) if edited else EMPTY, commas(_edition(work), _volume(work)))
    return [joined(" ", _title_in_italics(work), _aside(aside)), work.publisher]


def _thesis(work: WorkFields) -> list[Text]:
    made = wrapped("[", commas(work.kind(_TYPES, N_("Thesis")), work.school), "]")
    number = work.said("Publication No. {}", work.text("number"))
    archive = work.text("publisher", "organization") if work.text("institution") else EMPTY
    return [joined(" ", _title_in_italics(work), _aside(number), made), archive]


def _report(work: WorkFields) -> list[Text]:
    number = (
        joined(" ", work.kind(_TYPES, N_("Report No.")), work.text("number"))
        if work.text("number")
        else EMPTY
    )
    return [joined(" ", _title_in_italics(work), _aside(number)), work.publisher]


def _patent(work: WorkFields) -> list[Text]:
    number = joined(" ", work.kind(_TYPES, N_("Patent No.")), work.text("number"))
    return [joined(" ", _title_in_italics(work), _aside(number)), work.publisher]


def _dataset(work: WorkFields) -> list[Text]:
    return _described(work, N_("Data set"))


def _software(work: WorkFields) -> list[Text]:
    return _described(work, N_("Computer software"))


def _described(work: WorkFields, what: str) -> list[Text]:
    """The title with its number and version, and a description in brackets (§10.9, §10.10)."""
    version = work.said("Version {}", work.version)
    aside = wrapped("(", joined("; ", work.text("number"), version), ")")
    return [joined(" ", _title_in_italics(work), aside, f"[{work.words(what)}]"), work.publisher]


def _preprint(work: WorkFields) -> list[Text]:
    archive = bare(work.archive_name)
    number = work.archive if str(work.archive) != str(archive) else EMPTY
    return [joined(" ", _title_in_italics(work), _aside(number)), archive]


def _web(work: WorkFields) -> list[Text]:
    return [_title_in_italics(work), work.publisher]


def _other(work: WorkFields) -> list[Text]:
    what = work.kind(_TYPES)
    return [
        joined(" ", _title_in_italics(work), wrapped("[", what, "]")),
        work.book_title() or work.text("eventtitle"),
        work.publisher,
    ]


_BY_CATEGORY: Final = {
    "article": _article, "paper": _paper, "lecture": _lecture, "chapter": _chapter, "book": _book,
    "thesis": _thesis, "report": _report, "patent": _patent, "dataset": _dataset, "software": _software,
    "preprint": _preprint, "web": _web,
}  # fmt: skip

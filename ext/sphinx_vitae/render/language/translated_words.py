"""Words that we add to the output, translated into the language of the site."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

__all__ = ["KINDS", "Words"]

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SHORT_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS: Final = {21: "Spring", 22: "Summer", 23: "Autumn", 24: "Winter"}

#: Kind → the label before one related entry, and before several.
KINDS: Final = {
    "publication": ("Paper", "Papers"),
    "talk": ("Talk", "Talks"),
    "award": ("Award", "Awards"),
    "project": ("Project", "Projects"),
    "position": ("Position", "Positions"),
    "degree": ("Degree", "Degrees"),
    "grant": ("Grant", "Grants"),
    "news": ("News", "News"),
    "teaching": ("Course", "Courses"),
    "service": ("Service", "Service"),
    "student": ("Student", "Students"),
    "membership": ("Membership", "Memberships"),
}
_STATUS: Final = {
    "inpreparation": "In preparation",
    "submitted": "Submitted",
    "forthcoming": "To appear",
    "inpress": "In press",
    "prepublished": "Preprint",
}
#: Headings for groups by type.
_TYPES: Final = {
    "journal": "Journal articles",
    "conference": "Conference papers",
    "workshop": "Workshop papers",
    "book": "Books",
    "edited": "Edited volumes",
    "chapter": "Book chapters",
    "review": "Reviews",
    "preprint": "Preprints",
    "thesis": "Theses",
    "report": "Reports",
    "patent": "Patents",
    "software": "Software",
    "dataset": "Datasets",
    "poster": "Posters",
    "other": "Other",
}
_COUNTED: Final = {
    "publication": ("{} paper", "{} papers"),
    "talk": ("{} talk", "{} talks"),
    "award": ("{} award", "{} awards"),
}


class Words:
    """All words that we add to the output.

    :param translate: English → the language of the site.
    """

    def __init__(self, translate: Callable[[str], str]) -> None:
        self._translate = translate

    def _(self, text: str) -> str:
        # Sphinx returns proxies that look up the word when they are printed.
        return str(self._translate(text))

    def __call__(self, text: str) -> str:
        """Translate any other fixed word."""
        return self._(text)

    def month(self, month: int, *, short: bool = False) -> str:
        """The name of a month (1 to 12) or season (21 to 24)."""
        if month in _SEASONS:
            return self._(_SEASONS[month])
        return self._((_SHORT_MONTHS if short else _MONTHS)[month - 1])

    def kind(self, kind: str, count: int) -> str:
        """``Talk``, ``Talks``; a kind that the site defines keeps its name."""
        one, several = KINDS.get(kind, (kind.capitalize(), kind.capitalize()))
        return self._(one if count == 1 else several)

    def status(self, status: str) -> str:
        """The name of a publication status."""
        return self._(_STATUS.get(status, status.capitalize()))

    def counted(self, kind: str, count: int) -> str:
        """``3 papers``."""
        one, several = _COUNTED.get(kind, ("{}", "{}"))
        return self._(one if count == 1 else several).format(count)

    def heading(self, field: str, value: str) -> str:
        """The heading of a group, from the field by which the list is grouped, and its value."""
        if field == "type":
            return self._(_TYPES.get(value, value.capitalize()))
        if field == "status":
            return self.status(value) if value else self._("Published")
        if not value:
            return self._({"year": "Undated", "keyword": "Other", "venue": "Other"}.get(field, "Other"))
        return value

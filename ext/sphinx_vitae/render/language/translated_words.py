"""Words that we add to the output."""

from __future__ import annotations

from typing import Final

from sphinx_vitae.model import N_, NN_

from .calendar import Calendar, Separators

__all__ = ["KINDS", "Words", "english_heading", "ordinal_number"]

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SHORT_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS: Final = {21: N_("Spring"), 22: N_("Summer"), 23: N_("Autumn"), 24: N_("Winter")}

#: Kind → the label before one related entry, and before several.
KINDS: Final = {
    # Translators: the label before publications of all kinds, as in "Papers: …"
    "publication": NN_("Paper", "Papers"),
    # Translators: the label before a lecture that somebody gave, as in "Talk: …"
    "talk": NN_("Talk", "Talks"),
    "award": NN_("Award", "Awards"),
    "project": NN_("Project", "Projects"),
    # Translators: an employment, as in "Position: professor"
    "position": NN_("Position", "Positions"),
    # Translators: an academic degree, as in "Degree: PhD"
    "degree": NN_("Degree", "Degrees"),
    # Translators: money for a project, as in "Grant: …"
    "grant": NN_("Grant", "Grants"),
    # Translators: one item of news, and several
    "news": NN_("News", "News"),
    # Translators: a course that somebody teaches
    "teaching": NN_("Course", "Courses"),
    # Translators: service to the profession, such as reviewing and committees
    "service": NN_("Service", "Service"),
    # Translators: a student whom the owner of the site supervises
    "student": NN_("Student", "Students"),
    # Translators: the membership of an academy or society
    "membership": NN_("Membership", "Memberships"),
}
#: Publication status → its name by itself, and within a sentence.
_STATUS: Final = {
    "inpreparation": (N_("In preparation"), N_("in preparation")),
    "submitted": (N_("Submitted"), N_("submitted")),
    # Translators: of a paper that was accepted and will be published, as in "to appear"
    "forthcoming": (N_("To appear"), N_("to appear")),
    # Translators: of a paper that is being printed
    "inpress": (N_("In press"), N_("in press")),
    "prepublished": (N_("Preprint"), N_("preprint")),
}
#: Headings for groups by type.
_TYPES: Final = {
    "journal": N_("Journal articles"),
    "conference": N_("Conference papers"),
    "workshop": N_("Workshop papers"),
    "book": N_("Books"),
    # Translators: books of which somebody is the editor
    "edited": N_("Edited volumes"),
    "chapter": N_("Book chapters"),
    # Translators: reviews of books
    "review": N_("Reviews"),
    "preprint": N_("Preprints"),
    "thesis": N_("Theses"),
    "report": N_("Reports"),
    "patent": N_("Patents"),
    "software": N_("Software"),
    "dataset": N_("Datasets"),
    "poster": N_("Posters"),
    # Translators: the heading for works of other types
    "other": N_("Other"),
}
#: The fields whose values have names; the values of other fields are headings themselves.
_NAMED_GROUPS: Final = frozenset(("type", "status"))
#: The headings for entries without a value in the field by which a list is grouped.
# Translators: the heading for works without a year
_WITHOUT: Final = {"year": N_("Undated")}
_COUNTED: Final = {
    "publication": NN_("{} paper", "{} papers"),
    "talk": NN_("{} talk", "{} talks"),
    "award": NN_("{} award", "{} awards"),
}
#: Languages whose word for "et al." begins with "and", or follows a name as a particle, and has no comma before it.
_JOINING_OTHERS: Final = frozenset(
    ("ar", "da", "de", "el", "fa", "fi", "he", "hu", "ko", "nb", "nl", "pl", "ru", "sv", "tr", "uk")
)
_COMMAS: Final = {"ar": "، ", "fa": "، "}
#: What is between a label and what it labels, where it is not ": ".
_COLONS: Final = {"fr": "\N{NO-BREAK SPACE}: "}


class Words:
    """All words that we add to the output, in English, which needs no lookup; `CatalogueWords` has other languages.

    :param calendar: dates and lists in another language; ``None`` for English.
    :param state: changes with the site's own words and catalogues.
    :param from_right: whether the language of the site is written from right to left.
    """

    #: Whether all phrases are printed as they are in the source code.
    unchanged: bool = True

    def __init__(
        self, calendar: Calendar | None = None, state: str = "", *, from_right: bool = False
    ) -> None:
        self.state = state
        self.from_right = from_right
        self.calendar = calendar
        self.language = calendar.language if calendar else "en"
        self._and = self(N_("and"))
        #: What is between the parts of a reference, and between names.
        self.comma = _COMMAS.get(self.language, ", ")
        #: What is between a label, such as "Keywords", and what it labels.
        self.colon = _COLONS.get(self.language, ": ")
        #: What is between the last name of a list and "et al.".
        self.before_others = " " if self.language in _JOINING_OTHERS else self.comma
        self.separators = calendar.separators if calendar else self._english_separators()

    def __call__(self, text: str) -> str:
        """A phrase."""
        return text

    def in_context(self, context: str, text: str) -> str:  # noqa: ARG002  (other languages need it)
        """A phrase that can mean several things in English.

        :param context: which of them it means.
        """
        return text

    def plural(self, one: str, several: str, number: int) -> str:
        """A phrase that depends on a number, which is not inserted."""
        return one if number == 1 else several

    def around(self, text: str) -> tuple[str, str]:
        """What a phrase with one placeholder has before and after it: ``volume {}``."""
        before, _, after = text.partition("{}")
        return before, after

    def ordinal(self, one: str, several: str, number: int) -> str:
        """A phrase with an ordinal, such as ``2nd edition``.

        :param one: the phrase for the number 1, ``{}st edition``; ``several``: for others, ``{}th edition``.
        """
        said = self.plural(one, several, number)
        if said in {one, several}:
            return several.replace("{}th", ordinal_number(number))
        return said.format(number)

    def month(self, month: int, *, short: bool = False) -> str:
        """The name of a month (1 to 12) or season (21 to 24) by itself."""
        if month in _SEASONS:
            return self(_SEASONS[month])
        if self.calendar:
            return self.calendar.month(month, short=short)
        return (_SHORT_MONTHS if short else _MONTHS)[month - 1]

    def kind(self, kind: str, count: int) -> str:
        """``Talk``, ``Talks``; a kind that the site defines keeps its name."""
        if kind in KINDS:
            return self.plural(*KINDS[kind], count)
        return self(kind.capitalize())

    def status(self, status: str) -> str:
        """The name of a publication status."""
        return self(_STATUS[status][0] if status in _STATUS else status.capitalize())

    def status_within(self, status: str) -> str:
        """The name of a publication status within a sentence."""
        return self(_STATUS[status][1] if status in _STATUS else status.lower())

    def counted(self, kind: str, count: int) -> str:
        """``3 papers``."""
        if kind in _COUNTED:
            return self.plural(*_COUNTED[kind], count).format(count)
        return str(count)

    def heading(self, field: str, value: str) -> str:
        """The heading of a group, from the field by which the list is grouped, and its value."""
        english = english_heading(field, value)
        return english if value and field not in _NAMED_GROUPS else self(english)

    def _english_separators(self) -> Separators:
        """Names are joined without a comma before "and"."""
        between = f" {self._and} "
        return Separators(between, ", ", between)

    def separator(self, english: str) -> str:
        """A separator of names in the layout of a house style, with the words of the language: ``, and ``."""
        if "and" not in english:
            return english.replace(", ", self.comma)
        return english.replace("and", self._and) if self.calendar is None else self.separators.last

    def others(self, english: str) -> str:
        """The end of a shortened list in the layout of a house style: ``, et al.``."""
        said = english.replace("et al.", self("et al."))
        return said if self.before_others == ", " else " " + said.lstrip(", ")


def english_heading(field: str, value: str) -> str:
    """The heading of a group in English, from which its address is made in all languages."""
    if field == "type":
        return _TYPES.get(value, value.capitalize())
    if field == "status":
        return _STATUS[value][0] if value in _STATUS else value.capitalize() or N_("Published")
    return value or _WITHOUT.get(field, "Other")


def ordinal_number(number: int) -> str:
    """The English ordinal for a number: ``2nd``."""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"

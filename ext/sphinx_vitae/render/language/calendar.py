"""Dates and lists in languages other than English, from the patterns of CLDR."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from babel import Locale
from babel.dates import parse_pattern

from sphinx_vitae.model import Moment

__all__ = ["Calendar", "Form", "Separators"]

Form = Literal["short", "long", "days"]
#: CLDR's skeletons for a month in a year, a day in a year, and a day in a month.
_LONG: Final = ("yMMMM", "yMMMMd", "MMMMd")
_SHORT: Final = ("yMMM", "yMMMd", "MMMd")
_FIELDS: Final = re.compile(r"%\((\w+)\)s")
#: ISO 639-2 → ISO 639-1.
_TWO_LETTERS: Final = {
    "deu": "de", "ger": "de", "eng": "en", "fra": "fr", "fre": "fr", "ita": "it", "jpn": "ja", "kor": "ko",
    "por": "pt", "rus": "ru", "spa": "es", "zho": "zh", "chi": "zh",
}  # fmt: skip
#: Languages in which "until" takes the genitive, which CLDR has as the form of months within dates.
_GENITIVE: Final = frozenset(("cs", "pl", "ru", "uk"))
#: Languages in which a year that is not in a reference has a sign. In others, CLDR has a full stop or a word, which nobody
#: expects in a column of dates.
_WITH_SIGN: Final = frozenset(("ja", "ko", "zh"))
_DAY: Final = "%(d)s"
_YEAR: Final = "%(y)s"


@dataclass(frozen=True, slots=True)
class Separators:
    """What is between the names in a list: between two, between several, and before the last of several."""

    two: str
    between: str
    last: str


class Calendar:
    """The dates of one language.

    Months are numbered from 1 to 12. Years can be beyond what `datetime` allows.
    """

    def __init__(self, locale: Locale) -> None:
        self._locale = locale
        self.language: str = locale.language
        self._patterns: dict[str, str] = {}
        self._moments: dict[tuple[int, int, Form, str], str] = {}

    def moment(self, moment: Moment, form: Form, *, year: str = "") -> str:
        """A month or day, such as ``17. Mai 2024`` or ``mayo de 2024``.

        :param year: the year as printed; empty for a date without its year.
        """
        asked = moment.month, moment.day, form, year
        if asked not in self._moments:
            self._moments[asked] = self._printed(moment, form, year)
        return self._moments[asked]

    def _printed(self, moment: Moment, form: Form, year: str) -> str:
        month, day, within = _LONG if form == "long" else _SHORT
        with_day = bool(moment.day) and form != "short"
        pattern = self._pattern(day if with_day and year else within if with_day else month)
        if not year and not with_day:
            if not pattern.startswith(_YEAR):
                wide = "(MMMM)" in pattern or "(LLLL)" in pattern
                return self.month(moment.month, short=not wide)
            pattern = pattern[pattern.index("%", 1) :]
        return self._filled(pattern, moment, year)

    @cached_property
    def year_sign(self) -> str:
        """What follows a year by itself in Chinese, Japanese and Korean (``2024年``); empty in other languages."""
        return self._pattern("y").removeprefix(_YEAR) if self.language in _WITH_SIGN else ""

    @cached_property
    def years_share_sign(self) -> bool:
        """Whether only the second of two years has the sign: ``2020 – 2024年``."""
        return bool(self.year_sign) and self.year_sign not in self._locale.interval_formats["y"]["y"][0]

    def month(self, month: int, *, short: bool = False) -> str:
        """The name of a month by itself."""
        width = "abbreviated" if short else "wide"
        return str(self._locale.months["stand-alone"][width][month])

    def after_until(self, date: str, month: int) -> str:
        """A date as it is printed after "until": ``do května 2021`` for ``květen 2021``."""
        if self.language in _GENITIVE and month:
            alone, within = (self._locale.months[use]["wide"][month] for use in ("stand-alone", "format"))
            date = re.sub(rf"\b{alone}\b", within, date)
        return date

    def days(self, first: Moment, last: Moment, form: Form, *, year: str = "") -> str:
        """Days of one month, such as ``3.–5. Mai 2024``."""
        _, day, within = _LONG if form == "long" else _SHORT
        pattern = self._pattern(day if year else within)
        return self._filled(pattern.replace(_DAY, f"{first.day}{self._between_days}{_DAY}", 1), last, year)

    @cached_property
    def year_first(self) -> bool:
        """Whether the year is before the month."""
        return self._pattern(_LONG[0]).startswith(_YEAR)

    def months(self, first: Moment, last: Moment, form: Form, *, year: str = "") -> str:
        """From one month of a year to another, such as ``Mai–Juni 2024`` or ``3. Mai – 5. Juni 2024``."""
        start = self.moment(first, form, year=year if self.year_first else "")
        end = self.moment(last, form, year="" if self.year_first else year)
        return self.between(start, end)

    def language_name(self, code: str) -> str:
        """The name of the language with this code, as within a sentence; empty if it is unknown."""
        return str(self._locale.languages.get(_TWO_LETTERS.get(code, code), ""))

    def between(self, first: str, last: str) -> str:
        """A range, as in ``2020 – 2024``."""
        return self._range.format(first, last)

    @cached_property
    def separators(self) -> Separators:
        """The separators of a list whose last part follows "and"."""
        patterns = self._locale.list_patterns["standard"]
        two, between, last = (
            _spaced(patterns[part].removeprefix("{0}").removesuffix("{1}")) for part in ("2", "middle", "end")
        )
        return Separators(two, between, last)

    @cached_property
    def _range(self) -> str:
        return re.sub(r"^\{0\}\s*[-–—]\s*\{1\}$", "{0} – {1}", str(self._locale.interval_formats[None]))

    @cached_property
    def _between_days(self) -> str:
        """What is between two days of a month: ``–``, ``.–``, or ``日～``."""
        parts = self._locale.interval_formats["yMMMd"]["d"]
        found = re.search(r"d([^\w']*(?:日|일)?[^\w']*)d", "".join(parts).replace("dd", "d"))
        return _spaced(found[1]) if found else "–"

    def _pattern(self, skeleton: str) -> str:
        """The pattern for a skeleton, as a format string of ``%``."""
        if skeleton not in self._patterns:
            skeletons, locale = self._locale.datetime_skeletons, self._locale
            if skeleton == "yMMMMd":
                pattern = locale.date_formats["long"].pattern
            elif skeleton in skeletons:
                pattern = skeletons[skeleton]
            else:
                pattern = skeletons[skeleton.replace("MMMM", "MMM")]
            self._patterns[skeleton] = _spaced(str(parse_pattern(pattern).format))
        return self._patterns[skeleton]

    def _filled(self, pattern: str, moment: Moment, year: str) -> str:
        return pattern % {name: self._field(name, moment, year) for name in _FIELDS.findall(pattern)}

    def _field(self, name: str, moment: Moment, year: str) -> str:
        if name[0] == "y":
            return year
        if name[0] == "d":
            return str(moment.day)
        if len(name) < 3:
            return str(moment.month)
        use = "format" if name[0] == "M" else "stand-alone"
        return str(self._locale.months[use]["abbreviated" if len(name) == 3 else "wide"][moment.month])


def _spaced(text: str) -> str:
    """The text with spaces that every font contains, and without marks of direction, which the text around it has."""
    return text.replace("\u2009", " ").replace("\u202f", "\u00a0").replace("\u200f", "")

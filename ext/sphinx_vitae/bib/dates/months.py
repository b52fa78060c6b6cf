"""The contents of BibTeX's ``month`` field: names in several languages, numbers, days, ranges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple
from unicodedata import normalize

from ..vocabulary import words

__all__ = ["BESIDES", "Side", "is_month", "month_in", "sides_of"]


class Side(NamedTuple):
    """One side of a range; 0 means missing. Months 21 to 24 are seasons, starting with spring."""

    month: int = 0
    day: int = 0
    year: int = 0


#: English, German, French, Spanish, Italian, Portuguese, Dutch, Danish, Norwegian, Swedish; then Romanian, Catalan,
#: Hungarian, Croatian, Serbian, Slovene, Czech, Polish, Turkish, Finnish; without accents. "Listopad" is October
#: or November, depending on the language.
_MONTHS: Final = (
    "january januar jaenner janner janvier enero gennaio janeiro januari jan janv ene genn gen"
    " ianuarie gener sijecanj sijecnja leden ledna styczen stycznia ocak tammikuu",
    "february februar feber fevrier febrero febbraio fevereiro februari feb fevr fev febr"
    " februarie febrer veljaca veljace unor unora luty lutego subat helmikuu",
    "march marts marz maerz mars marzo marco maart mar mrz mae mrt"
    " martie marc marcius marec mart ozujak ozujka brezen brezna marzec marca maaliskuu",
    "april avril abril aprile apr avr abr"
    " aprilie aprilis travanj travnja duben dubna kwiecien kwietnia nisan huhtikuu",
    "may mai maj mayo maggio maio mei mag maig majus svibanj svibnja kveten kvetna maja mays toukokuu",
    "june juni juin junio giugno junho jun giu"
    " iunie juny junius junij lipanj lipnja cerven cervna czerwiec czerwca haziran kesakuu",
    "july juli juillet julio luglio julho jul juil lug"
    " iulie juliol julius julij srpanj srpnja cervenec cervence lipiec lipca temmuz heinakuu",
    "august augusti aout agosto augustus aug ago aou"
    " agost agustos augusztus avgust kolovoz kolovoza srpen srpna sierpien sierpnia elokuu",
    "september septembre septiembre setiembre settembre setembro sep sept set sett"
    " septembrie setembre szeptember septembar rujan rujna zari wrzesien wrzesnia eylul syyskuu",
    "october oktober octobre octubre ottobre outubro oct okt ott out"
    " octombrie oktobar rijen rijna pazdziernik pazdziernika ekim lokakuu",
    "november novembre noviembre nov noiembrie novembar studeni studenoga kasm marraskuu",
    "december desember dezember decembre diciembre dicembre dezembro dec des dez dic"
    " decembrie desembre decembar prosinac prosinca prosinec prosince grudzien grudnia aralk joulukuu",
)
_SEASONS: Final = (
    "spring fruhling fruehling fruhjahr fruehjahr printemps primavera lente",
    "summer sommer ete verano estate verao zomer",
    "autumn fall herbst automne otono autunno outono herfst",
    "winter hiver invierno inverno",
)
_NUMBERS: Final = {
    word: number
    for first, names in ((1, _MONTHS), (21, _SEASONS))
    for number, block in enumerate(names, first)
    for word in words(block)
}
_RANGE: Final = re.compile(r"\s*(?:-{1,3}|–|—|/|&|\b(?:to|and|bis|und|au|et|al|e|y|tot|en)\b)\s*", re.I)
#: What separates a date from other text.
BESIDES: Final = " ,.;:()[]/-–—"
_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
#: Words that occur next to a day.
_FILLERS: Final = words("st nd rd th er of the de den du le del el o a dia am im jour")


def is_month(word: str) -> bool:
    """Whether a word is the name of a month or season."""
    return _number(_folded(word)) > 0


def sides_of(month: str) -> tuple[Side, Side | None] | None:
    """The contents of ``month``: one day or month, or the two ends of a range; ``None`` if it is neither."""
    if not month:
        return Side(), None
    sides = [_side(part) for part in _RANGE.split(month.strip(" .,~"))]
    if len(sides) > 2 or None in sides:
        return None
    first, last = sides[0] or Side(), sides[1] if len(sides) == 2 else None
    if last is None:
        return (_as_month(first), None) if first.month or first.day <= 12 else None
    if not first.month and not last.month:  # 5--6: two months
        return (_as_month(first), _as_month(last)) if max(first.day, last.day) <= 12 else None
    return first._replace(month=first.month or last.month), last._replace(month=last.month or first.month)


def month_in(words: Sequence[str]) -> tuple[int, int] | None:
    """Where a month, with its days, begins and ends in other text; ``None`` if there is not exactly one."""
    found: list[tuple[int, int]] = []
    for number, word in enumerate(words):
        if (found and number < found[-1][1]) or not any(map(is_month, _WORD.findall(word))):
            continue
        if _is_readable([word]):
            found.append(_extended(words, number, number + 1))
    return found[0] if len(found) == 1 else None


def _extended(words: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """The longest text around these words that can be read; "to" alone cannot, but "to 3" can."""
    while True:
        longer = ((start - 1, end), (start - 2, end), (start, end + 1), (start, end + 2))
        inside = (each for each in longer if each[0] >= 0 and each[1] <= len(words))
        found = next((each for each in inside if _is_readable(words[each[0] : each[1]])), None)
        if found is None:
            return start, end
        start, end = found


def _is_readable(words: Sequence[str]) -> bool:
    """Whether words, without the punctuation around them, are a month, its days, or a range of these."""
    return sides_of(" ".join(words).strip(BESIDES)) is not None


def _as_month(side: Side) -> Side:
    """Parse one side of a range, where a number on its own is a month."""
    return side if side.month else Side(side.day, 0, side.year)


def _side(text: str) -> Side | None:
    """Parse one side of a range, such as "June", "3 June", "June 3rd", "6" or "3 June 2020"; return ``None``
    for anything else.
    """
    month = day = year = 0
    for word in _WORD.findall(_folded(text)):
        if len(word) == 4 and word.isdecimal():
            year = int(word)
        elif word.isdecimal() and not day and len(word) < 3 and 1 <= int(word) <= 31:
            day = int(word)
        elif not month and (number := _number(word)):
            month = number
        elif word not in _FILLERS:
            return None
    if not month and not day:
        return None
    return Side(month, day if month < 21 else 0, year)


def _folded(text: str) -> str:
    """The text in lower case, without accents."""
    return normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


def _number(word: str) -> int:
    """The number of a month (1 to 12) or season (21 to 24), even if abbreviated; otherwise 0."""
    if number := _NUMBERS.get(word):
        return number
    if len(word) < 4:
        return 0
    found = {number for name, number in _NUMBERS.items() if len(name) > 3 and name.startswith(word)}
    return found.pop() if len(found) == 1 else 0

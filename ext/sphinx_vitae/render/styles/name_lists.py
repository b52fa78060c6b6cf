"""Name lists in house styles: a single algorithm, with the differences between styles as data."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from sphinx_vitae.model import EMPTY, NameList, Person, Span, Text

from ..language.translated_words import Words

__all__ = ["NameStyle", "family_first", "given_first", "initials", "listed"]

#: A full stop, except before a hyphen.
_AFTER_INITIAL: Final = re.compile(r"\.(?![-‐‑])")
_PART: Final = re.compile(r"[^\s.\-‐‑]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameStyle:
    """How a style prints name lists.

    :param name: a function that prints a name; ``first`` prints the first name in a list, if that is
        different.
    :param two: the separator between two names; ``last``: before the last of several names; ``between``:
        before the others.
    :param most: longer lists are shortened to ``kept`` names, plus the last one if ``ends`` is true; 0 means
        no limit.
    :param gap: the text that replaces omitted names before a name that is printed.
    :param others: et al. after one name, and after several names.
    """

    name: Callable[[Person], str]
    first: Callable[[Person], str] | None = None
    two: str = " and "
    last: str = ", and "
    between: str = ", "
    most: int = 0
    kept: int = 1
    ends: bool = False
    gap: str = ", …, "
    others: tuple[str, str] = (" et al.", ", et al.")


def initials(given: str, dot: str = ".", between: str = " ", hyphen: str = "-") -> str:
    """``Wai-Kai Fu`` as ``W.-K. F.``; ``J.K.`` and ``JK`` are already two initials, and ``J.-P.`` is one."""
    words = []
    for word in _AFTER_INITIAL.sub(". ", given).split():
        parts = [part for part in re.split(r"[-‐‑]", word) if _PART.search(part)]
        letters = [_PART.search(part)[0] for part in parts]  # type: ignore[index]
        if len(letters) == 1 and 1 < len(letters[0]) <= 3 and letters[0].isupper() and letters[0].isascii():
            words += [f"{letter}{dot}" for letter in letters[0]]
        elif letters:
            words.append(hyphen.join(f"{letter[0]}{dot}" for letter in letters))
    return between.join(words)


def given_first(person: Person, given: str, before_suffix: str = " ") -> str:
    """The *given* names followed by the family name."""
    if person.literal or not person.given or person.family_first:
        return str(person)
    family = " ".join(part for part in (person.prefix, person.family) if part)
    suffix = f"{before_suffix}{person.suffix}" if person.suffix else ""
    return f"{given} {family}{suffix}"


def family_first(person: Person, given: str, between: str = ", ", before_suffix: str = ", ") -> str:
    """The family name followed by the *given* names; Chinese, Japanese and Korean names are already in this
    order.
    """
    if person.literal or not person.given or person.family_first:
        return str(person)
    family = " ".join(part for part in (person.prefix, person.family) if part)
    suffix = f"{before_suffix}{person.suffix}" if person.suffix else ""
    return f"{family}{between}{given}{suffix}"


def listed(
    names: NameList,
    mine: frozenset[Person],
    style: NameStyle,
    address: Callable[[Person], str],
    sign: Callable[[Person], str],
    words: Words,
) -> Text:
    """A name list as a `Text`, in the language of the site.

    :param mine: names to emphasise, which are never omitted.
    :param address: person → the URL of their home page; empty if there is none.
    :param sign: person → the marks after their name.
    """
    persons = names.persons
    shown = _shown(persons, mine, style)
    between = words.separators.between if words.calendar and "and" in style.last else style.between
    made = EMPTY
    for place, n in enumerate(shown):
        if place:
            last = n == len(persons) - 1 and not names.others
            gap = n - shown[place - 1] > 1
            two = len(persons) == 2
            made = made + (
                style.gap
                if gap
                else words.separator(style.two)
                if last and two
                else words.separator(style.last)
                if last and len(shown) == len(persons)
                else between
            )
        name = (style.first if n == 0 and style.first else style.name)(persons[n])
        made = made + _marked(
            name.replace(", ", words.comma), persons[n] in mine, address(persons[n]), sign(persons[n])
        )
    if made and (names.others or shown[-1] < len(persons) - 1):
        made = made + words.others(style.others[len(shown) > 1])
    return made


def _shown(persons: tuple[Person, ...], mine: frozenset[Person], style: NameStyle) -> list[int]:
    """The positions of the names to print.

    A single name between two printed ones is kept, because it takes up less space.
    """
    count = len(persons)
    if not style.most or count <= style.most:
        return list(range(count))
    shown = {*range(style.kept), *(n for n in range(count) if persons[n] in mine)}
    if style.ends:
        shown.add(count - 1)
    else:
        shown |= {n for n in range(1, count - 1) if n - 1 in shown and n + 1 in shown}
    return sorted(shown)


def _marked(name: str, me: bool, url: str, sign: str) -> Text:
    text = Text((name,))
    if url:
        text = Text((Span("person", text.parts, url),))
    if me:
        text = Text((Span("me", text.parts),))
    return text + Text((Span("mark", (sign,)),)) if sign else text

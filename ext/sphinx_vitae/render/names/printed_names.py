"""Name lists: the form of names, the names to show in a long list, and the separators."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sphinx_vitae.model import NameList, Person, Span, Text

from ..language.translated_words import Words

__all__ = ["Hidden", "Name", "Naming", "affiliated", "enumerated", "print_name", "shorten"]

_CJK: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Name:
    """One printed name.

    :param me: whether it is the owner's.
    :param marks: the symbols after it; ``meaning`` is their meaning, if known.
    :param url: the URL that it links to.
    :param affiliation: the affiliation, as in the entry.
    :param before: the text between the previous name and this one.
    :param after: the text after the name and its marks.
    :param others: whether it is "et al." instead of a name.
    """

    text: str
    me: bool = False
    marks: str = ""
    url: str = ""
    meaning: str = ""
    affiliation: str = ""
    before: str = ", "
    after: str = ""
    others: bool = False

    @property
    def names(self) -> tuple[Name, ...]:
        """The names that this one hides: none, unlike `Hidden`."""
        return ()


@dataclass(frozen=True, slots=True)
class Hidden:
    """Names in the middle of a long list, which pages show on demand."""

    names: tuple[Name, ...]
    before: str = ", "
    after: str = ""

    @property
    def others(self) -> bool:
        """Whether this is "et al.": always False, unlike `Name`."""
        return False


#: Between two initials without a space: J.R.
_RUN: Final = re.compile(r"(?<=[^\W\d_]\.)(?=[^\W\d_])")
_CAPITALS: Final = re.compile(r"[A-Z]{2,3}")
#: A function that prints the names of a field in running text, with the owner emphasised.
Naming = Callable[[NameList], Text]


def print_name(person: Person, form: str) -> str:
    """A name as ``full`` (Guyue Huang), ``initials`` (G. Huang) or ``family-initials`` (Huang G.).

    In every form, Chinese, Japanese and Korean names are written with the family name first, and without a
    space. Each word in the given names has an initial. Hyphens are kept: Po-An becomes P.-A. Initials without
    spaces between them (J.R., and JR unless the family name is in capitals too) are kept one by one.
    """
    if person.literal or not person.given:
        return str(person)
    family = " ".join(part for part in (person.prefix, person.family) if part)
    if _CJK.search(person.family):
        return family + person.given
    suffix = f" {person.suffix}" if person.suffix else ""
    if form == "full":
        return f"{person.given} {family}{suffix}"
    words = [part for word in person.given.split() for part in _RUN.split(word)]
    if not person.family.isupper():
        words = [part for word in words for part in (word if _CAPITALS.fullmatch(word) else (word,))]
    initials = " ".join(filter(None, map(_initials, words)))
    return f"{initials} {family}{suffix}" if form == "initials" else f"{family}{suffix} {initials}"


def _initials(word: str) -> str:
    return "-".join(f"{part[0]}." for part in word.split("-") if part.strip("."))


def shorten(names: Sequence[Name], limit: int) -> list[Name | Hidden]:
    """The names in a list, in order, with those beyond *limit* hidden.

    The first names, the last name and the owner are never hidden. A single name is not hidden either,
    because a note would take up more space.

    :param limit: the maximum number of names; 0 means no limit.
    """
    if not limit or len(names) <= limit:
        return list(names)
    shown = {n for n, name in enumerate(names) if n < max(limit - 1, 1) or n == len(names) - 1 or name.me}
    return _folded(names, shown)


def _folded(printed: Sequence[Name], shown: set[int]) -> list[Name | Hidden]:
    folded: list[Name | Hidden] = []
    run: list[Name] = []
    for n, name in enumerate(printed):
        if n not in shown:
            run.append(name)
            continue
        folded.extend([Hidden(tuple(run), run[0].before)] if len(run) > 1 else run)
        run = []
        folded.append(name)
    return folded


def affiliated(names: Sequence[Name | Hidden], form: str, words: Words) -> list[Name | Hidden]:
    """The names, with their affiliations from the entry.

    :param form: ``grouped`` (A and B, UC Berkeley; C, MIT), ``each`` (A (UC Berkeley); B), or ``none``.
    """
    if form == "none" or not any(_affiliations(names)):
        return list(names)
    placed: list[Name | Hidden] = []
    for n, each in enumerate(names):
        previous = names[n - 1] if n else None
        following = names[n + 1] if n + 1 < len(names) else None
        if isinstance(each, Hidden):
            inner = affiliated(each.names, form, words)
            kept = tuple(name for name in inner if isinstance(name, Name))
            placed.append(Hidden(kept, "; " if n else each.before))
        elif form == "each":
            after = f" ({each.affiliation})" if each.affiliation else ""
            placed.append(replace(each, before="; ", after=after))
        else:
            before = "; " if not _together(previous, each) else words.comma
            if before == words.comma and not _together(each, following):
                before = words.separators.two
            ends = each.affiliation and not _together(each, following)
            placed.append(
                replace(each, before=before, after=f"{words.comma}{each.affiliation}" if ends else "")
            )
    return placed


def _together(one: Name | Hidden | None, other: Name | Hidden | None) -> bool:
    """Whether two adjacent names have the same affiliation."""
    return isinstance(one, Name) and isinstance(other, Name) and one.affiliation == other.affiliation


def _affiliations(names: Sequence[Name | Hidden]) -> list[str]:
    found = []
    for each in names:
        found += [name.affiliation for name in each.names] if isinstance(each, Hidden) else [each.affiliation]
    return found


def enumerated(names: Sequence[Name], words: Words, *, others: bool = False) -> Text:
    """Names in running text: ``A, B and C``, ``A, B, et al.``, with the owner emphasised."""
    parts: list[str | Span] = []
    for n, name in enumerate(names):
        if n:
            last = n == len(names) - 1 and not others
            between = words.separators
            parts.append((between.two if n == 1 else between.last) if last else between.between)
        parts.append(Span("me", (name.text,)) if name.me else name.text)
    if others:
        parts += [words.before_others, words("et al.")]
    return Text(tuple(parts))

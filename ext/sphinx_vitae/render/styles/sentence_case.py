r"""Titles in sentence case, for styles that require it.

This does what BibTeX's ``change.case$`` and biblatex's ``\MakeSentenceCase`` do, more carefully. It changes
only titles in title case, in which none of the longer words begins with a lowercase letter, and only words
that consist of a capital followed by lowercase letters. ``BERT``, ``GPUs``, ``mRNA`` and ``3D`` therefore
remain unchanged, as does everything in braces. Titles in languages other than English are not changed. Names
that are not in `_PROPER` need braces, as in BibTeX: ``{London}``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from sphinx_vitae.bib import parse_text
from sphinx_vitae.bib.vocabulary import words
from sphinx_vitae.model import Inline, Record, Span, Text

__all__ = ["in_sentence_case"]

_GROUP: Final = re.compile(r"(?<!\\)\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}")
#: A word, including apostrophes, but not hyphens.
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
#: Longer words that are lowercase in title case.
_SMALL: Final = words(
    """
    about above across after against along among around atop before behind below beneath beside besides between
    beyond despite during except from inside into like near onto outside over past since than that their through
    throughout till toward towards under underneath until unto upon versus when where whether which while with
    within without
    """
)
#: Words that are always capitalised in English; other names are too many to list.
_PROPER: Final = words(
    """
    january february april june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    american arabic asian australian british chinese czech danish dutch english european finnish french german greek
    hebrew hindi hungarian indian italian japanese korean latin norwegian persian polish portuguese roman russian
    spanish swedish swiss turkish ukrainian vietnamese africa america asia china europe germany india japan
    abelian arrhenius banach bayes bayesian bernoulli boltzmann boolean brownian cartesian cauchy chebyshev coulomb
    darwinian dirichlet doppler einstein euclidean euler fourier galois gaussian gibbs hamiltonian hawking hermitian
    hilbert jacobian kalman lagrangian laplace laplacian lipschitz lorentz lyapunov markov maxwell
    newton newtonian pareto poisson ramsey riemann riemannian schrödinger shannon sobolev taylor turing wasserstein
    """
)
_LONG: Final = 4
#: The word after one of these counts as the first word of a title.
_BREAK: Final = re.compile(r"(?:[:?!.]\s+|—\s*|\s–\s+)[“‘\"(]*$")
#: Follows a word that is part of a host name: ``Salon.com``.
_HOST: Final = re.compile(r"\.[^\W\d_]")
_OPENING: Final = re.compile(r"[“‘\"(\[¿¡]*")
_ENGLISH: Final = words("english american british usenglish ukenglish canadian australian newzealand")


def in_sentence_case(record: Record, text: Text, *fields: str, after_colon: bool) -> Text:
    """A title in sentence case.

    :param text: the title, as parsed from *fields*, in which braces protect words.
    :param after_colon: whether the first word after a colon is capitalised.
    """
    langid = record.title_language.lower()
    if langid and langid not in _ENGLISH and not langid.startswith("en"):
        return text
    whole = str(text)
    shielded = _protected(whole, [record.fields.get(field, "") for field in fields])
    lower = _is_title_case(whole, shielded)
    changes: dict[int, str] = {}
    first, behind = _first(whole), 0
    for found in _WORD.finditer(whole):
        start = found.start()
        between, behind = whole[behind:start], found.end()  # only the new part, because titles may be long
        if shielded[start] or _HOST.match(whole, found.end()):
            continue
        if break_ := _BREAK.search(between):
            if found[0].islower() and after_colon:
                changes[start] = found[0][0].upper()
            elif lower and not after_colon and break_[0][0] == ":" and _plain(found[0]):
                changes[start] = found[0][0].lower()
        elif lower and _plain(found[0]) and start > first and not _initial(whole, found):
            changes[start] = found[0][0].lower()
    return Text(tuple(_changed(text.parts, changes.get, [0]))) if changes else text


def _first(whole: str) -> int:
    """The position where the first word of a title begins, after any quotes and brackets."""
    found = _OPENING.match(whole)
    return found.end() if found else 0


def _plain(word: str) -> bool:
    """Whether a word consists of a capital followed by lowercase letters, and is not a name."""
    small = re.split("[’']", word.lower())[0]
    return word[0].isupper() and (word[1:].islower() or word == "A") and small not in _PROPER


def _initial(whole: str, found: re.Match[str]) -> bool:
    """Whether a match is a single letter that is not an article: ``Vitamin C``, ``A. Turing``."""
    return len(found[0]) == 1 and (found[0] != "A" or whole[found.end() : found.end() + 1] in {".", "*", "-"})


def _is_title_case(whole: str, shielded: list[bool]) -> bool:
    """Whether none of the longer words is lowercase, and at least one word after the first is capitalised."""
    long = [
        found
        for found in _WORD.finditer(whole)
        if len(found[0]) >= _LONG and found[0].lower() not in _SMALL and not shielded[found.start()]
    ]
    joined = [
        found
        for found in long
        if whole[found.start() - 1 : found.start()] not in {"-", "‐", "‑", ".", "/", "@"}
    ]
    first = _first(whole)
    later = [found for found in joined if found.start() > first]
    return bool(later) and not any(found[0].islower() for found in joined)


def _protected(whole: str, sources: list[str]) -> list[bool]:
    """For each character, whether it is in braces in the entry.

    Braces that begin with a command contain an accent or a symbol, and protect nothing.
    """
    shielded = [False] * (len(whole) + 1)
    position = 0
    for source in sources:
        for found in _GROUP.finditer(source):
            if found[1].startswith("\\") and not re.match(r"\\[A-Za-z]{2,}", found[1]):
                continue
            inner = str(parse_text(found[1]))
            at = whole.find(inner, position) if inner else -1
            if at >= 0:
                position = at + len(inner)
                shielded[at:position] = [True] * len(inner)
    return shielded


def _changed(
    parts: tuple[Inline, ...], change: Callable[[int], str | None], position: list[int]
) -> list[Inline]:
    """The parts with some characters replaced, by their positions in the text."""
    made: list[Inline] = []
    for part in parts:
        if isinstance(part, str):
            start = position[0]
            made.append("".join(change(start + n) or char for n, char in enumerate(part)))
            position[0] += len(part)
        elif part.kind in {"math", "code", "link", "cite", "item"}:
            position[0] += len(str(Text((part,))))
            made.append(part)
        else:
            made.append(Span(part.kind, tuple(_changed(part.parts, change, position)), part.target))
    return made

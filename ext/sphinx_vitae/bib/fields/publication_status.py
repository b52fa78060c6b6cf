"""The publication status: a key for biblatex's ``pubstate``, and how it was written.

Besides ``pubstate`` (manual §2.2.2 and §4.9.2.11), common phrases are recognised in the journal, in a note,
and in the year, but only at the start or the end or in parentheses, so that the name of a journal is not
mistaken for a status.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

__all__ = [
    "STATES",
    "Status",
    "state_key",
    "states_within",
    "status_in_date",
    "status_in_note",
    "status_in_venue",
    "within_sentence",
]

#: biblatex's keys, in the order in which a work goes through these stages.
STATES: Final = ("inpreparation", "submitted", "forthcoming", "inpress", "prepublished")


class Status(NamedTuple):
    """A publication status: its key, its words as written, and the rest of the field."""

    key: str
    written: str
    rest: str = ""


_REVIEW: Final = (
    r"(?:(?:double|single)[- ]blind |peer[ -]?|journal |major |minor )?(?:review|revision|submission)"
)
#: Words → key. An accepted work is ``forthcoming`` in biblatex.
_WORDS: Final = (
    (rf"(?:currently |still |now )?(?:under|in) {_REVIEW}", "submitted"),
    (
        r"(?:manuscript |preprint |article |paper )?(?:re-?)?submitted"
        r"(?: manuscript)?(?: for (?:publication|review))?",
        "submitted",
    ),
    (r"(?:major|minor) revisions?|revise (?:and|&|\\&) resubmit|r ?\\?& ?r", "submitted"),
    (r"(?:manuscript |article |paper )?in prep(?:aration|\.)?|work in progress", "inpreparation"),
    (r"in press|in print|in production", "inpress"),
    (
        r"(?:just |recently |provisionally |conditionally |paper |article )?accepted"
        r"(?: for publication| manuscript| paper| article)?",
        "forthcoming",
    ),
    (r"to appear|forthcoming|to be published|upcoming", "forthcoming"),
    (
        r"(?:published )?online[- ]first|published online|advance(?:d)? online publication|early access",
        "prepublished",
    ),
    (r"e-?pub(?:lished)? ahead of print|ahead of print|first online|online ahead of print", "prepublished"),
)
#: Words that are a status only if they are on their own.
_ALONE: Final = (
    (r"pre-?print|pre-published|working paper", "prepublished"),
    (r"in progress|draft|in vorbereitung|en préparation|en preparación", "inpreparation"),
    (r"eingereicht|soumis|enviado|sottomesso|submetido", "submitted"),
    (
        r"erscheint(?: demnächst)?|im erscheinen|[àa] para[iî]tre|por aparecer|aceptado|accepté|angenommen",
        "forthcoming",
    ),
    (r"im druck|sous presse|en prensa|in stampa|no prelo", "inpress"),
)

_ANY: Final = "|".join(f"(?:{words})" for words, _ in _WORDS)
#: The patterns that contain these words are long, and compiled by their first use: few entries have a status.
_ENGLISH: Final = rf"{_ANY}|pre-?print|working paper|draft|in progress"
_LONGEST: Final = 300
#: A fast test: without one of these, a string cannot contain a status.
_HINT: Final = re.compile(
    r"\bin (?:pre|pro|pri|sub|rev|pee|maj|min|dou|sin)|submi|\bunder |accept|appear|forthc|be pub|upcoming"
    r"|revis|online|ahead of|early acc|\bwork|pre-?print|draft|\br ?\\?& ?r|vorbereitung|^en pr|eingereicht"
    r"|soumis|enviado|sottomesso|submetido|erschein|para[iî]tre|aparecer|acept|angenommen|druck|presse"
    r"|in stampa|prelo",
    re.I,
)
#: "To appear in: Proceedings …", "Submitted to Nature".
_LEADING: Final = (
    rf"(?P<state>{_ANY})"
    r"(?:\s*[:,;.]\s+|\s*:?\s+(?:to|at|in|by|for|with|as)(?: the)?\b[:,]?\s+|\s+(?=\())"
    r"(?P<rest>\S.*)"
)
#: "Nature (in press)", "Nature, to appear".
_TRAILING: Final = (
    rf"(?P<rest>.*?\S)\s*(?:[(\[]\s*(?P<inner>{_ANY})\s*[)\]]|[,;:.–—-]\s+(?P<state>{_ANY}))\s*\.?"
)
_WITHIN: Final = rf"(?:{_ANY}|pre-?print)"
_SENTENCE: Final = re.compile(r"(?<=[.;])\s+")
_PART: Final = re.compile(r"[.;,]\s+|\s+[(\[–—-]+\s*|[)\]]")
#: "Accepted for oral presentation" says how a paper was presented.
_PRESENTED: Final = re.compile(
    r"(?:an? |the |long |short )*(?:oral|spotlight|poster|talk|presentation|demo|highlight)\b", re.I
)
_STRIPPED: Final = " .,;:()[]{}"


@lru_cache(4096)
def state_key(written: str) -> str:
    """The key for a status, which can be given in words or as the key itself; empty if it is not a status."""
    word = written.strip(_STRIPPED).lower()
    if word.replace(" ", "") in STATES:
        return word.replace(" ", "")
    return next((key for words, key in (*_WORDS, *_ALONE) if re.fullmatch(words, word, re.I)), "")


def within_sentence(words: str) -> str:
    """A status as it is written within a sentence. ``Under Review`` has no capitals, ``im Druck`` keeps its
    noun, and words that say more (``Submitted to Nature``) are unchanged.
    """
    if words.isupper() or not state_key(words):
        return words
    return words.lower() if re.fullmatch(_ENGLISH, words, re.I) else words[:1].lower() + words[1:]


@lru_cache(4096)
def status_in_venue(text: str) -> Status | None:
    """The status given with, or instead of, the name of a journal, book or event.

    What remains is the venue where the work will appear. A venue to which the work was only submitted is
    removed.
    """
    text = text.strip("{} ")
    if len(text) > _LONGEST or not _HINT.search(text):
        return None
    if key := state_key(text):
        return Status(key, text.strip(_STRIPPED))
    if found := re.fullmatch(_LEADING, text, re.I | re.S):
        key = state_key(found["state"])
        if key == "submitted":
            return Status(key, text.rstrip(" ."))
        return Status(key, found["state"], found["rest"]) if key in ("forthcoming", "inpress") else None
    return _trailing(text)


@lru_cache(4096)
def status_in_note(text: str) -> Status | None:
    """The status in a sentence of a note. The other sentences are kept."""
    if len(text) > _LONGEST or not _HINT.search(text):
        return None
    sentences = _SENTENCE.split(text.strip("{} "))
    for number, sentence in enumerate(sentences):
        key = state_key(sentence)
        found = None if key else re.fullmatch(_LEADING, sentence, re.I | re.S)
        if found and not _PRESENTED.match(found["rest"]):
            key = state_key(found["state"])
        if key:
            rest = " ".join(sentences[:number] + sentences[number + 1 :]).strip(" ;")
            return Status(key, sentence.strip(" .;") if found else sentence.strip(_STRIPPED), rest)
    return _trailing(text) if len(sentences) == 1 else None


@lru_cache(4096)
def status_in_date(text: str) -> Status | None:
    """The status given with, or instead of, a year or month."""
    if len(text) > _LONGEST or not _HINT.search(text):
        return None
    if key := state_key(text):
        return Status(key, text.strip(_STRIPPED))
    found = re.search(_WITHIN, text, re.I)
    if found is None:
        return None
    rest = f"{text[: found.start()]} {text[found.end() :]}".strip(_STRIPPED + "-–/")
    return Status(state_key(found[0]), found[0], rest)


def states_within(text: str) -> tuple[list[str], str]:
    """The keys of all statuses that are parts of a text, and the parts that say more."""
    keys: dict[str, None] = {}
    rest: list[str] = []
    for part in _PART.split(text[:_LONGEST]):
        if not part.strip(_STRIPPED):
            continue
        key = state_key(part)
        found = None if key else re.match(rf"(?:{_WITHIN})\b", part.strip(_STRIPPED), re.I)
        if found:
            keys[state_key(found[0])] = None
        elif key:
            keys[key] = None
        if not key:
            rest.append(part.strip(" ,;.("))
    return list(keys), ", ".join(rest)


def _trailing(text: str) -> Status | None:
    """The status after a text: "Nature (in press)"."""
    found = re.fullmatch(_TRAILING, text, re.I | re.S)
    if found is None:
        return None
    state = found["inner"] or found["state"]
    return Status(state_key(state), state, found["rest"].rstrip(" ,;:(["))

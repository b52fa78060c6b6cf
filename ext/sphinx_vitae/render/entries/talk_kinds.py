"""What kind of talk an entry is, from its ``type``: a known kind in the language of the site."""

from __future__ import annotations

from typing import Final

from sphinx_vitae.model import EMPTY, N_, Record, Text, fold

from ..language.translated_words import Words
from ..texts import bare, capital, commas, unlinked

__all__ = ["announced_kind", "listed_kind"]

#: Words in a talk's ``type`` that qualify the talk, but do not name a kind of talk → the kind with this quality.
_QUALITIES: Final = {
    # Translators: a talk that was selected from submissions
    "contributed": N_("Contributed talk"),
    # Translators: a talk that was given as an honour
    "distinguished": N_("Distinguished talk"),
    "guest": N_("Guest talk"),
    "invited": N_("Invited talk"),
    "keynote": N_("Keynote talk"),
    # Translators: a talk of a few minutes
    "lightning": N_("Lightning talk"),
    # Translators: a talk on a paper, in contrast to a poster
    "oral": N_("Oral talk"),
    "plenary": N_("Plenary talk"),
    "public": N_("Public talk"),
    # Translators: a short talk on a paper that was selected for it
    "spotlight": N_("Spotlight talk"),
    "virtual": N_("Virtual talk"),
}
#: The quality that is also the name of a kind of talk.
_NAME: Final = "keynote"


def announced_kind(record: Record, words: Words) -> Text:
    """The kind of a talk at the beginning of a sentence: ``Invited talk``, ``Keynote``, or else ``Talk``."""
    written = unlinked(record.text("type"))
    if not written:
        return Text((words.kind("talk", 1),))
    return _known(written, words) or capital(written)


def listed_kind(record: Record, words: Words) -> Text:
    """The kind of a talk in a list, as in the entry: ``Invited``. In other languages than English, a kind that
    we know is translated: ``Eingeladener Vortrag``.
    """
    written = record.text("type")
    return (_known(written, words) if words.calendar else EMPTY) or capital(written)


def _known(written: Text, words: Words) -> Text:
    """The name of the kind, if the type consists of words that we know; otherwise empty."""
    if fold(str(written)) == _NAME:
        return bare(words(N_("Keynote")))
    qualities = fold(str(written)).replace(",", " ").split()
    if not qualities or not _QUALITIES.keys() >= set(qualities):
        return EMPTY
    if len(qualities) == 1:
        return bare(words(_QUALITIES[qualities[0]]))
    if words.calendar:
        return commas(*(bare(words(_QUALITIES[quality])) for quality in qualities))
    return bare(words("{} talk").format(str(written).capitalize()))

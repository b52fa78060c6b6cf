"""Full stops and commas at the end of a field: whether they are part of the last word, or an exporter
added them.
"""

from __future__ import annotations

from typing import Final

from sphinx_vitae.model import Text

from ..vocabulary import words

__all__ = ["without_end_mark", "without_full_stop"]

_ABBREVIATIONS: Final = words(
    """
    abt acad adv al am anal ann app appl approx apr assoc astron astrophys aug ave biochem biol blvd bros bull bzw ca
    calif cf ch chem cie co colo comm commun comp comput conf conn corp ct dec dept dipl dist div dr econ ecol ed eds
    educ eng env environ esp est etc ext feb fed ff fig figs ft gen geol geophys gmbh gov hab hon hrsg ill inc ind ing inst
    int intl jan jour jr jul jun lab labs lett lic lit ltd lt mag mar mass mat math mech med mem met meteorol mich
    minn misc mol mr mrs ms mt nat natl netw neurosci no nov nr nucl oct op opt org orig penn ph phil philos phys pl pp
    pres proc prof prog psychol pt publ pubs pvt quant rd rep res resp rev rf sci sec sep sept ser sess soc sr st stat
    stud supp suppl symp syst tech technol telecommun theor tit trans transl tr univ usw ver vgl vol vols vs wash wis
    """
)
#: Fields in which names can be abbreviated word by word: "Monatsh. Chem."
_ABBREVIATED: Final = words(
    "journaltitle shortjournal series shortseries booktitle eventtitle publisher institution organization location"
)


def without_full_stop(text: Text, field: str = "") -> Text:
    """The text without a final full stop, unless it ends an ellipsis or an abbreviation ("Ph.D.", "Inc.")."""
    last = text.parts[-1] if text.parts else None
    if not isinstance(last, str) or not last.endswith(".") or last.endswith("..") or len(last) == 1:
        return text
    return text if _is_abbreviated(last, field) else Text((*text.parts[:-1], last[:-1]))


def without_end_mark(text: Text, field: str) -> Text:
    """The text without a final comma, colon, semicolon or full stop, because punctuation follows."""
    last = text.parts[-1] if text.parts else None
    if not isinstance(last, str) or last[-1] not in ".,;:":
        return text
    if last[-1] == ".":
        return without_full_stop(text, field)
    stripped = last.rstrip(" ,;:")
    parts = (*text.parts[:-1], stripped) if stripped else text.parts[:-1]
    return Text(parts) if parts else text


def _is_abbreviated(text: str, field: str) -> bool:
    """Whether the last word is an abbreviation, or initials."""
    *before, last = text[-100:].split() or [""]
    word = last.strip("()[]“”").rstrip(".")
    if "." in word or word.lower() in _ABBREVIATIONS:
        return True
    return field in _ABBREVIATED and (len(word) < 2 or any(other.endswith(".") for other in before))

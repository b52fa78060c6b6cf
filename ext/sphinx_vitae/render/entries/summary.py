"""A summary of one sentence: the first of the annotation, or else of the abstract."""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.model import EMPTY, Inline, Record, Span, Text

__all__ = ["first_sentence", "summary_of"]

#: The end of a sentence: a mark, perhaps closing quotes and brackets, then the end or a capital, digit or quote.
#: Chinese and Japanese have no spaces between sentences.
_END: Final = re.compile(r"""[.?!…][”’"'»)\]]*(?=\s+[^\W_a-zß-öø-ÿ]|\s+[“‘„«"'(\[]|\s*$)|[。！？][」』”]*""")
#: Full stops that end no sentence: initials (``E. coli``), and abbreviations that words with capitals follow.
_ABBREVIATED: Final = re.compile(
    r"(?:\b[^\W\d_]|\b(?:al|approx|ca|cf|Dr|eq|Eq|etc|Fig|Figs|Mr|Mrs|Ms|pp|Prof|resp|Sec|St|vol|vs))\.$"
)


def summary_of(record: Record) -> Text:
    """The summary of an entry; empty if the entry has neither an annotation nor an abstract."""
    return first_sentence(record.text("annotation") or record.text("abstract"))


def first_sentence(text: Text) -> Text:
    """The first sentence of the first paragraph; empty if the text does not begin with a paragraph."""
    made: list[Inline] = []
    for part in text.parts:
        if isinstance(part, Span):
            if part.kind in {"item", "par"}:
                if any(str(Text((each,))).strip() for each in made):
                    break
                continue
            made.append(part)
        elif (end := _end(part)) is not None:
            made.append(part[:end])
            break
        else:
            made.append(part)
    return Text(tuple(made)) if made else EMPTY


def _end(part: str) -> int | None:
    """The position after the first sentence that ends in a string; ``None`` if none does."""
    for found in _END.finditer(part):
        begins = part[: found.start() + 1]
        if found.end() < len(part.rstrip()) and _ABBREVIATED.search(begins):
            continue
        return found.end()
    return None

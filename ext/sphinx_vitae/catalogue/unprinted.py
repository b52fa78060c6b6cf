"""What a change of the entry type would no longer print, and where it can go instead."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from typing import Final

from sphinx_vitae.bib.dates.months import is_month
from sphinx_vitae.bib.fields.identifiers import clean_arxiv
from sphinx_vitae.bib.fields.record_kinds import is_archive
from sphinx_vitae.bib.vocabulary import (
    canonical_field,
    canonical_type,
    in_biblatex,
    printed_fields,
    unprinted_fields,
)
from sphinx_vitae.model import Publication, and_list

__all__ = ["kept_names", "written_out"]

#: Fields that tell who published a work.
_VENUES: Final = ("journaltitle", "publisher", "organization", "institution", "location")
#: Fields with numbers, which tell where a work appeared even if a style does not print them.
_NUMBERS: Final = frozenset(("volume", "number", "pages", "series", "chapter"))
#: Fields that a change of the type loses if the style prints them now.
_PLACES: Final = frozenset(("issue", "eid", "edition"))
#: How many types that do not print the same fields are named.
_SHOWN: Final = 2
_TYPE: Final = re.compile(r"(?<![\w{])@([a-z]+)")
#: The names of fields that advice moves already.
_MOVED: Final = re.compile(r"\b(?:rename|replace|move|remove) ((?:[\w-]+, )*[\w-]+(?:,? and [\w-]+)?)")


def written_out(fix: str, record: Publication, in_file: Container[str]) -> str:
    """What advice that changes the type must add, as the continuation of a sentence: the fields of an entry that
    the new types do not print. Empty if nothing would be lost.

    :param fix: the advice so far.
    :param in_file: the names of all fields in the file.
    """
    if "change the type to @" not in fix:
        return ""
    biblatex = in_biblatex(in_file)
    now = printed_fields(record.type, biblatex=biblatex)
    moved = {word for listed in _MOVED.findall(fix.lower()) for word in listed.replace(",", " ").split()}
    own = {
        name: written.lower()
        for written, value in record.written
        if value
        and (name := canonical_field(written)) in record.fields
        and (name in _NUMBERS or (name in _PLACES and name in now))
        and written.lower() not in moved
    }
    month = ""
    if "number" in own and is_month(record.fields["number"].strip(" .")):
        number = own.pop("number")
        month = "" if "month" in record.fields else f"; rename {number} to month"
    return f"{month}{_lost(fix, own, biblatex=biblatex)}"


def _lost(fix: str, own: Mapping[str, str], *, biblatex: bool) -> str:
    """Those of the fields that the new types do not print.

    :param own: biblatex's name of each field → its name in the entry.
    """
    types_by_loss: dict[tuple[str, ...], list[str]] = {}
    for name in dict.fromkeys(_TYPE.findall(fix.partition("change the type to")[2])):
        lost = unprinted_fields(own, canonical_type(name)[0], biblatex=biblatex)
        if lost:
            types_by_loss.setdefault(tuple(lost), []).append(f"@{name}")
    if not types_by_loss:
        return ""
    lost = sorted({own[field] for group in types_by_loss for field in group})
    them = "them" if len(lost) > 1 else "it"
    types = next(iter(types_by_loss.values()))
    if len(types_by_loss) > 1 or len(types) > _SHOWN:
        return f"; move {and_list(lost)} to note if the new type does not print {them}"
    return f"; with {_or_list(types)}, move {and_list(lost)} to note"


def _or_list(names: list[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last


def kept_names(record: Publication, in_file: Container[str]) -> str:
    """How to keep the names in an entry that are not printed for a ``@misc``."""
    own = {
        canonical_field(written): written.lower()
        for written, value in record.written
        if value and canonical_field(written) in record.fields  # the second of two fields does not count
    }
    unprinted = unprinted_fields(_VENUES, "misc", biblatex=in_biblatex(in_file))
    lost = [own[name] for name in unprinted if name in own]
    is_whole = len(lost) == 1 and "location" not in own and "howpublished" not in own
    moves: list[str] = []
    if number := _arxiv_number(record, own):
        lost = [name for name in lost if name != own.get("journaltitle")]
        replaced = [own[name] for name in ("journaltitle", "volume", "number") if name in own]
        moves.append(f"replace {and_list(replaced)} by eprint = {{{number}}} and eprinttype = {{arxiv}}")
    if lost:
        moves.append(f"{'rename' if is_whole else 'move'} {and_list(lost)} to howpublished")
    return f" ({and_list(moves)})" if moves else ""


def _arxiv_number(record: Publication, own: Container[str]) -> str:
    """The number at arXiv that is in the name, the volume or the number of a journal, if it is not given as ``eprint``.

    :param own: the names of the fields of the entry itself.
    """
    if "eprint" in own or not is_archive(record.fields.get("journaltitle", "")):
        return ""
    found = (
        clean_arxiv(record.fields[name].removeprefix("abs/"))
        for name in ("journaltitle", "volume", "number")
        if name in own
    )
    return next(filter(None, found), "")

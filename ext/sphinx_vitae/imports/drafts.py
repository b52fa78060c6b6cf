"""The entries of a bibliography while an import plans its changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from sphinx_vitae.bib import read
from sphinx_vitae.bib.syntax.bib_file import BibFile
from sphinx_vitae.bib.syntax.grammar import RawEntry
from sphinx_vitae.bib.syntax.scanner import scan
from sphinx_vitae.bib.vocabulary import canonical_type
from sphinx_vitae.model import Record

from .dates import edtf
from .identity import Work, work_of
from .layout import Layout, dialect_type, layout_of, written_entry, year_and_month
from .offer import Offer

__all__ = ["Draft", "LocalFile", "read_offer", "values_of"]

_DATES: Final = ("year", "month", "day")


class LocalFile:
    """A .bib file before the import: its text, layout and entries.

    :ivar encoding: the encoding if it is not UTF-8; such a file cannot be edited.
    """

    def __init__(self, name: str, content: bytes) -> None:
        file = BibFile(name, content)
        self.text, self.encoding = file.text, file.encoding
        scanned = scan(file.text)
        raws = [raw for raw in scanned.entries if raw.type.lower() != "string"]
        self.layout = layout_of(file.text, raws)
        self.keys = frozenset(raw.key.lower() for raw in raws)
        broken = {
            raw.start for raw in raws for fault in scanned.faults if raw.start <= fault.offset <= raw.end
        }
        records, _ = read([(name, content)])
        by_place = {(file.line(raw.start), raw.key): raw for raw in reversed(raws)}
        self.drafts = [
            Draft(record, raw, broken=raw.start in broken)
            for record in records
            if (raw := by_place.get((record.source.line, record.written_key))) is not None
        ]


def values_of(record: Record) -> dict[str, str]:
    """The fields of a record under biblatex's names, with a single ``date``."""
    values = {name: value for name, value in record.fields.items() if name not in _DATES}
    date = edtf(record.date) or (record.date.literal if record.date else "")
    if date and "eventdate" not in values:
        values["date"] = date
    return values


def read_offer(offer: Offer) -> Record | None:
    """The record that our parser reads from an offer; ``None`` if it is not exactly one entry, which would be
    a bug.
    """
    records, _ = read([("", written_entry(offer.type, "offer", offer.fields, Layout()).encode())])
    return records[0] if len(records) == 1 and records[0].written_key == "offer" else None


class Draft:
    """An entry in the file, or a new entry, with the changes planned so far.

    :ivar raw: its position in the file; ``None`` for a new entry.
    :ivar broken: whether it has a syntax error, and therefore cannot be edited.
    :ivar values: its fields with the planned changes, under biblatex's names.
    """

    def __init__(
        self, record: Record, raw: RawEntry | None, *, broken: bool = False, ids: frozenset[str] = frozenset()
    ) -> None:
        self.raw, self.broken = raw, broken
        self.key = record.written_key
        self.record = record
        self.type = record.type
        self.values = values_of(record)
        self.ids = ids
        self.planned: dict[str, str | None] = {}
        self.work: Work = work_of(record, ids)

    @property
    def new(self) -> bool:
        return self.raw is None

    def all_keys(self) -> Iterator[str]:
        """Its key, and the other keys in its ``ids``."""
        yield self.key
        for key in self.values.get("ids", "").split(","):
            if key.strip():
                yield key.strip()

    def change(self, fields: Mapping[str, str | None], kind: str = "") -> None:
        """Plan changes."""
        for name, value in fields.items():
            self.planned[name] = value
            if value is None:
                self.values.pop(name, None)
            else:
                self.values[name] = value
        self.type = kind or self.type
        self._read_again()

    def identify(self, ids: frozenset[str]) -> None:
        """Add identifiers that are not in any field."""
        self.ids |= ids
        self.work = work_of(self.record, self.ids)

    def _read_again(self) -> None:
        text = written_entry(self.type, self.key, self.values, Layout())
        records, _ = read([("", text.encode("utf-8", "replace"))])
        if records:
            self.record = records[0]
        self.work = work_of(self.record, self.ids)

    def is_untouched(self, field: str, base: Mapping[str, str], layout: Layout) -> bool:
        """Whether a field has not changed since an import wrote it."""
        mine, written = self.values.get(field, ""), base.get(field, "")
        if mine == written:
            return True
        if field == "date" and "year" in self.record.fields:  # BibTeX has no days
            return year_and_month(written) == year_and_month(mine) and mine == "-".join(
                written.split("-")[:2]
            )
        if field == "type" and not layout.biblatex:
            return dialect_type(self.type, self.values, layout) in ("phdthesis", "mastersthesis")
        return False

    def has_type(self, kind: str, fields: Mapping[str, str], layout: Layout) -> bool:
        """Whether it has this entry type, or BibTeX's equivalent."""
        theirs = canonical_type(dialect_type(kind, fields, layout))[0] if not layout.biblatex else kind
        return self.type in (kind, theirs)

"""Ownership: which files are the owner's, and which entries exist only for others to inherit from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final

from sphinx_vitae.model import NameList, Profile, Publication, Record, Settings

from .namesakes import Namesakes
from .people import People

__all__ = ["Ownership", "aliases_of", "mostly"]

#: A file is the owner's if the owner is named in more than this share of its works.
_MOSTLY: Final = 0.5
#: Fields that contain the key of a parent (biblatex manual §2.4.1); ``xref`` is similar, but nothing is
#: inherited.
_PARENTS: Final = ("crossref", "xref")
#: Entry types that only contain works by others. If the owner is not one of the editors, this says nothing
#: about the file.
_COLLECTIONS: Final = frozenset(
    ("collection", "mvcollection", "mvproceedings", "mvreference", "periodical", "proceedings", "reference")
)


def aliases_of(records: Iterable[Record]) -> dict[str, str]:
    """Alternative key of a record (biblatex manual §2.2.3, ``ids``) → its key."""
    return {
        alias.strip(): record.key
        for record in records
        if "ids" in record.fields
        for alias in record.fields["ids"].split(",")
        if alias.strip()
    }


def mostly(named: Iterable[bool]) -> bool:
    """Whether the owner is named in so many works of a file that the others are exceptions."""
    found = list(named)
    return sum(found) > _MOSTLY * len(found)


class Ownership:
    """Which of these records are the owner's.

    :param aliases: alternative key → key.
    """

    def __init__(
        self,
        records: Mapping[str, Record],
        settings: Settings,
        namesakes: Namesakes,
        aliases: Mapping[str, str],
    ) -> None:
        self._records = records
        self._settings = settings
        self._aliases = aliases
        self.owners = People(settings.owners, settings.people, namesakes)

    def holds(self, record: Record) -> bool:
        """Whether a record is in one of the owner's files."""
        return self.files is None or record.source.file in self.files

    def names_owner(self, record: Record) -> bool:
        """Whether any name list in a record contains the owner."""
        return any(self.owners.among(names) for names in record.names.values())

    def may_name_owner(self, record: Record) -> bool:
        """Like `names_owner`, but ambiguous names count too, and "and others" can include anyone."""
        return any(
            names.others or self.owners.among(names) or (self._doubtful and any(self.owners.doubts(names)))
            for names in record.names.values()
        )

    @cached_property
    def _doubtful(self) -> bool:
        """Whether any name is ambiguous, because otherwise none needs to be looked up again."""
        return any(self.owners.doubtful())

    def is_parent(self, record: Record) -> bool:
        """Whether a record exists only for others to inherit from.

        Lists show such a record only if they contain its key.
        """
        if record.key not in self._parents or not isinstance(record, Publication):
            return False
        return not self.names_owner(record) if self._settings.owners else record.type in _COLLECTIONS

    @cached_property
    def files(self) -> frozenset[str] | None:
        """The owner's files; ``None`` if all files are the owner's.

        They are the files in ``vitae_bibfiles``. If that is not set, a file that a ``bibliography`` directive
        of sphinxcontrib-bibtex reads is the owner's only if the owner is named in most of its works, or if no
        other file would be the owner's.
        """
        if self._settings.bibfiles is not None:
            return frozenset(self._settings.bibfiles)
        if not self._settings.upstream_files:
            return None
        files = {record.source.file for record in self._records.values()}
        owned = files.difference(self._settings.upstream_files) | self._mostly_owned
        return frozenset(owned) if owned and owned != files else None

    @property
    def given_away(self) -> tuple[str, ...]:
        """The files that would be the owner's if they were not read by a ``bibliography`` directive."""
        if self._settings.bibfiles is not None or self.files is None:
            return ()
        return tuple(file for file in self._settings.upstream_files if file not in self.files)

    @cached_property
    def _mostly_owned(self) -> set[str]:
        if not self._settings.owners:
            return set()
        works: dict[str, list[bool]] = defaultdict(list)
        for record in self._records.values():
            if isinstance(record, Publication) and record.names:
                works[record.source.file].append(self.may_name_owner(record))
        return {file for file, named in works.items() if mostly(named)}

    @cached_property
    def _parents(self) -> frozenset[str]:
        keys = (
            key.strip()
            for record in self._records.values()
            for field in _PARENTS
            if field in record.fields
            for key in record.fields[field].split(",")
        )
        return frozenset(self._aliases.get(key, key) for key in keys)

    def unnamed(self) -> Iterator[tuple[Profile, int]]:
        """The owners who do not appear in any entry in their files, each with the number of entries that
        contain names.
        """
        lists: list[NameList] = []
        count = 0
        for record in self._records.values():
            if record.written and record.names and self.holds(record):
                count += 1
                lists += record.names.values()
        if count:
            yield from ((owner, count) for owner in self.owners.absent(lists))

"""The offers from earlier imports: ``references.import.json`` next to the .bib file, to be committed with it.

For each work, it contains the key, the identifiers, and the fields that each source last offered. An import
compares these with the file and with the new offer, and thus detects which of the two has changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

__all__ = ["EMPTY_STATE", "KnownWork", "State", "StateError", "read_state", "state_path", "written_state"]

_VERSION: Final = 1


class StateError(Exception):
    """A state file cannot be read. The message contains the reason."""


@dataclass(frozen=True, slots=True)
class KnownWork:
    """A work that was offered earlier.

    :param key: its key in the .bib file; empty if it was refused.
    :param sources: the sources that listed it, as written on the command line.
    :param offered: record of a source (`Offer.id`) → the fields that were last offered, including ``type``.
    :param declined: whether the user refused it.
    """

    key: str
    ids: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    offered: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    declined: bool = False

    def joined(self, other: KnownWork) -> KnownWork:
        """Both works combined, with the key of this one."""
        return KnownWork(
            self.key or other.key,
            self.ids | other.ids,
            self.sources | other.sources,
            {**other.offered, **self.offered},
            self.declined and other.declined,
        )


@dataclass(frozen=True, slots=True)
class State:
    """All works that were offered earlier."""

    works: tuple[KnownWork, ...] = ()


EMPTY_STATE: Final = State()


def state_path(bibliography: Path) -> Path:
    """The path of the state file for a bibliography."""
    return bibliography.with_name(f"{bibliography.stem}.import.json")


def read_state(content: bytes) -> State:
    """Parse a state file.

    :raises StateError: if it is invalid.
    """
    try:
        value = json.loads(content)
    except (ValueError, RecursionError) as error:
        where = f", line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise StateError(f"it is not valid JSON{where}") from None
    if not isinstance(value, Mapping) or not isinstance(value.get("works"), list):
        raise StateError("it does not contain a list of works")
    if value.get("version") != _VERSION:
        raise StateError("it was written by another version of sphinx-vitae")
    works = [_work(each) for each in value["works"] if isinstance(each, Mapping)]
    return State(tuple(works))


def _work(value: Mapping[str, object]) -> KnownWork:
    offered = value.get("offered")
    return KnownWork(
        str(value.get("key", "")),
        frozenset(_strings(value.get("ids"))),
        frozenset(_strings(value.get("sources"))),
        {
            str(own): {str(name): str(text) for name, text in fields.items()}
            for own, fields in (offered.items() if isinstance(offered, Mapping) else ())
            if isinstance(fields, Mapping)
        },
        value.get("declined") is True,
    )


def _strings(value: object) -> Iterable[str]:
    return map(str, value) if isinstance(value, list) else ()


def written_state(state: State) -> bytes:
    """The content of the state file, sorted so that changes have small diffs."""
    works = [
        {
            "key": work.key,
            **({"declined": True} if work.declined else {}),
            "ids": sorted(work.ids),
            "sources": sorted(work.sources),
            "offered": {own: dict(sorted(work.offered[own].items())) for own in sorted(work.offered)},
        }
        for work in sorted(state.works, key=lambda work: (work.key, sorted(work.ids), sorted(work.offered)))
    ]
    value = {"version": _VERSION, "works": works}
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")

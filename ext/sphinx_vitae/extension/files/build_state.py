"""The state of the output folder: which pages a builder wrote, and with which fingerprints.

Several builders can share the environment, and Sphinx does not save it if no page was read. The state is
therefore stored in separate files next to the environment, one for each output folder.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

__all__ = ["BuildState", "Outputs"]

_STATE: Final = "state"


@dataclass(frozen=True, slots=True)
class Outputs:
    """The files that we write in addition to the pages: downloads, feeds, calendars.

    :param state: a digest of everything that they depend on.
    :param digests: name → a digest of what this file depends on.
    """

    state: str = ""
    digests: Mapping[str, str] = field(default_factory=dict)


class BuildState:
    """The fingerprints of the pages in one output folder.

    :param folder: the folder for the state files.
    :param builder: the name of the builder.
    :param outdir: the output folder.
    """

    def __init__(self, folder: Path, builder: str, outdir: Path) -> None:
        self._name = blake2b(
            f"{builder}\0{outdir}".encode("utf-8", "surrogateescape"), digest_size=8
        ).hexdigest()
        self._folder = folder
        self._path = self.path(".json")
        self._failures = self.path(".failed")
        known = self._load()
        self._fingerprints: dict[str, str] = known.get("fingerprints", {})
        self._pages = frozenset(known.get("pages", ()))
        self._files = self._files_before = frozenset(known.get("files", ()))
        self._outputs = self._outputs_before = Outputs(*known.get("outputs", ("", {})))

    def path(self, suffix: str) -> Path:
        """The file for a part of the state of this output folder."""
        return self._folder / f"{self._name}{suffix}"

    @property
    def state(self) -> str:
        """The state of all dependencies in the last successful build."""
        with contextlib.suppress(OSError):
            return (self._folder / _STATE).read_text("utf-8")
        return ""

    def differing(self, fingerprints: Mapping[str, str]) -> Iterator[str]:
        """The pages that were written with a different fingerprint, or were not written at all.

        :param fingerprints: page → fingerprint.
        """
        return (
            docname
            for docname, fingerprint in fingerprints.items()
            if self._fingerprints.get(docname) != fingerprint
        )

    def fail(self, docname: str) -> None:
        """Record that a page failed, so that the next build writes it again and reports the failure again.

        Several processes write pages, so the record is on disk.
        """
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            with self._failures.open("a", encoding="utf-8") as file:
                file.write(f"{docname}\n")

    def gone(self, pages: Set[str]) -> Set[str]:
        """The entry pages that were written to this folder, but no longer exist.

        :param pages: the existing entry pages.
        """
        return self._pages - pages

    def replace_files(self, files: Set[str]) -> Set[str]:
        """Record the files of entries in the output folder; return those that only earlier builds copied
        there.
        """
        self._files = frozenset(files)
        return self._files_before - self._files

    @property
    def files(self) -> Set[str]:
        """The files of entries that are copied to the output folder."""
        return self._files

    @property
    def outputs(self) -> Outputs:
        """The additional files that we wrote, as of the last successful build."""
        return self._outputs_before

    def replace_outputs(self, outputs: Outputs) -> Set[str]:
        """Record the files that this build wrote; return those that only earlier builds wrote."""
        self._outputs = outputs
        return self._outputs_before.digests.keys() - outputs.digests.keys()

    def save(self, fingerprints: Mapping[str, str], state: str, pages: Set[str]) -> None:
        """Record a successful build.

        :param pages: the entry pages.
        """
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            failed = self._failures.read_text("utf-8").split("\n") if self._failures.exists() else []
            self._failures.unlink(missing_ok=True)
            kept = {
                docname: fingerprint for docname, fingerprint in fingerprints.items() if docname not in failed
            }
            now = (kept, pages, self._files, self._outputs)
            if now != (self._fingerprints, self._pages, self._files_before, self._outputs_before):
                written = {
                    "fingerprints": kept,
                    "pages": sorted(pages),
                    "files": sorted(self._files),
                    "outputs": [self._outputs.state, dict(self._outputs.digests)],
                }
                self._path.write_text(json.dumps(written), "utf-8")
            if state != self.state:
                (self._folder / _STATE).write_text(state, "utf-8")

    def _load(self) -> dict[str, Any]:
        try:
            known = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}

"""``--from`` of ``sphinx-vitae new``: folders and files of old sites, other files, and services → one `OldSite`."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from sphinx_vitae.imports import (
    EMPTY_STATE,
    SERVICES,
    Found,
    Options,
    Plan,
    Source,
    Web,
    plan_import,
    source_of,
    state_after,
    text_after,
    written_state,
)
from sphinx_vitae.migration import Bibliography, MigrationError, OldSite, combined, read_old_site
from sphinx_vitae.model import printable
from sphinx_vitae.scaffold import ScaffoldError

from .import_sources import Progress, UsageError, ask, bases_of, named

__all__ = ["Gathered", "gather", "monthly_sources"]

_SERVICES: Final = "an import"
#: A source that needs no quotes in a shell and in YAML.
_PLAIN: Final = re.compile(r"[a-z]+:[\w./-]+", re.A)


class Gathered(NamedTuple):
    """What the sources have.

    :param state: of the import, for the file beside its .bib; empty without one.
    :param state_name: the name of that file.
    """

    old: OldSite
    state: bytes = b""
    state_name: str = ""


def gather(
    words: Sequence[str], version: str, *, online: bool = False, bases: Sequence[str] = ()
) -> Gathered:
    """Read the sources. Services are asked, and works are completed by their DOI with ``online``, and only then.

    :raises ScaffoldError: if a source cannot be used.
    """
    sites: list[OldSite] = []
    others: list[Source | Path] = []
    try:
        for word in dict.fromkeys(words):
            path = Path(word).expanduser()
            site = read_old_site(path) if path.exists() else None
            if site is None and path.suffix.lower() == ".bib" and path.is_file():
                content = path.read_bytes()
                site = OldSite(
                    system="BibTeX", bibliographies=(Bibliography(f"{path.stem}.bib", content, word),)
                )
            if site is not None:
                sites.append(site)
            else:
                others += named([word])
    except (MigrationError, UsageError) as error:
        raise ScaffoldError(str(error)) from None
    except OSError as error:
        raise ScaffoldError(f"{word} cannot be read: {error.strerror}") from None
    old = combined(sites)
    if online:
        others += named([entry.doi for entry in old.entries if not entry.complete and entry.doi])
    return _with_import(old, others, version, bases_of(bases)) if others else Gathered(old)


def monthly_sources(words: Sequence[str], host: str) -> tuple[str, ...]:
    """The services that are asked every month, in their short form.

    :raises ScaffoldError: if one is not a service, or the host cannot do it.
    """
    if words and host != "github":
        raise ScaffoldError("--monthly needs --host github")
    sources = [(word, source_of(word)) for word in words]
    for word, source in sources:
        if source is None or not _PLAIN.fullmatch(str(source)):
            raise ScaffoldError(
                f"{word} is not a service; write for example --monthly {SERVICES['orcid'].example}"
            )
    return tuple(dict.fromkeys(str(source) for _, source in sources))


def _with_import(
    old: OldSite, sources: Sequence[Source | Path], version: str, bases: Mapping[str, str]
) -> Gathered:
    """The site with what services and other files have, merged into its first .bib file, or into the entries made."""
    progress = Progress()
    with Web(version, "", dict(bases), progress=progress) as web:
        answers, whole = ask(sources, web, progress)
    if not answers and not old.bibliographies and not old.entries:
        raise ScaffoldError("no source gave an answer")
    mine = [each for each in old.bibliographies if each.mine]
    made = bool(old.entries) or not mine
    name = old.made_name if made else mine[0].name
    plan = _planned(name, old.made if made else mine[0].content, answers)
    safe = [change for change in plan.changes if change.safe]
    text, _ = text_after(plan, safe)
    content = text.encode()
    state = written_state(state_after(plan, safe))
    if not whole:
        print("sphinx-vitae new: not every source answered; run `sphinx-vitae import` later", file=sys.stderr)
    for note in plan.notes:
        print(printable(f"sphinx-vitae new: {note}"), file=sys.stderr)
    bibliography = Bibliography(name, content, _SERVICES)
    others = tuple(each for each in old.bibliographies if each.name != name)
    kept = tuple(entry for entry in old.entries if entry.complete or not entry.doi or not answers)
    system = old.system or "other programs"
    return Gathered(
        replace(old, system=system, bibliographies=(bibliography, *others), entries=() if made else kept),
        state,
        f"{Path(name).stem}.import.json",
    )


def _planned(name: str, content: bytes, answers: Sequence[tuple[str, Found]]) -> Plan:
    return plan_import(name, content, EMPTY_STATE, answers, Options())

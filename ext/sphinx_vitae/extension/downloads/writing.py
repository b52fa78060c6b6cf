"""Writes what a site offers beside its pages, at the end of a build."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_vitae.bib import collector_paused
from sphinx_vitae.catalogue import digest_of, digest_of_strings
from sphinx_vitae.model import Problem, ProblemKind
from sphinx_vitae.version import __version__

from ..files.build_state import Outputs
from ..site.addresses import SiteAddresses, writes_files
from ..site.domain import VitaeDomain
from ..site.problem_log import report
from .output_files import OutputFile, all_exist, remove, write

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["write_files"]


def write_files(app: Sphinx, domain: VitaeDomain) -> None:
    """Write the files whose content has changed, and remove those that have nothing to hold any more."""
    if not writes_files(app.builder):
        return
    addresses = SiteAddresses(domain, app.builder)
    _report_missing_address(domain, addresses)
    out = Path(app.outdir)
    known = domain.build_state.outputs
    state = _state(app, domain, addresses)
    if state == known.state and all_exist(out, known.digests):
        return
    from .works import WorkFiles  # only a build in which something has changed loads what makes the files

    works = WorkFiles(domain, addresses) if domain.settings.downloads else None
    files = [*(works.files() if works else ()), *_other_files(app, domain, addresses)]
    files = [file for file in files if not _is_taken(app, domain, file.name)]
    with collector_paused():  # each file has all its entries in it
        written = write(out, files, known.digests)
        if works:
            works.keep()
    complete = len(written) == len({file.name for file in files})
    gone = domain.build_state.replace_outputs(Outputs(state if complete else "", written))
    remove(out, (name for name in gone if not _is_taken(app, domain, name)))


def _report_missing_address(domain: VitaeDomain, addresses: SiteAddresses) -> None:
    """One note if something lacks the address of the site."""
    settings = domain.settings
    if addresses.base or not (settings.feeds or (settings.metadata and domain.data["placed"])):
        return
    written = str(domain.env.config.html_baseurl or "")
    problem = f"is {written!r}, which is not an address" if written else "is not set"
    lacking = "no feed is written, and metadata" if settings.feeds else "metadata"
    message = f"html_baseurl {problem}, so {lacking} lacks whatever needs the address of the site"
    fix = 'write the address, as in html_baseurl = "https://example.org/"'
    report([Problem(ProblemKind.ADDRESS_UNKNOWN, message, fix=fix)], domain.build.paths)


def _other_files(app: Sphinx, domain: VitaeDomain, addresses: SiteAddresses) -> Iterator[OutputFile]:
    from .calendars import calendar_files  # as above
    from .feeds import feed_files
    from .llms_text import llms_files

    yield from feed_files(app, domain, addresses)
    yield from calendar_files(domain, addresses)
    yield from llms_files(app, domain, addresses)


def _state(app: Sphinx, domain: VitaeDomain, addresses: SiteAddresses) -> str:
    """A digest of everything that the files depend on, found without loading the catalogue."""
    config = app.config
    lists = [
        (docname, place.files, place.kind, place.keys, place.rank, place.offered, place.fetched)
        for docname, place in domain.locations.lists
    ]
    places = [(key, docname, place.id) for key, (docname, place) in domain.locations.site.canonical.items()]
    titles = (
        sorted((name, title.astext()) for name, title in app.env.titles.items())
        if "llms" in domain.settings.metadata
        else ()
    )
    return digest_of(
        *(__version__, domain.state, domain.rendering.templates_digest, addresses.base, config.project),
        *(config.language, config.html_extra_path, digest_of_strings(lists, places), titles),
    )


def _is_taken(app: Sphinx, domain: VitaeDomain, name: str) -> bool:
    """Whether the site itself has a file of this name, which is never overwritten."""
    if name in domain.build_state.files:
        return True
    paths = (Path(app.confdir) / extra for extra in app.config.html_extra_path)
    if not any((path / name).is_file() or (path.is_file() and path.name == name) for path in paths):
        return False
    message = f"{name} was not written, because html_extra_path has a file of that name"
    report([Problem(ProblemKind.OUTPUT_TAKEN, message)], domain.build.paths)
    return True

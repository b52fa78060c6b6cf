"""The handlers for Sphinx's events, in the order in which a build emits them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sphinx_vitae.bib import collected_rarely, objects_frozen
from sphinx_vitae.render import words_in

from ..citations import entries
from ..doctree import only
from ..downloads import writing
from ..files.build_state import BuildState
from ..files.entry_pages import Pages, remove_outputs
from ..settings import conf_values, printed_documents
from ..settings.build_settings import BuildSettings
from ..site import search
from ..site.addresses import writes_files
from ..site.canonical_numbers import number_as_elsewhere
from ..site.domain import VitaeDomain
from ..site.placements import is_printed
from ..site.problem_log import report
from ..site.site_checks import site_problems
from ..writers import page_direction
from . import assets, language_links, latex_theme, singlehtml, site_design
from .example_notice import add_notice
from .fingerprints import EVERY_PAGE, fingerprints, note_labels

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_vitae.model import Settings
    from sphinx_vitae.render import Words

    from ..settings.printed_documents import Document

__all__ = ["connect"]


def connect(app: Sphinx) -> None:
    """Connect the handlers, in the order in which Sphinx emits the events."""
    app.connect("config-inited", config_inited)
    app.connect("builder-inited", builder_inited, priority=400)  # before sphinxcontrib-bibtex reads the files
    app.connect("env-get-outdated", env_get_outdated)
    app.connect("env-before-read-docs", env_before_read_docs)
    app.connect("env-updated", env_updated, priority=600)
    app.connect("doctree-resolved", doctree_resolved)
    app.connect("html-page-context", html_page_context)
    app.connect(
        "html-page-context", add_metadata, priority=400
    )  # before sphinxext-opengraph, which uses our data
    app.connect("build-finished", build_finished)
    collector = _Collector()
    app.connect("config-inited", collector.run_rarely, priority=900)
    app.connect("builder-inited", collector.restore, priority=900)
    app.connect("env-before-read-docs", collector.freeze, priority=900)
    app.connect("build-finished", collector.restore, priority=900)


class _Collector:
    """The garbage collector: it runs rarely while the environment is loaded. All objects are frozen from before pages
    are read until the build ends, so that all processes share the catalogue.

    A program can create an application without building anything, so the time between the two is not included.
    """

    def __init__(self) -> None:
        self._entered = ExitStack()

    def run_rarely(self, *_arguments: Any) -> None:
        """Run the collector rarely, but freeze nothing: if the site cannot be loaded, no event says so."""
        self.restore()
        self._entered.enter_context(collected_rarely())

    def freeze(self, *_arguments: Any) -> None:
        """Freeze what exists."""
        self.restore()
        self._entered.enter_context(objects_frozen())

    def restore(self, *_arguments: Any) -> None:
        """Restore the collector."""
        self._entered.close()


def _domain(env: BuildEnvironment) -> VitaeDomain:
    return cast(VitaeDomain, env.domains["vitae"])


def config_inited(app: Sphinx, values: Any) -> None:
    found = conf_values.mend_bibfiles(values, Path(app.confdir) / "conf.py")
    report(found, {}, verbose=app.verbosity > 0)
    latex_theme.configure(app, values)
    site_design.configure(values)
    language_links.configure(values)
    page_direction.configure(values)


def builder_inited(app: Sphinx) -> None:
    """Read the settings, open the bibliography, and write the source files of entry pages."""
    settings, problems = conf_values.configured(app)
    paths = conf_values.bibliography_paths(app.config, Path(app.confdir))
    domain = _domain(app.env)
    locales = [Path(app.confdir) / folder for folder in app.config.locale_dirs]
    words, untranslated = words_in(app.config.language or "en", locales, settings.words)
    printed = printed_documents.documents(app.config, settings)
    written = BuildState(Path(app.doctreedir) / "vitae-written", app.builder.name, Path(app.outdir))
    domain.open(_build_settings(app, settings, paths, words, printed), written)
    if settings.cite:
        entries.hand_over(app.env, domain.bibliography, paths)
    assets.add_folder(app)
    site_design.add_files(app)
    # Sphinx's builder makes all documents, in this order; ours makes only the documents with our theme.
    made = [document for document in printed if document.design or app.builder.name == "latex"]
    domain.document_queue = printed_documents.DocumentQueue(made, app.tags)
    parsers = app.registry.get_source_parsers()
    suffixes = [suffix for suffix, parser in app.config.source_suffix.items() if parser in parsers]
    domain.pages = Pages(
        Path(app.srcdir), settings.pages, suffixes, Path(app.doctreedir) / "vitae-pages.json"
    )
    taken = domain.pages.update(domain.state, lambda kind: domain.catalogue.listable(kind))  # noqa: PLW0108  (it loads)
    found = conf_values.located_in_conf(domain.bibliography.problems, app)
    problems = (*problems, *conf_values.located_in_conf(site_design.problems(app), app))
    report((*problems, *untranslated, *found, *taken), paths, verbose=app.verbosity > 0)


def _build_settings(
    app: Sphinx, settings: Settings, paths: Mapping[str, Path], words: Words, printed: Sequence[Document]
) -> BuildSettings:
    config = app.config
    return BuildSettings(
        settings,
        paths,
        folders=[Path(app.confdir) / folder for folder in settings.files],
        templates=conf_values.template_folders(app),
        version=app.extensions["sphinx_vitae"].version,
        words=words,
        documents=tuple(document for document in printed if document.design),
        with_pdf="pdf" in app.tags,
        tags=only.site_tags(app.builder, [document.tag for document in printed]),
        base=(config.html_baseurl or "").rstrip("/"),
        suffix=config.html_link_suffix or config.html_file_suffix or ".html",
    )


def env_get_outdated(app: Sphinx, env: BuildEnvironment, added: Any, changed: Any, removed: Any) -> list[str]:
    """The pages whose dependencies have changed since the last build."""
    return list(_domain(env).outdated())


def env_before_read_docs(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Load the catalogue before worker processes are forked, so that they inherit it."""
    if docnames:
        _ = _domain(env).catalogue
        if app.parallel > 1:
            _domain(env).rendering.prepare_reading()


def env_updated(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Report problems, and return the pages whose fingerprints have changed, after all pages have been read."""
    domain = _domain(env)
    domain.data["state"] = domain.state
    domain.data["choices"] = domain.rendering.choices_digest
    note_labels(domain)
    site_design.add_photo(app)
    report(site_problems(domain), domain.build.paths, verbose=app.verbosity > 0)
    domain.fingerprints = fingerprints(domain, site_design.shown_everywhere(app))
    differing = set(domain.build_state.differing(domain.fingerprints))
    return set(env.found_docs) if EVERY_PAGE in differing else differing & set(env.found_docs)


def doctree_resolved(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Number lists that use canonical numbers, and add words to the search index.

    This loads the catalogue, and the templates for entry pages, before the worker processes for writing are forked.
    """
    domain = _domain(app.env)
    domain.fingerprints = None
    if docname in domain.data["dependencies"] or is_printed(app.builder):
        _ = domain.catalogue
    if app.parallel > 1 and app.builder.format == "html" and (kind := domain.kind_of_page(docname)):
        domain.rendering.prepare_pages(kind, domain.settings.metadata)
    if docname in domain.data["numbered"] or app.builder.name == "singlehtml":
        number_as_elsewhere(doctree, domain.locations.everywhere.numbered)
    latex_theme.hand_over_design(app, domain.document_queue.current)
    singlehtml.mend_references(app, doctree)
    if indexer := getattr(app.builder, "indexer", None):
        search.remember_stems(indexer)
        search.add_words(
            doctree, docname, domain.catalogue.find, domain.locations.site.canonical, indexer.lang
        )


def html_page_context(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any
) -> str | None:
    """Add the style sheet, fix the table of contents of ``singlehtml``, and choose the direction of the page."""
    assets.add_to_page(app, page, template, context, doctree)
    site_design.add_to_page(app, page, context)
    language_links.add_to_page(app, page, context)
    add_notice(app, context)
    singlehtml.mend_toctrees(app, context)
    return page_direction.template_of_page(app, template, context)


def add_metadata(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Add the metadata to the head of a page. Sphinx also writes pages that are not in the site, such as the index."""
    if not writes_files(app.builder) or page not in app.env.all_docs:
        return
    from ..metadata import heads  # a build that writes no page does not load it

    heads.add_metadata(app, _domain(app.env), page, context)


def build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Copy files, remove outdated output, and record what this build wrote."""
    domain = _domain(app.env)
    if exception is None:
        latex_theme.finish(app)
        assets.copy_files(app)
        writing.write_files(app, domain)
        remove_outputs(app, domain.build_state.gone(domain.pages.docnames))
        shown = domain.fingerprints or fingerprints(domain, site_design.shown_everywhere(app))
        domain.build_state.save(shown, domain.state, domain.pages.docnames)
    if failed := domain.failed_templates.problems(lambda key: domain.catalogue.find(key)):  # noqa: PLW0108  (it loads)
        report(failed, domain.build.paths)

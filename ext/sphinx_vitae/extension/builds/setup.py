"""Registers everything with Sphinx. This module is a table of contents of the extension."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_vitae.render import DOMAIN, LOCALES

from ..citations.cite_domain import CiteDomain, CitingRole
from ..directives import entry_page, on_use, roles
from ..directives.long_texts import LongTextTransform
from ..doctree import nodes, numbering, only, transforms
from ..files.entry_pages import FILE_TYPE, SUFFIX
from ..settings import conf_values
from ..site.domain import VitaeDomain
from . import events, formats, linkcheck, print_transforms, unchanged

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__all__ = ["setup"]


def setup(app: Sphinx, version: str) -> ExtensionMetadata:
    """Set up the extension, and sphinxcontrib-bibtex, whose setting lists the bibliographies.

    :param version: the version of this package.
    """
    app.setup_extension("sphinxcontrib.bibtex")
    conf_values.register(app)
    app.add_message_catalog(DOMAIN, str(LOCALES))  # for templates and extensions of the site
    app.add_builder(formats.CvPdf)
    app.add_domain(VitaeDomain)
    app.add_domain(CiteDomain, override=True)
    app.add_role("cite", CitingRole(), override=True)
    for name, directive in on_use.directives():
        app.add_directive(name, directive)
        app.add_directive_to_domain("vitae", name, directive)
    app.add_source_suffix(SUFFIX, FILE_TYPE)
    app.add_source_parser(entry_page.EntryPageParser)
    app.add_directive("only", only.OnlyDirective, override=True)
    for role in roles.ROLES:
        app.add_role(role, roles.EntryRole(role))
        app.add_role_to_domain("vitae", role, roles.EntryRole(role))
    for name in nodes.__all__:
        visitors: dict[str, Any] = {}
        if name == "vitae_photo":  # in plain text, the alternative text would repeat the text next to it
            visitors = dict.fromkeys(("text", "man", "texinfo"), (nodes.skip, None))
        if name == "vitae_page_break":
            visitors = dict.fromkeys(("html", "latex", "text", "man", "texinfo"), (nodes.skip, None))
        app.add_node(getattr(nodes, name), **visitors)
    app.add_transform(numbering.NumberTransform)
    app.add_transform(transforms.TranslatedTransform)
    app.add_transform(transforms.PlainIdTransform)
    app.add_transform(transforms.GroupTransform)
    app.add_post_transform(LongTextTransform)
    app.add_post_transform(print_transforms.TagTransform)
    app.add_post_transform(print_transforms.LooseTransform)
    app.add_post_transform(print_transforms.PhotoTransform)
    app.add_post_transform(print_transforms.LegendTransform)
    app.add_post_transform(print_transforms.RepeatedTalkTransform)
    app.add_post_transform(print_transforms.BracketTransform)
    app.add_post_transform(linkcheck.LinkTransform)
    formats.connect(app)
    events.connect(app)
    app.connect("builder-inited", unchanged.keep_indices)
    return {
        "version": version,
        "env_version": 6,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }

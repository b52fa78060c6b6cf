"""One page of the site, and the parts of its metadata, each rendered through a template."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from sphinx_vitae.export import NOWHERE, Addresses, script_json
from sphinx_vitae.model import Record

from ..site.addresses import SiteAddresses
from ..site.domain import VitaeDomain
from ..writers.guarding import guarded

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["Page"]


@dataclass(frozen=True)
class Page:
    """A page while it is written.

    :param docname: its name.
    :param context: the context of its template, with the head so far as ``metatags``.
    """

    app: Sphinx
    domain: VitaeDomain
    addresses: SiteAddresses
    docname: str
    context: dict[str, Any]

    @cached_property
    def record(self) -> Record | None:
        """The work or talk that the page is about."""
        return self.domain.catalogue.find(self.addresses.work_on(self.docname))

    @cached_property
    def in_full(self) -> Addresses:
        """The absolute addresses of the work or talk."""
        return self.addresses.in_full(self.record, self.docname) if self.record else NOWHERE

    @property
    def title(self) -> str:
        """The title of the page."""
        title = self.app.env.titles.get(self.docname)
        return title.astext() if title is not None else ""

    @property
    def url(self) -> str:
        """The address of the page; empty if the address of the site is not known."""
        return self.addresses.absolute(self.addresses.uri(self.docname))

    def wants(self, part: str) -> bool:
        """Whether ``vitae_metadata`` includes a part."""
        return part in self.domain.settings.metadata

    def rendered(self, part: str, **facts: Any) -> str:
        """A part, rendered through its template; empty if that failed, which is reported.

        :param facts: the variables of the template.
        """
        template = self.domain.rendering.renderer("html").template
        facts = {"record": self.record, **facts}
        key = self.record.key if self.record else ""
        return (
            guarded(self.app, f"the metadata {part!r}", lambda: template(f"head/{part}", **facts), key) or ""
        )

    def add(self, part: str, **facts: Any) -> None:
        """Add a part to the head of the page."""
        self.context["metatags"] = f"{self.context.get('metatags', '')}\n{self.rendered(part, **facts)}"

    def add_data(self, data: dict[str, Any]) -> None:
        """Add structured data to the head of the page."""
        if data:
            self.add("jsonld", data=data, as_json=lambda value: Markup(script_json(value)))

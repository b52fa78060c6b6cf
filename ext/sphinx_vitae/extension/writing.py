"""What the visitors of HTML and LaTeX share: finding the record, its look, and the way to other entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from docutils import nodes

from sphinx_vitae.model import Problem, ProblemKind
from sphinx_vitae.render import EntryOptions

from .domain import VitaeDomain
from .report import report

if TYPE_CHECKING:
    from sphinx_vitae.render import Surroundings

    from .nodes import vitae_record

__all__ = ["domain_of", "entry", "list_facts"]


def domain_of(translator: Any) -> VitaeDomain:
    """Our domain, from a translator of any builder."""
    return cast(VitaeDomain, translator.builder.env.domains["vitae"])


def list_facts(node: nodes.Element) -> dict[str, Any]:
    """What a list template is told."""
    return {
        "numbers": node["numbered"],
        "reversed": node["reversed"],
        "start": node["start"],
        "widest": node["widest"],
        "classes": node["extra"],
        "id": node["ids"][0] if node["ids"] else "",
    }


def entry(
    translator: Any, format_: str, node: vitae_record, page: Surroundings, target: str = ""
) -> str | None:
    """A record through its template; ``None`` if the template failed, which is reported."""
    domain = domain_of(translator)
    record = domain.catalogue.find(node["key"])
    if record is None:
        return None
    around = node.parent
    options = EntryOptions(
        layout=around["layout"], names=around["name_form"], max_authors=around["max_authors"]
    )
    try:
        return domain.printing.renderer(format_).entry(
            record,
            page,
            options,
            kind=around["kind"],
            id_=node["ids"][0] if node["ids"] else "",
            target=target,
            number=node["number"],
            value=node["value"],
        )
    except Exception as error:  # a template of the site can do anything
        message = f"the template of layout {around['layout']!r} failed: {type(error).__name__}: {error}"
        report(
            [Problem(ProblemKind.TEMPLATE, message, record.source.file, record.source.line, record.key)],
            domain.paths,
        )
        return None

"""Code that the visitors for all formats share: rendering with templates, which may fail."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_vitae.render import EntryOptions, Occasion, RawSource, Renderer

from ..doctree.nodes import vitae_record
from ..settings.contacts import full_name
from .guarding import domain_of, guarded

if TYPE_CHECKING:
    from sphinx_vitae.model import Profile
    from sphinx_vitae.render import RenderContext

    from ..doctree.nodes import vitae_list, vitae_occasions, vitae_person, vitae_work

__all__ = [
    "around",
    "described",
    "entries",
    "entry",
    "escaped",
    "in_full",
    "occasions",
    "person_of",
]


def escaped(translator: Any, format_: str, text: str) -> str:
    """A string as source, in which text of the other direction is isolated, as in entries."""
    return domain_of(translator).rendering.renderer(format_).writer.escape(text)


def described(translator: Any, format_: str, template: str, person: Profile, **facts: Any) -> str:
    """A person, rendered with a template; empty if the template failed."""
    renderer = domain_of(translator).rendering.renderer(format_)
    name = full_name(person)
    return (
        guarded(translator, template, lambda: renderer.template(template, person=person, name=name, **facts))
        or ""
    )


def person_of(translator: Any, node: vitae_person) -> Profile | None:
    """The person that a node shows; ``None`` if the setting now contains fewer people."""
    people = domain_of(translator).settings.people
    return people[node["index"]] if node["index"] < len(people) else None


def around(translator: Any, format_: str, node: vitae_list, entries: str) -> str:
    """A list, rendered with its template; only the entries if the template failed.

    :param entries: the output of its entries.
    """
    facts = {
        "numbers": node["numbered"],
        "reversed": node["number"] == "descending",
        "start": node["start"],
        "widest": node["widest"],
        "long": len(node) if node["long"] else 0,
        "listing": node["listing"],
        "classes": node["extra"],
        "id": node["ids"][0] if node["ids"] else "",
    }
    renderer = domain_of(translator).rendering.renderer(format_)
    layout = node["entry_options"]["layout"]
    made = guarded(
        translator,
        f"lists in the {layout!r} layout",
        lambda: renderer.around(node["kind"], layout, entries, **facts),
    )
    return entries if made is None else made


def occasions(
    translator: Any,
    format_: str,
    node: vitae_occasions,
    page: RenderContext,
    target_of: Callable[[nodes.Element], str] = lambda node: "",
) -> str | None:
    """Entries with the same title, rendered with their template.

    ``None`` if the template failed, or an entry no longer exists.

    :param target_of: record → code for its anchor, in formats that need it.
    """
    domain = domain_of(translator)
    found = []
    for child in node.findall(vitae_record):
        record = domain.catalogue.find(child["key"])
        if record is None:
            return None
        id_ = child["ids"][0] if child["ids"] else ""
        target = RawSource(target_of(child))
        found.append(Occasion(record, id_, target, child["number"], child["value"], child["facets"]))
    return guarded(
        translator,
        f"occasions of {node['kind']!r}",
        lambda: domain.rendering.renderer(format_).occasions(
            node["kind"], found, page, EntryOptions(**node["entry_options"])
        ),
        found[0].record.key,
    )


def in_full(
    translator: Any, format_: str, node: vitae_work, page: RenderContext, address: Callable[[str], str]
) -> str | None:
    """An entry in full, rendered with its template; ``None`` if the template failed, or the record no longer
    exists.

    :param address: key → address, relative to this page.
    """
    domain = domain_of(translator)
    record = domain.catalogue.find(node["key"])
    if record is None:
        return None
    options = EntryOptions(**node["entry_options"])
    before, after = (
        (str(other.title), address(other.key)) if other else None for other in domain.catalogue.beside(record)
    )

    def render(renderer: Renderer) -> str:
        return renderer.in_full(record, page, options, newer=before, older=after)

    rendering = domain.rendering
    return guarded(
        translator,
        "the page of an entry",
        lambda: render(rendering.renderer(format_)),
        record.key,
        name=f"{format_}/{record.kind}-page",
        default=lambda: render(rendering.shipped(format_)),
    )


def entry(
    translator: Any, format_: str, node: vitae_record, page: RenderContext, target: str = ""
) -> str | None:
    """A record, rendered with its template; ``None`` if the template failed, or the record no longer exists."""
    return entries(translator, format_, node.parent, page)(node, target)


def entries(
    translator: Any, format_: str, parent: nodes.Element, page: RenderContext
) -> Callable[[vitae_record, str], str | None]:
    """A function that renders each entry of a list, given its node and the code that sets its anchor, as `entry` does."""
    domain = domain_of(translator)
    catalogue, rendering = domain.catalogue, domain.rendering
    kind = parent["kind"]
    options = _options(tuple(parent["entry_options"].items()))
    what, name = f"the {options.layout!r} layout", f"{format_}/{kind}-{options.layout}"

    def write(node: vitae_record, target: str) -> str | None:
        facts = node.attributes  # looked up directly, because a list can have thousands of entries
        record = catalogue.find(facts["key"])
        if record is None:
            return None

        def render(renderer: Renderer) -> str:
            return renderer.entry(
                record,
                page,
                options,
                kind=kind,
                id_=facts["ids"][0] if facts["ids"] else "",
                target=target,
                number=facts["number"],
                value=facts["value"],
                facets=facts["facets"],
                legend=facts.get("legend", ()),
            )

        return guarded(
            translator,
            what,
            lambda: render(rendering.renderer(format_)),
            record.key,
            name=name,
            default=lambda: render(rendering.shipped(format_)),
        )

    return write


@lru_cache(maxsize=64)
def _options(items: tuple[tuple[str, Any], ...]) -> EntryOptions:
    """The options of a list, which are the same for all its entries."""
    return EntryOptions(**dict(items))

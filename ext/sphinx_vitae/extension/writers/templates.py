"""Code that the visitors for all formats share: rendering with templates, which may fail."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from jinja2 import TemplateSyntaxError

from sphinx_vitae.model import Problem, ProblemKind
from sphinx_vitae.render import EntryOptions, Occasion, RawSource

from ..doctree.nodes import vitae_record
from ..settings.contacts import full_name
from ..site.domain import VitaeDomain
from ..site.problem_log import report

if TYPE_CHECKING:
    from sphinx_vitae.model import Profile
    from sphinx_vitae.render import RenderContext

    from ..doctree.nodes import vitae_list, vitae_occasions, vitae_person, vitae_work

__all__ = ["around", "described", "domain_of", "entry", "guarded", "in_full", "occasions", "person_of"]


def domain_of(translator: Any) -> VitaeDomain:
    """Our domain, from any builder's translator."""
    return cast(VitaeDomain, translator.builder.env.domains["vitae"])


def guarded(translator: Any, what: str, render: Callable[[], str], key: str = "") -> str | None:
    """The output of a template; ``None`` if it failed, which is reported on every build until it is fixed.

    :param what: the description of the template in the message.
    :param key: the key of the entry, if the template renders one.
    """
    domain = domain_of(translator)
    try:
        return render()
    except Exception as error:  # a custom template can raise anything
        record = domain.catalogue.find(key)
        source = (record.source.file, record.source.line) if record else ("", 0)
        message = f"the template for {what} failed: {type(error).__name__}: {error}{_place(error)}"
        report([Problem(ProblemKind.TEMPLATE, message, *source, key)], domain.paths)
        domain.build_state.fail(_page_of(translator))
        return None


def _place(error: Exception) -> str:
    """The location in a template where an error was raised; empty if it was raised elsewhere."""
    if isinstance(error, TemplateSyntaxError):
        return f" (line {error.lineno} of {error.name or 'it'})"
    frames = traceback.extract_tb(error.__traceback__)
    found = [frame for frame in frames if frame.filename.endswith(".jinja")]
    return f" (line {found[-1].lineno} of {Path(found[-1].filename).name})" if found else ""


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


def _page_of(translator: Any) -> str:
    docname: str = getattr(translator.builder, "current_docname", "") or ""
    return docname


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
    return guarded(
        translator,
        "the page of an entry",
        lambda: domain.rendering.renderer(format_).in_full(record, page, options, newer=before, older=after),
        record.key,
    )


def entry(
    translator: Any, format_: str, node: vitae_record, page: RenderContext, target: str = ""
) -> str | None:
    """A record, rendered with its template; ``None`` if the template failed, or the record no longer exists."""
    domain = domain_of(translator)
    record = domain.catalogue.find(node["key"])
    if record is None:
        return None
    parent: nodes.Element = node.parent
    options = EntryOptions(**parent["entry_options"])
    return guarded(
        translator,
        f"the {options.layout!r} layout",
        lambda: domain.rendering.renderer(format_).entry(
            record,
            page,
            options,
            kind=parent["kind"],
            id_=node["ids"][0] if node["ids"] else "",
            target=target,
            number=node["number"],
            value=node["value"],
            facets=node["facets"],
        ),
        record.key,
    )

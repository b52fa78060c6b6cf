"""What the references of a page lead to: noted once the page is read, so that the page follows its entries.

Only then is it known which references are to other sites (``external``): those are none of ours. Besides our
roles, ``any``, links of Markdown, and ``ref`` with the label of an entry can lead to one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx import addnodes

from sphinx_vitae.model import Problem, ProblemKind, Record

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.environment import BuildEnvironment

    from .domain import VitaeDomain

__all__ = ["ROLES", "follow", "is_elsewhere", "role_of"]

#: Role → type of object.
ROLES: Final = {
    "pub": "publication",
    "talk": "talk",
    "award": "award",
    "activity": "activity",
    "pub-tag": "publication",
    "pub-number": "publication",
}
#: References that can lead to objects of any domain.
_ANY: Final = frozenset({"any", "myst"})


def role_of(kind: str) -> str:
    """The object type of a kind of record: its own, or ``activity``."""
    return kind if kind in ROLES.values() else "activity"


def follow(domain: VitaeDomain, docname: str, document: nodes.document) -> None:
    """Note which entries the references of a page name, and what is wrong with those that our roles made."""
    for node in document.findall(addnodes.pending_xref):
        if node.get("intersphinx"):
            continue
        target: str = node["reftarget"]
        if node.get("refdomain") == domain.name:
            _follow_role(domain, docname, node, target)
        elif node["reftype"] in _ANY:
            _follow(domain, docname, domain.catalogue.find(target))
        elif node["reftype"] == "ref" and (key := domain.labels.get(target)):
            _follow(domain, docname, domain.catalogue.find(key))


def _follow(domain: VitaeDomain, docname: str, record: Record | None) -> None:
    """Sphinx itself says where such a reference finds nothing."""
    if record is not None:
        domain.reference(docname, record.key)
        domain.link(docname, record.key)


def _follow_role(domain: VitaeDomain, docname: str, node: addnodes.pending_xref, target: str) -> None:
    role: str = node["reftype"]
    domain.reference(docname, target)
    record = domain.catalogue.find(target)
    if record is None:
        if not is_elsewhere(domain.env, domain, role, target):
            fix = domain.catalogue.nearest(target)
            _note(domain, docname, node, ProblemKind.KEY_UNKNOWN, f"no entry has the key {target!r}", fix)
        return
    line = node.line or 0
    domain.link(docname, record.key, line)
    if role == "pub-number":
        domain.number_later(docname, record.key, line)
    if role_of(record.kind) != ROLES[role]:
        right = next(name for name, kind in ROLES.items() if kind == role_of(record.kind))
        message = f"{target!r} is of the kind {record.kind!r}"
        _note(domain, docname, node, ProblemKind.KIND_MISMATCH, message, f"write the role {right!r}")


def _note(
    domain: VitaeDomain,
    docname: str,
    node: addnodes.pending_xref,
    kind: ProblemKind,
    message: str,
    fix: str,
) -> None:
    source = node.source or str(domain.env.doc2path(docname))
    role = node["reftype"]
    domain.note(docname, Problem(kind, f"role {role!r}: {message}", source, node.line or 0, fix=fix))


def is_elsewhere(env: BuildEnvironment, domain: VitaeDomain, role: str, target: str) -> bool:
    """Whether another site (``intersphinx_mapping``) has this entry, as ``key`` or as ``site:key``."""
    main = getattr(env, "intersphinx_inventory", {})
    site, _, key = target.partition(":")
    named = getattr(env, "intersphinx_named_inventory", {}).get(site, {})
    types = [f"{domain.name}:{type_}" for type_ in domain.objtypes_for_role(role) or ()]
    return any(target in main.get(type_, {}) or key in named.get(type_, {}) for type_ in types)

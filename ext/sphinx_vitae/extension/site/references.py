"""The references on a page to entries, which are found after the page has been read.

The page depends on the entries that they refer to. Only then is it known which references go to other sites
(``external``) instead of to our entries. Besides our roles, ``any``, Markdown links, and ``ref`` with the
label of an entry can refer to an entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx import addnodes

from sphinx_vitae.model import Problem, ProblemKind, Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docutils import nodes
    from sphinx.environment import BuildEnvironment

    from sphinx_vitae.catalogue import Catalogue

__all__ = ["ROLES", "Reference", "is_elsewhere", "problem_of", "references", "role_of"]

#: Role → object type.
ROLES: Final = {
    "pub": "publication",
    "talk": "talk",
    "award": "award",
    "activity": "activity",
    "pub-tag": "publication",
    "pub-number": "publication",
}
#: Reference types that can refer to objects in any domain.
_ANY: Final = frozenset({"any", "myst"})


def role_of(kind: str) -> str:
    """The object type for a kind of record: the kind, or ``activity``."""
    return kind if kind in ROLES.values() else "activity"


class Reference(NamedTuple):
    """A reference on a page that can refer to an entry.

    :param role: our role that created it; empty for ``any``, a Markdown link, or ``ref``.
    :param record: the entry that it refers to, if the bibliography contains it.
    """

    node: addnodes.pending_xref
    target: str
    role: str
    record: Record | None


def references(document: nodes.document, domain: str, catalogue: Catalogue) -> Iterator[Reference]:
    """The references on a page to entries on this site.

    :param domain: the name of our domain.
    """
    for node in document.findall(addnodes.pending_xref):
        if node.get("intersphinx"):
            continue
        target: str = node["reftarget"]
        if node.get("refdomain") == domain:
            yield Reference(node, target, node["reftype"], catalogue.find(target))
        elif (node["reftype"] in _ANY and (record := catalogue.find(target))) or (
            node["reftype"] == "ref" and (record := catalogue.find(catalogue.labels.get(target, "")))
        ):
            yield Reference(node, target, "", record)


def problem_of(reference: Reference, source: str, nearest: Callable[[str], str]) -> Problem | None:
    """The problem with a reference made by one of our roles; ``None`` if the reference is valid.

    :param source: the file of the page.
    :param nearest: unknown key → a fix that suggests the most similar key.
    """
    record, role = reference.record, reference.role
    if record is None:
        kind, message = ProblemKind.KEY_UNKNOWN, f"no entry has the key {reference.target!r}"
        fix = nearest(reference.target)
    elif role_of(record.kind) != ROLES[role]:
        right = next(name for name, kind in ROLES.items() if kind == role_of(record.kind))
        kind, message = ProblemKind.KIND_MISMATCH, f"{reference.target!r} is of kind {record.kind!r}"
        fix = f"use the {right!r} role"
    else:
        return None
    node = reference.node
    return Problem(kind, f"role {role!r}: {message}", node.source or source, node.line or 0, fix=fix)


def is_elsewhere(env: BuildEnvironment, domain: str, role: str, target: str) -> bool:
    """Whether another site (``intersphinx_mapping``) contains this entry, given as ``key`` or as
    ``site:key``.

    :param domain: the name of our domain.
    """
    type_ = f"{domain}:{ROLES[role]}"
    main = getattr(env, "intersphinx_inventory", {})
    site, _, key = target.partition(":")
    named = getattr(env, "intersphinx_named_inventory", {}).get(site, {})
    return target in main.get(type_, {}) or key in named.get(type_, {})

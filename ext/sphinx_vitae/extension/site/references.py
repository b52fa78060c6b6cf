"""References of a page to entries, found once the page is read: the page depends on what they name.

Only then is it known which references are to other sites (``external``): those are none of ours. Besides our
roles, ``any``, links of Markdown, and ``ref`` with the label of an entry can lead to one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx import addnodes

from sphinx_vitae.model import Problem, ProblemKind, Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from docutils import nodes
    from sphinx.environment import BuildEnvironment

    from sphinx_vitae.catalogue import Catalogue

__all__ = ["ROLES", "Reference", "is_elsewhere", "problem_of", "references", "role_of"]

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


class Reference(NamedTuple):
    """A reference of a page that can lead to an entry.

    :param role: our role that made it; empty for ``any``, a link of Markdown, or ``ref``.
    :param record: the entry that it names, if the bibliography has it.
    """

    node: addnodes.pending_xref
    target: str
    role: str
    record: Record | None


def references(
    document: nodes.document, domain: str, catalogue: Catalogue, labels: Mapping[str, str]
) -> Iterator[Reference]:
    """Find the references of a page that are to entries of this site.

    :param domain: the name of our domain.
    :param labels: plain label → key.
    """
    for node in document.findall(addnodes.pending_xref):
        if node.get("intersphinx"):
            continue
        target: str = node["reftarget"]
        if node.get("refdomain") == domain:
            yield Reference(node, target, node["reftype"], catalogue.find(target))
        elif (node["reftype"] in _ANY and (record := catalogue.find(target))) or (
            node["reftype"] == "ref" and (record := catalogue.find(labels.get(target, "")))
        ):
            yield Reference(node, target, "", record)


def problem_of(reference: Reference, source: str, nearest: Callable[[str], str]) -> Problem | None:
    """What is wrong with a reference that one of our roles made.

    :param source: the file of the page.
    :param nearest: a fix that names the key nearest to an unknown one.
    """
    record, role = reference.record, reference.role
    if record is None:
        kind, message = ProblemKind.KEY_UNKNOWN, f"no entry has the key {reference.target!r}"
        fix = nearest(reference.target)
    elif role_of(record.kind) != ROLES[role]:
        right = next(name for name, kind in ROLES.items() if kind == role_of(record.kind))
        kind, message = ProblemKind.KIND_MISMATCH, f"{reference.target!r} is of the kind {record.kind!r}"
        fix = f"write the role {right!r}"
    else:
        return None
    node = reference.node
    return Problem(kind, f"role {role!r}: {message}", node.source or source, node.line or 0, fix=fix)


def is_elsewhere(env: BuildEnvironment, types: Iterable[str], target: str) -> bool:
    """Whether another site (``intersphinx_mapping``) has this entry, as ``key`` or as ``site:key``.

    :param types: of objects that the role leads to, with the name of the domain.
    """
    main = getattr(env, "intersphinx_inventory", {})
    site, _, key = target.partition(":")
    named = getattr(env, "intersphinx_named_inventory", {}).get(site, {})
    return any(target in main.get(type_, {}) or key in named.get(type_, {}) for type_ in types)

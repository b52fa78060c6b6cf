"""Canonical numbers, which entries get from another list when a page is written."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping

from docutils import nodes

from sphinx_vitae.model import Problem, ProblemKind

from ..doctree.nodes import vitae_list, vitae_record
from ..doctree.numbering import label_lists, number_record
from .placements import Placement

__all__ = ["number_as_elsewhere", "unnumbered"]


def number_as_elsewhere(doctree: nodes.document, numbered: Mapping[str, Placement]) -> None:
    """Number the lists that use canonical numbers, on a page or in a printed document.

    :param numbered: key → the placement with the canonical number.
    """
    parts = [part for part in doctree.findall(vitae_list) if part["number"] == "canonical"]
    for part in parts:
        for record in part.findall(vitae_record):
            placement = numbered.get(record["key"])
            if placement and not record["number"]:
                number_record(record, _number(placement, part), placement.value)
    label_lists(parts)


def _number(placement: Placement, part: vitae_list) -> str:
    return f"{part['prefix']}{placement.value}" if part["prefix"] else placement.number


def unnumbered(
    wanted: Mapping[str, Mapping[str, int]], numbered: Container[str], path_of: Callable[[str], object]
) -> Iterator[Problem]:
    """A problem for each work that has no canonical number, although a list needs it.

    :param wanted: docname → key → line of the list.
    :param numbered: the keys that have a number.
    :param path_of: docname → source file.
    """
    for docname, keys in sorted(wanted.items()):
        for key, line in keys.items():
            if key not in numbered:
                yield Problem(
                    ProblemKind.NUMBER_MISSING,
                    f"{key!r} has no number in the canonical list",
                    str(path_of(docname)),
                    line,
                    fix="number the list of all works, or add :canonical: to the list with the numbers",
                )

"""Entry numbers.

They are set when a page is read, or, if they come from another list, when it is written. The lists on a page
form chains: a list and the lists that continue it. Descending numbers are only known when the whole chain is
known.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinx_vitae.model import Problem, ProblemKind

from .domain_access import page_domain
from .nodes import vitae_list, vitae_listing, vitae_record

if TYPE_CHECKING:
    from typing import Any


__all__ = ["NumberTransform", "label_lists", "number_record"]


class NumberTransform(SphinxTransform):
    """Numbers the entries on a page."""

    default_priority: ClassVar[int] = 214  # before groups become sections

    def apply(self, **kwargs: Any) -> None:
        """Number each chain of lists."""
        chain: list[vitae_listing] = []
        for listing in self.document.findall(vitae_listing):
            if listing["number"] not in {"ascending", "descending"}:
                continue
            if self._continues(listing, chain):
                chain.append(listing)
            else:
                self._number(chain)
                chain = [listing]
        self._number(chain)

    def _continues(self, listing: vitae_listing, chain: list[vitae_listing]) -> bool:
        """Whether a list continues the preceding chain. If it should, but cannot, a problem is reported."""
        if listing["start"] != "continue":
            return False
        if not chain:
            self._problem(listing, "there is no numbered list before it on this page")
        elif chain[0]["number"] != listing["number"]:
            self._problem(
                listing, f"it cannot continue the previous list, whose numbers are {chain[0]['number']}"
            )
        return bool(chain) and chain[0]["number"] == listing["number"]

    def _number(self, chain: list[vitae_listing]) -> None:
        if not chain:
            return
        records = [(listing["prefix"], list(listing.findall(vitae_record))) for listing in chain]
        total = sum(len(found) for _, found in records)
        down = chain[0]["number"] == "descending"
        given = chain[0]["start"]
        first = given if isinstance(given, int) and given else total if down else 1
        if down and first < total:
            self._problem(
                chain[0],
                f"{first} is too small to count down {total} entries; {total} was used",
            )
            first = total
        numbers = iter(range(first, first - total, -1) if down else range(first, first + total))
        for prefix, found in records:
            for record in found:
                value = next(numbers)
                number_record(record, f"{prefix}{value}", value)
        label_lists([part for listing in chain for part in listing.findall(vitae_list)])

    def _problem(self, listing: vitae_listing, message: str) -> None:
        problem = Problem(
            ProblemKind.OPTION_VALUE, f"option 'start': {message}", listing.source or "", listing.line or 0
        )
        page_domain(self.env).note(self.env.docname, problem)


def number_record(record: vitae_record, number: str, value: int) -> None:
    """Number an entry. Simple builders print the number before the text."""
    record.attributes.update(number=number, value=value)
    if record.children and isinstance(text := record.children[0], nodes.Text):
        record[0] = nodes.Text(f"[{number}] {text}")
    else:
        record.insert(0, nodes.Text(f"[{number}] "))


def label_lists(parts: Iterable[vitae_list]) -> None:
    """Store the first number, and the width of the widest label in all lists, in each numbered list."""
    numbered = [(part, list(part.findall(vitae_record))) for part in parts]
    labels = [record.attributes["number"] for _, records in numbered for record in records]
    widest = max(labels, key=len, default="")
    for part, records in numbered:
        part["numbered"] = any(record["number"] for record in records if record.parent is part)
        part["widest"] = widest
        part["start"] = next((record["value"] for record in records if record["value"]), 0)

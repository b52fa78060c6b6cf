"""Tables as Typst."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from docutils import nodes

if TYPE_CHECKING:
    from typing import Any

__all__ = ["TypstTables"]


class TypstTables:
    """Visitors of tables; a part of the translator."""

    if TYPE_CHECKING:
        body: list[str]

        def rendered(self, children: Iterable[nodes.Node]) -> str: ...
        def anchors(self, node: nodes.Element) -> str: ...
        def caption(self, node: nodes.Element) -> str: ...

    def visit_table(self, node: nodes.table) -> None:
        """Columns are as wide as their text, unless the author gives them widths."""
        for tgroup in node.findall(nodes.tgroup):
            if tgroup.parent is node:
                self.body.append(self._table(node, tgroup))
        raise nodes.SkipNode

    def _table(self, node: nodes.table, tgroup: nodes.tgroup) -> str:
        columns = [child for child in tgroup.children if isinstance(child, nodes.colspec)]
        given = "colwidths-given" in node["classes"]
        widths = [f"{column.get('colwidth', 1)}fr" if given else "auto" for column in columns]
        stubs = {n for n, column in enumerate(columns) if column.get("stub")}
        head, head_rows = self._rows(tgroup, nodes.thead, range(len(columns)))
        body, body_rows = self._rows(tgroup, nodes.tbody, stubs)
        rule = "table.hline(stroke: .05em)"
        parts = [f"table.header({', '.join(head)})", rule, *body, rule] if head else body
        look = f"columns: ({', '.join(widths)},), inset: vitae-cells({head_rows}, {head_rows + body_rows})"
        return f"\n#vitae-table([{self.caption(node)}], table({look}, {', '.join(parts)}));\n"

    def _rows(
        self, tgroup: nodes.tgroup, part: type[nodes.Element], bold: Iterable[int]
    ) -> tuple[list[str], int]:
        """The cells of a part, in their order, and the number of its rows; cells in columns that are headings in bold."""
        rows = [row for found in tgroup.findall(part) if found.parent is tgroup for row in found.children]
        taken: set[tuple[int, int]] = set()
        made = []
        for y, row in enumerate(cast("list[nodes.Element]", rows)):
            x = 0
            for entry in cast("list[nodes.Element]", row.children):
                while (y, x) in taken:
                    x += 1
                wide, high = entry.get("morecols", 0) + 1, entry.get("morerows", 0) + 1
                taken.update((y + down, x + right) for down in range(high) for right in range(wide))
                made.append(self._cell(entry, wide, high, bold=x in bold))
        return made, len(rows)

    def _cell(self, entry: nodes.Element, wide: int, high: int, *, bold: bool) -> str:
        content = self.anchors(entry) + self.rendered(entry.children)
        content = f"#vitae-head[{content}];" if bold else content
        spans: dict[str, Any] = {"colspan": wide, "rowspan": high}
        given = ", ".join(f"{name}: {value}" for name, value in spans.items() if value > 1)
        return f"table.cell({given})[{content}]" if given else f"[{content}]"

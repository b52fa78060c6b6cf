"""Lists and tables in Typst."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, cast

from docutils import nodes

from sphinx_vitae.render.formats.typst import literal

__all__ = ["TypstBlocks"]

#: Numbering in docutils → numbering in Typst.
_ENUMERATORS: Final = {
    "arabic": "1",
    "loweralpha": "a",
    "upperalpha": "A",
    "lowerroman": "i",
    "upperroman": "I",
}


class TypstBlocks:
    """Visitors for lists and tables; a mixin for the translator."""

    if TYPE_CHECKING:
        body: list[str]

        def rendered(self, children: Iterable[nodes.Node]) -> str: ...
        def anchors(self, node: nodes.Element) -> str: ...
        def caption(self, node: nodes.Element) -> str: ...

    # Lists --------------------------------------------------------------------------------------------

    def visit_line_block(self, node: nodes.line_block) -> None:
        self.body.append("\n\n" + "#linebreak();\n".join(self._lines(node, 0)) + "\n\n")
        raise nodes.SkipNode

    def _lines(self, block: nodes.line_block, depth: int) -> Iterable[str]:
        for child in block.children:
            if isinstance(child, nodes.line_block):
                yield from self._lines(child, depth + 1)
            else:
                yield (f"#h({1.5 * depth}em);" if depth else "") + self.rendered(child.children)

    def visit_enumerated_list(self, node: nodes.enumerated_list) -> None:
        sign = _ENUMERATORS.get(node.get("enumtype", "arabic"), "1")
        pattern = literal(f"{node.get('prefix', '')}{sign}{node.get('suffix', '') or '.'}")
        self.body.append(f"\n#enum(numbering: {pattern}, start: {node.get('start', 1)}, ")

    def depart_enumerated_list(self, node: nodes.enumerated_list) -> None:
        self.body.append(");\n")

    def visit_list_item(self, node: nodes.list_item) -> None:
        self.body.append("[" + self.anchors(node))

    def depart_list_item(self, node: nodes.list_item) -> None:
        self.body.append("], ")

    def visit_definition_list(self, node: nodes.definition_list) -> None:
        self._terms(
            ([part for part in item.children if not isinstance(part, nodes.definition)], item.children[-1:])
            for item in cast("Iterable[nodes.Element]", node.children)
        )

    def visit_field_list(self, node: nodes.field_list) -> None:
        fields = cast("Iterable[nodes.Element]", node.children)
        self._terms(([*field[0].children, nodes.Text(":")], field[1].children) for field in fields)

    def visit_option_list(self, node: nodes.option_list) -> None:
        items = cast("Iterable[nodes.Element]", node.children)
        self._terms(([nodes.literal("", item[0].astext())], item[1].children) for item in items)

    def _terms(self, items: Iterable[tuple[Sequence[nodes.Node], Sequence[nodes.Node]]]) -> None:
        """Terms in bold, each with its definition."""
        made = []
        for term, said in items:
            anchors = "".join(self.anchors(part) for part in term if isinstance(part, nodes.Element))
            made.append(f"terms.item([{anchors}{self._term(term)}], [{self.rendered(said)}])")
        self.body.append(f"\n#terms({', '.join(made)});\n")
        raise nodes.SkipNode

    def _term(self, parts: Sequence[nodes.Node]) -> str:
        """The terms of one definition, one below the other, with their classifiers."""
        made = ""
        for part in parts:
            between = "#linebreak();" if isinstance(part, nodes.term) else " "
            made += (between if made and isinstance(part, nodes.Part) else "") + self.rendered([part])
        return made

    # Tables -------------------------------------------------------------------------------------------

    def visit_table(self, node: nodes.table) -> None:
        """Columns are as wide as their text, unless the author sets widths."""
        for tgroup in node.findall(nodes.tgroup):
            if tgroup.parent is node:
                self.body.append(self._table(node, tgroup))
        raise nodes.SkipNode

    def _table(self, node: nodes.table, tgroup: nodes.tgroup) -> str:
        columns = [child for child in tgroup.children if isinstance(child, nodes.colspec)]
        given = "colwidths-given" in node["classes"]
        widths = [f"{column.get('colwidth', 1)}fr" if given else "auto" for column in columns]
        if "vitae-table" in node["classes"]:  # what the other columns leave
            widths[0] = "1fr"
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
        """The cells in part of a table, in order, and the number of rows.

        :param bold: the columns that are headings.
        """
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

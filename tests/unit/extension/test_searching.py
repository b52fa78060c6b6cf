"""Searches in lists of entries find what docutils finds, mostly without visiting the entries."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest
from docutils import nodes
from docutils.transforms.references import DanglingReferencesVisitor
from docutils.utils import new_document
from sphinx import addnodes
from sphinx.transforms.post_transforms.code import HighlightLanguageVisitor
from sphinx.util.nodes import NodeMatcher

from sphinx_vitae.extension.doctree.nodes import vitae_list, vitae_occasions, vitae_record

CLASSES = (
    nodes.Node, nodes.Element, nodes.TextElement, nodes.Text, nodes.math, nodes.paragraph, nodes.container, nodes.Special,
    nodes.Inline, nodes.image, nodes.reference, addnodes.pending_xref, vitae_record, vitae_list, vitae_occasions,
)  # fmt: skip


def entry(*children: nodes.Node) -> vitae_record:
    return vitae_record("", "", *children, key="k", ids=["pub-k"])


def plain() -> vitae_list:
    return vitae_list("", entry(nodes.Text("A")), entry(nodes.Text("B "), nodes.math("x", "x")))


def with_a_reference() -> vitae_list:
    return vitae_list("", entry(nodes.Text("A"), nodes.reference("", "there")), entry(nodes.Text("B")))


def with_a_reference_later() -> vitae_list:
    found = plain()
    first = found.children[0]
    assert isinstance(first, vitae_record)
    first.replace(first.children[0], nodes.reference("", "there"))
    return found


def with_a_reference_in_an_entry_added_later() -> vitae_list:
    found = plain()
    found += entry(addnodes.pending_xref("", nodes.inline("", "there")))
    return found


def with_occasions() -> vitae_list:
    return vitae_list("", vitae_occasions("", entry(nodes.Text("A"), nodes.image())))


def assembled() -> vitae_list:
    return with_a_reference_later().deepcopy()


def stored() -> vitae_list:
    found: vitae_list = pickle.loads(pickle.dumps(with_a_reference()))
    return found


SHAPES = (
    vitae_list, plain, with_a_reference, with_a_reference_later, with_a_reference_in_an_entry_added_later, with_occasions,
    assembled, stored,
)  # fmt: skip


def walked(node: nodes.Node, condition: Callable[[nodes.Node], bool]) -> list[nodes.Node]:
    found = [node] if condition(node) else []
    return found + [inner for child in node.children for inner in walked(child, condition)]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("wanted", CLASSES)
def test_a_search_for_a_class_finds_all_its_nodes(shape: Callable[[], vitae_list], wanted: type) -> None:
    page = nodes.section("", shape(), nodes.paragraph("", "after"))
    expected = walked(page, lambda node: isinstance(node, wanted))
    assert list(map(id, page.findall(wanted))) == list(map(id, expected))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_search_by_condition_finds_all_nodes(shape: Callable[[], vitae_list]) -> None:
    page = nodes.section("", shape(), nodes.paragraph("", "after"))
    for condition in (NodeMatcher(nodes.Element, ids=["pub-k"]), lambda node: isinstance(node, nodes.Text)):
        assert list(map(id, page.findall(condition))) == list(map(id, walked(page, condition)))
    first = page[0]
    after = list(first.findall(nodes.paragraph, include_self=False, descend=False, siblings=True))
    assert after == [page[1]]


def test_a_list_finds_what_is_in_its_entries_without_a_search_in_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    searched: list[nodes.Node] = []

    def noted(name: str) -> None:
        search = getattr(nodes.Node, name)

        def call(self: nodes.Node, *wanted: type) -> object:
            if not isinstance(self, (nodes.section, vitae_list)):
                searched.append(self)
            return search(self, *wanted)

        monkeypatch.setattr(nodes.Node, name, call)

    noted("_fast_findall")
    noted("_superfast_findall")
    page = nodes.section("", plain())
    assert list(page.findall(nodes.image)) == []
    assert len(list(page.findall(nodes.math))) == 1
    assert len(list(page.findall(vitae_record))) == 2
    assert len(list(page.findall(lambda node: isinstance(node, nodes.Text)))) == 3
    assert searched == []


@pytest.mark.parametrize("visitor", [DanglingReferencesVisitor, HighlightLanguageVisitor])
def test_visitors_that_do_nothing_for_entries_visit_them_only_if_they_contain_anything_else(
    visitor: type[nodes.NodeVisitor],
) -> None:
    document = new_document("")
    document.extend((plain(), with_a_reference(), with_a_reference_later(), with_occasions()))
    visited: list[str] = []

    class Listening(visitor):  # type: ignore[misc, valid-type]
        def dispatch_visit(self, node: nodes.Node) -> None:
            visited.append(str(node) if isinstance(node, nodes.Text) else type(node).__name__)
            super().dispatch_visit(node)

    Listening.__module__, Listening.__qualname__ = visitor.__module__, visitor.__qualname__
    listening = Listening(document, [] if visitor is DanglingReferencesVisitor else "python")
    document.walk(listening)
    assert visited.count("vitae_list") == 3, "all but the one of text and formulas"
    assert visited.count("reference") == 2
    assert visited.count("A") == 2

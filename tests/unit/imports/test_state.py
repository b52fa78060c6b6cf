"""The state file: sorted, readable, and refused in one sentence if it is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_vitae.imports import State, StateError, read_state, state_path, written_state
from sphinx_vitae.imports.state import KnownWork

STATE = State(
    (
        KnownWork(
            "b",
            frozenset({"doi:2", "arxiv:1"}),
            frozenset({"dblp:x"}),
            {"dblp:y": {"title": "T", "author": "Å"}},
        ),
        KnownWork("", frozenset({"doi:1"}), declined=True),
    )
)


def test_a_state_is_written_in_order_and_read_again() -> None:
    content = written_state(STATE)
    assert read_state(content) == State(tuple(sorted(STATE.works, key=lambda work: work.key)))
    assert written_state(read_state(content)) == content
    assert written_state(State(tuple(reversed(STATE.works)))) == content
    assert '"Å"'.encode() in content
    assert content.endswith(b"}\n")


def test_it_is_beside_the_bibliography() -> None:
    assert state_path(Path("refs/own.bib")) == Path("refs/own.import.json")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"version": 1, "works": [', "it is not valid JSON, line 1"),
        (b'{\n<<<<<<< HEAD\n"version": 1}', "it is not valid JSON, line 2"),
        (b"[]", "it does not contain a list of works"),
        (b'{"version": 9, "works": []}', "it was written by another version of sphinx-vitae"),
    ],
)
def test_a_damaged_state_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(StateError) as error:
        read_state(content)
    assert str(error.value) == said


def test_values_of_other_shapes_in_it_stop_nothing() -> None:
    assert read_state(
        b'{"version": 1, "works": [3, {"key": 1, "ids": 2, "offered": {"x": 3, "y": {"title": 4}}}]}'
    ) == State((KnownWork("1", offered={"y": {"title": "4"}}),))

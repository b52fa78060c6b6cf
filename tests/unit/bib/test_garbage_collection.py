"""The state of the garbage collector, which no caller needs to ask for."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from sphinx_vitae.bib import collected_rarely, collector_paused, objects_frozen

#: Whether the collector traverses a list. Frozen objects are in none of its generations.
Watched = list[object]


def traversed(value: Watched) -> bool:
    return any(one is value for one in gc.get_objects())


@pytest.fixture
def _uncounted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counting frozen objects takes longer the more there are, so it is an error."""

    def count() -> int:
        raise AssertionError("frozen objects are counted")

    monkeypatch.setattr(gc, "get_freeze_count", count)


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    before = gc.isenabled(), gc.get_threshold()
    yield
    assert (gc.isenabled(), gc.get_threshold()) == before
    assert gc.get_freeze_count() == 0


@pytest.mark.usefixtures("_uncounted")
def test_values_that_are_kept_are_frozen_with_the_others_without_counting() -> None:
    existing: Watched = []
    with objects_frozen():
        assert not traversed(existing)
        with collector_paused(kept=True):
            assert not gc.isenabled()
            kept: Watched = []
        with collector_paused():
            nodes: Watched = []
        assert gc.isenabled()
        assert not traversed(kept)
        assert traversed(nodes)
    assert traversed(existing)
    assert traversed(kept)


def test_values_that_are_kept_move_to_the_oldest_generation_if_nothing_is_frozen() -> None:
    with collector_paused(kept=True):
        kept: Watched = []
    assert any(one is kept for one in gc.get_objects(generation=2))


def test_objects_that_others_have_frozen_stay_frozen() -> None:
    existing: Watched = []
    gc.freeze()
    try:
        with collector_paused(kept=True):
            pass
        assert not traversed(existing)
    finally:
        gc.unfreeze()


@pytest.mark.usefixtures("_uncounted")
def test_objects_stay_frozen_until_the_last_of_two_builds_ends() -> None:
    existing: Watched = []
    with objects_frozen():
        with objects_frozen():
            pass
        assert not traversed(existing)
    assert traversed(existing)


def test_the_collector_is_restored_after_an_error() -> None:
    for context in (collected_rarely(), objects_frozen(), collector_paused(kept=True), collector_paused()):
        with pytest.raises(ValueError, match="broken"), context:
            raise ValueError("broken")


def test_a_disabled_collector_stays_disabled() -> None:
    gc.disable()
    try:
        with objects_frozen(), collector_paused(kept=True):
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()

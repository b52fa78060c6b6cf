"""The cache of what was read from a bibliography."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from sphinx_vitae.catalogue.cache import Cache


def test_storing_and_missing_a_part_do_not_count_frozen_objects(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both happen while a build has frozen all objects; counting these takes longer the more there are."""
    counted: list[str] = []

    def count() -> int:
        counted.append("counted")
        return 0

    monkeypatch.setattr(gc, "get_freeze_count", count)
    cache = Cache(tmp_path, "digest")
    assert cache.read("records") is None
    cache.store({"records": [1, 2]})
    assert counted == []
    assert cache.read("records") == [1, 2]

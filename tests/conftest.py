"""Fixtures that all levels share."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder import Site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site of one bibliography, with pages still to be written."""
    return Site(tmp_path)

"""Fixtures that all levels share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from shared import Shared
from site_builder import Site
from warm import keep_warm

# The same inputs on every run, however slow the machine; the session `fuzz` looks for new ones.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site of one bibliography, with pages still to be written."""
    return Site(tmp_path)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    """What the processes of this run share. Under pytest-xdist each has a folder of its own in that of the run."""
    folder = tmp_path_factory.getbasetemp()
    return Shared((folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "shared")


@pytest.fixture(scope="session", autouse=True)
def warm() -> Iterator[None]:
    """Builds of one process share what is the same in all of them."""
    with keep_warm():
        yield

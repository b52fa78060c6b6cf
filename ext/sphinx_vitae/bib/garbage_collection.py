"""When the garbage collector runs: rarely during a build, and never while many values are created that are all kept."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

__all__ = ["collected_rarely", "collector_paused", "objects_frozen"]

#: The thresholds of the collector during a build.
_RARELY: Final = (20_000, 10, 5)
#: Whether `objects_frozen` is in effect. Asking the collector would count all frozen objects.
_frozen: Final = ContextVar("frozen", default=False)


@contextmanager
def collected_rarely() -> Iterator[None]:
    """Run the collector less often. Pages consist of thousands of nodes, few of which are garbage before the page is
    written, and an environment consists of thousands of values that are all kept.
    """
    thresholds = gc.get_threshold()
    gc.set_threshold(*_RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)


@contextmanager
def objects_frozen() -> Iterator[None]:
    """Freeze all objects that exist, and run the collector less often.

    Frozen objects are not traversed, so that forked processes share their memory.
    """
    before = _frozen.set(True)
    gc.freeze()
    try:
        with collected_rarely():
            yield
    finally:
        _frozen.reset(before)
        if not _frozen.get():
            gc.unfreeze()


@contextmanager
def collector_paused(*, kept: bool = False) -> Iterator[None]:
    """Prevent the collector from traversing thousands of new values that are not garbage.

    If the collector runs, parsing or unpickling 10,000 records takes up to twice as long.

    :param kept: whether the values exist until the program or the build ends. The collector does not traverse
        them later, either.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled and kept:
            _keep()
        if enabled:
            gc.enable()


def _keep() -> None:
    """Put all objects where the collector rarely traverses them. Objects that others have frozen stay frozen."""
    if _frozen.get():
        gc.freeze()
    elif not gc.get_freeze_count():
        gc.freeze()  # then unfreeze them: this moves them to the oldest generation without a traversal
        gc.unfreeze()

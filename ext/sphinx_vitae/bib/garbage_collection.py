"""Pause the garbage collector while creating many values that are all kept."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["collector_paused"]


@contextmanager
def collector_paused(*, frozen: bool = False) -> Iterator[None]:
    """Prevent the garbage collector from traversing thousands of new values that are all kept.

    If the collector runs, parsing or unpickling 10,000 records takes up to twice as long.

    :param frozen: whether all existing objects are frozen and must stay frozen. Determining this would
        require a traversal.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled and not frozen and not gc.get_freeze_count():
            gc.freeze()  # then unfreeze them: this moves them to the oldest generation without a traversal
            gc.unfreeze()
        if enabled:
            gc.enable()

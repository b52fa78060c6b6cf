"""The publication statuses: biblatex's ``pubstate`` (manual §4.9.2.11), and what a work without one is called."""

from __future__ import annotations

from typing import Final

__all__ = ["PUBLISHED", "STATUSES", "UNPUBLISHED"]

#: The status of a work without ``pubstate``.
PUBLISHED: Final = "published"
#: The statuses of works that have not appeared, the latest stage first.
UNPUBLISHED: Final = ("inpress", "forthcoming", "submitted", "inpreparation")
#: All statuses, from published to planned.
STATUSES: Final = (PUBLISHED, "prepublished", *UNPUBLISHED)

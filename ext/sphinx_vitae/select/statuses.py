"""The publication statuses: biblatex's ``pubstate`` (manual §4.9.2.11), and the status of works without it."""

from __future__ import annotations

from typing import Final

__all__ = ["PUBLISHED", "STATUSES", "UNPUBLISHED"]

#: The status of a work without ``pubstate``.
PUBLISHED: Final = "published"
#: The statuses of works that have not appeared yet, starting with the latest stage.
UNPUBLISHED: Final = ("inpress", "forthcoming", "submitted", "inpreparation")
#: All statuses, from published to planned.
STATUSES: Final = (PUBLISHED, "prepublished", *UNPUBLISHED)

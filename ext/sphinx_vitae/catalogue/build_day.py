"""The day that "upcoming", "current" and "last 5" are relative to."""

from __future__ import annotations

import datetime
import os
import time

__all__ = ["build_day"]


def build_day() -> datetime.date:
    """The day of the build, or of SOURCE_DATE_EPOCH if that is set (reproducible-builds.org)."""
    seconds = float(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date()

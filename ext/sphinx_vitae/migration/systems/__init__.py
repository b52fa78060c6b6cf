"""One module for each program that sites are made with: its files → `OldSite`."""

from .detection import read_old_site

__all__ = ["read_old_site"]

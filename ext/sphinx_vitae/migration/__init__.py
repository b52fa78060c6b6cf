"""Sites and files of other programs → `OldSite`, which `scaffold` writes into a new site.

Reads only, and asks no service. `folder`, `data` and `values` read what is there, and know what nobody used. `text` and
`myst` convert it. `builder` collects it. `systems` has a module for each program.
"""

from .combining import combined
from .old_site import Bibliography, Entry, Leftover, MigrationError, OldSite, Page
from .systems import read_old_site

__all__ = [
    "Bibliography",
    "Entry",
    "Leftover",
    "MigrationError",
    "OldSite",
    "Page",
    "combined",
    "read_old_site",
]

"""The reader: .bib files → records and problems. No bytes make it fail.

`source` decodes, `scan` and `recover` find entries and fields with their places, `entries` expands
`macros` and resolves aliases (`vocabulary`), `inherit` does ``crossref`` and ``xdata``, `keys` makes
keys unique, and `build` makes records with the help of `people`, `texts`, `appearance`, `links` and
`kinds`. `fixes` corrects a file.
"""

from .collector import collector_paused
from .dates import parse_date
from .fixes import Fix, Fixed, fixed, macro_names
from .names import parse_name
from .reader import read
from .tex import parse_text

__all__ = [
    "Fix",
    "Fixed",
    "collector_paused",
    "fixed",
    "macro_names",
    "parse_date",
    "parse_name",
    "parse_text",
    "read",
]

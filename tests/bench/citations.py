"""What citations cost: roles that lead to our list, against roles that lead to a stock bibliography.

Each site is built with the roles and without them; what they cost is the difference in processor time. The
lists have all entries, and each page cites others of them.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Final

from builds import CONF, build_in_turn
from lists import PAGES
from report import Report
from samples import OWNER, bibliography

ROLES: Final = 2_000
ENTRIES: Final = 500
ON_A_PAGE: Final = 50


def write(site: Path, kind: str, *, cites: bool) -> None:
    """A site with a list, and so many roles on its other pages, or as many words."""
    extensions, page = PAGES[kind]
    site.mkdir(parents=True)
    (site / "conf.py").write_text(f'{CONF}vitae_owner = "{OWNER}"\nextensions = [{extensions}]\n', "utf-8")
    (site / "references.bib").write_text(bibliography(ENTRIES), "utf-8")
    (site / "index.rst").write_text("Home\n====\n\n.. toctree::\n   :glob:\n\n   *\n", "utf-8")
    (site / "list.rst").write_text(f"List\n====\n\n{page}", "utf-8")
    for first in range(0, ROLES, ON_A_PAGE):
        keys = [f"key{n * 7 % ENTRIES}" for n in range(first, min(first + ON_A_PAGE, ROLES))]
        words = [f"As :cite:t:`{key}` show." if cites else f"As {key} show." for key in keys]
        (site / f"page{first}.rst").write_text("Page\n====\n\n" + "\n\n".join(words) + "\n", "utf-8")


def run(report: Report) -> None:
    report.title(f"{ROLES:,} roles that cite {ENTRIES} entries, clean build with furo")
    with tempfile.TemporaryDirectory() as folder:
        sites = {}
        for kind in ("ours", "stock"):
            for cites in (True, False):
                site = sites[f"{kind} {cites}"] = Path(folder) / f"{kind}-{cites}"
                write(site, kind, cites=cites)
        cost = build_in_turn(sites, clean=True)
    ours, stock = (
        [
            one.time - other.time
            for one, other in zip(cost[f"{kind} True"], cost[f"{kind} False"], strict=True)
        ]
        for kind in ("ours", "stock")
    )
    found = [a / b for a, b in zip(ours, stock, strict=True)]
    report.most(f"{ROLES:,} citations, of sphinxcontrib-bibtex’s", found, "×", 0.25)

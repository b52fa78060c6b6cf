"""What citations cost: roles that lead to our list, against roles that lead to a stock bibliography.

Each site is built with the roles and without them; what they cost is the difference in processor time. The
lists have all entries, and each page cites others of them. Give another number of roles as an argument.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Final

from pages import CONF, PAGES, Cost, Limits, build
from samples import bibliography

ROLES: Final = 2_000
ENTRIES: Final = 500
ON_A_PAGE: Final = 50
NAMES: Final = {"ours": "ours", "stock": "sphinxcontrib-bibtex alone"}


def write(site: Path, kind: str, roles: int, *, cites: bool) -> None:
    """A site with a list, and so many roles on its other pages, or as many words."""
    extensions, page = PAGES[kind]
    site.mkdir(parents=True)
    (site / "conf.py").write_text(f"{CONF}extensions = [{extensions}]\n", "utf-8")
    (site / "references.bib").write_text(bibliography(ENTRIES), "utf-8")
    (site / "index.rst").write_text("Home\n====\n\n.. toctree::\n   :glob:\n\n   *\n", "utf-8")
    (site / "list.rst").write_text(f"List\n====\n\n{page}", "utf-8")
    for first in range(0, roles, ON_A_PAGE):
        keys = [f"key{n * 7 % ENTRIES}" for n in range(first, min(first + ON_A_PAGE, roles))]
        words = [f"As :cite:t:`{key}` show." if cites else f"As {key} show." for key in keys]
        (site / f"page{first}.rst").write_text("Page\n====\n\n" + "\n\n".join(words) + "\n", "utf-8")


def marginal(folder: Path, kind: str, roles: int) -> float:
    """Seconds that the roles take: the cheapest of three builds with them, without that of three without."""
    costs: list[Cost] = []
    for cites in (True, False):
        runs = []
        for run in range(3):
            site = folder / f"{kind}-{cites}-{run}"
            write(site, kind, roles, cites=cites)
            runs.append(build(site))
        costs.append(min(runs))
    print(f"    {NAMES[kind]:<42} {costs[0].time:6.2f} s, without them {costs[1].time:.2f} s")
    return costs[0].time - costs[1].time


def main(roles: int) -> None:
    print(f"{roles:,} roles that cite {ENTRIES} entries, clean build with furo: processor time")
    with tempfile.TemporaryDirectory() as folder:
        ours, stock = (marginal(Path(folder), kind, roles) for kind in NAMES)
    Limits(hold=True).most(f"the roles, of those of {NAMES['stock']}", ours / stock, 0.25, "×")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROLES)

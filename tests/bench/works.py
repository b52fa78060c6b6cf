"""What pages of works cost: a list and a page for each work, against as many trivial pages without us.

The bare site has the same headings in its list.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Final

from builds import CONF, build, build_in_turn, ratios
from lists import edit, headings
from report import Report
from samples import OWNER, bibliography

WORKS: Final = 2_000
EDITED: Final = 1_000
#: For the pages alone; what is written beside them is measured apart.
ALONE: Final = "vitae_metadata = False\nvitae_downloads = False\n"
PAGES: Final = f"{WORKS:,} pages of works"


def write(site: Path, works: int, *, ours: bool, settings: str = "") -> None:
    """A site with a list, and a page for each work."""
    site.mkdir()
    conf = f'{CONF}vitae_owner = "{OWNER}"\n'
    if ours:
        conf += f'extensions = ["sphinx_vitae"]\nvitae_pages = True\n{settings}'
    (site / "conf.py").write_text(conf, "utf-8")
    (site / "references.bib").write_text(bibliography(works), "utf-8")
    (site / "index.rst").write_text("Home\n====\n\n.. toctree::\n\n   list\n", "utf-8")
    page = ".. publications::\n   :group-by: year\n" if ours else headings(works)
    (site / "list.rst").write_text(f"List\n====\n\n{page}", "utf-8")
    for n in range(0 if ours else works):
        (site / f"work{n}.rst").write_text(f":orphan:\n\nWork {n}\n=======\n\nNothing.\n", "utf-8")


def pages(folder: Path, report: Report) -> None:
    sites = {name: folder / name for name in ("bare", "alone", "whole")}
    write(sites["bare"], WORKS, ours=False)
    write(sites["alone"], WORKS, ours=True, settings=ALONE)
    write(sites["whole"], WORKS, ours=True)
    cost = build_in_turn(sites, clean=True)
    for name, costs in cost.items():
        report.note(f"{name:<6} {min(costs).time:6.2f} s of processor time, {min(costs).memory:.0f} MB")
    report.most(f"{PAGES}, of a bare site’s pages", ratios(cost["alone"], cost["bare"]), "×", 1.3)
    report.most(f"{PAGES} with metadata and downloads", ratios(cost["whole"], cost["bare"]), "×", 1.5)
    report.most(f"{PAGES}: memory, of a bare site’s", ratios(cost["alone"], cost["bare"], "memory"), "×", 1.3)
    halves = build_in_turn({name: sites[name] for name in ("bare", "whole")}, "-j", "2", clean=True)
    faster = {name: ratios(found, cost[name], "elapsed") for name, found in halves.items()}
    report.most(f"{PAGES}: -j 2 by the clock, of -j 1", faster["whole"], "×", 1)
    report.plain("A bare site with as many pages: -j 2 by the clock, of -j 1", faster["bare"], "×")


def edits(folder: Path, report: Report) -> None:
    """One entry changes; its page and the list are written again."""
    site = folder / "edited"
    write(site, EDITED, ours=True)
    build(site)
    unchanged = min(build(site) for _ in range(2))
    edited = []
    for _ in range(2):
        edit(site)
        edited.append(build(site).time - unchanged.time)
    report.most(f"{EDITED:,} works with pages: an edit, beyond nothing changed", edited, "s", 1)


def run(report: Report) -> None:
    report.title(f"{WORKS:,} works with a page each, clean build with furo")
    with tempfile.TemporaryDirectory() as folder:
        pages(Path(folder), report)
    with tempfile.TemporaryDirectory() as folder:
        edits(Path(folder), report)

"""What pages of works cost: a list and a page for each work, against as many trivial pages without us.

The bare site has the same headings in its list. Give another number of works as an argument.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Final

from pages import CONF, Limits, build, headings
from samples import bibliography

WORKS: Final = 2_000


def write(site: Path, works: int, *, ours: bool) -> None:
    """A site with a list, and a page for each work."""
    site.mkdir()
    extensions = '"sphinx_vitae"' if ours else ""
    settings = 'vitae_pages = ["publication"]\n' if ours else ""
    (site / "conf.py").write_text(f"{CONF}extensions = [{extensions}]\n{settings}", "utf-8")
    (site / "references.bib").write_text(bibliography(works), "utf-8")
    (site / "index.rst").write_text("Home\n====\n\n.. toctree::\n\n   list\n", "utf-8")
    page = ".. publications::\n   :group-by: year\n" if ours else headings(works)
    (site / "list.rst").write_text(f"List\n====\n\n{page}", "utf-8")
    for n in range(0 if ours else works):
        (site / f"work{n}.rst").write_text(f":orphan:\n\nWork {n}\n=======\n\nNothing.\n", "utf-8")


def main(works: int) -> None:
    print(f"{works:,} works with a page each, clean build with furo: processor time, and memory at the peak")
    with tempfile.TemporaryDirectory() as folder:
        costs = []
        for name, ours in (("bare", False), ("ours", True)):
            write(Path(folder) / name, works, ours=ours)
            costs.append(build(Path(folder) / name))
            print(f"    {name:<42} {costs[-1].time:6.2f} s, {costs[-1].memory:.0f} MB")
    bare, made = costs
    limits = Limits(hold=True)
    limits.most("time, of that of the bare site", made.time / bare.time, 1.3, "×")
    limits.most("memory, of that of the bare site", made.memory / bare.memory, 1.3, "×")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else WORKS)

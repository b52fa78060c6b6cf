"""What a page of many entries costs: ours, sphinxcontrib-bibtex's, and the same page written by hand.

The list is not on the root page, and all sites are bare furo. The same site with the headings of the list, but
without entries, is measured too.
"""

from __future__ import annotations

import math
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import Final

from builds import CONF, build, build_in_turn, ratios
from report import Report
from samples import OWNER, bibliography, rst_page

COUNT: Final = 10_000
GROWTH: Final = (1_000, 2_000, 4_000, 8_000)
PAGES: Final = {
    "bare": ("", ""),
    "ours": ('"sphinx_vitae"', ".. publications::\n   :group-by: year\n   :number: descending\n"),
    "stock": ('"sphinxcontrib.bibtex"', ".. bibliography::\n   :all:\n   :style: unsrt\n"),
    "hand": ("", ""),
}
#: A list, its heads and its downloads cost what a site of this size pays at its first build.
LIST: Final = f"A list of {COUNT:,}"


def write(site: Path, kind: str, count: int) -> None:
    extensions, page = PAGES[kind]
    site.mkdir(parents=True)
    conf = f'{CONF}vitae_owner = "{OWNER}"\nextensions = [{extensions}]\n'
    (site / "conf.py").write_text(conf, "utf-8")
    (site / "references.bib").write_text(bibliography(count), "utf-8")
    (site / "index.rst").write_text("Home\n====\n\n.. toctree::\n\n   list\n", "utf-8")
    body = page or (headings(count) if kind == "bare" else rst_page(count))
    (site / "list.rst").write_text("List\n====\n\n" + body, "utf-8")


def headings(count: int) -> str:
    """The headings of a list grouped by year, because they are in the navigation of each page."""
    years = sorted({1980 + n % 45 for n in range(count)}, reverse=True)
    return "".join(f"{year}\n----\n\nNothing.\n\n" for year in years)


def edit(site: Path) -> None:
    """One title changes."""
    path = site / "references.bib"
    text = path.read_text("utf-8")
    path.write_text(text.replace("{BERT} 7", "{BERT} 7 edited", 1), "utf-8")


def large(folder: Path, report: Report) -> None:
    """One page of 10,000, built, built again with nothing changed, and with an entry edited."""
    sites = {kind: folder / kind for kind in PAGES}
    for kind, site in sites.items():
        write(site, kind, COUNT)
    by_hand = build(sites.pop("hand"))  # once, because it takes minutes
    cost = build_in_turn(sites, clean=True)
    for kind, costs in {**cost, "hand": [by_hand]}.items():
        report.note(f"{kind:<6} {min(costs).time:6.2f} s of processor time, {min(costs).memory:.0f} MB")
    report.least(f"{LIST}: sphinxcontrib-bibtex takes", ratios(cost["stock"], cost["ours"]), "×", 8)
    report.least(f"{LIST}: a page written by hand takes", [by_hand.time / min(cost["ours"]).time], "×", 5)
    report.most(f"{LIST}: memory", [one.memory for one in cost["ours"]], "MB", 270)
    report.plain(
        f"{LIST}: memory, of sphinxcontrib-bibtex’s", ratios(cost["ours"], cost["stock"], "memory"), "×"
    )
    page = (sites["ours"] / "_build" / "list.html").stat().st_size / 1e6
    report.most(f"{LIST}: size of the page", [page], "MB", 7)
    again = build_in_turn({kind: sites[kind] for kind in ("bare", "ours")}, clean=False, rounds=3)
    unchanged = ratios(again["ours"], again["bare"])
    report.most(f"{LIST}: nothing changed, of a bare site", unchanged, "×", 1.6)
    edit(sites["ours"])
    edited, least = build(sites["ours"]), min(again["ours"]).time
    report.note(f"nothing changed {least:.2f} s, one entry edited {edited.time:.2f} s, most of it the page")
    report.most(f"{LIST}: one entry edited, of a clean build", [edited.time / min(cost["ours"]).time], "×", 1)


def growth(folder: Path, report: Report) -> None:
    """What our list adds to a bare site, at doubled sizes."""
    added: dict[int, list[float]] = {}
    for count in GROWTH:
        sites = {kind: folder / str(count) / kind for kind in ("bare", "ours")}
        for kind, site in sites.items():
            write(site, kind, count)
        cost = build_in_turn(sites, clean=True)
        added[count] = [one.time - bare.time for one, bare in zip(cost["ours"], cost["bare"], strict=True)]
        report.note(f"{count:,} entries add {min(added[count]):.2f} s to a bare site")
    for small, more in pairwise(GROWTH):
        exponents = [math.log2(b / a) for a, b in zip(added[small], added[more], strict=True)]
        report.most(f"{small:,} to {more:,} entries: time grows to the power of", exponents, "", 1.1)


def run(report: Report) -> None:
    report.title("One page of many entries, clean build with furo")
    with tempfile.TemporaryDirectory() as folder:
        large(Path(folder), report)
    with tempfile.TemporaryDirectory() as folder:
        growth(Path(folder), report)

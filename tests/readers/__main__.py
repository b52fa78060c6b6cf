"""The checks of the session ``readers``: programs of other projects read what is exported, and the built pages.

``python3 noxfile.py readers`` prints how many files, entries or pages each reader took, and everything that it rejected. The
exit code is 1 if a reader rejected anything, or took nothing at all.

With ZOTERO_TRANSLATION_SERVER, the path of a clone of github.com/zotero/translation-server whose submodules and npm packages are
installed, Zotero's own translators import every page of a work.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from .exported import FILE_CHECKS
from .pages import PAGE_CHECKS
from .programs import NodePackages, Reading
from .zotero import check_zotero

__all__: list[str] = []

#: Reader → check of a folder of exports or of a site.
_CHECKS: Final[dict[str, Callable[[Path, Path, NodePackages], Iterator[Reading]]]] = {
    **FILE_CHECKS,
    **PAGE_CHECKS,
}


def main() -> int:
    """Run all checks, or those named; print a line for each."""
    parser = argparse.ArgumentParser(prog="readers")
    parser.add_argument("site", type=Path, help="the folder of the built HTML")
    parser.add_argument("work", type=Path, help="a folder for exports and packages")
    parser.add_argument("--only", choices=tuple(_CHECKS), action="append", help="only these readers")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    packages = NodePackages((options.work / "node").resolve())
    checks = {name: check for name, check in _CHECKS.items() if name in (options.only or _CHECKS)}
    if os.environ.get("ZOTERO_TRANSLATION_SERVER") and not options.only:
        checks["Zotero"] = check_zotero
    failed = [name for name, check in checks.items() if not _run(name, check, options, packages)]
    print(f"\nRejected: {', '.join(failed)}" if failed else "\nAll readers accept everything.")
    return int(bool(failed))


def _run(
    name: str,
    check: Callable[[Path, Path, NodePackages], Iterator[Reading]],
    options: argparse.Namespace,
    packages: NodePackages,
) -> bool:
    """Run one check and print its line; return whether everything was read and accepted."""
    begun = time.perf_counter()
    counts: dict[str, int] = {}
    rejected: list[str] = []
    for reading in check(options.site, options.work, packages):
        counts[reading.what] = counts.get(reading.what, 0) + reading.count
        rejected += reading.rejected
    told = ", ".join(f"{count} {what}" for what, count in counts.items()) or "nothing"
    empty = not counts or not all(counts.values())
    verdict = f"{len(rejected)} rejected" if rejected else "READ NOTHING" if empty else "accepted"
    print(f"{name:24} {told:60} {verdict} ({time.perf_counter() - begun:.0f} s)", flush=True)
    for line in rejected[:40]:
        print(f"    {line}", flush=True)
    return not rejected and not empty


if __name__ == "__main__":
    sys.exit(main())

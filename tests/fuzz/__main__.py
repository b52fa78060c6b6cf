"""The search for faults, session ``fuzz``.

``python3 noxfile.py fuzz`` searches for five minutes, ``… fuzz -- --minutes 30 --seed 7 FOLDER`` for thirty, with
the .bib files below a folder of yours among what is mutated. Parts of the search:

- ``reading``, ``fixing``, ``printing``: bibliographies made from the corpus, entry by entry and token by token, are
  read, corrected by ``--fix``, and printed in HTML, LaTeX and Typst;
- ``typesetting``: the same in Typst, compiled;
- ``sites``: the same as sites with a page for each entry, through Sphinx, Typst and, where there is one, LuaLaTeX;
- ``growth``: processor time at n, 2n, 4n and 8n of everything that a file can hold much of, with its exponent;
- ``edits``: sites change at random, and each next build is compared with one from nothing;
- ``kills``: ``check --fix`` and builds are killed on their way, and everything is whole afterwards.

What is found is printed at once with the smallest input that still shows it; the table at the end counts. The exit
code is 1 if anything was found. Seed and number of an input make it again (with the same folder):
``… fuzz -- --seed 7 --part printing --input 1234 FOLDER``.

What the search finds becomes a small case: in tests/corpus, or beside the tests of what was wrong.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from warm import keep_warm

from .building import search_edits, search_kills
from .checks import check_fixing, check_printing, check_reading
from .growth import search_growth
from .mutations import Sources, sources
from .searching import Check, Tally, dice_of, examine, search
from .typesetting import search_typesetting
from .whole_sites import search_sites

#: The parts that look at one input after the other.
CHECKS: Final[dict[str, Check]] = {
    "reading": check_reading,
    "fixing": check_fixing,
    "printing": check_printing,
}
#: Each part, and its share of the time.
SHARES: Final = {
    "reading": 20,
    "fixing": 15,
    "printing": 20,
    "typesetting": 5,
    "sites": 10,
    "growth": 15,
    "edits": 10,
    "kills": 5,
}


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="fuzz", description="Search for faults.")
    parser.add_argument("folder", nargs="?", type=Path, help="of more bibliographies to start from")
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--seed", type=int, default=int(time.time()) % 100_000)
    parser.add_argument(
        "--part", action="append", choices=tuple(SHARES), help="only this part; may be repeated"
    )
    parser.add_argument("--input", type=int, help="only the input of this number, of one part")
    options = parser.parse_args(given)
    if options.input is not None and (len(options.part or ()) != 1 or options.part[0] not in CHECKS):
        parser.error(f"--input takes one --part of {', '.join(CHECKS)}")
    if options.folder and not options.folder.is_dir():
        parser.error(f"{options.folder} is no folder")
    return options


def searches(made: Sources, seed: int) -> dict[str, Callable[[Tally, float], None]]:
    """How each part searches, until a time by the monotonic clock."""

    def checked(check: Check) -> Callable[[Tally, float], None]:
        return lambda tally, until: search(tally, check, made.bibliography, seed, until)

    return {
        **{part: checked(check) for part, check in CHECKS.items()},
        "typesetting": lambda tally, until: search_typesetting(tally, made.bibliography, seed, until),
        "sites": lambda tally, until: search_sites(tally, made.bibliography, seed, until),
        "growth": lambda tally, until: search_growth(tally, seed, until),
        "edits": lambda tally, until: search_edits(tally, seed, until),
        "kills": lambda tally, until: search_kills(tally, seed, until),
    }


def main(given: Sequence[str] | None = None) -> int:
    options = arguments(given)
    made, parts = sources(options.folder), options.part or list(SHARES)
    print(f"seed {options.seed}, {options.minutes:g} min, {len(made.files)} files", flush=True)
    if options.input is not None:
        tally = Tally(parts[0], 1)
        content = made.bibliography(dice_of(options.seed, parts[0], options.input))
        examine(tally, CHECKS[parts[0]], content, options.input)
        return int(bool(tally.findings))
    tallies, every = [], sum(SHARES[part] for part in parts)
    with keep_warm():
        for part in parts:
            tallies.append(tally := Tally(part))
            begin = time.monotonic()
            searches(made, options.seed)[part](tally, begin + options.minutes * 60 * SHARES[part] / every)
            tally.seconds = time.monotonic() - begin
    report(tallies)
    return int(any(tally.findings for tally in tallies))


def report(tallies: Sequence[Tally]) -> None:
    """A line for each part, with those that it has of its own."""
    for tally in tallies:
        for note in tally.notes:
            print(f"  {tally.part}: {note}")
    print(f"\n{'part':<12}{'inputs':>9}{'seconds':>9}{'findings':>10}{'again':>7}")
    for tally in tallies:
        print(
            f"{tally.part:<12}{tally.tried:>9,}{tally.seconds:>9.0f}{len(tally.findings):>10}{tally.again:>7}"
        )
    for tally in tallies:
        for finding in tally.findings:
            print(f"  {tally.part} {finding.number}: {finding.failure.where}")


if __name__ == "__main__":
    sys.exit(main())

"""Builds of sites, each in a process of its own, and what they cost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

__all__ = ["CONF", "Cost", "build", "build_in_turn", "ratios"]

#: Owner, theme and bibliography of all sites; each adds its extensions and settings.
CONF: Final = 'project = "Bench"\nhtml_theme = "furo"\nbibtex_bibfiles = ["references.bib"]\n'
SCRIPT: Final = Path(__file__).with_name("measured_build.py")


class Cost(NamedTuple):
    """Seconds of processor time, megabytes at the peak, and seconds by the clock."""

    time: float
    memory: float
    elapsed: float


def environment() -> dict[str, str]:
    """Compiled modules are kept: otherwise each build of ours would compile ours, and the bare site's none."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def build(site: Path, *options: str, out: str = "_build") -> Cost:
    """Build a site into a folder below it, which may hold an earlier build."""
    command = [sys.executable, str(SCRIPT), str(site), str(site / out), *options]
    run = subprocess.run(command, capture_output=True, text=True, check=True, env=environment())
    return Cost(*json.loads(run.stdout.splitlines()[-1]))


def build_in_turn(
    sites: Mapping[str, Path], *options: str, clean: bool, rounds: int = 2
) -> dict[str, list[Cost]]:
    """Build all sites, and then all again, so that what else the machine does meets each alike.

    :param options: options of ``sphinx-build``
    :param clean: into empty folders; otherwise over the builds in ``_build``
    :returns: the costs of each round, for each site
    """
    costs: dict[str, list[Cost]] = {name: [] for name in sites}
    for turn in range(rounds):
        for name, site in sites.items():
            # over no earlier build, not even one with other options
            out = "_".join(["_build", *options, str(turn)]) if clean and (turn or options) else "_build"
            costs[name].append(build(site, *options, out=out))
    return costs


def ratios(above: list[Cost], below: list[Cost], what: str = "time") -> list[float]:
    """How many times one site costs what another does, in each round."""
    return [getattr(one, what) / getattr(other, what) for one, other in zip(above, below, strict=True)]

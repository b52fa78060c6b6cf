"""Sites that are edited at random against clean builds, and builds and fixes that are killed on their way."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from sites.test_after_any_edit import Edits, first_difference, looks
from sphinx_vitae.bib import fixed

from .mutations import HOSTILE
from .searching import Failure, Tally, dice_of

__all__ = ["search_edits", "search_kills"]

_STEPS: Final = 8
_PACKAGE: Final = Path(__file__).resolve().parents[2] / "ext"
_ENVIRONMENT: Final = {**os.environ, "PYTHONPATH": str(_PACKAGE)}
#: Seldom, for sites must still be like those of people.
_HOSTILE: Final = 0.2
_FIXABLE: Final = "@misc{{k{0},\n  author = {{Doe, J.}}\n  titel = {{Title {0}}},\n  year = 2020\n}}\n"


class HostileEdits(Edits):
    """Edits that sometimes write what means something elsewhere."""

    def set_field(self, entry: dict[str, str], field: str) -> None:
        super().set_field(entry, field)
        if self.chance.random() < _HOSTILE:
            entry[field] = self.chance.choice(HOSTILE).replace("{", "(").replace("}", ")").replace("\\", "/")


def search_edits(tally: Tally, seed: int, until: float) -> None:
    """Edit sites, and compare each next build with one from nothing, until it is *until* by the monotonic clock.

    One input is one edit. A finding names all edits of its site, which the seed and the number make again.
    """
    number = 0
    while time.monotonic() < until:
        with tempfile.TemporaryDirectory() as folder:
            edits = HostileEdits(Path(folder) / "site", dice_of(seed, "edits", number).randrange(10**9))
            done: list[str] = []
            for _ in range(_STEPS):
                if time.monotonic() > until:
                    return
                done.append(edits.step())
                tally.tried += 1
                if difference := _difference(edits, Path(folder)):
                    tally.add(number, Failure(difference[0], difference[1]), f"edits {done}")
                    break
        number += 1


def _difference(edits: Edits, folder: Path) -> tuple[str, str] | None:
    """Where the next build differs from a clean one, and how."""
    shutil.rmtree(folder / "clean", ignore_errors=True)
    found = {}
    for name in ("next", "clean"):
        edits.site.build_into(folder / name)
        found[name] = looks(folder / name / "html")
    for part, clean in found["clean"].items():
        if found["next"].get(part) != clean:
            return f"{part} differs", first_difference(clean, found["next"].get(part, ""))
    return None


def search_kills(tally: Tally, seed: int, until: float) -> None:
    """Kill fixes and builds at random moments; afterwards, everything is whole."""
    number = 0
    while time.monotonic() < until:
        dice = dice_of(seed, "kills", number)
        with tempfile.TemporaryDirectory() as folder:
            (_kill_fix if number % 2 else _kill_builds)(tally, number, dice, Path(folder), until)
        number += 1


def _killed(command: list[str], seconds: float) -> None:
    run = subprocess.Popen(command, env=_ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        run.wait(seconds)
    except subprocess.TimeoutExpired:
        run.kill()
        run.wait()


def _duration(command: list[str]) -> float:
    begin = time.monotonic()
    subprocess.run(
        command, env=_ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    return time.monotonic() - begin


def _kill_fix(tally: Tally, number: int, dice: random.Random, folder: Path, until: float) -> None:
    """The file holds all of the old or all of the new."""
    path, other = folder / "refs.bib", folder / "other.bib"
    before = "".join(map(_FIXABLE.format, range(dice.choice((20, 200))))).encode()
    after = fixed(before).content
    assert after != before
    other.write_bytes(before)
    command = [sys.executable, "-m", "sphinx_vitae", "check", "--fix"]
    longest = _duration([*command, str(other)])
    for _ in range(6):
        if time.monotonic() > until:
            return
        path.write_bytes(before)
        _killed([*command, str(path)], longest * dice.uniform(0.3, 1.05))
        tally.tried += 1
        left = path.read_bytes()
        if left not in {before, after}:
            tally.add(number, Failure("check --fix left part of a file", f"  {len(left)} bytes"), "")


def _kill_builds(tally: Tally, number: int, dice: random.Random, folder: Path, until: float) -> None:
    """The next build gives what one from nothing gives."""
    edits = Edits(folder / "site", dice.randrange(10**9))
    out = folder / "next"
    command = [sys.executable, "-m", "sphinx", "-b", "html", "-d", str(out / "doctrees")]
    command += [str(edits.site.folder), str(out / "html")]
    longest = _duration(command)
    for _ in range(4):
        if time.monotonic() > until:
            return
        edits.step()
        if dice.random() < 0.3:
            shutil.rmtree(out)
        _killed(command, longest * dice.uniform(0.3, 1.0))
        tally.tried += 1
        try:
            difference = _difference(edits, folder)
        except Exception as error:  # whatever the build says of what was left
            difference = (f"{type(error).__name__} in the next build", f"  {error}")
        if difference:
            tally.add(number, Failure(f"after a kill: {difference[0]}", difference[1]), "")
            return

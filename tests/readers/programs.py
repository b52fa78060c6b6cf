"""The programs that readers are, and what they say."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

__all__ = ["NodePackages", "Reading", "need", "run"]

_HERE: Final = Path(__file__).parent
_ROOT: Final = _HERE.parents[1]
#: Program → its package in Debian.
_DEBIAN: Final = {
    "bibtex": "texlive-binaries",
    "biber": "biber",
    "java": "default-jre-headless",
    "node": "nodejs",
    "npm": "npm",
}


@dataclass(frozen=True)
class Reading:
    """What a reader took, and why it rejected part of it."""

    what: str
    count: int
    rejected: list[str] = field(default_factory=list)


def run(
    *command: str | Path, cwd: Path | None = None, timeout: int = 600
) -> subprocess.CompletedProcess[str]:
    """Run a program; its output is text, whatever its exit code."""
    return subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=timeout,
        check=False,
    )


def need(*programs: str) -> None:
    """Install programs that are missing, where that is allowed.

    :raises SystemExit: naming the packages, where it is not.
    """
    missing = [program for program in programs if not shutil.which(program)]
    packages = [_DEBIAN[program] for program in missing]
    if missing and os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        run("apt-get", "update", "-qq")
        run("apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages)
        missing = [program for program in missing if not shutil.which(program)]
    if missing:
        raise SystemExit(
            f"{', '.join(missing)} is missing. Debian, Ubuntu: sudo apt install {' '.join(packages)}"
        )


@dataclass
class NodePackages:
    """The npm packages of package.json, in their locked versions.

    :param folder: where they are installed, when they are first needed.
    """

    folder: Path

    def path(self, *parts: str) -> Path:
        """The path of a file in a package."""
        names = ("package.json", "package-lock.json")
        stale = any(
            not (self.folder / name).exists()
            or (self.folder / name).read_bytes() != (_HERE / name).read_bytes()
            for name in names
        )
        if stale or not (self.folder / "node_modules").is_dir():
            need("node", "npm")
            self.folder.mkdir(parents=True, exist_ok=True)
            for name in names:
                shutil.copy(_HERE / name, self.folder)
            done = run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", cwd=self.folder)
            if done.returncode:
                raise SystemExit(
                    f"npm could not install the packages of {_HERE.relative_to(_ROOT)}:\n{done.stderr}"
                )
        return self.folder.joinpath("node_modules", *parts)

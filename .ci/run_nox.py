"""Runs nox from an environment of its own, which requires only Python. noxfile.py calls this."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"


def make_nox(home: Path, python: Path) -> str:
    """Create the environment for nox, unless it exists with the locked versions; return an error message, if
    any.
    """
    import tomllib  # older versions of Python lack this module

    runner, *faster = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]["nox"]
    record = home / "installed.txt"
    wanted = f"{runner}\n{faster}\n{LOCK.read_text('utf-8')}"
    if python.exists() and record.exists() and record.read_text("utf-8") == wanted:
        return ""
    if subprocess.run([sys.executable, "-m", "venv", "--clear", str(home)], check=False).returncode:
        return "venv does not work with this Python. Debian, Ubuntu: sudo apt install python3-venv"
    install = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", "-c", str(LOCK)]
    if subprocess.run([*install, "--only-binary", "uv", runner, *faster], check=False).returncode:
        print("pip could not install nox with uv; trying without uv.")
        if subprocess.run([*install, runner], check=False).returncode:
            return f"pip could not install {runner}; the reason is above."
    record.write_text(wanted, "utf-8")
    return ""


def main(arguments: list[str]) -> int:
    """Run nox from its own environment, which the first run creates."""
    if sys.version_info < (3, 11):  # noqa: UP036  (an old Python must get this far)
        print(f"Python 3.11 or later is required; this is {sys.version.split()[0]}.")
        return 1
    home = ROOT / ".nox" / "nox-itself"
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if problem := make_nox(home, python):
        print(problem)
        return 1
    if arguments and not arguments[0].startswith("-"):
        arguments = ["--session", *arguments]
    command = [str(python), "-m", "nox", "--noxfile", str(ROOT / "noxfile.py"), *arguments]
    try:
        return subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:  # the usual way to end `live`
        return 130

"""requirements.lock: what it holds, that it fits pyproject.toml, and what is said when versions differ from it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from locked import LOCK, locked, lowest, moved

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT = (ROOT / "pyproject.toml").read_text("utf-8")
PROJECT: dict[str, Any] = tomllib.loads(PYPROJECT)
GROUPS: dict[str, list[str]] = PROJECT["dependency-groups"]
DIRECT = [
    *PROJECT["build-system"]["requires"],
    *PROJECT["project"]["dependencies"],
    *(each for extra in PROJECT["project"]["optional-dependencies"].values() for each in extra),
    *(each for group in GROUPS.values() for each in group),
]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PLATFORMS = ("linux", "darwin", "win32")


def test_the_lock_has_names_versions_and_markers_alone() -> None:
    """No address of an index, no hash, no path of a machine."""
    lines = [line for line in LOCK.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert len(lines) > 80
    for line in lines:
        assert re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; [\w .*'=<>!()]+)?", line), line


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("python", PYTHONS)
def test_every_direct_dependency_is_locked_within_its_range(python: str, platform: str) -> None:
    environment = {"python_version": python, "python_full_version": f"{python}.7", "sys_platform": platform}
    versions = locked(LOCK.read_text("utf-8"), environment)
    for text in DIRECT:
        requirement = Requirement(text)
        version = versions.get(canonicalize_name(requirement.name))
        assert version is not None, f"{text} is not locked: run `python3 noxfile.py lock`"
        assert requirement.specifier.contains(version, prereleases=True), f"{text} is locked as {version}"


def test_every_direct_dependency_has_a_lower_bound() -> None:
    """The lowest version is what the session `compat` tests."""
    assert [text for text in DIRECT if not re.search(r">=\d", text)] == []


def test_a_reason_stands_beside_each_upper_bound() -> None:
    bounded = [line for line in PYPROJECT.splitlines() if re.match(r'\s*"[^"#]*(<|~=|==)[^"]*",', line)]
    assert bounded
    assert [line for line in bounded if "#" not in line] == []


def test_the_versions_of_what_installs_are_the_same_wherever_they_are_named() -> None:
    """Build requirements and the lower bound of nox are in two places each."""
    assert set(PROJECT["build-system"]["requires"]) <= set(GROUPS["build"])
    noxfile = (ROOT / "noxfile.py").read_text("utf-8")
    assert f'nox.needs_version = "{GROUPS["nox"][0].removeprefix("nox")}"' in noxfile


def test_read_the_docs_installs_from_the_lock() -> None:
    text = (ROOT / ".readthedocs.yaml").read_text("utf-8")
    installs = re.findall(r"pip install (.*)", text)
    assert len(installs) == 2
    assert all("-c requirements.lock" in command for command in installs)


# ---- What the session `compat` needs --------------------------------------------------------------------

TEXT = """\
# A comment
one==1.0
Two.Names==2 ; python_full_version < '3.12'
two-names==3 ; python_full_version >= '3.12'
"""


@pytest.mark.parametrize(("python", "version"), [("3.11.9", "2"), ("3.12.0", "3")])
def test_a_lock_has_one_version_for_each_python(python: str, version: str) -> None:
    assert locked(TEXT, {"python_full_version": python}) == {"one": "1.0", "two-names": version}


def test_the_lowest_versions_are_the_lower_bounds() -> None:
    assert lowest(["a>=1.2,<3", "b-c >= 2.0", "d[x]>=4", "e", "f<2"]) == [
        "a==1.2",
        "b-c==2.0",
        "d[x]==4",
        "e",
        "f<2",
    ]


def test_what_moved_is_named_with_both_versions() -> None:
    lock = {"same": "1", "newer": "1", "absent": "1"}
    assert moved(lock, {"same": "1", "newer": "2", "other": "5"}) == ["newer: 1 → 2", "other: not locked → 5"]

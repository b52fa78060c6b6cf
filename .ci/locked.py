"""The versions in requirements.lock, the installed versions, and the lowest versions that pyproject.toml
allows.

``python .ci/locked.py`` prints the differences between the first two in the current environment: if tests
fail without the lock, a dependency that has changed is the most likely reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

LOCK = Path(__file__).resolve().parents[1] / "requirements.lock"
#: Installed packages that are not dependencies.
APART = ("sphinx-vitae", "pip")


def locked(text: str, environment: dict[str, str] | None = None) -> dict[str, str]:
    """The version of each package in a lock, for one Python on one platform.

    :param environment: values for environment markers, if they differ from those of this Python.
    """
    found: dict[str, str] = {}
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate(environment):
            found[canonicalize_name(requirement.name)] = _bound(requirement, "==")
    return found


def lowest(requirements: Iterable[str]) -> list[str]:
    """Each requirement at its lower bound; requirements without a lower bound are not changed."""
    found = []
    for text in requirements:
        requirement = Requirement(text)
        bound = _bound(requirement, ">=")
        if bound:
            requirement.specifier = SpecifierSet(f"=={bound}")
        found.append(str(requirement))
    return found


def moved(lock: Mapping[str, str], installed: Mapping[str, str]) -> list[str]:
    """A line for each installed package whose version differs from the lock."""
    return [
        f"{name}: {lock.get(name, 'not locked')} → {version}"
        for name, version in sorted(installed.items())
        if lock.get(name) != version
    ]


def installed() -> dict[str, str]:
    """The version of each dependency in this environment."""
    found: dict[str, str] = {canonicalize_name(each.name): each.version for each in distributions()}
    return {name: version for name, version in found.items() if name not in APART}


def _bound(requirement: Requirement, operator: str) -> str:
    return next((each.version for each in requirement.specifier if each.operator == operator), "")


def main() -> None:
    lines = moved(locked(LOCK.read_text("utf-8")), installed())
    if lines:
        print("Installed versions that differ from requirements.lock (name: locked → installed):")
        print(*(f"  {line}" for line in lines), sep="\n")
    else:
        print("All installed versions match requirements.lock.")


if __name__ == "__main__":
    main()

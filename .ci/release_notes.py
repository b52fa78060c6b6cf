"""Print what the changelog says about a release.

``python .ci/release_notes.py v1.2.3`` prints the section of ``docs/changelog.md``. It fails if the package
has a different version, or if the changelog does not contain such a section.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VERSIONED = ROOT / "ext" / "sphinx_vitae" / "version.py"
CHANGELOG = ROOT / "docs" / "changelog.md"


def notes(changelog: str, version: str) -> str:
    """The section for a version, without its heading; empty if the changelog does not contain one."""
    sections = re.split(r"^## +(.+?) *$\n", changelog, flags=re.M)[1:]
    return dict(zip(sections[::2], sections[1::2], strict=True)).get(version, "").strip()


def main(tag: str) -> int:
    wanted = tag.removeprefix("v")
    found = re.search(r'^__version__ = "(.+)"$', VERSIONED.read_text("utf-8"), re.M)
    if found is None or found[1] != wanted:
        print(
            f"The tag is {tag}, but {VERSIONED} has {found[1] if found else 'no version'}.", file=sys.stderr
        )
        return 1
    text = notes(CHANGELOG.read_text("utf-8"), wanted)
    if not text:
        print(f"{CHANGELOG} has no section ## {wanted}.", file=sys.stderr)
        return 1
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

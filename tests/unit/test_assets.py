"""The fonts and icons that ship with the package: each is declared, and has the digest of what was made."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import assets

ROOT = Path(__file__).resolve().parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
DECLARED: dict[str, Any] = tomllib.loads(assets.DECLARED.read_text("utf-8"))


def test_fonts_and_icons_have_the_digests_that_the_session_wrote() -> None:
    files = assets.present()
    assert len(files) > 30
    assert assets.digests(files) == assets.DIGESTS.read_text("utf-8"), "run `python3 noxfile.py assets`"


def test_a_changed_a_missing_and_an_additional_file_are_seen() -> None:
    files = assets.present()
    before, first = assets.digests(files), next(iter(files))
    for other in (
        {**files, first: b""},
        {k: v for k, v in files.items() if k != first},
        {**files, Path("x"): b""},
    ):
        assert assets.digests(other) != before


def test_every_icon_is_declared_and_its_file_is_unchanged_text_of_one_drawing() -> None:
    declared = {f"{folder}/{name}" for folder, each in DECLARED["icons"].items() for name in each["names"]}
    files = {path: content for path, content in assets.present().items() if path.suffix == ".svg"}
    assert {path.relative_to(assets.ICONS).with_suffix("").as_posix() for path in files} == declared
    for path, content in files.items():
        assert content.count(b"<svg") == 1, path
        assert not re.search(rb"<script|<image|href|\bon\w+=", content), path


def test_every_package_has_one_exact_version() -> None:
    used = {each["package"] for kind in ("fonts", "icons") for each in DECLARED[kind].values()}
    assert used == DECLARED["versions"].keys()
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in DECLARED["versions"].values())


def test_the_licence_of_the_fonts_names_the_packages_and_the_reserved_name() -> None:
    text = assets.present()[assets.FONTS / "OFL.txt"].decode()
    for package, version in DECLARED["versions"].items():
        if "source-" in package:
            assert f"{package} {version}" in text
    assert "Reserved" in text
    assert "SIL OPEN FONT LICENSE" in text


def test_the_licence_expression_covers_what_ships_and_the_files_of_all_licences_are_in_the_wheel() -> None:
    assert set(PROJECT["license"].split(" AND ")) == {"MIT", "LPPL-1.3c", "OFL-1.1", "CC0-1.0"}
    found = [path for pattern in PROJECT["license-files"] for path in ROOT.glob(pattern)]
    assert all(any(ROOT.glob(pattern)) for pattern in PROJECT["license-files"])
    package = ROOT / "ext" / "sphinx_vitae"
    written = [
        path for path in package.rglob("*") if re.match(r"licen[cs]e|ofl|disclaimer|gust", path.name, re.I)
    ]
    assert len(written) == 5
    assert set(written) <= set(found)

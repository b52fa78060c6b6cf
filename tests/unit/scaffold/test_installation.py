"""How a new site gets the package: from an index, a repository, or a wheel in the site (PEP 610)."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

from sphinx_vitae import __version__
from sphinx_vitae.scaffold import installation, installed

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def distribution(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation of this package, as its metadata describe one."""
    info = tmp_path / f"sphinx_vitae-{__version__}.dist-info"
    (info / "licenses").mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.4\nName: sphinx-vitae\nVersion: {__version__}\n")
    (info / "entry_points.txt").write_text("[console_scripts]\nsphinx-vitae = sphinx_vitae.cli:main\n")
    (info / "licenses" / "LICENSE").write_text("MIT")
    (info / "RECORD").write_text(f"{info.name}/licenses/LICENSE,,\n")
    monkeypatch.setattr(metadata, "distribution", lambda name: metadata.Distribution.at(info))
    return info


def test_from_an_index_by_name_and_version(distribution: Path) -> None:
    assert installed("0") == installation.Installation(f"sphinx-vitae~={__version__}")


def test_from_a_repository_by_its_commit(distribution: Path) -> None:
    origin = {
        "url": "https://git.example.org/vitae.git",
        "vcs_info": {"vcs": "git", "commit_id": "c0ffee", "requested_revision": "main"},
    }
    (distribution / "direct_url.json").write_text(json.dumps(origin))
    assert installed("0").requirement == "sphinx-vitae @ git+https://git.example.org/vitae.git@c0ffee"
    assert installed("0").wheel is None


@pytest.mark.parametrize("more", [{"dir_info": {"editable": True}}, {"dir_info": {}}, {"archive_info": {}}])
def test_from_this_machine_as_a_wheel_that_names_no_path_and_can_be_installed(
    distribution: Path, tmp_path: Path, more: dict[str, object]
) -> None:
    (distribution / "direct_url.json").write_text(json.dumps({"url": tmp_path.as_uri(), **more}))
    found = installed("0")
    assert found.wheel is not None
    name, content = found.wheel
    assert found.requirement == f"./wheels/{name}"
    assert content == installed("0").wheel[1]  # type: ignore[index]
    assert b"lindqvist" not in content.lower(), (
        "a site of somebody else's would hold the name of the sample's person"
    )
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        info = [entry for entry in archive.namelist() if ".dist-info/" in entry]
        assert str(tmp_path).encode() not in b"".join(archive.read(entry) for entry in info)
        record = archive.read(f"sphinx_vitae-{__version__}.dist-info/RECORD").decode().splitlines()
        archive.extractall(tmp_path / "target")
    assert sorted(line.split(",")[0] for line in record) == sorted(archive.namelist())
    new = [sys.executable, "-m", "sphinx_vitae", "new", str(tmp_path / "site"), "--sample"]
    run = subprocess.run(
        new, env={"PYTHONPATH": str(tmp_path / "target")}, check=False, capture_output=True, text=True
    )
    assert "cv.md" in run.stdout, run.stderr


def test_not_installed_at_all_by_the_version_of_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> metadata.Distribution:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", absent)
    assert installed("1.2.3").requirement == "sphinx-vitae~=1.2.3"


def test_new_sites_are_pinned_to_what_is_tested_here() -> None:
    """Each pin admits the locked version, and is a release that pyproject.toml admits."""
    from packaging.requirements import Requirement
    from packaging.specifiers import SpecifierSet

    lock = [
        Requirement(line.split("#")[0])
        for line in (ROOT / "requirements.lock").read_text("utf-8").splitlines()
        if line.strip() and not line.startswith(("#", " "))
    ]
    locked = {(req.name, next(iter(req.specifier)).version) for req in lock}
    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["name"] == "sphinx-vitae"
    for name, version in installation.PINS.items():
        versions = [v for n, v in locked if n == name]
        assert versions, name
        assert any(v in SpecifierSet(f"~={version}") for v in versions), (name, versions)

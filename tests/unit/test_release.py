"""A release is made from its tag: its notes come from the changelog, and no job may do more than it needs."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from release_notes import main, notes
from sphinx_vitae import __version__
from sphinx_vitae.cli import main as command

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW: Any = yaml.load(
    (ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8"), Loader=yaml.BaseLoader
)
CHANGELOG = "# Changelog\n\n## Unreleased\n\nNew.\n\n## 0.2.0\n\n### Start\n\n- Two.\n\n## 0.1.0\n\n- One.\n"


@pytest.mark.parametrize(
    ("version", "text"),
    [("0.2.0", "### Start\n\n- Two."), ("0.1.0", "- One."), ("Unreleased", "New."), ("0.2", "")],
)
def test_the_notes_of_a_release_are_its_section_of_the_changelog(version: str, text: str) -> None:
    assert notes(CHANGELOG, version) == text


def test_a_tag_of_another_version_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main("v0.0.0") == 1
    said = capsys.readouterr()
    assert (said.out, "The tag is v0.0.0, but" in said.err) == ("", True)


def test_the_present_version_has_notes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(f"v{__version__}") == 0
    assert capsys.readouterr().out.startswith(("- ", "The ", "###"))


def test_the_version_is_the_same_wherever_it_is_named() -> None:
    conf = (ROOT / "docs" / "conf.py").read_text("utf-8")
    assert f'version = release = "{__version__}"' in conf


def test_each_job_of_the_release_has_the_permissions_that_it_needs() -> None:
    assert WORKFLOW["permissions"] == {}
    permissions = {name: job["permissions"] for name, job in WORKFLOW["jobs"].items()}
    assert permissions == {
        "build": {"contents": "read"},
        "pypi": {"id-token": "write"},
        "github": {"contents": "write"},
    }
    assert WORKFLOW["jobs"]["pypi"]["environment"]["name"] == "pypi"


def test_the_release_uses_only_actions_of_github_and_of_the_python_packaging_authority() -> None:
    used = [step["uses"] for job in WORKFLOW["jobs"].values() for step in job["steps"] if "uses" in step]
    assert len(used) == 6
    assert [each for each in used if not re.fullmatch(r"(actions|pypa)/[\w-]+@(v\d+|release/v1)", each)] == []


def test_no_command_of_the_release_holds_text_that_others_can_choose() -> None:
    """A tag reaches the shell as a variable."""
    commands = [step["run"] for job in WORKFLOW["jobs"].values() for step in job["steps"] if "run" in step]
    assert len(commands) == 4
    assert [each for each in commands if "${{" in each] == []


def test_the_hook_for_pre_commit_runs_check_on_bibliographies(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["language"] == "python"
    assert re.search(hook["files"], "docs/references.bib")
    assert not re.search(hook["files"], "docs/bib.md")
    path = tmp_path / "a.bib"
    path.write_text("@article{a, title = {T}", "utf-8")
    program, *arguments = shlex.split(hook["entry"])
    assert program == "sphinx-vitae"
    assert command([*arguments, str(path)]) == 1
    assert "a.bib:1: error" in capsys.readouterr().out

"""The public names, and that every problem is used by a test. Options, with their values, are
those of `INTERFACE` in tests/sites/test_examples.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_vitae.extension.directives.on_use import DIRECTIVES
from sphinx_vitae.extension.directives.roles import ROLES
from sphinx_vitae.model import SETTINGS, ProblemKind

TESTS = "\n".join(
    path.read_text("utf-8")
    for path in Path(__file__).parents[1].rglob("*")
    if path.suffix in {".py", ".md", ".rst", ".toml", ".txt", ".json"} and path != Path(__file__)
)


def test_the_directives_and_roles() -> None:
    assert sorted(DIRECTIVES) == [
        "activities", "awards", "cv-header", "cv-item", "cv-letter", "news", "page-break", "people", "publication",
        "publications", "publications-chart", "talks",
    ]  # fmt: skip
    assert list(ROLES) == ["pub", "talk", "award", "activity", "pub-tag", "pub-number"]


def test_the_configuration() -> None:
    assert [setting.name for setting in SETTINGS] == [
        "owner", "people", "bibfiles", "kinds", "links", "files", "layout", "names", "max_authors", "pages", "cite",
        "private_fields", "today", "venues", "accent", "profile", "feeds", "metadata", "coins", "downloads", "languages",
        "words", "cv",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ProblemKind, ids=lambda kind: kind.code)
def test_a_problem_is_used_by_a_test(kind: ProblemKind) -> None:
    assert kind.code in TESTS or f"ProblemKind.{kind.name}" in TESTS


def test_codes_are_words_and_explanations_sentences() -> None:
    for kind in ProblemKind:
        assert kind.code.replace("-", "").isalpha()
        assert kind.explanation.endswith(".")

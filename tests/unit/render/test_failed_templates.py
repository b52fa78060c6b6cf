"""Templates of a site that fail: how often they are tried, and what is reported."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError

from sphinx_vitae.render import FailedTemplates


@pytest.fixture
def failed(tmp_path: Path) -> FailedTemplates:
    return FailedTemplates(tmp_path / "failed")


class Template:
    """Fails on entries whose key begins with ``bad``; counts how often it is tried."""

    def __init__(self, error: Exception = ZeroDivisionError("division by zero")) -> None:  # noqa: B008
        self.error = error
        self.tried = 0

    def run(self, failed: FailedTemplates, key: str, name: str = "card") -> str | None:
        def render() -> str:
            self.tried += 1
            if key.startswith("bad"):
                raise self.error
            return f"made {key}"

        return failed.attempt(name, "the 'card' layout", key, render)


def messages(failed: FailedTemplates) -> list[str]:
    return [str(problem) for problem in failed.problems(lambda key: None)]


def test_a_template_that_fails_is_given_up_after_20_failures_in_a_row(failed: FailedTemplates) -> None:
    template = Template()
    assert {template.run(failed, f"bad{n}") for n in range(1_500)} == {None}
    assert template.tried == 20
    assert template.run(failed, "good") is None
    assert messages(failed) == [
        "the template for the 'card' layout failed on 1,501 entries ('bad0', 'bad1', 'bad2', …): "
        "ZeroDivisionError: division by zero"
    ]


def test_a_template_that_works_between_failures_is_not_given_up(failed: FailedTemplates) -> None:
    template = Template()
    for _ in range(19):
        template.run(failed, "bad")
    assert template.run(failed, "good") == "made good"
    for n in range(19):
        template.run(failed, f"bad{n}")
    assert template.run(failed, "good") == "made good"
    assert template.tried == 40


def test_a_template_that_cannot_be_compiled_is_tried_once(failed: FailedTemplates) -> None:
    template = Template(TemplateSyntaxError("unexpected end", 3, "card.jinja"))
    for n in range(3):
        template.run(failed, f"bad{n}")
    assert template.tried == 1
    (message,) = messages(failed)
    assert message.endswith("TemplateSyntaxError: unexpected end (line 3 of card.jinja)")
    assert "on 3 entries ('bad0', 'bad1', 'bad2'):" in message


def test_another_template_is_still_tried(failed: FailedTemplates) -> None:
    template = Template()
    for n in range(30):
        template.run(failed, f"bad{n}")
    assert template.run(failed, "good", name="page") == "made good"


def test_a_failure_on_one_entry_names_its_key_as_all_messages_do(failed: FailedTemplates) -> None:
    Template().run(failed, "bad")
    assert messages(failed) == [
        "bad: the template for the 'card' layout failed: ZeroDivisionError: division by zero"
    ]


def test_the_failures_of_several_processes_are_reported_as_one(
    failed: FailedTemplates, tmp_path: Path
) -> None:
    Template().run(failed, "bad1")
    line = (tmp_path / "failed").read_text("utf-8")
    with (tmp_path / "failed").open("a", encoding="utf-8") as file:  # as another process would
        file.write(line.replace("bad1", "bad2"))
    (message,) = messages(failed)
    assert "on 2 entries ('bad1', 'bad2'):" in message


def test_failures_of_an_interrupted_build_are_forgotten(failed: FailedTemplates, tmp_path: Path) -> None:
    Template().run(failed, "bad")
    assert messages(FailedTemplates(tmp_path / "failed")) == []

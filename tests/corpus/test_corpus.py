"""One edge case per small file, and beside it what it is read as: records, then problems."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.dump import read_case

FOLDER = Path(__file__).parent / "cases"
CASES = sorted(path for path in FOLDER.iterdir() if path.suffix == ".bib" or path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case_is_read_as_written_beside_it(case: Path) -> None:
    assert read_case(case) == case.with_suffix(".txt").read_text(encoding="utf-8")


def test_every_expectation_has_its_case() -> None:
    expectations = {path.stem for path in FOLDER.glob("*.txt")}
    assert expectations == {case.stem for case in CASES}

"""Folding: what a reader takes for the same word."""

from __future__ import annotations

import pytest

from sphinx_vitae.model import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Gödel", "godel"),
        ("ŁUKASIEWICZ", "lukasiewicz"),
        ("Groß", "gross"),
        ("Ørsted", "orsted"),
        ("Ærø", "aero"),
        ("  two\n words ", "two words"),
        ("ﬁne", "fine"),
        ("黄", "黄"),
        ("İstanbul", "istanbul"),
    ],
)
def test_case_accents_and_spaces_do_not_count(written: str, folded: str) -> None:
    assert fold(written) == folded

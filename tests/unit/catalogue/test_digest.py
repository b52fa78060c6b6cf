"""Digests change exactly when the values do."""

from __future__ import annotations

import sys

import pytest

from sphinx_vitae.catalogue.digest import digest_of_strings


def test_equal_strings_have_equal_digests_however_they_are_stored() -> None:
    name = "".join(("jour", "nal"))
    stored = sys.intern(name)
    copy = "".join(("jour", "nal"))
    assert copy is not stored
    assert digest_of_strings({stored: stored}, (stored,)) == digest_of_strings(
        {copy: "".join(copy)}, ("journal",)
    )


@pytest.mark.parametrize(
    "others",
    [
        (("ab", "c"),),
        ("a", "bc"),
        ("abc",),
        ("ab", "c", ""),
        (["ab", "c"],),
        ({"ab": "c"},),
        ("ab", "\ud800"),
    ],
)
def test_other_values_have_other_digests(others: tuple[object, ...]) -> None:
    assert digest_of_strings("ab", "c") != digest_of_strings(*others)

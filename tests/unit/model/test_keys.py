"""Ids and file names from keys: readable, and never shared."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_vitae.model import record_id, slug


@pytest.mark.parametrize("key", ["huang2023rmstc", "a", "2023", "a-b", "smith-2020-a"])
def test_a_key_that_is_a_name_already_is_its_own_slug(key: str) -> None:
    assert slug(key) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("DBLP:a/b", "DBLP:a-b"),
        ("A1", "a1"),
        ("黄2020", "李2020"),
        ("a b", "a-b"),
        ("x.", "x"),
        ("", "-"),
        ("é", "e"),
    ],
)
def test_keys_that_lose_something_are_told_apart_by_a_hash(one: str, other: str) -> None:
    assert slug(one) != slug(other)


def test_a_key_that_looks_like_a_slug_with_a_hash_is_not_taken_for_one() -> None:
    assert slug(slug("A1")) != slug("A1")


@given(st.text(), st.text())
def test_two_keys_never_share_a_slug_in_any_case(one: str, other: str) -> None:
    assert (slug(one).casefold() == slug(other).casefold()) == (one == other)


@given(st.text())
def test_a_slug_is_safe_in_addresses_labels_and_file_names(key: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(key))


def test_an_id_says_the_kind() -> None:
    ids = [record_id(kind, "x") for kind in ("publication", "talk", "award", "position")]
    assert ids == ["pub-x", "talk-x", "award-x", "activity-x"]

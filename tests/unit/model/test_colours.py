"""Colours from settings: what is one, and that text in them is readable on paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_vitae.model import darkened
from sphinx_vitae.model.colours import colour_of, contrast_to_white


@pytest.mark.parametrize(
    ("written", "colour"),
    [
        ("#1f4e79", "#1F4E79"),
        (" #147 ", "#114477"),
        ("Teal", "#008080"),
        ("rebeccapurple", "#663399"),
        ("1F4E79", ""),
        ("#12345", ""),
        ("#1f4e79ff", ""),
        ("rgb(1, 2, 3)", ""),
        ("red; }", ""),
        ("#１２３", ""),
        ("", ""),
        (None, ""),
        (0x123456, ""),
    ],
)
def test_a_colour_is_hexadecimal_or_a_name_and_nothing_else(written: object, colour: str) -> None:
    assert colour_of(written) == colour


@given(st.integers(0, 0xFFFFFF))
def test_every_colour_is_readable_on_white_once_it_is_darkened(number: int) -> None:
    colour = darkened(f"#{number:06X}")
    assert colour_of(colour) == colour
    assert contrast_to_white(colour) >= 5
    assert darkened(colour) == colour or contrast_to_white(darkened(colour)) >= 5


def test_a_dark_and_quiet_colour_stays_as_it_is_and_others_keep_their_hue() -> None:
    assert darkened("#1F4E79") == "#1F4E79"
    assert darkened("#000000") == "#000000"
    red, green, blue = (int(darkened("#FF69B4")[n : n + 2], 16) for n in (1, 3, 5))
    assert red > blue > green

"""Characters that a program for paper cannot take cost themselves alone."""

from __future__ import annotations

import pytest

from sphinx_vitae.render import printable
from sphinx_vitae.render.formats.latex import Latex
from sphinx_vitae.render.formats.typst import Typst


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a\ufffdb", "a?b"),
        ("a\ue000\uf8ff\U000f0000b", "a???b"),
        ("a\ufdd0\uffff\U0001fffeb", "a???b"),
        ("a\x00\x07\x1b\x7f\x9bb\ud800", "ab"),
        ("a\tb\nc", "a\tb\nc"),
        ("黄 Ж ﬁ \u200b\u00ad 𠮷", "黄 Ж ﬁ \u200b\u00ad 𠮷"),
    ],
)
def test_what_is_printable(text: str, made: str) -> None:
    assert printable(text) == made


def test_each_format_prints_only_that() -> None:
    assert Latex().escape("a\ufffd\x07b") == "a?b"
    assert Typst().escape("a\ufffd\x07b") == '#"a?b";'

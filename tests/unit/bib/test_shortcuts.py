"""What is read by a shortcut means the same as if it were read in full."""

from __future__ import annotations

from unicodedata import is_normalized

import pytest

from sphinx_vitae.bib.markup.latex_parser import LatexParser
from sphinx_vitae.bib.markup.span_stack import tidied
from sphinx_vitae.bib.markup.text_parser import ParsedText, read_text
from sphinx_vitae.bib.names.list_splitting import AND
from sphinx_vitae.bib.names.name_lists import read_names
from sphinx_vitae.bib.syntax.braces import is_plainly_grouped, split_outside_braces
from sphinx_vitae.bib.syntax.characters import cleaned, is_harmless
from sphinx_vitae.model import Text

HARMLESS = "".join(filter(is_harmless, map(chr, range(0x10000))))
#: Letters that combine with what follows them, in all scripts.
LETTERS = "aeiouAEIOUcgklnrstyzæøßаеиую가"


def test_harmless_characters_mean_themselves_wherever_they_occur() -> None:
    assert len(HARMLESS) > 20_000
    assert set("Ãâ\u0301").isdisjoint(HARMLESS)
    assert all(is_normalized("NFC", letter.join(HARMLESS)) for letter in LETTERS)
    assert cleaned(HARMLESS + HARMLESS[::-1]) == (HARMLESS + HARMLESS[::-1], "")


@pytest.mark.parametrize(
    "title",
    [
        *("A {BERT} model", "{{Everything}}", "{A}{B}", "a { B }c", " {A} ", "One{}: two"),
        *("{-}-", "{h}ttp://x", "A {BERT model", "A} title {", r"{A\b}", "{A}--{B}", "{}", "{{{{A}}}}"),
    ],
)
def test_titles_with_braces_are_read_like_any_latex(title: str) -> None:
    reader = LatexParser(title)
    text = Text(tidied(reader.parts(), strip=True))
    assert read_text(title) == ParsedText(text, tuple(reader.flaws))


@pytest.mark.parametrize(
    ("value", "count"),
    [
        (r"M{\"u}ller, A. and Smith, B.", 2),
        ("Alexander {The Great} and Anderson, B.", 2),
        ("{Barnes and Noble} and Smith, B.", 2),
        ("{Barnes and Noble}", 1),
        ("A, B AND {C}, D", 2),
        ("}{ and A", 1),
    ],
)
def test_names_are_split_outside_braces(value: str, count: int) -> None:
    assert len(split_outside_braces(value, AND)) == count
    assert len(read_names(value).names.persons) == count


def test_braces_match_only_if_each_is_closed_in_order() -> None:
    assert is_plainly_grouped("a {b {c} d} e{}")
    assert not any(map(is_plainly_grouped, ("}{", "{", "}", "{a}}", "{{a}")))

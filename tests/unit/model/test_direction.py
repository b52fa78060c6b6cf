"""Languages from right to left, and where the direction changes within a text."""

from __future__ import annotations

import pytest

from sphinx_vitae.model import is_right_to_left, runs, runs_backwards


@pytest.mark.parametrize("language", ["ar", "he", "fa", "ar_EG", "he-IL", "ur", "az-Arab", "ku_arab_IQ"])
def test_languages_from_right_to_left_are_known(language: str) -> None:
    assert is_right_to_left(language)


@pytest.mark.parametrize("language", ["", "en", "de_AT", "zh_CN", "zh-Hant", "ar-Latn", "ja"])
def test_other_languages_are_from_left_to_right(language: str) -> None:
    assert not is_right_to_left(language)


def turned(text: str, *, from_right: bool) -> list[str]:
    pieces = list(runs(text, from_right=from_right))
    assert "".join(piece for piece, _ in pieces) == text
    return [piece for piece, other in pieces if other]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Snow: a study (2nd ed.)", ["Snow: a study (2nd ed.)"]),
        ("في Proceedings of X (ICSE)، الصفحات 12–34، 2024", ["Proceedings of X (ICSE)", "12–34"]),
        ("כתב (Smith 2024) שלום", ["Smith 2024"]),
        ("C++, שלום", ["C++"]),
        ("مجلة 29(4):1121–1170", ["29(4):1121–1170"]),
        ("2020 – 2024", ["2020 – 2024"]),
        ("المجلد 12 (3)", []),
        ("שלום (2020–2024).", ["2020–2024"]),
        ("שלום (Abisko).", ["Abisko"]),
        ("A (B שלום)", ["A"]),
        ("أحمد", []),
        ("2024", []),
    ],
)
def test_latin_text_and_number_ranges_are_found_in_arabic_and_hebrew(text: str, expected: list[str]) -> None:
    assert turned(text, from_right=True) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On שלום (א), and more", ["שלום (א)"]),
        ("الثلوج 12: a study", ["الثلوج 12"]),
        ("Résumé 12–34", []),
    ],
)
def test_hebrew_and_arabic_are_found_in_other_text(text: str, expected: list[str]) -> None:
    assert turned(text, from_right=False) == expected
    assert runs_backwards(text) == bool(expected)

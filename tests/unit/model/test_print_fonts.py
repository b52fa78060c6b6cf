"""Which fonts print which scripts, and the packages that contain them."""

from __future__ import annotations

import pytest

from sphinx_vitae.model import packages_for, scripts_for


@pytest.mark.parametrize(
    ("language", "packages"),
    [
        ("de", ()),
        ("vi", ()),
        ("ru", ("fonts-noto-core",)),
        ("el", ("fonts-noto-core",)),
        ("he-IL", ("fonts-noto-core",)),
        ("fa", ("fonts-noto-core",)),
        ("zh_CN", ("fonts-noto-cjk",)),
        ("ko", ("fonts-noto-cjk",)),
    ],
)
def test_a_language_needs_the_package_of_its_script(language: str, packages: tuple[str, ...]) -> None:
    assert packages_for(language) == packages


@pytest.mark.parametrize(
    ("language", "family"),
    [("ja", "JP"), ("ko", "KR"), ("zh_CN", "SC"), ("zh-Hant-TW", "TC"), ("zh_TW", "TC"), ("en", "SC")],
)
def test_han_characters_have_the_forms_of_the_language(language: str, family: str) -> None:
    assert scripts_for(language)[-1].serif[0].family == f"Noto Serif CJK {family}"


@pytest.mark.parametrize(
    ("text", "key"),
    [("Жук", "cyrillic"), ("Ελλάδα", "greek"), ("שלום", "hebrew"), ("سلام", "arabic"), ("黄①あ한", "cjk")],
)
def test_each_script_knows_its_characters(text: str, key: str) -> None:
    assert [script.key for script in scripts_for("") if script.pattern.search(text)] == [key]

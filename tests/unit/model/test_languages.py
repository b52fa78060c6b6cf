"""Names of languages, and which translation suits which readers."""

from __future__ import annotations

import pytest

from sphinx_vitae.model import best_language, known_language, near_language, suits


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("german", "de"), ("ngerman", "de"), ("de", "de"), ("DE", "de"), ("de_at", "de-AT"), ("pt-br", "pt-BR"),
        ("zh_hant", "zh-Hant"), ("brazilian", "pt-BR"), ("esperanto", "eo"), ("ukrainian", "uk"), ("de-1996", ""),
        ("germn", ""), ("xx", ""), ("de_xq", ""), ("", ""), ("important", ""), ("cz", ""),
    ],
)  # fmt: skip
def test_a_language_is_known_by_its_names(name: str, tag: str) -> None:
    assert known_language(name) == tag


def test_a_misspelt_language_has_a_neighbour() -> None:
    assert near_language("germn") == "german"
    assert near_language("important") == ""


@pytest.mark.parametrize(
    ("wanted", "own", "offered", "best"),
    [
        ("de", "en", ["de", "fr"], "de"),
        ("de_AT", "en", ["de", "fr"], "de"),
        ("de_AT", "en", ["de-CH", "de", "de-AT"], "de-AT"),
        ("de_AT", "en", ["de-CH", "de"], "de"),
        ("de", "en", ["de-CH"], "de-CH"),
        ("de_AT", "de", ["de-CH"], ""),
        ("pt_BR", "en", ["pt", "pt-BR"], "pt-BR"),
        ("pt", "en", ["pt-BR"], "pt-BR"),
        ("zh_CN", "en", ["zh"], "zh"),
        ("zh_CN", "en", ["zh-TW"], ""),
        ("zh_TW", "en", ["zh", "zh-Hant"], "zh-Hant"),
        ("nb", "en", ["no"], "no"),
        ("en", "en", ["en"], "en"),
        ("en", "en", ["de"], ""),
        ("fr", "en", ["de"], ""),
        ("", "en", ["de"], ""),
        ("de", "", [], ""),
    ],
)
def test_the_best_translation_is_chosen(wanted: str, own: str, offered: list[str], best: str) -> None:
    assert best_language(wanted, own, offered) == best


def test_readers_of_a_region_read_the_language() -> None:
    assert suits("de_AT", "german")
    assert not suits("zh_CN", "zh_TW")
    assert not suits("", "de")

"""Sites in other languages: every builder, what a site adds itself, and what it gets wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_builder import Site

PAGE = """# P

```{cv-header}
```

```{publications}
:filterable:
:group-by: type
:show: abstract, keywords, bibtex
```

```{publications-chart}
```

```{talks}
```

```{awards}
```

```{activities} position
```

```{news}
:auto: publications, talks, awards
```
"""
#: English words of ours that a German page would show if they were not translated.
ENGLISH = re.compile(
    r"\b(?:Search|Filter|Clear|Copy|Keywords|Abstract|papers?|talks?|awards?|Related|Total|Most|present|Journal articles|New paper|"
    r"at|with|and|in press|The numbers|Papers by year)\b"
)
PO = 'msgid ""\nmsgstr "Language: de\\nContent-Type: text/plain; charset=utf-8\\n"\n\nmsgid "{} more"\nmsgid_plural "{} more"\nmsgstr[0] "mehr"\nmsgstr[1] "{} mehr"\n'


@pytest.fixture
def german(site: Site) -> Site:
    site.configure(language="de", vitae_owner={"name": "Huang, Guyue", "email": "guyue@example.org"})
    site.write("index.md", PAGE)
    return site


def test_a_german_page_is_german(german: Site) -> None:
    built = german.build()
    page = built.html()
    assert page.select_one(".vitae-status").get_text() == "3 Publikationen"
    assert built.one(".vitae-status")["data-some"] == "{n} von insgesamt {total}"
    assert page.select_one(".vitae-facet summary").get_text() == "Typ"
    assert "Mai 2024 – heute" in page.get_text()
    assert "März 2023" in page.get_text()
    script = built.one("script[src*='vitae.js']")
    assert (script["data-copy"], script["data-copied"]) == ("Kopieren", "Kopiert")
    body = page.select_one("body")
    for own in body.select(
        "cite, .vitae-title, pre, .vitae-names, .vitae-venue, nav, footer, .related, .sphinxsidebar"
    ):
        own.decompose()  # what the bibliography says, and what the theme says
    assert not ENGLISH.findall(body.get_text(" "))


@pytest.mark.parametrize("builder", ["latex", "text", "singlehtml"])
def test_other_builders_are_german_too(german: Site, builder: str) -> None:
    built = german.build(builder)
    if builder in {"latex", "text"}:
        text = built.text("cv.tex" if builder == "latex" else "index.txt")
        assert "Mai 2024 – heute" in text
        assert " present" not in text


def test_both_printed_documents_know_their_language(german: Site) -> None:
    pytest.importorskip("typst")
    typst = german.build("cvpdf").text("cv.typ")
    assert 'lang: "de"' in typst
    assert "Mai 2024 – heute" in typst
    latex = german.build("latex").text("cv.tex")
    assert r"\vitaecvlanguage{de}{" in latex
    assert r"\def\vitaecvlang{de}" in latex


def test_anchors_are_the_same_in_all_languages(german: Site) -> None:
    ids = [tag["id"] for tag in german.build().all(".vitae-entry[id]")]
    german.replace("conf.py", "language = 'de'", "language = 'en'")
    assert [tag["id"] for tag in german.build().all(".vitae-entry[id]")] == ids


def test_an_unknown_language_is_english(site: Site) -> None:
    site.configure(language="eo")
    site.write("index.md", PAGE)
    page = site.build().html()
    assert page.select_one(".vitae-status").get_text() == "3 papers"
    assert "May 2024 – present" in page.get_text()


def test_a_catalogue_of_the_site_with_a_broken_placeholder_is_one_warning(german: Site) -> None:
    german.write("locales/de/LC_MESSAGES/sphinx_vitae.po", PO)
    german.replace("conf.py", "language = 'de'", "language = 'de'\nlocale_dirs = ['locales']")
    built = german.build(expect=("sphinx_vitae.po:4: WARNING",))
    assert (
        "the translation of '{} more' has other placeholders than the phrase, which has {}" in built.warnings
    )


def test_pages_follow_words_of_the_site(german: Site) -> None:
    german.build()
    german.replace(
        "conf.py",
        "language = 'de'",
        "language = 'de'\nvitae_words = {'{} papers': '{} Arbeiten', 'Search': 'Suche'}",
    )
    built = german.build()
    assert built.one(".vitae-status").get_text() == "3 Arbeiten"
    assert "Suche" in built.one(".vitae-search").get_text()


def test_nothing_is_rebuilt_if_no_word_changes(german: Site, tmp_path: Path) -> None:
    german.build()
    assert german.build().written == []

"""The pages of a site in another language, through Sphinx's own catalogues (``locale_dirs``)."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from site_builder import Site

MARKDOWN = """# Lebenslauf

```{cv-header}
```

```{cv-item} Lecturer in **looms**
:organization: University
:location: Munich
:date: since 2020

Prose of an item.
```

```{cv-item} Editor
:date: 2020/2021
```

```{talks}
:year: 1999
:empty: No *talks* yet
```

```{publications-chart}
:caption: Works by year
```

```{publications}
:group-by: type
```
"""
LETTER = """Letter
======

.. cv-letter:: My application
   :to: The board; Berlin
   :opening: Dear board,
   :closing: Best,

   I apply.
"""
SAID = {
    "Lecturer in **looms**": "Dozentin für **Webstühle**",
    "University": "Universität",
    "Munich": "München",
    "since 2020": "seit 2020",
    "Prose of an item.": "Prosa.",
    "No *talks* yet": "Noch keine *Vorträge*",
    "Works by year": "Werke nach Jahr",
    "My application": "Meine Bewerbung",
    "The board": "Die Jury",
    "Dear board,": "Liebe Jury,",
    "Best,": "Beste Grüße",
    "I apply.": "Ich bewerbe mich.",
}


@pytest.fixture
def translated(site: Site) -> Site:
    """A site with a catalogue in German of everything that Sphinx extracts."""
    site.write("index.md", f"{MARKDOWN}\n```{{toctree}}\nletter\n```\n")
    site.write("letter.rst", LETTER)
    settings = {
        "vitae_owner": {"name": "Huang, Guyue", "headline": "Architect"},
        "vitae_pages": True,
        "locale_dirs": ["locales"],
        "gettext_compact": "site",
    }
    site.configure(**settings)
    built = site.build("gettext")
    with (built.folder / "site.pot").open("rb") as file:
        template = read_po(file)
    german = Catalog(locale="de", domain="site")
    for message in template:
        if message.id:
            german.add(message.id, SAID.get(str(message.id), ""), message.locations)
    path = site.folder / "locales/de/LC_MESSAGES/site.po"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, german)
    site.configure(language="de", **settings)
    return site


def _messages(folder: Path) -> dict[str, list[tuple[str, int]]]:
    with (folder / "site.pot").open("rb") as file:
        return {str(message.id): message.locations for message in read_po(file) if message.id}


def test_sphinx_extracts_the_texts_of_directives_and_nothing_of_the_bibliography(translated: Site) -> None:
    messages = _messages(translated.folder / "_build/gettext")
    assert messages.keys() == {"Lebenslauf", "Letter", "Editor", "Berlin", *SAID}
    assert all(line > 0 for places in messages.values() for _, line in places)


def test_translated_texts_are_shown(translated: Site) -> None:
    built = translated.build()
    page, letter = (built.html(name).get_text(" ", strip=True) for name in ("index.html", "letter.html"))
    for english, german in SAID.items():
        for said in german.replace("*", "|").split("|"):
            assert said.strip() in page + letter
        assert english.strip("*") not in page + letter
    assert built.one(".vitae-chart-table")["aria-label"] == "Werke nach Jahr"
    assert built.one(".vitae-item .vitae-venue").get_text() == "Universität, München"


def test_every_builder_shows_them(translated: Site) -> None:
    text = translated.build("text").text("index.txt")
    assert "Dozentin für **Webstühle**, Universität, München, seit 2020" in text
    latex = translated.build("latex").text("cv.tex")
    assert "Universität" in latex
    assert "seit 2020" in latex

"""Sites in languages from right to left, and entries in these languages on other sites."""

from __future__ import annotations

import pytest

from site_builder import Site

BIB = """
@article{hebrew,
  author       = {Huang, Guyue and כהן, שלום},
  title        = {הידרולוגיה (מהדורה שנייה)},
  journaltitle = {כתב העת},
  volume       = {12},
  pages        = {45--67},
  date         = {2024-05},
  abstract     = {שלום.},
  langid       = {hebrew},
}
@grant{grant, title = {A Grant}, date = {2020/2024}}
"""
PAGE = """# P

```{publications}
:show: abstract
```

```{activities} grant
```

```{publications-chart}
```
"""


@pytest.fixture
def hebrew(site: Site) -> Site:
    site.write("references.bib", (site.folder / "references.bib").read_text("utf-8") + BIB)
    site.write("index.md", PAGE)
    return site


def test_pages_are_from_right_to_left_and_latin_text_keeps_its_direction(hebrew: Site) -> None:
    hebrew.configure(language="he", html_theme="furo")
    built = hebrew.build()
    page = built.html()
    assert built.one("html").attrs["dir"] == "rtl"
    sheets = [link["href"].partition("?")[0] for link in page.select('link[rel="stylesheet"]')]
    furo, ours = sheets.index("_static/styles/furo.css"), sheets.index("_static/vitae-furo-rtl.css")
    assert furo < ours < sheets.index("_static/vitae.css")
    isolated = [tag.get_text() for tag in page.select('bdi[dir="ltr"]')]
    assert "Machine learning for circuits: a survey" in isolated
    assert "Jingbo Hu" in isolated
    assert "45–67" in " ".join(isolated)
    assert "2020 – 2024" in isolated
    assert not any("שלום" in text for text in isolated)
    assert page.select_one('details p[dir="auto"]').get_text() == "שלום."
    first, *_, last = (float(str(rect["x"]).removesuffix("%")) for rect in page.select(".vitae-chart rect"))
    assert first > last  # the oldest year is on the right


def test_a_site_from_left_to_right_declares_nothing_and_isolates_a_hebrew_entry(hebrew: Site) -> None:
    built = hebrew.build()
    page = built.html()
    assert "dir" not in built.one("html").attrs
    assert "rtl.css" not in built.text("index.html")
    assert [tag.get_text() for tag in page.select("bdi")] == [
        "הידרולוגיה (מהדורה שנייה)",
        "שלום כהן",
        "כתב העת",
    ]
    assert {tag["dir"] for tag in page.select("bdi")} == {"rtl"}
    assert page.select_one('details p[dir="auto"]').get_text() == "שלום."


def test_latin_text_with_brackets_keeps_its_direction_in_latex(hebrew: Site) -> None:
    hebrew.configure(language="he")
    hebrew.write("index.md", PAGE + "\nשלום Station (Abisko) שלום `code (a)`\n")
    latex = hebrew.build("latex").text("cv.tex")
    assert r"\DUrole{vitaeltr}{Station (Abisko)}" in latex
    assert r"\vitaeltr{Machine learning for circuits: a survey}" in latex
    assert r"\vitaecvlanguage{he}{hebrew}" in latex
    assert latex.count(r"\DUrole{vitaeltr}") == 1


def test_the_parts_of_a_latin_affiliation_are_isolated_together(site: Site) -> None:
    """A comma between them is after the first part, not before it."""
    owner = {"name": "Huang, Guyue", "affiliation": "Department, University, אוניברסיטה"}
    site.configure(language="he", html_theme="furo", vitae_owner=owner)
    site.write("index.md", "# P\n\n```{cv-header}\n```\n")
    shown = site.build().one(".vitae-affiliation")
    isolated = shown.select_one('bdi[dir="ltr"]')
    assert shown.get_text() == owner["affiliation"]
    assert [tag.get_text() for tag in isolated.select(".vitae-part")] == ["Department,", "University"]
    assert [tag.get_text() for tag in shown.select(".vitae-part")][2:] == ["אוניברסיטה"]

"""Cover letters, and new pages in print."""

from __future__ import annotations

import pytest

from declared import options
from site_builder import Site
from sphinx_vitae.extension.directives.letter import LetterDirective

LETTER = """\
# Letter

```{cv-letter} About *engines* & 50% <more_x>
:to: Prof. Ada Lovelace; Institute {x}; London
:date: 2024-05-17
:opening: Dear Professor Lovelace,
:closing: Yours sincerely,

I have read of your engines.

- One of them
- Another
```
"""
OWNER = {"name": "Huang, Guyue", "headline": "Architect", "email": "me@example.org", "photo": "me.png"}


@pytest.fixture
def letter(site: Site) -> Site:
    site.configure(vitae_owner=OWNER)
    site.write("index.md", LETTER)
    return site


def test_a_page_has_all_of_a_letter_in_its_order(letter: Site) -> None:
    article = letter.build().one("article.vitae-letter")
    parts = [" ".join(tag.get_text(" ").split()) for tag in article.find_all(recursive=False)]
    assert parts == [
        "Guyue Huang Architect Email",
        "17 May 2024",
        "Prof. Ada Lovelace Institute {x} London",
        "About engines & 50% <more_x>",
        "Dear Professor Lovelace,",
        "I have read of your engines.",
        "One of them Another",
        "Yours sincerely,",
        "Guyue Huang",
    ]
    assert len(article.select(".vitae-to > .line")) == 3
    assert article.select(".vitae-subject em")
    assert not article.select("img")


def test_print_has_all_of_a_letter_in_its_order(letter: Site) -> None:
    tex = letter.build("latex").text("cv.tex")
    position = 0
    for phrase in (
        r"\begin{vitaeletter}",
        r"\vitaeheader{Guyue Huang}{Architect}{}",
        r"\vitaeletterdate{17 May 2024}",
        "\\begin{vitaeletterto}\n\\item[] Prof. Ada Lovelace\n\\item[] Institute \\{x\\}\n\\item[] London\n",
        r"\vitaelettersubject{About \sphinxstyleemphasis{engines} \& 50\% <more\_x>}",
        r"\vitaeletteropening{Dear Professor Lovelace,}",
        "I have read of your engines.",
        r"\vitaeletterclosing{Yours sincerely,}",
        r"\vitaelettername{Guyue Huang}",
        r"\end{vitaeletter}",
    ):
        found = tex.find(phrase, position)
        assert found >= 0, f"{phrase} is not in {tex[position:]}"
        position = found


@pytest.mark.parametrize(("builder", "name"), [("text", "index.txt"), ("man", "test.1")])
def test_other_formats_have_the_lines_of_the_address(letter: Site, builder: str, name: str) -> None:
    letter.configure(vitae_owner=OWNER, man_pages=[("index", "test", "Test", "Me", 1)])
    lines = [line.strip() for line in letter.build(builder).text(name).splitlines()]
    for line in ("Guyue Huang", "17 May 2024", "Prof. Ada Lovelace", "London", "Yours sincerely,"):
        assert line in lines


@pytest.mark.parametrize(
    "options",
    ["---\nto: |\n  Prof. Ada Lovelace\n  London\n---\n", ":to: |\n:  Prof. Ada Lovelace\n:  London\n\n"],
)
def test_an_address_may_have_lines_of_its_own(letter: Site, options: str) -> None:
    letter.write("index.md", f"# L\n\n```{{cv-letter}}\n{options}Body.\n```\n")
    assert letter.build().texts(".vitae-to > .line") == ["Prof. Ada Lovelace", "London"]


def test_an_address_may_have_lines_of_its_own_in_restructuredtext(letter: Site) -> None:
    (letter.folder / "index.md").unlink()
    text = "L\n=\n\n.. cv-letter::\n   :to: Prof. Ada Lovelace\n     London\n   :date: next week\n\n   Body *here*.\n"
    letter.write("index.rst", text)
    built = letter.build()
    assert built.texts(".vitae-to > .line") == ["Prof. Ada Lovelace", "London"]
    assert built.texts(".vitae-letter > p") == ["next week", "Body here.", "Guyue Huang"]


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        (
            "```{cv-letter} Subject\n:date: 2024\n```",
            "cv-letter: the letter is empty; write the text of the letter",
        ),
        ("```{cv-letter}\n:owner: Nobody\n\nBody.\n```", "'Nobody' is neither in vitae_owner nor"),
        (
            "```{cv-letter}\n:from: Me\n\nBody.\n```",
            f"cv-letter: unknown option 'from'; the options are: {options(LetterDirective)} [",
        ),
        ("```{page-break} 2\n```", "page-break: accepts neither an argument nor a body"),
        ("```{page-break}\nText.\n```", "page-break: accepts neither an argument nor a body"),
        (
            "```{page-break}\n:here:\n```",
            "page-break: unknown option 'here'; this directive does not accept any options",
        ),
    ],
)
def test_what_is_wrong_is_said(letter: Site, page: str, problem: str) -> None:
    letter.write("index.md", f"# P\n\n{page}\n")
    letter.build(expect=(problem,))


def test_without_an_owner_nobody_signs(site: Site) -> None:
    site.configure(vitae_owner=None)
    site.write("index.md", "# P\n\n```{cv-letter}\n\nBody.\n```\n")
    assert site.build(expect=("cv-letter: vitae_owner is not set",)).all("article") == []


def test_a_letter_follows_the_owner(letter: Site) -> None:
    letter.build()
    letter.replace("conf.py", "Architect", "Painter")
    assert "Painter" in letter.build().text("index.html")


def test_a_page_break_is_for_print_alone(site: Site) -> None:
    site.write("index.md", "# P\n\nOne.\n\n```{page-break}\n```\n\nTwo.\n")
    assert site.build("latex").text("cv.tex").count("\\vitaepagebreak\n") == 1
    assert "<p>One.</p>\n<p>Two.</p>" in site.build().text("index.html")
    assert site.build("text").text("index.txt") == "P\n*\n\nOne.\n\nTwo.\n"

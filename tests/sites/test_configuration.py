"""What conf.py gets wrong is said once, at its line, and the site is built without it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from sphinx.config import Config

from declared import keys, options
from site_builder import CONF, Site
from sphinx_vitae.extension.directives.cv import ItemDirective
from sphinx_vitae.extension.settings.conf_values import mend_bibfiles
from sphinx_vitae.model import Design, Profile

PAGE = "# P\n\n```{cv-header}\n```\n\n```{publications}\n```\n"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"vitae_links": {"x": {"url": 5}}}, "vitae_links contains 5 for 'url' of 'x'; it must be a string"),
        ({"vitae_people": {"A, B": None}}, "vitae_people contains None for 'A, B'; it must be a URL"),
        ({"vitae_people": {"A, B": [1]}}, "vitae_people contains [1] for 'A, B'; it must be a URL"),
        ({"vitae_owner": {"name": "Huang, Guyue", 5: 5}}, f"vitae_owner contains 5 for 'Huang, Guyue'; the valid keys are {keys(Profile)};"),
        ({"vitae_cv": {5: 5}}, f"vitae_cv contains 5; the valid keys are {keys(Design)};"),
        ({"vitae_kinds": {"nofile.bib": "talk"}}, "vitae_kinds contains 'nofile.bib', which is neither an entry type"),
        ({"vitae_kinds": {"reference.bib": "talk"}}, "did you mean 'references.bib'? It was ignored"),
        ({"vitae_bibfiles": ["no.bib"]}, "which is not in bibtex_bibfiles; the default, None, was used"),
        ({"vitae_words": ["to appear"]}, "vitae_words is ['to appear']; it must be a dictionary"),
        ({"vitae_words": {"to apear": "x"}}, "vitae_words contains 'to apear', which is an unknown phrase; did you mean 'to appear'?"),
        ({"vitae_words": {"TO APPEAR": "x"}}, "did you mean 'to appear'? It was ignored"),
        ({"vitae_words": {"{} papers": "{n} works"}}, "vitae_words contains '{n} works' for '{} papers', which has other placeholders; write {}; it was ignored"),
        ({"vitae_words": {"to appear": 5}}, "vitae_words contains 5 for 'to appear'; it must be a string"),
        ({"vitae_ower": "X"}, "vitae_ower is an unknown setting and was ignored; did you mean 'vitae_owner'?"),
        ({"vitae_layuot": "card"}, "vitae_layuot is an unknown setting and was ignored; did you mean 'vitae_layout'?"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_one_warning_at_its_line(site: Site, values: dict[str, Any], message: str) -> None:
    site.configure(**values)
    site.write("index.md", PAGE)
    built = site.build(expect=(message,))
    assert f"conf.py:{CONF.count(chr(10)) + 1}: WARNING" in built.warnings
    assert "[vitae.config]" in built.warnings
    assert len(built.all(".vitae-entry")) == 3


def test_entry_types_and_files_are_kinds_of_entries(site: Site) -> None:
    site.configure(vitae_kinds={"software": "project", "references.bib": "publication"})
    site.write("index.md", PAGE)
    site.build()


def test_names_that_another_extension_registers_and_names_of_functions_are_fine(site: Site) -> None:
    site.write("other.py", "def setup(app):\n    app.add_config_value('vitae_other', 0, '')\n")
    conf = CONF.replace('"sphinx_vitae"]', '"sphinx_vitae", "other"]')
    site.write(
        "conf.py",
        "import sys, pathlib\nsys.path.insert(0, str(pathlib.Path(__file__).parent))\n"
        f"{conf}vitae_other = 5\ntext = '''\nvitae_text = 5\n'''\n"
        "def setup(app):\n    vitae_inner = 5\n",
    )
    site.write("index.md", PAGE)
    site.build()


def test_a_name_is_located_where_it_is_set_last(site: Site) -> None:
    lines = CONF.count("\n")
    site.write("conf.py", f'{CONF}vitae_names = "full"\nif True:\n    vitae_names = (\n        "short")\n')
    site.write("index.md", PAGE)
    built = site.build(expect=("vitae_names is 'short'",))
    assert f"conf.py:{lines + 3}: WARNING" in built.warnings


def test_addresses_of_the_owner_are_links_or_refused(site: Site) -> None:
    owner = {
        "name": "Huang, Guyue",
        "url": "hgyhungry.github.io",
        "phone": "n/a",
        "links": {"Old": "www.example.org/~x", "Bad": "javascript:alert(1)", "CV": "cv.pdf"},
    }
    site.configure(vitae_owner=owner)
    site.write("sub/page.md", "# Sub\n\n```{cv-header}\n```\n")
    site.write("index.md", f"{PAGE}\n```{{toctree}}\nsub/page\n```\n")
    built = site.build(expect=("vitae_owner contains 'javascript:alert(1)' for 'Bad' of 'Huang, Guyue'",))
    links = [tag["href"] for tag in built.all(".vitae-header a", "sub/page.html")]
    assert links == ["https://hgyhungry.github.io", "https://www.example.org/~x", "../cv.pdf"]
    assert "Phone: n/a" in built.one(".vitae-header", "sub/page.html").get_text()
    assert "Bad" not in built.one(".vitae-header", "sub/page.html").get_text()


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("www.example.org", "https://www.example.org"),
        ("example.org/x", "https://example.org/x"),
        ("cv.pdf", "cv.pdf"),
    ],
)
def test_the_url_of_an_item_is_an_address_or_a_file(site: Site, url: str, href: str) -> None:
    site.write("index.md", f"# P\n\n```{{cv-item}} Thing\n:url: {url}\n```\n")
    built = site.build()
    assert built.one(".vitae-title a")["href"] == href
    assert "vitae.css" in built.text("index.html")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "n/a"])
def test_the_url_of_an_item_with_a_wrong_scheme_is_an_error_and_no_link(site: Site, url: str) -> None:
    site.write("index.md", f"# P\n\n```{{cv-item}} Thing\n:url: {url}\n```\n")
    built = site.build(expect=(f"cv-item: option 'url': {url!r} cannot be linked; write a URL",))
    assert "[vitae.option-value]" in built.warnings
    assert built.all(".vitae-title a") == []


def test_an_option_of_an_item_that_there_is_not_suggests_the_nearest(site: Site) -> None:
    site.write("index.md", "# P\n\n```{cv-item} Thing\n:dates: 2020\n```\n")
    site.build(
        expect=(f"unknown option 'dates'; did you mean 'date'? The options are: {options(ItemDirective)} [",)
    )


@pytest.mark.parametrize(
    ("given", "names", "message"),
    [
        (["a.bib"], ["a.bib"], ""),
        ([], [], ""),
        ("a.bib", ["a.bib"], "bibtex_bibfiles is 'a.bib'; it must be a list"),
        (None, [], "bibtex_bibfiles is not set"),
        (["a.bib", 5], ["a.bib"], "bibtex_bibfiles is ['a.bib', 5]; it must be a list of names"),
        (5, [], "bibtex_bibfiles is 5; it must be a list"),
    ],
)
def test_bibliographies_are_a_list_of_names(
    tmp_path: Path, given: object, names: list[str], message: str
) -> None:
    conf = tmp_path / "conf.py"
    conf.write_text(f"project = 'P'\nbibtex_bibfiles = {given!r}\n", "utf-8")
    config = Config({"bibtex_bibfiles": given})
    config.add("bibtex_bibfiles", None, "html", ())
    problems = mend_bibfiles(config, conf)
    assert cast(Any, config).bibtex_bibfiles == names
    assert [problem.message.startswith(message) and problem.line == 2 for problem in problems] == [
        True
    ] * bool(message)


PEOPLE = """\
"Wang, Zhengyang":
  url: https://example.org/wang
  role: member
  date: 2024
"Dai, Guohao": https://example.org/dai
"""


def test_people_are_read_from_a_file(site: Site) -> None:
    site.configure(vitae_people="people.yaml")
    site.write("people.yaml", PEOPLE)
    site.write("index.md", "# P\n```{publications}\n```\n")
    links = {tag.get_text(): tag["href"] for tag in site.build().all(".vitae-names a")}
    assert links == {"Zhengyang Wang": "https://example.org/wang", "Guohao Dai": "https://example.org/dai"}
    site.replace("people.yaml", "example.org/dai", "example.org/guohao")
    assert "https://example.org/guohao" in site.build().text("index.html")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (PEOPLE.replace("role:", "rule:"), 1, "contains 'rule' for 'Wang, Zhengyang'"),
        ('"A": [b', 1, "is not YAML"),
        ("- a\n", 1, "is not a mapping from names to people"),
        (None, None, "is a file that cannot be read"),
    ],
)
def test_what_is_wrong_with_a_file_of_people_is_said_there(
    site: Site, text: str | None, line: int | None, message: str
) -> None:
    site.configure(vitae_people="people.yaml")
    site.write("index.md", "# P\n```{publications}\n```\n")
    if text is not None:
        site.write("people.yaml", text)
    warnings = site.build(expect=(message,)).warnings
    assert f"people.yaml:{line}: " in warnings if line else "conf.py:" in warnings


def test_a_person_who_is_in_the_file_twice_is_said(site: Site) -> None:
    site.configure(vitae_people="people.yaml")
    site.write("people.yaml", "Dai, Guohao: https://a.example\nDai, Guohao: https://b.example\n")
    site.write("index.md", "# P\n\n```{publications}\n```\n")
    built = site.build(expect=("vitae_people contains 'Dai, Guohao' twice, first on line 1",))
    assert "people.yaml:2:" in built.warnings
    assert "https://b.example" in built.text("index.html")


def test_a_bibliography_linked_to_itself_is_said_at_the_setting(site: Site) -> None:
    (site.folder / "loop.bib").symlink_to("loop.bib")
    site.configure(bibtex_bibfiles=["references.bib", "loop.bib"])
    site.write("index.md", "# Home\n\n```{publications}\n```\n")
    built = site.build(
        expect=("conf.py:9: WARNING: bibtex_bibfiles contains 'loop.bib', which is a circular link",)
    )
    assert len(built.all(".vitae-entry")) == 3

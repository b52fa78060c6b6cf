"""Pages of single works: written, linked to, followed and removed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from records import record
from site_builder import Site
from sphinx_vitae.extension.files import entry_pages
from sphinx_vitae.extension.files.entry_pages import Pages
from sphinx_vitae.model import Problem

HOME = "# Home\n\n```{publications}\n```\n\n{pub}`huang2021eda`\n"
PAGES = ["dai2022daspmm", "huang2021eda", "huang2023rmstc"]


@pytest.fixture
def site_of_pages(site: Site) -> Site:
    site.configure(vitae_pages=True)
    site.write("index.md", HOME)
    return site


def test_every_work_has_a_page_with_all_that_there_is_to_say(site_of_pages: Site) -> None:
    site_of_pages.replace(
        "references.bib", "  abbr      = {MICRO},", "  abbr = {MICRO},\n  abstract = {One.\n\nTwo.},"
    )
    built = site_of_pages.build()
    assert sorted(path.stem for path in (built.folder / "publications").glob("*.html")) == PAGES
    page = "publications/huang2023rmstc.html"
    assert built.texts("h1", page) == ["RM-STC: A Sparse Tensor Core¶"]
    assert built.texts(".vitae-masthead > .vitae-names", page) == ["Guyue Huang, Zhengyang Wang"]
    assert built.texts(".vitae-masthead > .vitae-venue", page) == ["Symposium on Microarchitecture, 2023"]
    assert built.texts(".vitae-abstract p", page) == ["One.", "Two."]
    assert built.texts(".vitae-facts dd", page) == ["10.1145/3613424.3623775", "hardware, sparsity"]
    assert built.texts(".vitae-related li", page) == ["Talk Pipelining in compilers, TVMCon"]
    assert "@inproceedings{huang2023rmstc," in built.one(".vitae-bibtex pre", page).get_text()
    assert [tag["href"] for tag in built.all(".vitae-beside a", page)] == ["dai2022daspmm.html"]
    assert built.texts(".vitae-beside p", "publications/dai2022daspmm.html") == [
        "Newer RM-STC: A Sparse Tensor Core",
        "Older Machine learning for circuits: a survey",
    ]
    assert "Best Paper Nominee" in built.text("publications/dai2022daspmm.html")


def test_links_lead_to_the_page_of_a_work(site_of_pages: Site) -> None:
    built = site_of_pages.build()
    assert built.one("p > a.reference.internal")["href"] == "publications/huang2021eda.html#pub-huang2021eda"
    titles = [tag["href"] for tag in built.all(".vitae-entry > .vitae-title > a")]
    assert titles == [
        f"publications/{key}.html" for key in ("huang2023rmstc", "dai2022daspmm", "huang2021eda")
    ]


def test_nothing_is_written_again_that_did_not_change(site_of_pages: Site) -> None:
    site_of_pages.build()
    assert site_of_pages.build().written == []
    site_of_pages.replace("references.bib", "pages        = {1--46}", "pages = {1--47}")
    assert sorted(site_of_pages.build().written) == ["index", "publications/huang2021eda"]
    # A new title shows on the page of the next work too.
    site_of_pages.replace("references.bib", "circuits: a survey", "circuits")
    assert sorted(site_of_pages.build().written) == [
        "index",
        "publications/dai2022daspmm",
        "publications/huang2021eda",
    ]


def test_the_page_of_an_entry_that_goes_is_removed_with_its_output(site_of_pages: Site) -> None:
    site_of_pages.build()
    site_of_pages.write("index.md", "# Home\n\n```{publications}\n```\n")
    text = (site_of_pages.folder / "references.bib").read_text("utf-8")
    start = text.index("@article{huang2021eda")
    site_of_pages.write("references.bib", text[:start] + text[text.index("@inproceedings{dai2022daspmm") :])
    built = site_of_pages.build()
    assert {path.stem for path in (built.folder / "publications").glob("*")} == {
        "dai2022daspmm",
        "huang2023rmstc",
    }
    assert not list(built.folder.glob("_sources/publications/huang2021eda*"))
    assert not (site_of_pages.folder / "publications/huang2021eda.md").exists()


def test_pages_go_when_they_are_no_more_asked_for(site_of_pages: Site) -> None:
    site_of_pages.build()
    site_of_pages.configure()
    built = site_of_pages.build()
    assert not (site_of_pages.folder / "publications").exists()
    assert not list((built.folder / "publications").glob("*"))


def test_what_the_author_has_in_the_folder_is_never_touched(site_of_pages: Site) -> None:
    own = site_of_pages.write("publications/huang2023rmstc.rst", ":orphan:\n\nMine\n====\n")
    other = site_of_pages.write("publications/notes.md", "---\norphan: true\n---\n# Notes\n")
    ignore = site_of_pages.write("publications/.gitignore", "*.tmp\n")
    expect = "publications/huang2023rmstc.rst is a file of your own, so no page was written for the entry"
    built = site_of_pages.build(expect=(expect,))
    assert "references.bib:1: WARNING: huang2023rmstc: " in built.warnings
    assert "[vitae.page-taken]" in built.warnings
    assert own.read_text("utf-8").endswith("Mine\n====\n")
    assert built.texts("h1", "publications/huang2023rmstc.html") == ["Mine¶"]
    site_of_pages.build(expect=(expect,))  # said at every build
    site_of_pages.configure()
    site_of_pages.build()
    assert own.exists()
    assert other.exists()
    assert ignore.read_text("utf-8") == "*.tmp\n"
    assert sorted(path.name for path in own.parent.iterdir()) == [
        ".gitignore",
        "huang2023rmstc.rst",
        "notes.md",
    ]


def test_git_ignores_the_pages_alone(site_of_pages: Site) -> None:
    site_of_pages.build()
    lines = (site_of_pages.folder / "publications/.gitignore").read_text("utf-8").splitlines()
    assert lines[1:] == ["/.gitignore", *(f"/{key}.vitae" for key in PAGES)]


def test_a_site_without_markdown_has_pages_and_talks_where_asked(site: Site) -> None:
    site.write(
        "conf.py",
        'extensions = ["sphinx_vitae"]\nbibtex_bibfiles = ["references.bib"]\nvitae_owner = "Huang, Guyue"\n'
        'html_theme = "basic"\nvitae_pages = {"talk": "given/talks", "award": "prizes"}\n',
    )
    site.write("index.rst", "Home\n====\n\n.. publications::\n\n.. talks::\n\n:talk:`tvmcon`\n")
    built = site.build()
    assert built.texts("h1", "given/talks/tvmcon.html") == ["Pipelining in compilers¶"]
    assert built.texts(".vitae-venue", "given/talks/tvmcon.html") == ["TVMCon, Online, March 2023"]
    assert built.texts("h1", "prizes/travel.html") == ["Travel Grant¶"]
    assert built.one("p > a.reference.internal")["href"] == "given/talks/tvmcon.html#talk-tvmcon"
    related = built.one(".vitae-related a", "given/talks/tvmcon.html")
    assert related["href"] == "../../index.html#pub-huang2023rmstc"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"publication": "../outside"}, "vitae_pages contains '../outside' for 'publication'"),
        (
            {"publications": "papers"},
            "vitae_pages contains the kind 'publications', but there are no entries of that kind",
        ),
        ("papers", "vitae_pages is 'papers'; it must be True, or a dictionary"),
    ],
)
def test_a_wrong_folder_or_kind_is_said(site: Site, value: object, message: str) -> None:
    site.configure(vitae_pages=value)
    site.write("index.md", "# Home\n\n```{publications}\n```\n")
    site.build(expect=(message,))


@pytest.mark.parametrize(
    "key",
    ["x```<script>alert(1)</script>", "x`{raw}`", ":::{raw}html", "../../up"],
)
@pytest.mark.parametrize("suffix", [".md", ".rst"])
def test_no_text_of_the_bibliography_gets_into_the_source_of_a_page(
    site: Site, key: str, suffix: str
) -> None:
    site.configure(vitae_pages=True)
    if suffix == ".rst":
        site.replace("conf.py", '["myst_parser", "sphinx_vitae"]', '["sphinx_vitae"]')
    site.write(
        "references.bib",
        f"@article{{{key},\n  author = {{Huang, Guyue}}, title = {{T}}, journal = {{J}}, year = 2020}}",
    )
    site.write("index.md", "# Home\n\n```{publications}\n```\n")
    site.write("index.rst", "Home\n====\n\n.. publications::\n")
    (site.folder / ("index.rst" if suffix == ".md" else "index.md")).unlink()
    built = site.build()
    (source,) = (site.folder / "publications").glob("*.vitae")
    assert re.fullmatch(r"[a-z0-9-]+", source.stem)
    assert re.fullmatch(r"# Written by [^\n]+\n\nslug: [a-z0-9-]+\n", source.read_text("utf-8"))
    page = f"publications/{source.stem}.html"
    assert built.texts("h1", page) == ["T¶"]
    assert not [tag for tag in built.all("script", page) if "alert" in tag.get_text()]
    assert not built.all("body b", page)
    assert key in built.one(".vitae-bibtex pre", page).get_text()


def test_a_page_that_another_build_has_just_written_is_no_rival(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two first builds at once: the other one wrote its pages after this one had looked into the folder."""

    def update(memory: str) -> list[Problem]:
        pages = Pages(tmp_path, {"publication": "papers"}, (".md", ".rst", ".vitae"), tmp_path / memory)
        return pages.update("state", lambda kind: [record("a"), record("b")])

    assert update("one.json") == []
    monkeypatch.setattr(entry_pages, "_ours", lambda folder: iter(()))
    assert update("two.json") == []
    assert sorted(path.name for path in (tmp_path / "papers").glob("*.vitae")) == ["a.vitae", "b.vitae"]


def test_a_page_of_somebody_elses_that_is_gone_is_replaced_at_the_next_build(site_of_pages: Site) -> None:
    own = site_of_pages.write("publications/huang2023rmstc.md", "---\norphan: true\n---\n# Mine\n")
    site_of_pages.build(expect=("publications/huang2023rmstc.md is a file of your own",))
    own.unlink()
    built = site_of_pages.build()
    assert built.texts("h1", "publications/huang2023rmstc.html") == ["RM-STC: A Sparse Tensor Core¶"]


def test_pages_of_an_earlier_version_are_replaced(site_of_pages: Site) -> None:
    """Their sources were Markdown or reStructuredText."""
    mark = "Written by sphinx_vitae from the bibliography. What you change here is lost."
    old = site_of_pages.write(
        "publications/huang2023rmstc.rst",
        f":orphan:\n\n.. {mark}\n\n.. publication::\n   :slug: huang2023rmstc\n",
    )
    built = site_of_pages.build()
    assert not old.exists()
    assert built.texts("h1", "publications/huang2023rmstc.html") == ["RM-STC: A Sparse Tensor Core¶"]


def test_a_page_whose_entry_cannot_be_found_is_a_message_at_its_source(site_of_pages: Site) -> None:
    """Somebody copied it: only pages in the folder of the setting follow the bibliography."""
    site_of_pages.write("copied/x.vitae", "slug: no-such-entry\n")
    site_of_pages.build(
        expect=("copied/x.vitae:1: ERROR: the bibliography does not contain the entry of this page",)
    )


@pytest.mark.parametrize("body", ["group-by: year\n:number: descending", "type: journal\n\nhuang2021eda"])
def test_the_directive_of_one_work_with_options_of_a_list_is_one_message(site: Site, body: str) -> None:
    site.write("index.md", f"# Home\n\n```{{publications}}\n```\n\n```{{publication}}\n:{body}\n```\n")
    site.build(
        expect=(
            "publication: shows a single entry, but has no key; write the key after the name of the directive, or use {publications}",
        )
    )


def test_a_work_in_full_stands_where_an_author_puts_it(site: Site) -> None:
    site.write(
        "index.md",
        "# Home\n\n```{publications}\n```\n\n:::{note}\n```{publication} huang2021eda\n```\n:::\n\n"
        "```{publication} huang2023rmstc\n```\n",
    )
    site.configure(myst_enable_extensions=["colon_fence"])
    built = site.build()
    assert len(built.all(".admonition .rubric")) == 1
    assert built.texts("section > section > h2")[0] == "RM-STC: A Sparse Tensor Core¶"
    ids = [tag["id"] for tag in built.all("[id]")]
    assert len(ids) == len(set(ids))
    assert "Machine learning for circuits: a survey" in site.build("text").text("index.txt")
    assert r"\section{RM\sphinxhyphen{}STC: A Sparse Tensor Core}" in site.build("latex").text("cv.tex")


def test_a_key_that_no_entry_has_is_said(site: Site) -> None:
    site.write("index.md", "# Home\n\n```{publications}\n```\n\n```{publication} huang2021ead\n```\n")
    site.build(expect=("no entry has the key 'huang2021ead'; did you mean 'huang2021eda'?",))


def test_a_page_that_an_author_adds_is_linked_from_lists_that_stayed(site: Site) -> None:
    site.write("index.md", "# Home\n\n```{publications}\n```\n```{toctree}\nwork\n```\n")
    site.write("work.md", "# Work\n")
    assert not site.build().all(".vitae-title > a")
    site.replace("work.md", "# Work\n", "# Work\n\n```{publication} huang2021eda\n```\n")
    assert [tag["href"] for tag in site.build().all(".vitae-title > a")] == ["work.html"]


@pytest.mark.parametrize(("count", "folded"), [(300, True), (301, False)])
def test_long_lists_leave_abstracts_and_bibtex_to_the_pages(site: Site, count: int, folded: bool) -> None:
    entries = "".join(
        f"@misc{{k{n}, author={{Huang, Guyue}}, title={{T{n}}}, abstract={{A}}, date={{2020}}}}\n"
        for n in range(count)
    )
    site.write("references.bib", entries)
    site.configure(vitae_pages=True, exclude_patterns=["publications"])
    site.write("index.md", "# Home\n\n```{publications}\n```\n")
    assert bool(site.build().all(".vitae-entry summary")) is folded


def test_long_texts_are_put_into_a_page_when_it_is_written(site: Site) -> None:
    """Sphinx keeps what it has read in memory. It must know of formulas then, because only they load MathJax."""
    site.configure(vitae_pages={"publication": "works"})
    site.write("index.md", "# P\n```{publications}\n```\n")
    entry = (
        "@misc{{{}, author={{Huang, Guyue}}, title={{On {}}}, date={{2020}}, abstract={{Looms weave {}.}}}}\n"
    )
    entries = [entry.format("plain", "Cloth", "well"), entry.format("formula", "Numbers", "$x^2$")]
    site.write("references.bib", "".join(entries))
    built = site.build(doctrees="shared")
    read = {
        key: (site.folder / "_build" / "shared" / "works" / f"{key}.doctree") for key in ("plain", "formula")
    }
    assert b"Looms" not in read["plain"].read_bytes()
    assert b"Looms" in read["formula"].read_bytes()
    assert "mathjax" in built.text("works/formula.html").lower()
    assert "mathjax" not in built.text("works/plain.html").lower()
    for key, abstract in (("plain", "Looms weave well."), ("formula", "Looms weave x^2.")):
        text = site.build("text", doctrees="shared").text(f"works/{key}.txt")
        assert text.count(abstract) == 1, text
        assert text.count("@misc{") == 1
    index = built.text("searchindex.js")
    assert all(f'"{word}":' in index for word in ("loom", "weav"))

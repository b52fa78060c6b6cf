"""Numbers over several lists and pages, and which list links lead to."""

from __future__ import annotations

import pytest

from site_builder import Built, Site

PAGES = {
    "md": "# Page\n\n{}\n",
    "rst": "Page\n====\n\n{}\n",
}
HOME = "# Home\n\n```{toctree}\nfirst\nall\n```\n"
KEYS = ".vitae-key"


def directive(markup: str, *options: str, body: str = "") -> str:
    lines = [f":{option}" for option in options]
    if markup == "md":
        return "\n".join(["```{publications}", *lines, "", body, "```", ""])
    return "\n".join([".. publications::", *(f"   {line}" for line in lines), "", f"   {body}", ""])


@pytest.fixture(params=["md", "rst"])
def markup(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def lists(
    site: Site, markup: str, *directives: str, expect: tuple[str, ...] = (), builder: str = "html"
) -> Built:
    site.write(f"index.{markup}", PAGES[markup].format("\n\n".join(directives)))
    return site.build(builder, expect=expect)


def test_a_list_that_counts_up_continues_the_one_before(site: Site, markup: str) -> None:
    built = lists(
        site,
        markup,
        directive(markup, "number: ascending", "start: 4", "type: conference", "prefix: C"),
        directive(markup, "selected:"),
        directive(markup, "number: ascending", "start: continue", "type: journal", "prefix: J"),
    )
    assert built.texts(KEYS) == ["C4", "C5", "J6"]
    assert [tag["value"] for tag in built.all("li[value]")] == ["4", "5", "6"]


def test_lists_that_count_down_do_so_through_all_that_continue_each_other(site: Site, markup: str) -> None:
    built = lists(
        site,
        markup,
        directive(markup, "number: descending", "type: journal"),
        directive(markup, "number: descending", "start: continue", "type: conference", "group-by: year"),
        directive(markup, "number: descending", "year: 2023"),
    )
    assert built.texts(KEYS) == ["3", "2", "1", "1"]


def test_numbers_are_the_same_in_print_and_in_plain_text(site: Site, markup: str) -> None:
    directives = (
        directive(markup, "number: descending", "type: journal", "prefix: J", "start: 12"),
        directive(markup, "number: descending", "type: conference", "prefix: C", "start: continue"),
    )
    assert lists(site, markup, *directives).texts(KEYS) == ["J12", "C11", "C10"]
    tex = lists(site, markup, *directives, builder="latex").text("cv.tex")
    assert [part[: part.index("}")] for part in tex.split(r"\vitaeitem{")[1:]] == ["J12", "C11", "C10"]
    assert (
        tex.count(r"\begin{vitaelist}{J12}") == tex.count(r"\begin{vitaelist}") == 2
    )  # one width for the chain
    text = lists(site, markup, *directives, builder="text").text("index.txt")
    assert [line[: line.index("]") + 1] for line in text.splitlines() if line.startswith("[")] == [
        "[J12]",
        "[C11]",
        "[C10]",
    ]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            (),
            ("number: ascending", "start: continue"),
            "there is no numbered list before it on this page",
        ),
        (
            ("number: descending",),
            ("number: ascending", "start: continue"),
            "it cannot continue the previous list, whose numbers are descending",
        ),
        (
            (),
            ("number: descending", "start: 2"),
            "2 is too small to count down 3 entries; 3 was used",
        ),
        ((), ("number: ascending", "start: two"), "it must be a positive integer or 'continue', not 'two'"),
    ],
)
def test_what_cannot_be_counted_is_said_at_its_line(
    site: Site, markup: str, first: tuple[str, ...], second: tuple[str, ...], expected: str
) -> None:
    built = lists(site, markup, directive(markup, *first), directive(markup, *second), expect=(expected,))
    assert f"index.{markup}:" in built.warnings
    assert built.texts(KEYS)[-1] in {"1", "3"}


def test_works_keep_the_numbers_of_the_canonical_list_on_every_page(site: Site, markup: str) -> None:
    site.write("index.md", HOME)
    site.write(f"first.{markup}", PAGES[markup].format(directive(markup, "number: canonical", "selected:")))
    site.write(f"all.{markup}", PAGES[markup].format(directive(markup, "number: descending", "prefix: P")))
    built = site.build()
    assert built.texts(KEYS, "first.html") == ["P3"]
    assert built.one("li[value]", "first.html")["value"] == "3"
    tex = site.build("latex").text("cv.tex")
    assert tex.count(r"\vitaeitem{P3}") == 2
    assert "[P3] Guyue Huang" in site.build("text").text("first.txt")


def test_a_page_follows_when_the_canonical_list_is_renumbered(site: Site) -> None:
    site.write("index.md", HOME)
    site.write("first.md", PAGES["md"].format(directive("md", "number: canonical", "selected:", "prefix: N")))
    site.write("all.md", PAGES["md"].format(directive("md", "number: ascending")))
    assert site.build().texts(KEYS, "first.html") == ["N1"]
    site.replace("all.md", "ascending", "descending")
    built = site.build()
    assert built.texts(KEYS, "first.html") == ["N3"]
    assert "first" in built.written


def test_a_work_without_a_canonical_number_is_said(site: Site, markup: str) -> None:
    built = lists(
        site,
        markup,
        directive(markup, "number: canonical", "selected:"),
        expect=("'huang2023rmstc' has no number in the canonical list",),
    )
    assert "[vitae.number-missing]" in built.warnings
    assert not built.all(KEYS)


def test_links_lead_to_the_list_that_asks_for_them(site: Site, markup: str) -> None:
    site.write("index.md", HOME + "\n{pub}`huang2023rmstc`\n")
    site.write(f"all.{markup}", PAGES[markup].format(directive(markup)))
    site.write(f"first.{markup}", PAGES[markup].format(directive(markup, "selected:")))
    assert site.build().one("p > a.reference.internal")["href"] == "all.html#pub-huang2023rmstc"
    site.replace(
        f"first.{markup}",
        ":selected:",
        ":selected:\n   :canonical:" if markup == "rst" else ":selected:\n:canonical:",
    )
    assert site.build().one("p > a.reference.internal")["href"] == "first.html#pub-huang2023rmstc"


def test_a_caption_stands_above_the_list_and_is_what_references_print(site: Site) -> None:
    site.write(
        "index.md",
        "# Page\n\n{ref}`mine`\n\n"
        + directive("md", "caption: All *my* works", "name: mine", "group-by: year"),
    )
    built = site.build()
    assert built.one("p > a.reference.internal").get_text() == "All my works"
    assert built.one("p > a.reference.internal")["href"] == "#mine"
    assert built.one(".vitae-caption")["id"] == "mine"
    assert built.all("#mine-2023 h2")
    assert r"All \sphinxstyleemphasis{my} works" in site.build("latex").text("cv.tex")


NOTE = """# Page

:::{{note}}
{0}
:::

- a list

  {1}

:::{{list-table}}
* - a cell
  - {2}
:::

{0}
"""


@pytest.mark.parametrize("builder", ["html", "latex", "text", "singlehtml"])
def test_lists_stand_in_notes_items_and_cells_with_groups_and_without_doubled_ids(
    site: Site, builder: str
) -> None:
    listing = "```{publications}\n:group-by: year\n:number: descending\n```"
    indented = [listing.replace("\n", "\n" + " " * depth) for depth in (0, 2, 4)]
    site.configure(myst_enable_extensions=["colon_fence"])
    site.write("index.md", NOTE.format(*indented))
    built = site.build(builder)
    if builder == "latex":
        tex = built.text("cv.tex")
        assert tex.count(r"\begin{vitaelist}") == 12
        assert tex.count(r"\section{2023") == 1  # only the last stands where sections may
        return
    if builder == "text":
        assert built.text("index.txt").count("[3]") == 4
        return
    ids = [tag["id"] for tag in built.all("[id]")]
    assert len(ids) == len(set(ids))
    assert built.texts(KEYS) == ["3", "2", "1"] * 4
    assert len(built.all(".admonition .rubric")) == 3


def test_a_work_stands_on_ten_pages(site: Site) -> None:
    names = [f"p{n}" for n in range(10)]
    site.write("index.md", "# Home\n\n```{toctree}\n" + "\n".join(names) + "\n```\n")
    for name in names:
        site.write(f"{name}.md", f"# {name}\n\n{directive('md')}\n{directive('md', 'selected:')}\n")
    built = site.build(jobs=2)
    assert all(len(built.all("#pub-huang2023rmstc", f"{name}.html")) == 1 for name in names)


def test_roles_print_the_tag_and_the_number_of_a_work(site: Site, markup: str) -> None:
    roles = (
        "{pub-tag}`huang2023rmstc` {pub-number}`huang2023rmstc` {vitae:pub-number}`this one <huang2021eda>`"
    )
    if markup == "rst":
        roles = roles.replace("{", ":").replace("}", ":")
    site.write("index.md", HOME)
    site.write(f"first.{markup}", PAGES[markup].format(roles))
    site.write(f"all.{markup}", PAGES[markup].format(directive(markup, "number: descending", "prefix: P")))
    built = site.build()
    assert built.texts("article p a, .body p a", "first.html") == ["MICRO’23", "P3", "this one"]
    tex = site.build("latex").text("cv.tex")
    assert "MICRO’23" in tex
    assert "P3" in tex


def test_a_page_follows_when_a_number_that_it_names_changes(site: Site) -> None:
    site.write("index.md", HOME)
    site.write("first.md", "# Page\n\n{pub-number}`huang2023rmstc`\n")
    site.write("all.md", PAGES["md"].format(directive("md", "number: ascending")))
    assert site.build().texts(".body p a", "first.html") == ["1"]
    site.replace("all.md", "ascending", "descending")
    assert site.build().texts(".body p a", "first.html") == ["3"]


def test_a_number_that_no_list_gives_is_said(site: Site, markup: str) -> None:
    role = "{pub-number}`huang2023rmstc`" if markup == "md" else ":pub-number:`huang2023rmstc`"
    lists(
        site,
        markup,
        role,
        directive(markup),
        expect=("'huang2023rmstc' has no number in the canonical list",),
    )


def test_on_a_page_with_several_lists_ties_lead_to_the_canonical_one(site: Site, markup: str) -> None:
    talks = "```{talks}\n```\n" if markup == "md" else ".. talks::\n"
    body = (directive(markup, body="huang2023rmstc"), directive(markup, "canonical:"), talks)
    site.write(f"index.{markup}", PAGES[markup].format("\n".join(body)))
    built = site.build()
    assert built.one("#talk-tvmcon .vitae-note a")["href"] == "#pub-huang2023rmstc-2"
    assert r"\detokenize{index:pub-huang2023rmstc-2}" in site.build("latex").text("cv.tex")

"""Lists on a page: what is printed, in Markdown and in reStructuredText."""

from __future__ import annotations

from typing import Any

import pytest

from site_builder import Site


def markdown(name: str, argument: str = "", body: str = "", **options: str) -> str:
    lines = [f":{option.replace('_', '-')}: {value}" for option, value in options.items()]
    return "\n".join(
        ["# Page", "", f"```{{{name}}} {argument}", *lines, *([""] if body else []), body, "```", ""]
    )


def restructured(name: str, argument: str = "", body: str = "", **options: str) -> str:
    lines = [f"   :{option.replace('_', '-')}: {value}" for option, value in options.items()]
    keys = [f"   {line}" for line in body.splitlines()]
    return "\n".join(["Page", "====", "", f".. {name}:: {argument}", *lines, "", *keys, ""])


@pytest.fixture(params=["md", "rst"])
def page(request: pytest.FixtureRequest, site: Site) -> Any:
    """Builds a site of one page with one directive on it, in either markup."""

    def build(
        name: str, argument: str = "", body: str = "", expect: tuple[str, ...] = (), **options: str
    ) -> Any:
        write = markdown if request.param == "md" else restructured
        site.write(f"index.{request.param}", write(name, argument, body, **options))
        return site.build(expect=expect)

    return build


TITLES = ".vitae-entry > .vitae-title"
RMSTC = "RM-STC: A Sparse Tensor Core"
SURVEY = "Machine learning for circuits: a survey"
DASPMM = "Heuristic adaptability"


def test_publications_stand_newest_first_with_names_venue_and_links(page: Any) -> None:
    built = page("publications")
    assert built.texts(TITLES) == [RMSTC, DASPMM, SURVEY]
    assert built.texts(".vitae-names") == [
        "Guyue Huang, Zhengyang Wang",
        "Guohao Dai, Guyue Huang, Jiayi Huang",
        "G. Huang, Jingbo Hu, et al.",
    ]
    assert built.texts(".vitae-venue") == [
        "Symposium on Microarchitecture, 2023",
        "Design Automation Conference, 2022",
        "ACM TODAES 26(5):1–46, 2021",
    ]
    assert (
        built.one("#pub-huang2023rmstc .vitae-source > a")["href"]
        == "https://doi.org/10.1145/3613424.3623775"
    )


def test_the_owner_is_emphasised_also_as_an_initial_but_never_a_namesake(page: Any) -> None:
    built = page("publications")
    assert built.texts("strong.vitae-me") == ["Guyue Huang", "Guyue Huang", "G. Huang"]


@pytest.mark.parametrize(
    ("options", "titles"),
    [
        ({"type": "journal"}, [SURVEY]),
        ({"type": "-journal"}, [RMSTC, DASPMM]),
        ({"type": "inproceedings"}, [RMSTC, DASPMM]),
        ({"year": "2022"}, [DASPMM]),
        ({"year": "2022.."}, [RMSTC, DASPMM]),
        ({"year": "2021-2022"}, [DASPMM, SURVEY]),
        ({"year": "last 4"}, [RMSTC]),
        ({"keywords": "survey"}, [SURVEY]),
        ({"keywords": "hardware & sparsity"}, [RMSTC]),
        ({"selected": ""}, [RMSTC]),
        ({"exclude": "huang2023rmstc, dai2022daspmm"}, [SURVEY]),
        ({"bibfile": "references.bib"}, [RMSTC, DASPMM, SURVEY]),
        ({"limit": "1"}, [RMSTC]),
        ({"sort": "title"}, [DASPMM, SURVEY, RMSTC]),
        ({"sort": "date"}, [SURVEY, DASPMM, RMSTC]),
        ({"body": "huang2021eda\nhuang2023rmstc"}, [SURVEY, RMSTC]),
        ({"body": "huang2021eda\nhuang2023rmstc", "sort": "-date"}, [RMSTC, SURVEY]),
    ],
)
def test_an_option_selects_and_orders(page: Any, options: dict[str, str], titles: list[str]) -> None:
    assert page("publications", **options).texts(TITLES) == titles


def test_numbers_go_down_over_groups_and_groups_are_sections(page: Any) -> None:
    built = page("publications", group_by="year", number="descending", prefix="P")
    assert built.texts("section.vitae-by-year > h2") == ["2023 1 paper¶", "2022 1 paper¶", "2021 1 paper¶"]
    assert [section["id"] for section in built.all("section.vitae-by-year")] == [
        "publications-2023",
        "publications-2022",
        "publications-2021",
    ]
    assert built.texts(".vitae-key") == ["P3", "P2", "P1"]
    assert [entry["value"] for entry in built.all(".vitae-entry")] == ["3", "2", "1"]


def test_groups_nest_and_types_have_an_order_of_their_own(page: Any) -> None:
    built = page("publications", group_by="type, year")
    assert built.texts("section.vitae-group > h2") == [
        "Journal articles 1 paper¶",
        "Conference papers 2 papers¶",
    ]
    headings = built.texts("section > section > section > h3")
    assert [heading.split()[0] for heading in headings] == ["2021", "2023", "2022"]


@pytest.mark.parametrize(("count", "links"), [(9, 0), (10, 2)])
def test_a_list_of_more_than_nine_has_links_to_its_groups(site: Site, count: int, links: int) -> None:
    entry = "@misc{k%d, title={T%d}, author={Huang, Guyue}, year=%d}\n"
    site.write("references.bib", "".join(entry % (n, n, 2020 + n % 2) for n in range(count)))
    site.write("index.md", "# P\n\n```{publications}\n:group-by: year\n```\n")
    assert len(site.build().all(".vitae-bar a")) == links


def test_numbers_go_up(page: Any) -> None:
    assert page("publications", number="ascending").texts(".vitae-key") == ["1", "2", "3"]


def test_tags_lead_to_the_publisher(page: Any) -> None:
    built = page("publications", layout="tagged", selected="")
    tag = built.one("a.vitae-key")
    assert tag.get_text() == "MICRO’23"
    assert tag["href"] == "https://doi.org/10.1145/3613424.3623775"
    assert tag["title"] == "Symposium on Microarchitecture"


def test_a_long_tag_may_break_before_its_year(page: Any, site: Site) -> None:
    site.replace("references.bib", "{MICRO}", "{SRC@MICRO}")
    tag = page("publications", layout="tagged", selected="").one("a.vitae-key")
    assert tag.decode_contents() == 'SRC@MICRO<wbr/><small class="vitae-tag-year">’23</small>'


def test_a_reference_is_one_paragraph(page: Any) -> None:
    built = page("publications", layout="reference", names="family-initials", selected="")
    assert built.texts(".vitae-paragraph") == [
        "Huang G., Wang Z. RM-STC: A Sparse Tensor Core. Symposium on Microarchitecture, 2023. DOI Talk: TVMCon"
    ]


def test_long_name_lists_are_shortened_around_the_owner(site: Site) -> None:
    site.write("index.md", "# P\n```{publications}\n:max-authors: 3\nmany\n```\n")
    site.replace(
        "references.bib",
        "@talk{tvmcon",
        "@misc{many, title={Many}, date=2020, author={A, A and B, B and C, C and D, D and Huang, Guyue and F, F and "
        "G, G and H, H}}\n@talk{tvmcon",
    )
    built = site.build()
    # Not one name alone is hidden, nor the owner, nor the last.
    assert built.texts(".vitae-names") == ["A A, B B, 2 more C C, D D, Guyue Huang, 2 more F F, G G, H H"]


def test_talks_awards_and_activities(site: Site) -> None:
    site.write(
        "index.md",
        "# P\n```{talks}\n```\n```{awards}\n```\n```{activities} position\n```\n```{publications}\n```\n",
    )
    built = site.build()
    talk = built.one("#talk-tvmcon")
    assert talk.select_one(".vitae-key").get_text() == "Mar 2023"
    assert talk.select_one(".vitae-venue").get_text() == "TVMCon, Online"
    assert [a["href"] for a in talk.select("a")] == ["https://example.org/video", "#pub-huang2023rmstc"]
    assert built.texts(".vitae-dated .vitae-title") == ["Best Paper Nominee", "Travel Grant", "Architect"]
    assert built.one("#award-travel .vitae-venue").get_text() == "MLSys"
    position = built.one("#activity-nvidia")
    assert position.select_one(".vitae-key").get_text() == "May 2024 – present"
    assert [item.get_text() for item in position.select("li")] == ["One thing", "Another thing"]
    assert position.select_one("p").get_text() == "I build things."


def test_a_tie_is_shown_at_both_ends(site: Site) -> None:
    site.write("index.md", "# P\n```{talks}\n```\n```{toctree}\npubs\n```\n")
    site.write("pubs.md", "# Q\n```{publications}\n```\n")
    built = site.build()
    assert built.one("#talk-tvmcon .vitae-note a")["href"] == "pubs.html#pub-huang2023rmstc"
    assert (
        built.one("#pub-huang2023rmstc .vitae-source a.internal", "pubs.html")["href"]
        == "index.html#talk-tvmcon"
    )


def test_an_award_of_a_publication_is_one_award(site: Site) -> None:
    site.write("index.md", "# P\n```{awards}\n```\n```{publications}\n```\n")
    site.replace(
        "references.bib",
        "@award{travel,",
        "@award{nominee, title={Best paper nominee}, date={2022}, related={dai2022daspmm}}\n@award{travel,",
    )
    built = site.build()
    assert built.texts(".vitae-dated .vitae-title") == ["Best paper nominee", "Travel Grant"]
    assert built.texts(".vitae-award") == ["Best paper nominee"]
    assert built.one(".vitae-award a")["href"] == "#award-nominee"


def test_several_lists_of_the_same_work_have_no_id_twice(page: Any, site: Site) -> None:
    site.write("other.md", "---\norphan: true\n---\n# O\n```{publications}\n```\n\n```{publications}\n```\n")
    page("publications")
    built = site.build()
    ids = [tag["id"] for tag in built.all("[id]", "other.html")]
    assert len(ids) == len(set(ids))
    assert ids.count("pub-huang2021eda") == 1


def test_a_list_in_a_note_has_rubrics_for_headings(site: Site) -> None:
    site.write("index.md", "# P\n````{note}\n```{publications}\n:group-by: year\n```\n````\n")
    built = site.build()
    assert built.texts(".note .rubric") == ["2023", "2022", "2021"]
    assert built.texts(".note .vitae-title") == [RMSTC, DASPMM, SURVEY]
    assert not built.all("section section")


def test_an_empty_list_says_what_it_was_told_to_say(page: Any) -> None:
    assert page("publications", year="1999", empty="Nothing *yet*.").texts(".vitae-empty em") == ["yet"]


def test_a_list_by_time_may_be_empty(page: Any) -> None:
    assert not page("talks", when="upcoming").all(".vitae-list")


def test_time_is_measured_from_the_day_of_the_configuration(site: Site) -> None:
    site.write(
        "index.md", "# P\n```{activities} position\n:when: current\n```\n\n```{talks}\n:when: past\n```\n"
    )
    assert site.build().texts(".vitae-title") == ["Architect", "Pipelining in compilers"]
    site.configure(vitae_today="2023-01-01")
    assert site.build().texts(".vitae-title") == []


def test_math_markup_and_html_of_a_title_are_printed_as_what_they_are(site: Site) -> None:
    site.write("index.md", "# P\n```{publications}\nodd\n```\n")
    site.replace(
        "references.bib",
        "@talk{tvmcon",
        '@misc{odd, title={On $x<y$, \\emph{in vivo} and <script>alert(1)</script> {\\"o}}, date=2020}\n@talk{tvmcon',
    )
    built = site.build()
    title = built.one(".vitae-entry > .vitae-title")
    assert title.select_one("em").get_text() == "in vivo"
    assert "x<y" in title.select_one(".math").get_text()
    assert "<script>alert(1)</script> ö" in title.get_text()
    assert not title.select("script")


@pytest.mark.parametrize("options", ["", ":group-by: year\n"])
def test_a_label_before_a_list_and_a_name_of_it_lead_to_it(site: Site, options: str) -> None:
    site.write(
        "index.md",
        f"# P\n[a](#before), [b](#given)\n\n(before)=\n```{{publications}}\n:name: given\n{options}```\n",
    )
    built = site.build()
    ids = [str(a["href"]).removeprefix("#") for a in built.all("p > a.internal")]
    assert len(ids) == 2
    for id_ in ids:
        assert built.one(f"[id='{id_}']").find_next("li")


def test_tagged_lists_show_their_numbers(page: Any) -> None:
    built = page("publications", layout="tagged", number="descending", selected="")
    assert built.texts(".vitae-number") == ["1"]


def test_annotations_decide_between_two_of_one_name(site: Site) -> None:
    site.write("index.md", "# P\n```{publications}\nzed\n```\n")
    site.replace(
        "references.bib",
        "@talk{tvmcon",
        "@misc{zed, title={Z}, date=2020, author={Huang, Guyue and Huang, G.}, author+an={2=me}}\n@talk{tvmcon",
    )
    assert site.build().texts("strong.vitae-me") == ["G. Huang"]


def test_no_link_stands_in_a_link(site: Site) -> None:
    site.write("index.md", "# P\n```{publications}\n```\n```{awards}\n```\n```{talks}\n```\n")
    site.replace("references.bib", "{Best Paper Nominee}", r"{\href{https://example.org}{Best} Paper}")
    site.replace("references.bib", "{RM-STC}: A Sparse", r"\href{https://example.org}{RM-STC}: A Sparse")
    built = site.build()
    assert built.one(".vitae-award").get_text() == "Best Paper"
    assert not built.all("a a")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x"])
def test_an_author_cannot_run_script(site: Site, url: str) -> None:
    site.write("index.md", "# P\n```{publications}\nevil\n```\n")
    evil = f'@misc{{evil, title={{E}}, author={{Doe, Jane}}, author+an:url={{1="{url}"}}}}\n@talk{{tvmcon'
    site.configure(suppress_warnings=["vitae.link-refused", "vitae.owner-absent"])
    site.replace("references.bib", "@talk{tvmcon", evil)
    built = site.build()
    assert built.one(".vitae-names").get_text() == "Jane Doe"
    assert not built.all(".vitae-names a")


def test_year_headings_stand_above_what_has_a_date_or_tag_of_its_own(site: Site) -> None:
    site.write(
        "index.md",
        "# P\n```{awards}\n:group-by: year\n```\n```{publications}\n:group-by: year\n:layout: tagged\n```\n"
        "```{publications}\n:group-by: year\n```\n",
    )
    built = site.build()
    beside = [bool("vitae-by-year" in section["class"]) for section in built.all("section.vitae-group")]
    assert beside == [False, False, False, False, True, True, True]


@pytest.mark.parametrize(("hidden", "beside"), [("links", False), ("tag", True)])
def test_years_hang_beside_compact_entries_only_where_no_tag_does(
    page: Any, hidden: str, beside: bool
) -> None:
    built = page("publications", group_by="year", layout="compact", hide=hidden, selected="")
    assert bool(built.all(".vitae-by-year")) is beside


@pytest.mark.parametrize(("builder", "name"), [("text", "index.txt"), ("latex", "cv.tex")])
def test_how_many_more_there_are_is_not_said_of_an_open_list(site: Site, builder: str, name: str) -> None:
    names = "Huang, Guyue and Ade, A. and Bee, B. and Cee, C. and Dee, D."
    site.write(
        "references.bib",
        f"@article{{open, author = {{{names} and others}}, title = {{Open}}, date = 2020, journaltitle = {{J}}}}\n"
        f"@article{{whole, author = {{{names}}}, title = {{Whole}}, date = 2020, journaltitle = {{J}}}}\n",
    )
    site.write("index.md", "# P\n\n```{publications}\n:max-authors: 2\n```\n")
    text = site.build(builder).text(name)
    assert text.count("and 3 more") == 1
    assert "D. Dee, et al.." in text or "D. Dee, et al." in text

"""Talks, awards and activities: everything an entry says, once each; titles with their occasions."""

from __future__ import annotations

import re
from typing import Any

import pytest

from site_builder import Built, Site

MORE = r"""
@talk{mit, title={Sparse $O(n)$ systems}, type={invited}, eventtitle={Systems Seminar}, organization={MIT}, date={2025-05-17}, slides={https://example.org/slides}, video={https://example.org/mit}, related={huang2023rmstc}, author={Huang, Guyue and Doe, Jane}, note={In person}, abstract={We speak of \emph{speed}.

And of more.}}
@talk{eth, title={Sparse $O(n)$ systems}, organization={ETH}, location={Zürich}, date={2025-03}, slides={https://example.org/slides}, related={huang2023rmstc}}
@talk{range, title={A tutorial}, type={tutorial}, eventtitle={ISCA}, eventurl={https://example.org/isca}, date={2024-06-29/2024-07-02}, abstract={Hands on.}, keywords={GPU, sparsity}, annotation={Full house}}

@award{travel21, title={Travel Grant}, organization={MLSys}, date={2021}}
@award{fellow23, title={Fellowship}, organization={IBM}, amount={\$20,000}, date={2023}, author={Doe, Jane}, abstract={For speed.}}
@award{fellow20, title={Fellowship}, organization={Adobe}, date={2020}, website={https://example.org/adobe}}

@teaching{ml24, title={ML systems}, number={CS 528}, role={Instructor}, organization={UMass}, date={2024-23}, url={https://example.org/528}}
@teaching{ml23, title={ML systems}, number={CS 528}, role={Instructor}, organization={UMass}, date={2023-23}, url={https://example.org/528}}
@teaching{c25, title={Compilers}, role={Instructor}, organization={UMass}, date={2025-21}, note={45 students}}
@teaching{c21, title={Compilers}, role={Teaching assistant}, organization={UCSB}, date={2021-21}}
@service{pc25, title={Program committee}, eventtitle={ISCA}, date={2025}}
@service{pc24, title={Program committee}, eventtitle={ISCA}, date={2024}}

@grant{career, title={Adaptive systems}, type={CAREER}, role={PI}, number={CNS-1}, amount={\$598,000}, organization={NSF}, eventtitle={Panel}, location={Alexandria}, date={2024-02/2029-01}, status={active}, note={With thanks}, author={Doe, Jane}, url={https://example.org/nsf}, related={huang2023rmstc, nvidia}, keywords={edge}, annotation={Remember},
abstract={First \emph{paragraph}.

Second $x<y$.
\begin{itemize}
\item One \href{https://example.org/one}{link}
  \begin{itemize}
  \item Nested a
  \item Nested b
  \end{itemize}
\item Two
\end{itemize}
And \cite{huang2021eda}.}}
"""


@pytest.fixture
def more(site: Site) -> Site:
    site.write("references.bib", (site.folder / "references.bib").read_text("utf-8") + MORE)
    return site


@pytest.fixture(params=["md", "rst"])
def build(request: pytest.FixtureRequest, more: Site) -> Any:
    """Builds a site of one page with one list, in either markup."""

    def build(directive: str, *options: str, builder: str = "html", expect: tuple[str, ...] = ()) -> Built:
        more.write_list(request.param, directive, *options)
        return more.build(builder, expect=expect)

    return build


def words(tag: Any) -> str:
    return " ".join(tag.get_text(" ").split()).replace(" ,", ",")


def plain(built: Built) -> str:
    return " ".join(built.text("index.txt").split())


# Talks ---------------------------------------------------------------------------------------------


def test_a_talk_says_all_that_it_has(build: Any) -> None:
    built = build("talks")
    assert words(built.one("#talk-mit")) == (
        "17 May 2025 Sparse \\(O(n)\\) systems Guyue Huang, Jane Doe Invited: Systems Seminar, MIT Slides Video "
        "Abstract We speak of speed . And of more. on RM-STC: A Sparse Tensor Core In person"
    )
    assert [p.get_text() for p in built.all("#talk-mit details p")] == ["We speak of speed.", "And of more."]
    assert built.one("#talk-mit .vitae-venue em").get_text() == "Systems Seminar"
    assert (
        words(built.one("#talk-range"))
        == "29 Jun – 2 Jul 2024 A tutorial Tutorial: ISCA Event Abstract Hands on."
    )
    assert built.one("#talk-range time")["datetime"] == "2024-06-29"
    assert words(built.one("#talk-eth .vitae-venue")) == "ETH, Zürich"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([":hide: abstract"], "Tutorial: ISCA Event"),
        ([":hide: links"], "Tutorial: ISCA Abstract Hands on."),
        ([":hide: venue, links"], "Tutorial Abstract Hands on."),
        (
            [":hide: abstract", ":show: keywords, annotation"],
            "Tutorial: ISCA Event Full house Keywords: GPU, sparsity",
        ),
    ],
)
def test_parts_of_a_talk_are_shown_and_hidden(build: Any, options: list[str], said: str) -> None:
    built = build("talks", *options)
    assert words(built.one("#talk-range")) == f"29 Jun – 2 Jul 2024 A tutorial {said}"
    if "related" not in " ".join(options):
        assert "RM-STC" in words(built.one("#talk-mit"))


def test_what_a_talk_is_about_is_hidden(build: Any) -> None:
    assert "RM-STC" not in words(build("talks", ":hide: related").one("#talk-mit"))


def test_a_talk_given_several_times_is_printed_once_unless_the_list_groups_or_counts(build: Any) -> None:
    printed = build("talks", builder="latex").text("cv.tex")
    assert printed == build("talks", ":group-by: title", builder="latex").text("cv.tex")
    for options in ([":group-by: none"], [":number: descending"]):
        tex = build("talks", *options, builder="latex").text("cv.tex")
        assert tex.count("Sparse \\(O(n)\\) systems") == 2


def test_a_talk_in_print(build: Any) -> None:
    tex = build("talks", ":group-by: none", builder="latex").text("cv.tex")
    assert (
        r"\begin{vitaeentry}{Sparse \(O(n)\) systems}{17 May 2025}{\textup{\vitaewhere{Invited: Systems Seminar, MIT}, "
        r"\vitaenote{on~\emph{RM-STC: A Sparse Tensor Core}}\vitaelinks{\vitaelink{https://example.org/slides}{Slides}"
    ) in tex
    assert "\\vitaeme{Guyue Huang}, Jane Doe\\par\n\\vitaenote{In person}\\par" in tex
    assert "Hands on" not in tex
    assert "We speak of \\emph{speed}.\\par\nAnd of more.\\par" in build(
        "talks", ":group-by: none", ":show: abstract", builder="latex"
    ).text("cv.tex")


def test_a_talk_in_plain_text(build: Any) -> None:
    text = plain(build("talks", builder="text"))
    assert (
        "Guyue Huang, Jane Doe. Invited: Systems Seminar, MIT, 17 May 2025. In person. On RM-STC: A Sparse Tensor Core. "
        "https://example.org/slides https://example.org/mit"
    ) in text


def test_a_talk_given_several_times_stands_once_with_its_occasions(build: Any) -> None:
    built = build("talks", ":group-by: title")
    entries = built.all(".vitae-by-title > .vitae-entry")
    assert [entry.select_one(".vitae-title").get_text() for entry in entries] == [
        "Sparse \\(O(n)\\) systems",
        "A tutorial",
        "Pipelining in compilers",
    ]
    # What all occasions share is said once, above them.
    assert words(entries[0]) == (
        "Sparse \\(O(n)\\) systems Slides on RM-STC: A Sparse Tensor Core "
        "17 May 2025 Guyue Huang, Jane Doe Invited: Systems Seminar, MIT Video Abstract We speak of speed . And of more. "
        "In person Mar 2025 ETH, Zürich"
    )
    occasions = entries[0].select(".vitae-occasions > .vitae-entry")
    assert [occasion["id"] for occasion in occasions] == ["talk-mit", "talk-eth"]
    assert words(entries[1]) == "A tutorial 29 Jun – 2 Jul 2024 Tutorial: ISCA Event Abstract Hands on."
    assert not built.all("section section")


def test_links_lead_to_the_occasion(more: Site) -> None:
    more.write("index.md", "# P\n{talk}`eth`\n\n```{talks}\n:group-by: title\n```\n```{publications}\n```\n")
    built = more.build()
    assert built.one("p > a.internal")["href"] == "#talk-eth"
    assert "#talk-mit" in {a["href"] for a in built.all("#pub-huang2023rmstc a.internal")}
    built = more.build("singlehtml")
    assert len(built.all("#talk-eth")) == 1


def test_occasions_are_numbered_each(build: Any) -> None:
    built = build("talks", ":group-by: title", ":number: descending", ":prefix: T")
    assert [words(occasion) for occasion in built.all(".vitae-occasions > .vitae-entry")][1:] == [
        "T3 ETH, Zürich, Mar 2025",
        "T2 Tutorial: ISCA, 29 Jun – 2 Jul 2024 Event Abstract Hands on.",
        "T1 TVMCon, Online, Mar 2023 Video on RM-STC: A Sparse Tensor Core",
    ]
    assert [item["value"] for item in built.all("ol.vitae-occasions > li")] == ["4", "3", "2", "1"]
    assert not built.all("ol.vitae-by-title")


def test_occasions_in_print(build: Any) -> None:
    tex = build("talks", ":group-by: title", builder="latex").text("cv.tex")
    entry = tex[tex.index(r"\begin{vitaeentry}{Sparse") : tex.index(r"\begin{vitaeentry}{A tutorial}")]
    assert entry.count("Sparse \\(O(n)\\) systems") == 1
    assert entry.count("https://example.org/slides") == 1
    assert entry.count("RM-STC") == 1
    assert re.search(
        r"\\vitaerow\{17 May 2025\}\{[^\n]*talk-mit[^\n]*\}\\vitaewhere\{Invited: Systems Seminar, MIT\}"
        r"\\vitaelinks\{\\vitaelink\{https://example.org/mit\}\{Video\}\}",
        entry,
    )
    assert re.search(r"\\vitaerow\{Mar 2025\}\{[^\n]*talk-eth[^\n]*\}\\vitaewhere\{ETH, Zürich\}", entry)
    # Given once, it looks like any other talk.
    assert r"\begin{vitaeentry}{A tutorial}{29 Jun – 2 Jul 2024}{\textup{\vitaewhere{Tutorial: ISCA}" in tex


def test_occasions_in_plain_text(build: Any) -> None:
    lines = [
        " ".join(block.split())
        for block in build("talks", ":group-by: title", builder="text").text("index.txt").split("\n\n")
    ]
    assert lines[1:4] == [
        "Sparse O(n) systems. On RM-STC: A Sparse Tensor Core. https://example.org/slides",
        "Guyue Huang, Jane Doe. Invited: Systems Seminar, MIT, 17 May 2025. In person. https://example.org/mit",
        "ETH, Zürich, March 2025.",
    ]


def test_titles_within_groups(build: Any) -> None:
    built = build("talks", ":group-by: year, title")
    assert [heading.split()[0] for heading in built.texts("section.vitae-group > h2")] == [
        "2025",
        "2024",
        "2023",
    ]
    assert [len(listing.select(".vitae-occasions > li")) for listing in built.all(".vitae-by-title")] == [
        2,
        1,
        1,
    ]


def test_works_of_one_title_are_works_of_their_own(build: Any) -> None:
    built = build("publications", ":group-by: title")
    assert len(built.all("section.vitae-group")) == 3
    assert not built.all(".vitae-occasions")


@pytest.mark.parametrize("builder", ["html", "latex"])
def test_a_template_that_fails_leaves_the_occasions_one_by_one(more: Site, builder: str) -> None:
    more.configure(templates_path=["own"])
    ending = {"html": "html", "latex": "tex"}[builder]
    mistake = {"html": "{{ nothing }}", "latex": "<%= nothing %>"}[builder]
    more.write(f"own/vitae/{builder}/occasions-talk.{ending}.jinja", mistake)
    more.write("index.md", "# P\n```{talks}\n:group-by: title\n:year: 2025\n```\n")
    built = more.build(builder, expect=("the template for occasions of 'talk' failed",))
    page = built.text({"html": "index.html", "latex": "cv.tex"}[builder])
    assert "Systems Seminar" in page
    assert "ETH" in page


# Awards --------------------------------------------------------------------------------------------


def test_an_award_says_all_that_it_has(build: Any) -> None:
    built = build("awards")
    assert words(built.one("#award-fellow23")) == "2023 Fellowship, Jane Doe, IBM, $20,000 For speed."
    assert words(built.one("#award-fellow20")) == "2020 Fellowship, Adobe Website"
    nominee = built.one("li:-soup-contains('Best Paper Nominee')")
    assert (
        words(nominee) == "2022 Best Paper Nominee, Design Automation Conference for Heuristic adaptability"
    )


def test_an_award_in_print_and_in_plain_text(build: Any) -> None:
    tex = build("awards", builder="latex").text("cv.tex")
    assert "\\textbf{Fellowship}, \\vitaenote{Jane Doe, IBM, \\$20,000}\\par\nFor speed.\\par" in tex
    assert (
        r"\textbf{Best Paper Nominee}, \vitaenote{Design Automation Conference, for~\emph{Heuristic adaptability}}"
        in tex
    )
    assert (
        r"\textbf{Fellowship}, \vitaenote{Adobe} \vitaelinks{\vitaelink{https://example.org/adobe}{Website}}"
        in tex
    )
    text = plain(build("awards", builder="text"))
    assert "Fellowship, Jane Doe, IBM, $20,000, 2023. For speed." in text
    assert "Fellowship, Adobe, 2020. https://example.org/adobe" in text


def test_an_award_won_again_stands_once_with_its_years(build: Any) -> None:
    built = build("awards", ":group-by: title")
    assert [words(entry) for entry in built.all(".vitae-by-title > .vitae-entry")] == [
        "Fellowship 2023 Jane Doe, IBM, $20,000 For speed. 2020 Adobe Website",
        "2022 Best Paper Nominee, Design Automation Conference for Heuristic adaptability",
        "2022, 2021 Travel Grant, MLSys",
    ]
    assert built.one("#award-travel21").get_text() == "2021"
    assert built.one("#award-travel").get_text() == "2022"
    tex = build("awards", ":group-by: title", builder="latex").text("cv.tex")
    assert re.search(
        r"\\vitaerow\{2022, 2021\}\{[^\n]*award-travel[^\n]*award-travel21[^\n]*\}\\textbf\{Travel Grant\}, \\vitaenote\{MLSys\}\n",
        tex,
    )
    assert len(re.findall("Fellowship", tex)) == 1
    text = plain(build("awards", ":group-by: title", builder="text"))
    assert "Travel Grant, MLSys, 2022, 2021." in text
    assert "Fellowship. Jane Doe, IBM, $20,000, 2023. For speed. Adobe, 2020." in text


@pytest.mark.parametrize(
    ("fields", "awards"),
    [
        ("award={Best Paper; Best Artifact}", ["Best Paper, S for Mine", "Best Artifact, S for Mine"]),
        ("award={Best Paper (of 300; top 1\\%)}", ["Best Paper (of 300; top 1%), S for Mine"]),
        ("award={Best Paper Award.}", ["Best Paper Award, S for Mine"]),
        (
            "award={Best Paper of 300}, award_name={Best Paper}",
            ["Best Paper, S for Mine Best Paper of 300"],
        ),
        ("award={true}", []),
    ],
)
def test_the_awards_of_a_work_are_awards_tied_to_it(more: Site, fields: str, awards: list[str]) -> None:
    entry = f"@inproceedings{{mine, author={{Huang, Guyue}}, title={{Mine}}, booktitle={{S}}, date={{2018}}, {fields}}}"
    more.replace("references.bib", "@talk{mit", f"{entry}\n@talk{{mit")
    more.write(
        "index.md", "# P\n```{awards}\n:year: 2018\n:empty: None.\n```\n```{publications}\nmine\n```\n"
    )
    built = more.build()
    assert [words(entry).removeprefix("2018 ") for entry in built.all(".vitae-dated > li")] == awards
    short = [award.split(",")[0] for award in awards]
    assert built.texts("#pub-mine .vitae-award") == short
    links = [str(a["href"]) for a in built.all("#pub-mine .vitae-award a")]
    ids = [f"#{entry['id']}" for entry in built.all(".vitae-dated > li")]
    assert links == ids
    assert all(a["href"] == "#pub-mine" for a in built.all(".vitae-dated a"))


def test_one_award_of_two_papers_is_two_unless_an_entry_ties_it_to_both(more: Site) -> None:
    papers = "".join(
        f"@inproceedings{{p{n}, author={{Huang, Guyue}}, title={{Paper {n}}}, booktitle={{S}}, date={{2018}}, award={{Best Paper}}}}\n"
        for n in (1, 2)
    )
    more.replace("references.bib", "@talk{mit", f"{papers}@talk{{mit")
    more.write("index.md", "# P\n```{awards}\n:year: 2018\n```\n")
    assert [words(entry) for entry in more.build().all(".vitae-entry")] == [
        "2018 Best Paper, S for Paper 1",
        "2018 Best Paper, S for Paper 2",
    ]
    more.replace(
        "references.bib",
        "@talk{mit",
        "@award{both, title={Best paper}, date={2018}, related={p1, p2}}\n@talk{mit",
    )
    assert [words(entry) for entry in more.build().all(".vitae-entry")] == [
        "2018 Best paper for Paper 1, Paper 2"
    ]


# Activities ----------------------------------------------------------------------------------------

GRANT = "Adaptive systems, Jane Doe, PI, CAREER, NSF, Panel, active, Alexandria, no. CNS-1, $598,000"


def test_an_activity_says_all_that_it_has_once(build: Any) -> None:
    built = build("activities grant")
    entry = built.one("#activity-career")
    assert words(entry) == (
        f"Feb 2024 – Jan 2029 {GRANT} With thanks First paragraph . Second \\(x<y\\) . "
        "One link Nested a Nested b Two And [Machine learning for circuits: a survey]. Link "
        "Papers: MICRO’23, Machine learning for circuits: a survey Position: Architect"
    )
    assert [p.get_text() for p in entry.select(".vitae-prose > p")][:2] == [
        "First paragraph.",
        "Second \\(x<y\\).",
    ]
    assert [item.get_text().split("\n")[0] for item in entry.select(".vitae-prose > ul > li")] == [
        "One link",
        "Two",
    ]
    assert [item.get_text() for item in entry.select(".vitae-prose > ul > li > ul > li")] == [
        "Nested a",
        "Nested b",
    ]
    assert entry.select_one(".vitae-prose a")["href"] == "https://example.org/one"


def test_an_activity_in_print(build: Any) -> None:
    tex = build("activities grant", builder="latex").text("cv.tex")
    head = "{Adaptive systems}{Feb 2024 – Jan 2029}{PI, CAREER, NSF, Panel, active, Alexandria, no.\u00a0CNS-1}{\\$598,000}"
    body = tex[tex.index(r"\begin{vitaeentry}" + head) :]
    for part in (
        "Jane Doe\\par\n\\vitaenote{With thanks}\\par",
        "First \\emph{paragraph}.\\par\nSecond \\(x<y\\).\\par",
        "\\item One \\href{https://example.org/one}{link}\\par\n\\begin{itemize}\n\\item Nested a\n\\item Nested b\n\\end{itemize}\n\\item Two",
        r"\vitaenote{Papers:~\emph{RM-STC: A Sparse Tensor Core}, \emph{Machine learning for circuits: a survey}; Position:~Architect}",
        r"\vitaelinks{\vitaelink{https://example.org/nsf}{Link}}",
    ):
        assert body.count(part) == 1, part


def test_keywords_of_an_activity_stand_in_print_with_what_it_is_tied_to(build: Any) -> None:
    tex = build("activities grant", ":show: keywords", builder="latex").text("cv.tex")
    assert tex.count(r"\vitaenote{Keywords: edge. Papers:~") == tex.count("Keywords") == 1
    alone = build("activities grant", ":show: keywords", ":hide: related", builder="latex").text("cv.tex")
    assert r"\vitaenote{Keywords: edge} \vitaelinks{\vitaelink{https://example.org/nsf}{Link}}" in alone


def test_an_activity_in_plain_text(build: Any) -> None:
    text = plain(build("activities grant", builder="text"))
    assert (
        f"{GRANT}, February 2024 – January 2029. With thanks. First paragraph. Second x<y. • One link" in text
    )
    assert "• Nested a • Nested b • Two And" in text
    assert (
        "Papers: RM-STC: A Sparse Tensor Core, Machine learning for circuits: a survey. Position: Architect. "
        "https://example.org/nsf"
    ) in text


@pytest.mark.parametrize("builder", ["html", "latex", "text"])
@pytest.mark.parametrize(
    ("options", "there", "gone"),
    [
        ([":hide: abstract"], ["NSF", "active"], ["First", "Nested"]),
        ([":hide: venue"], ["CAREER", "Nested"], ["NSF", "Alexandria", "Panel"]),
        ([":hide: status, related, links"], ["NSF", "Nested"], ["active", "Papers", "example.org/nsf"]),
        ([], ["NSF"], ["Remember", "edge"]),
        ([":show: annotation, keywords"], ["Remember", "edge"], []),
    ],
)
def test_parts_of_an_activity_are_shown_and_hidden(
    build: Any, builder: str, options: list[str], there: list[str], gone: list[str]
) -> None:
    built = build("activities grant", *options, builder=builder)
    if builder == "html":
        page = built.one("#activity-career").decode()
    elif builder == "latex":
        tex = built.text("cv.tex")
        page = tex[tex.index(r"\begin{vitaeentry}") : tex.index(r"\end{vitaeentry}")]
    else:
        page = plain(built)
    assert [word for word in there if word not in page] == []
    assert [word for word in gone if word in page] == []


def test_courses_given_again_stand_once(build: Any) -> None:
    built = build("activities teaching", ":group-by: title")
    assert [words(entry) for entry in built.all(".vitae-by-title > .vitae-entry")] == [
        "Compilers Spring 2025 Instructor, UMass 45 students Spring 2021 Teaching assistant, UCSB",
        "Autumn 2024, Autumn 2023 ML systems CS 528, Instructor, UMass Link",
    ]
    tex = build("activities teaching", ":group-by: title", builder="latex").text("cv.tex")
    assert r"\begin{vitaeentry}{ML systems CS 528}{Autumn 2024, Autumn 2023}{Instructor, UMass}{}{" in tex
    assert r"\vitaenote{Instructor, UMass. \vitaenote{45 students}}" in tex
    text = plain(build("activities teaching", ":group-by: title", builder="text"))
    assert (
        "Compilers. Instructor, UMass, Spring 2025. 45 students. Teaching assistant, UCSB, Spring 2021."
        in text
    )
    assert "ML systems CS 528, Instructor, UMass, Autumn 2024, Autumn 2023. https://example.org/528" in text


def test_service_of_several_years_is_one_row(build: Any) -> None:
    tex = build("activities service", ":group-by: title", builder="latex").text("cv.tex")
    assert re.search(
        r"\\vitaerow\{2025, 2024\}\{[^\n]*\}\\textbf\{Program committee\}, \\vitaenote\{ISCA\}\n", tex
    )


def test_the_owner_alone_is_not_named_and_others_are(more: Site) -> None:
    more.replace("references.bib", "@talk{range, ", "@talk{range, author={Huang, Guyue}, ")
    more.write("index.md", "# P\n```{talks}\n```\n")
    assert "Huang" not in words(more.build().one("#talk-range"))
    more.configure(vitae_owner=["Huang, Guyue", "Doe, Jane"])
    assert "Guyue Huang" in words(more.build().one("#talk-range"))


def test_a_label_of_a_list_is_set_once_in_print(more: Site) -> None:
    more.write("index.md", "# P\n[t](#mine) [p](#before)\n\n(before)=\n```{talks}\n:name: mine\n```\n")
    tex = more.build("latex").text("cv.tex")
    assert tex.count(r"\label{\detokenize{index:mine}}") == 1
    assert tex.count(r"\label{\detokenize{index:before}}") == 1


@pytest.mark.parametrize("options", [[], [":group-by: title"]])
def test_a_talk_of_which_little_is_known_leaves_no_empty_line(
    build: Any, more: Site, options: list[str]
) -> None:
    bare = "@talk{bare, title={Bare}, date={2019}}\n@talk{again, title={Bare}, date={2018}}\n"
    more.replace("references.bib", "@talk{mit", f"{bare}@talk{{mit")
    tex = build("talks", ":year: ..2019", *options, builder="latex").text("cv.tex")
    assert re.search(r"\\begin\{vitaeentry\}\{Bare\}\{(2019)?\}\{\}\{\}", tex)
    html = build("talks", ":year: ..2019", *options)
    assert not [tag for tag in html.all(".vitae-source, .vitae-note") if not tag.get_text().strip()]

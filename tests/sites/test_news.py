"""News: sentences written by hand, and those that entries make by themselves."""

from __future__ import annotations

from typing import Any

import pytest

from declared import words
from site_builder import Site
from sphinx_vitae.model import ACTIVITIES

NEWS = r"""
@news{joined, title={I joined NVIDIA, see \cite{tvmcon}.}, date={2024-05}}
@news{byhand, title={RM-STC is out!}, date={2023-10-28}, related={huang2023rmstc}}
@inproceedings{future, title={On to come}, author={Huang, Guyue}, booktitle={ISCA}, abbr={ISCA}, date={2026-06}, pubstate={forthcoming}, doi={10.1000/future}}
@misc{pre, title={A preprint}, author={Huang, Guyue}, eprint={2501.00001}, eprinttype={arxiv}, date={2025-01}}
@article{review, title={Not out yet}, author={Huang, Guyue}, journaltitle={J}, date={2025-03}, pubstate={submitted}}
@talk{undated, title={Without a date}, eventtitle={Somewhere}}
@talk{key, title={The $O(n)$ of it}, type={keynote}, eventtitle={SysConf}, organization={MIT}, date={2026-02-17/2026-02-19}}
@talk{invited, title={Invited there}, type={invited}, venue={Room 1}, date={2025-02}, url={https://example.org/there}}
@grant{career, title={Adaptive systems}, organization={NSF}, amount={\$598,000}, date={2024-02/2029-01}}
@student{jane, title={PhD thesis}, author={Doe, Jane}, organization={UCSB}, date={2022}}
@award{best, title={Best Paper Award}, date={2023-11}, related={huang2023rmstc}}
"""
#: Kinds of entries that are announced: works and activities, except news.
KINDS = words(("publications", "talks", "awards", *sorted({*ACTIVITIES} - {"news"})))
JOINED = "I joined NVIDIA, see [TVMCon]."
LINES = ".vitae-list > .vitae-entry > div"


@pytest.fixture
def news(site: Site) -> Site:
    site.write("references.bib", (site.folder / "references.bib").read_text("utf-8") + NEWS)
    return site


@pytest.fixture(params=["md", "rst"])
def build(request: pytest.FixtureRequest, news: Site) -> Any:
    """Builds a site of one page of news, in either markup."""

    def build(*options: str, expect: tuple[str, ...] = (), builder: str = "html") -> Any:
        news.write_list(request.param, "news", *options)
        return news.build(builder, expect=expect)

    return build


def test_news_are_sentences_newest_first_with_their_dates(build: Any) -> None:
    built = build()
    assert built.texts(LINES) == ["I joined NVIDIA, see [TVMCon].", "RM-STC is out! Paper: MICRO’23"]
    assert built.texts(".vitae-key") == ["May 2024", "28 Oct 2023"]


SENTENCES = {
    "publications": [
        "To appear in ISCA’26: On to come.",
        "New preprint: A preprint.",
        "New paper in Design Automation Conference: Heuristic adaptability.",
        "New paper in ACM TODAES: Machine learning for circuits: a survey.",
    ],
    "talks": [
        "Keynote at SysConf, MIT: The \\(O(n)\\) of it.",
        "Invited talk at Room 1: Invited there.",
        "Talk at TVMCon: Pipelining in compilers.",
    ],
    "awards": [
        "Best Paper Award for RM-STC: A Sparse Tensor Core.",
        "Best Paper Nominee at Design Automation Conference for Heuristic adaptability.",
        "Travel Grant, MLSys.",
    ],
    "grant": ["Grant: Adaptive systems, NSF, $598,000."],
    "student": ["Student: PhD thesis, Jane Doe, UCSB."],
    "position": ["Position: Architect, NVIDIA."],
}


@pytest.mark.parametrize("kind", SENTENCES)
def test_each_kind_has_a_sentence_of_its_own(build: Any, kind: str) -> None:
    built = build(f":auto: {kind}", ":exclude: byhand, joined")
    # Without the hand-written news, the paper that it told of is announced too.
    more = ["New paper in MICRO’23: RM-STC: A Sparse Tensor Core."] if kind == "publications" else []
    lines = built.texts(LINES)
    assert sorted(lines) == sorted([*SENTENCES[kind], *more])


def test_what_is_told_by_hand_is_not_announced(build: Any) -> None:
    built = build(":auto: publications, awards")
    lines = " ".join(built.texts(LINES))
    assert "New paper in MICRO’23" not in lines
    assert lines.count("RM-STC is out!") == 1
    assert "Best Paper Award for RM-STC" in lines  # news of the paper are not news of its award


def test_what_is_told_by_hand_in_another_year_is_not_announced_either(build: Any, news: Site) -> None:
    news.replace("references.bib", "date={2023-10-28}", "date={2024-01}")
    lines = build(":auto: publications, talks", ":year: 2023", ":empty: None.", ":exclude: joined").texts(
        LINES
    )
    assert lines == ["Talk at TVMCon: Pipelining in compilers."]
    lines = build(":auto: publications, talks", ":year: 2024").texts(LINES)
    assert lines == [JOINED, "RM-STC is out! Paper: MICRO’23"]


def test_what_is_told_by_hand_is_announced_where_the_list_leaves_that_out(build: Any) -> None:
    lines = build(":auto: publications", ":keywords: sparsity").texts(LINES)
    assert lines == ["New paper in MICRO’23: RM-STC: A Sparse Tensor Core."]


def test_an_award_within_a_paper_is_told_by_news_that_name_it(news: Site) -> None:
    news.replace(
        "references.bib",
        "@news{joined",
        "@news{nominee, title={We are a best paper nominee at DAC}, date={2022-07}, related={dai2022daspmm}}\n@news{joined",
    )
    news.write("index.md", "# P\n```{news}\n:auto: awards\n:year: 2022\n```\n")
    assert [line.split(" Paper:")[0] for line in news.build().texts(LINES)] == [
        "We are a best paper nominee at DAC.",
        "Travel Grant, MLSys.",
    ]


def test_what_began_is_dated_by_its_beginning(build: Any) -> None:
    built = build(":auto: position, grant, talks", ":group-by: year", ":exclude: byhand")
    keys = built.texts(".vitae-key")
    assert keys == ["17 Feb 2026", "Feb 2025", "May 2024", "May 2024", "Feb 2024"]
    assert [heading.split()[0] for heading in built.texts("section.vitae-group > h2")] == [
        "2026", "2025", "2024",
    ]  # fmt: skip


def test_what_is_neither_dated_nor_out_is_not_announced(build: Any) -> None:
    lines = " ".join(build(":auto: publications, talks").texts(LINES))
    assert "Invited there" in lines
    assert "Not out yet" not in lines
    assert "Without a date" not in lines


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([":when: upcoming"], ["Keynote at SysConf", "To appear in ISCA"]),
        ([":limit: 1"], ["To appear in ISCA"]),
        ([":keywords: survey"], ["New paper in ACM TODAES"]),
        ([":type: keynote"], ["Keynote at SysConf"]),
        ([":exclude: future", ":limit: 1"], ["Keynote at SysConf"]),
    ],
)
def test_the_options_of_lists_work(build: Any, options: list[str], expected: list[str]) -> None:
    lines = build(":auto: publications, talks", *options).texts(LINES)
    assert len(lines) == len(expected)
    assert all(any(line.startswith(start) for line in lines) for start in expected)


def test_kinds_left_out_are_left_out_of_all(build: Any) -> None:
    lines = build(":auto: -publications, -awards, -position, -student").texts(LINES)
    assert [line.split(":")[0].split(" at ")[0] for line in lines] == [
        "Keynote", "Invited talk", "I joined NVIDIA, see [TVMCon].", "Grant", "RM-STC is out! Paper",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("auto", "message"),
    [
        (
            "publications, tlaks",
            f"option 'auto': 'tlaks' is not one of: {KINDS}; did you mean 'talks'?",
        ),
        ("", f"option 'auto': it is empty; use one of: {KINDS} ["),
        ("news", f"option 'auto': 'news' is not one of: {KINDS} ["),
    ],
)
def test_a_wrong_word_is_one_located_error_and_the_news_are_there(
    build: Any, auto: str, message: str
) -> None:
    built = build(f":auto: {auto}", expect=(message,))
    assert "ERROR" in built.warnings
    assert "[vitae.option-value]" in built.warnings
    assert len(built.texts(LINES)) == 2


def test_auto_is_an_option_of_news_alone(news: Site) -> None:
    news.write("index.md", "# P\n```{talks}\n:auto: talks\n```\n")
    news.build(expect=("unknown option 'auto'",))


def test_numbers_and_an_empty_list(build: Any) -> None:
    built = build(":number: ascending", ":prefix: N")
    assert built.texts(".vitae-key") == ["N1", "N2"]
    assert built.texts("li time") == ["May 2024", "28 Oct 2023"]
    assert build(":year: 1999", ":empty: No *news*.").texts(".vitae-empty em") == ["news"]


def test_a_line_of_news_links_to_where_the_entry_stands_and_is_no_place_itself(news: Site) -> None:
    news.write(
        "index.md",
        "# P\n{pub}`future` {pub}`dai2022daspmm`\n\n```{news}\n:auto: publications, talks, awards\n```\n```{toctree}\nlist\n```\n",
    )
    news.write("list.md", "# L\n```{publications}\n:year: 2020..\n```\n```{awards}\n```\n")
    built = news.build()
    assert [a["href"] for a in built.all("p > a.internal")] == [
        "list.html#pub-future",
        "list.html#pub-dai2022daspmm",
    ]
    links = {a.get_text(): a["href"] for a in built.all(f"{LINES} a")}
    assert links["On to come"] == "list.html#pub-future"
    assert str(links["Best Paper Nominee"]).startswith("list.html#award-dai2022daspmm-award-")
    assert links["RM-STC: A Sparse Tensor Core"] == "list.html#pub-huang2023rmstc"
    assert links["Invited there"] == "https://example.org/there"  # on no list: its own address
    ids = [str(tag["id"]) for tag in built.all(".vitae-list [id]")]
    assert sorted(ids) == ["activity-byhand", "activity-joined"]


def test_a_work_on_news_alone_is_on_no_list(news: Site) -> None:
    news.write("index.md", "# P\n{pub}`future`\n\n```{news}\n:auto: publications\n```\n")
    built = news.build(expect=("'future' is not in any list on the site",))
    assert built.one(f"{LINES} a[href='https://doi.org/10.1000/future']").get_text() == "On to come"


def test_in_print_and_in_plain_text(build: Any) -> None:
    tex = build(":auto: publications, talks, grant", builder="latex").text("cv.tex")
    rows = tex[tex.index(r"\begin{vitaerows}") : tex.index(r"\end{vitaerows}")]
    assert r"\vitaerow{17 Feb 2026}{}Keynote at SysConf, MIT: The \(O(n)\) of it." in rows
    assert r"New preprint: \href{https://arxiv.org/abs/2501.00001}{A preprint}." in rows
    assert r"Grant: Adaptive systems, NSF, \$598,000." in rows
    assert r"RM-STC is out!" in rows
    text = " ".join(build(":auto: publications, talks, grant", builder="text").text("index.txt").split())
    assert "January 2025: New preprint: A preprint." in text
    assert "28 October 2023: RM-STC is out!" in text
    assert "February 2024: Grant: Adaptive systems, NSF, $598,000." in text


def test_in_print_a_line_leads_to_the_entry_in_the_document(news: Site) -> None:
    news.write("index.md", "# P\n```{news}\n:auto: publications\n```\n```{publications}\n```\n")
    tex = news.build("latex").text("cv.tex")
    assert (
        r"New preprint: \hyperref[\detokenize{index:pub-pre}]{A preprint}"
        r"\ifdefined\vitaeonpage\vitaeonpage{{\detokenize{index:pub-pre}}}\fi{}." in tex
    )


def test_a_page_of_news_is_read_again_when_something_new_is_there_or_told(news: Site) -> None:
    news.write("index.md", "# P\n```{news}\n:auto: talks\n```\n```{toctree}\nother\n```\n")
    news.write("other.md", "# O\n\nText.\n")
    news.build()
    news.replace("references.bib", "title={Invited there}", "title={Invited here}")
    built = news.build()
    assert built.written == ["index"]
    assert "Invited here" in " ".join(built.texts(LINES))
    news.replace(
        "references.bib",
        "@news{joined",
        "@news{n, title={I spoke.}, date={2025}, related={invited}}\n@news{joined",
    )
    assert "Invited talk" not in " ".join(news.build().texts(LINES))


def test_keys_in_the_body_are_news_in_their_order(news: Site) -> None:
    news.write("index.md", "# P\n```{news}\n:auto: publications\n\npre\nbyhand\nhuang2023rmstc\n```\n")
    assert [line.split(" Paper:")[0] for line in news.build().texts(LINES)] == [
        "New preprint: A preprint.",
        "RM-STC is out!",
        "New paper in MICRO’23: RM-STC: A Sparse Tensor Core.",
    ]


def test_a_title_cannot_break_out_of_its_sentence(news: Site) -> None:
    news.replace(
        "references.bib",
        "title={A preprint}",
        r"title={A <script>pre</script>print \& \href{https://e.org}{more}}",
    )
    news.write("index.md", "# P\n```{news}\n:auto: publications\n:year: 2025\n```\n")
    built = news.build()
    assert built.texts(LINES) == ["New preprint: A <script>pre</script>print & more."]
    assert not built.all(f"{LINES} script")
    assert len(built.all(f"{LINES} a")) == 1


def test_news_by_title_are_sentences_in_rows_in_print_too(build: Any) -> None:
    tex = build(":group-by: title", builder="latex").text("cv.tex")
    assert r"\vitaerow" in tex
    assert r"\begin{vitaeentry}" not in tex  # a block within rows is an error of TeX

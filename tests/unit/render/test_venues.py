"""Where works of every type appeared, from an entry of a bibliography to a line of a list."""

from __future__ import annotations

import re

import pytest

from unit.render.printing import catalogue, printed

#: Type and fields → what stands behind the title; types and fields as in the biblatex manual §2.1.1.
ENTRIES = [
    # Journals
    ("article", "journal={J}, volume=2, number=3, pages={4--5}, year=2024", "J 2(3):4–5, 2024."),
    ("article", "journal={J}, volume=2, number=3, pages={1--24}, eid={7}", "J 2(3):1–24, article 7."),
    ("article", "journal={J}, volume=2, issue={Spring}", "J 2(Spring)."),
    ("article", "journal={J}, eid={7}", "J, article 7."),
    ("article", "journal={J}, series={3}, volume=2", "J, 3rd series 2."),
    ("article", "journal={J}, series={newseries}, volume=2", "J, new series 2."),
    ("article", "journal={J}, volume=2, issuetitle={Special}, issuesubtitle={Sub}, editor={A, A}",
     "J 2, Special: Sub, edited by A A."),
    ("article", "journal={J}, journalsubtitle={Sub}, titleaddon={Comment}, version={2}", "Comment, J: Sub, version 2."),
    ("article", "eprint={2210.16691}, eprinttype={arxiv}, eprintclass={cs.LG}", "arXiv:2210.16691 [cs.LG]. https://arxiv.org/abs/2210.16691"),
    ("article", "journal={J}, translator={B, B}, origlanguage={german}, language={french}",
     "J, translated from the German by B B, in French."),
    ("periodical", "title={P}, volume=3, number=2, issuetitle={Special}, date=2020", "Volume 3, number 2, Special, 2020."),
    # Parts of books
    ("inproceedings", "booktitle={B}, editor={A, A and B, B}, series={LNCS}, volume={9}, pages={4-5}, publisher={P}, "
     "location={Oslo}", "In A A and B B (eds.), B, LNCS 9, pages 4–5, P, Oslo."),
    ("inproceedings", "booktitle={B}, location={Toronto}, publisher={P}, address={New York}", "B, Toronto, P, New York."),
    ("inproceedings", "eventtitle={E}, venue={Vienna}, eventdate={2019-05-03/2019-05-05}, date=2019",
     "E (Vienna, 3–5 May 2019), 2019."),
    ("inproceedings", "booktitle={B}, eventtitle={E}, venue={Vienna}, organization={O}, publisher={P}",
     "B, E (Vienna), O, P."),
    ("inproceedings", "booktitle={B}, eventtitle={B}, venue={Vienna}", "B, Vienna."),
    ("incollection", "booktitle={B}, edition=3, chapter=4, volume=2, pages={10}, booktitleaddon={A Festschrift}",
     "B, A Festschrift, 3rd edition, volume 2, chapter 4, page 10."),
    ("incollection", "maintitle={M}, booktitle={B}, volume=2, series={S}, number={7}", "M, volume 2: B, S 7."),
    ("inbook", "bookauthor={C, C}, booktitle={B}, editor={D, D}", "In C C, B, edited by D D."),
    ("inbook", "bookauthor={Huang, Guyue}, booktitle={B}, pages={5f.}", "B, pages 5f."),
    ("incollection", "booktitle={B}, pages={4-5}, bookpagination={column}", "B, columns 4–5."),
    ("inreference", "booktitle={Encyclopedia}, volume=1, pages={7}", "Encyclopedia, volume 1, page 7."),
    # Books
    ("book", "edition=2, series={S}, number=12, publisher={P}, location={L}, pagetotal={312}, isbn={978-3}",
     "2nd edition, S 12, P, L, 312 pages, ISBN 978-3."),
    ("book", "volume=2, part=1, maintitle={Whole}, volumes={3}", "Volume 2, part 1 of Whole, 3 volumes."),
    ("book", "origtitle={Alt}, origpublisher={Insel}, origdate={1920}, publisher={P}",
     "P, originally published as Alt, Insel, 1920."),
    ("book", "introduction={I, I}, foreword={F, F}, afterword={F, G}, annotator={N, N}, commentator={K, K}",
     "Annotated by N N, with a commentary by K K, with an introduction by I I, with a foreword by F F, with an afterword by G F."),
    ("book", "editor={A, A}, editora={B, B}, editoratype={redactor}", "Edited by A A, redacted by B B."),
    ("proceedings", "eventtitle={E}, venue={V}, organization={O}, publisher={P}", "E (V), O, P."),
    ("booklet", "howpublished={Leaflet}, type={Poem}", "Leaflet, Poem."),
    ("manual", "edition=4, version={3.1}, organization={O}", "4th edition, version 3.1, O."),
    # Theses, reports, patents
    ("phdthesis", "school={UCSB}, address={Santa Barbara}", "PhD thesis, UCSB, Santa Barbara."),
    ("thesis", "institution={U}, type={Habilitation}, pagetotal={90}", "Habilitation, U, 90 pages."),
    ("techreport", "number={TR-1}, institution={NASA}", "Technical report TR-1, NASA."),
    ("report", "type={White paper}, version={2}, institution={NASA}", "White paper, version 2, NASA."),
    ("patent", "type={patentus}, number={9,876}, location={countryus and countryde}, holder={{NVIDIA}}",
     "US patent 9,876 (United States, Germany), NVIDIA."),
    ("patent", "number={9}, type={patreqeu}", "European patent application 9."),
    # Anything else
    ("software", "version={v2.1}, publisher={Zenodo}", "Version 2.1, Zenodo."),
    ("dataset", "type={Images}, edition={2}, version={1}, organization={O}", "Images, 2nd edition, version 1, O."),
    ("online", "organization={O}, url={https://example.org}, urldate={2024-01-02}", "O, visited on 2 January 2024. https://example.org"),
    ("standard", "number={690:2021}, organization={ISO}", "Standard 690:2021, ISO."),
    ("artwork", "type={Oil on canvas}, howpublished={Private}, location={Paris}", "Oil on canvas, Private, Paris."),
    ("legislation", "type={Act}, number={12}, journal={Official Journal}, volume=3, pages={7}", "Official Journal 3(12):7, Act."),
    ("map", "publisher={P}, location={L}, note={1:500}", "P, L, 1:500."),
    ("misc", "howpublished={Online}, note={A note}, addendum={Added}, additional_info={More}", "Online, A note, Added, More."),
    ("misc", "publisher={O}, organization={O}", "O."),
]  # fmt: skip


@pytest.mark.parametrize(("type_", "fields", "expected"), ENTRIES)
def test_a_reader_is_told_where_it_appeared(type_: str, fields: str, expected: str) -> None:
    title = "" if "title={P}" in fields else "title={T}, "
    line = printed(f"@{type_}{{k, author={{Huang, Guyue}}, {title}{fields}}}")
    assert line.partition("Huang. ")[2].partition(". ")[2] == expected


def test_titles_of_journals_and_books_are_emphasised() -> None:
    entry = "@incollection{k, title={T}, booktitle={B}, issuetitle={I}, origtitle={O}, maintitle={M}}"
    assert (
        '<span class="vitae-venue"><em>M</em>, <em>B</em>, originally published as <em>O</em></span>'
        in printed(entry, "html")
    )


def test_a_status_is_hidden_alone() -> None:
    entry = "@article{k, title={T}, journal={J}, pubstate={submitted}, note={With data}}"
    assert printed(entry) == "T. J, submitted, With data."
    assert printed(entry, hide=("status",)) == "T. J, With data."
    assert printed(entry, hide=("venue",)) == "T. Submitted, With data."


@pytest.mark.parametrize("format_", ["html", "latex", "typst", "text"])
@pytest.mark.parametrize("layout", ["card", "tagged", "reference", "compact"])
@pytest.mark.parametrize(
    ("given", "word"),
    [
        ("pubstate={forthcoming}", "to appear"),
        ("note={to appear}", "to appear"),
        ("note={To Appear}", "to appear"),
        ("pubstate={submitted}", "submitted"),
        ("note={Under Review}", "under review"),
        ("note={Im Druck}", "im Druck"),
        ("note={R&R}", "R&R"),
    ],
)
def test_a_status_is_printed_alike_however_it_was_given(
    format_: str, layout: str, given: str, word: str
) -> None:
    """In lower case within a sentence, with a capital at its beginning."""
    entry = f"@article{{k, title={{T}}, author={{Huang, Guyue}}, %s{given}}}"
    word = word.replace("&", {"html": "&amp;", "latex": r"\&"}.get(format_, "&"))
    within = printed(entry % "journal={Journal}, ", format_, layout=layout, show=("venue",))
    assert re.search(rf"Journal(?:\W|</em>)*,\W+{re.escape(word)}", within)
    begins = printed(entry % "", format_, layout=layout, show=("venue",))
    assert (word if layout == "compact" else word[0].upper() + word[1:]) in begins


def test_words_that_say_more_than_the_status_are_printed_as_written() -> None:
    entry = "@article{k, title={T}, note={Submitted to Nature}, %s}"
    assert printed(entry % "journal={J}") == "T. J, Submitted to Nature."
    assert printed(entry % "year=2024") == "T. Submitted to Nature, 2024."


REVIEW = """
@book{k, title={The Book}, author={A, A}, date={2020}}
@review{rev, title={A Clear View}, author={Huang, Guyue}, journal={J}, date={2021}, related={k}, relatedtype={reviewof}}
@book{trans, title={Das Buch}, author={A, A}, date={2022}, related={k}, relatedtype={translationof}, relatedstring={German edition of}}
"""


def test_a_review_says_of_what_and_the_work_says_by_which() -> None:
    works = catalogue(REVIEW)
    assert printed(works, "text", "rev").endswith("J, 2021. Review of: The Book.")
    assert printed(works, "text", "trans").endswith("2022. German edition of: The Book.")
    assert printed(works, "text", "k").endswith("2020. Reviewed in: A Clear View. Translated as: Das Buch.")
    assert r"Review of: \hyperref[k]{The Book}" in printed(works, "latex", "rev")
    assert 'Review of: <a class="reference internal" href="#k" title="The Book">The Book</a>' in printed(
        works, "html", "rev"
    )
    assert "Review of" not in printed(works, "html", "rev", hide=("related",))


TITLES = (
    '@article{k, title={稀疏矩阵}, langid={chinese}, title+an:english={="Sparse \\emph{matrices}"}, '
    'title+an:romanized={="Xishu juzhen"}, journal={J}}'
)


def test_titles_in_other_scripts_and_languages_follow_the_title() -> None:
    assert printed(TITLES).startswith("稀疏矩阵 (Xishu juzhen) [Sparse matrices]. J")
    assert (
        '<cite class="vitae-title" lang="zh">稀疏矩阵 <span class="vitae-title-also" lang="zh-Latn">(<i>Xishu juzhen</i>)</span> '
        '<span class="vitae-title-also" lang="en">[Sparse <em>matrices</em>]</span></cite>'
    ) in printed(TITLES, "html")
    assert r"\vitaework{稀疏矩阵 (\emph{Xishu juzhen}) {[}Sparse \emph{matrices}{]}}" in printed(
        TITLES, "latex"
    )

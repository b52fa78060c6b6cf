"""The form of the printed CV: what both engines print of odd people, and where pages and lines end."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from latexmk import compile_pdf
from pdf.test_typst import words
from pdf_checks import DIRECTIVE, MISSING, Pdf, output
from png_files import png
from site_builder import Site

pytest.importorskip("typst", reason="not installed: typst")
pytestmark = [pytest.mark.pdf, pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}")]

BIB = """\
@grant{g1, title={Lakes}, organization={ERC}, role={PI}, number={1000}, amount={EUR 2,400,000}, date={2023/2028}, related={a}}
@grant{g2, title={Travel}, organization={Academy}, date={2021-05}}
@student{s1, author={Sato, Keiko}, title={Tiled Storage}, type={PhD}, organization={Uppsala}, date={2019/2023}}
@article{a, author={Doe, Ada and Sato, Keiko}, title={A Paper with a Title that Goes on until It Takes Two Lines of the Page}, journaltitle={J}, date={2022-03}, doi={10.1000/182}, code={https://example.org/code}, bibtex={https://example.org/a.bib}, award={Best Paper}}
@article{b, author={Doe, Ada}, title={Another}, journaltitle={K}, date={2021}, eprint={2210.16691}, eprinttype={arxiv}}
@talk{t1, title={Said Twice}, eventtitle={Here}, date={2024}, related={a}}
@talk{t2, title={Said Twice}, eventtitle={There}, date={2023}, related={a}}
"""
PAGE = """\
# CV

```{cv-header}
```

In {pub}`my words <a>` and {pub}`a`.

## Grants

```{activities} grant
```

```{activities} grant
:layout: table
```

## Students

```{activities} student
```

## Talks

```{talks}
```

## Publications

```{publications}
:number: descending
```
"""
PERSON = {"name": "Doe, Ada", "email": "ada@example.org"}
LONG = {
    "name": "Doe-Featherstonehaugh-Cholmondeley, Maximiliana Konstantina Wilhelmina Ada",
    "aliases": ["Doe, Ada"],
    "headline": "Professor of what flows, of what stands and of what falls, " * 4,
    "links": {f"Network {n}": f"https://example.org/people/{n}" for n in range(40)},
}


@pytest.fixture
def both(site: Site) -> Callable[..., tuple[Pdf, Pdf]]:
    """The page by LuaLaTeX and by Typst, of an owner and a design."""

    def made(person: dict[str, object], **design: object) -> tuple[Pdf, Pdf]:
        site.write("references.bib", BIB)
        site.write("index.md", PAGE)
        site.configure(vitae_owner=person, vitae_cv=design)
        folder = site.build("latex").folder
        assert compile_pdf(folder, "cv") == []
        log = (folder / "cv.log").read_text("utf-8", "replace")
        assert [p for p in re.findall(r"Overfull \\hbox \(([\d.]+)pt too wide", log) if float(p) > 1] == []
        return Pdf.by_latex(folder / "cv.pdf"), Pdf(site.build("cvpdf").folder / "cv.pdf")

    return made


def pictures(pdf: Pdf) -> int:
    return len(output("pdfimages", "-list", str(pdf.path)).splitlines()) - 2


@pytest.mark.parametrize(
    ("person", "design"),
    [
        pytest.param(PERSON | {"photo": "me.png"}, {"photo": True}, id="photo"),
        pytest.param(
            LONG,
            {"density": "compact", "links": "words"},
            id="long",
            marks=pytest.mark.thorough(reason="another PDF by LaTeX"),
        ),
        pytest.param(
            {"name": "Doe, Ada"}, {}, id="nothing", marks=pytest.mark.thorough(reason="another PDF by LaTeX")
        ),
    ],
)
def test_both_engines_say_the_same_of_anybody(
    site: Site, both: Callable[..., tuple[Pdf, Pdf]], person: dict[str, object], design: dict[str, object]
) -> None:
    (site.folder / "me.png").write_bytes(png(800, 300))
    latex, typst = both(person, **design)
    assert words(typst) == words(latex)
    assert pictures(latex) == pictures(typst) == bool(design.get("photo"))
    text = typst.text("-raw")
    if design.get("links") == "words":
        assert "J. Best Paper DOI · Code · BibTeX" in text
    else:
        assert "J. Best Paper doi:10.1000/182 · Code · BibTeX" in text
        assert "arXiv:2210.16691" in text
    assert "In my words [2] and A Paper with a Title" in text
    assert "Keiko Sato, PhD, Tiled Storage, Uppsala 2019 – 2023" in text
    assert re.search(r"Lakes 2023 – 2028 PI, ERC, no\. 1000 EUR 2,400,000", text)
    assert "Grant Role Amount No. Date" in text
    assert len(re.findall("Said Twice", text)) == 1
    assert typst.checks()[DIRECTIVE]


def test_a_photo_is_printed_only_where_it_is_asked_for(site: Site) -> None:
    (site.folder / "me.png").write_bytes(png(400))
    site.configure(vitae_owner={"name": "Huang, Guyue", "photo": "me.png"})
    site.write("index.md", "# CV\n\n```{cv-header}\n```\n")
    assert pictures(Pdf(site.build("cvpdf").folder / "cv.pdf")) == 0


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gone.png", b"", "image file not readable"),
        ("small.png", png(3), "is 3 × 3 pixels; a photo must be at least 400 × 400 pixels; it was not shown"),
        ("damaged.png", png(400)[:-40], "is damaged, or not a picture of this type; save it as PNG or JPEG"),
        ("text.svg", b"text", "is damaged, or not a picture of this type"),
        ("large.png", png(10_001, 400), "is 10001 × 400 pixels; reduce it to about 800 × 800 pixels"),
        ("folder.png/x", b"x", "is a folder; write the path of a picture; it was not shown"),
        ("me.avif", b"\0" * 99, "has a format that Typst cannot print; use PNG or JPEG; it was not printed"),
        ("me.txt", b"text", "it must be the path of a picture"),
    ],
    ids=["gone", "small", "damaged", "svg", "large", "folder", "avif", "text"],
)
def test_a_photo_that_cannot_be_printed_is_a_warning_and_the_cv_is_printed(
    site: Site, name: str, content: bytes, said: str
) -> None:
    if content:
        (site.folder / name).parent.mkdir(exist_ok=True)
        (site.folder / name).write_bytes(content)
    person = {"name": "Huang, Guyue", "photo": name.removesuffix("/x")}
    site.configure(vitae_owner=person, vitae_cv={"photo": True})
    site.write("index.md", "# CV\n\n```{cv-header}\n```\n")
    pdf = Pdf(site.build("cvpdf", expect=(said,)).folder / "cv.pdf")
    assert "Guyue Huang" in pdf.text()
    assert pictures(pdf) == 0


def test_a_photo_of_another_format_is_not_given_to_latex(site: Site) -> None:
    site.write("me.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"/>')
    site.configure(vitae_owner={"name": "Huang, Guyue", "photo": "me.svg"}, vitae_cv={"photo": True})
    site.write("index.md", "# CV\n\n```{cv-header}\n```\n")
    built = site.build("latex", expect=("the photo 'me.svg' has a format that LaTeX cannot print",))
    assert "me.svg" not in built.text("cv.tex")
    site.build("cvpdf")


def test_a_directive_that_is_printed_as_text_fails_a_check(site: Site) -> None:
    site.write("index.md", "# CV\n\n:::{only} html\nWords\n:::\n")
    assert not Pdf(site.build("cvpdf").folder / "cv.pdf").checks()[DIRECTIVE]


@pytest.mark.parametrize("count", range(30, 36))
def test_no_work_stands_alone_below_its_heading_at_the_foot_of_a_page(site: Site, count: int) -> None:
    rows = "".join(f"@award{{w{n}, title={{Prize {n}}}, date={{2020}}}}\n" for n in range(count))
    site.write("references.bib", BIB + rows)
    site.configure(vitae_owner=PERSON)
    site.write(
        "index.md", "# CV\n\n## Awards\n\n```{awards}\n```\n\n## Publications\n\n```{publications}\n```\n"
    )
    pages = output("pdftotext", "-layout", str(site.build("cvpdf").folder / "cv.pdf"), "-").split("\f")
    for page in pages:
        if "Publications" in page:
            assert "A Paper" in page
            assert "Another" in page


def test_a_list_of_five_awards_stays_together(site: Site) -> None:
    rows = "".join(f"@award{{w{n}, title={{Prize {n}}}, date={{2020}}}}\n" for n in range(5))
    site.write("references.bib", rows)
    site.configure(vitae_owner=None)
    space = "```{raw} typst\n#v(620pt)\n```"
    site.write("index.md", f"# CV\n\n{space}\n\n## Awards\n\n```{{awards}}\n```\n")
    pages = output("pdftotext", "-layout", str(site.build("cvpdf").folder / "cv.pdf"), "-").split("\f")
    assert [len(re.findall(r"Prize \d", page)) for page in pages if "Prize" in page] == [5]

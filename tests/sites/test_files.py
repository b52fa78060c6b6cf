"""Files of one's own: found by name or by key, copied beside the page, linked."""

from __future__ import annotations

import pytest

from site_builder import Site

ENTRY = "@misc{paper, title={Paper}, author={Huang, Guyue}, date={2020}%s}\n"


@pytest.fixture
def page(site: Site) -> Site:
    site.write("index.md", "# P\n```{toctree}\nsub/list\n```\n")
    site.write("sub/list.md", "# L\n```{publications}\n```\n")
    return site


def links(built: object) -> list[tuple[str, str]]:
    return [(str(a["href"]), a.get_text()) for a in built.all(".vitae-source > a", "sub/list.html")]  # type: ignore[attr-defined]


def test_a_file_beside_the_bibliography_is_copied_beside_the_page_and_linked(page: Site) -> None:
    page.write("references.bib", ENTRY % ", pdf={papers/My Paper.pdf}, url={https://example.org/x}")
    page.write("papers/My Paper.pdf", "%PDF-1.7")
    built = page.build()
    assert links(built) == [("https://example.org/x", "Link"), ("paper.pdf", "PDF")]
    assert (built.folder / "sub" / "paper.pdf").read_text() == "%PDF-1.7"


def test_a_file_is_found_by_key_in_a_folder_of_the_configuration(page: Site) -> None:
    page.configure(vitae_files=["files"])
    page.write("references.bib", ENTRY % "")
    for name in ("paper.pdf", "paper.slides.pdf", "other.pdf"):
        page.write(f"files/{name}", name)
    built = page.build()
    assert links(built) == [("paper.pdf", "PDF"), ("paper.slides.pdf", "Slides")]
    assert {path.name for path in (built.folder / "sub").glob("*.pdf")} == {"paper.pdf", "paper.slides.pdf"}


def test_a_folder_of_the_configuration_comes_before_that_of_the_bibliography(page: Site) -> None:
    page.configure(vitae_files=["files"])
    page.write("references.bib", ENTRY % ", pdf={x.pdf}")
    page.write("files/x.pdf", "first")
    page.write("x.pdf", "second")
    assert (page.build().folder / "sub" / "paper.pdf").read_text() == "first"


def test_a_file_that_appears_or_goes_is_noticed(page: Site) -> None:
    page.write("references.bib", ENTRY % ", pdf={x.pdf}")
    expect = ("paper: pdf names the file 'x.pdf', which is not there",)
    built = page.build(expect=expect)
    assert links(built) == []
    assert "[vitae.file-absent]" in built.warnings
    page.build(expect=expect)
    file = page.write("x.pdf", "x")
    assert links(page.build()) == [("paper.pdf", "PDF")]
    file.unlink()
    assert links(page.build(expect=expect)) == []


@pytest.mark.parametrize(
    "name",
    ["../secret.pdf", "/etc/secret.pdf", "a/../../secret.pdf", r"..\secret.pdf", "C:/x.pdf", "~/x.pdf"],
)
def test_a_file_that_would_leave_its_folder_is_refused(page: Site, name: str) -> None:
    page.write("references.bib", ENTRY % f", pdf={{{name}}}")
    (page.folder.parent / "secret.pdf").write_text("secret")
    built = page.build(expect=("[vitae.link-refused]",))
    assert links(built) == []
    assert not list(built.folder.rglob("*.pdf"))


def test_each_html_builder_has_the_file_where_the_link_leads(page: Site) -> None:
    page.write("references.bib", ENTRY % ", pdf={x.pdf}")
    page.write("x.pdf", "x")
    assert (page.build("dirhtml").folder / "sub" / "list" / "paper.pdf").exists()
    assert (page.build("singlehtml").folder / "paper.pdf").exists()


def test_in_print_a_file_is_a_link_to_the_site_if_that_has_an_address(page: Site) -> None:
    page.write("references.bib", ENTRY % ", pdf={x.pdf}")
    page.write("x.pdf", "x")
    page.write("index.md", "# P\n```{publications}\n```\n```{toctree}\n:hidden:\nsub/list\n```\n")
    assert "paper.pdf" not in page.build("latex").text("cv.tex")
    page.configure(html_baseurl="https://example.org/me/")
    assert r"\vitaelink{https://example.org/me/paper.pdf}{PDF}" in page.build("latex").text("cv.tex")


@pytest.mark.parametrize("value", ["../../../../etc/passwd", "see below", "java\tscript:alert(1)", "paper"])
def test_a_link_field_that_leads_nowhere_is_said(page: Site, value: str) -> None:
    page.write("references.bib", ENTRY % f", supp={{{value}}}")
    built = page.build(expect=("paper: supp is ",))
    assert "which is neither an address nor the name of a file" in built.warnings
    assert links(built) == []


@pytest.mark.parametrize("value", ["true", "no", "https://example.org/x", "example.org/x", "//example.org"])
def test_addresses_and_words_for_yes_and_no_are_left_alone(page: Site, value: str) -> None:
    page.write("references.bib", ENTRY % f", supp={{{value}}}")
    page.build()

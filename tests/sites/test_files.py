"""Files of one's own: found by name or by key, copied beside the page, linked."""

from __future__ import annotations

import os

import pytest

from site_builder import Built, Site

ENTRY = "@misc{paper, title={Paper}, author={Huang, Guyue}, date={2020}%s}\n"
PIXEL = "no picture, which is enough here"


@pytest.fixture
def page(site: Site) -> Site:
    site.write("index.md", "# P\n```{toctree}\nsub/list\n```\n")
    site.write("sub/list.md", "# L\n```{publications}\n```\n")
    return site


def beside(built: Built) -> set[str]:
    """The page and the files beside it, without those that the list offers for download."""
    paths = (built.folder / "sub").iterdir()
    return {path.name for path in paths if not path.name.startswith("list.publications.")}


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
    expect = ("paper: pdf refers to the file 'x.pdf', which is not in the folder of the bibliography",)
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
    assert "which is neither a URL nor a file name" in built.warnings
    assert links(built) == []


@pytest.mark.parametrize("value", ["true", "no", "https://example.org/x", "example.org/x", "//example.org"])
def test_addresses_and_words_for_yes_and_no_are_left_alone(page: Site, value: str) -> None:
    page.write("references.bib", ENTRY % f", supp={{{value}}}")
    page.build()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("conf.py", "source files and configuration files"),
        ("index.md", "source files and configuration files"),
        ("references.bib", "source files and configuration files"),
        ("people.yaml", "source files and configuration files"),
        ("files/conf.pdf", "source files and configuration files"),
        ("out.pdf", "outside the site"),
        ("linked/secret.pdf", "outside the site"),
        ("hidden/.a.pdf", "a dot"),
        ("hidden/.git/a.pdf", "a dot"),
    ],
)
def test_what_is_no_file_of_the_site_is_never_published(page: Site, name: str, reason: str) -> None:
    outside = page.folder.parent / "outside"
    outside.mkdir(exist_ok=True)
    (outside / "secret.pdf").write_text("secret")
    for made in ("people.yaml", "files/x.pdf", "hidden/.a.pdf", "hidden/.git/a.pdf"):
        page.write(made, "secret")
    (page.folder / "files" / "conf.pdf").symlink_to(page.folder / "conf.py")
    (page.folder / "out.pdf").symlink_to(outside / "secret.pdf")
    (page.folder / "linked").symlink_to(outside, target_is_directory=True)
    page.write("references.bib", ENTRY % f", pdf={{{name}}}, code={{https://example.org}}")
    built = page.build(expect=(reason,))
    assert "references.bib:1: WARNING: paper: pdf refers to a file that is not published" in built.warnings
    assert "[vitae.link-refused]" in built.warnings
    assert [text for _, text in links(built)] == ["Code"]
    assert beside(built) == {"list.html"}


def test_beside_a_bibliography_outside_the_site_only_plain_names_are_found(page: Site) -> None:
    shared = page.folder.parent / "shared"
    (shared / "sub").mkdir(parents=True)
    (shared / "plain.pdf").write_text("x")
    (shared / "sub" / "deep.pdf").write_text("x")
    (shared / "refs.bib").write_text(
        ENTRY.replace("{paper", "{one") % ", pdf={plain.pdf}"
        + ENTRY.replace("{paper", "{two").replace("2020", "2021") % ", pdf={sub/deep.pdf}"
    )
    page.configure(bibtex_bibfiles=["../shared/refs.bib"])
    built = page.build(expect=("two: pdf refers to a file that is not published: it is outside the site",))
    assert links(built) == [("one.pdf", "PDF")]


@pytest.mark.parametrize("name", ["paper.pdf", "paper.png"])
def test_what_is_no_file_in_a_folder_of_files_is_said_and_never_stops_the_build(
    page: Site, name: str
) -> None:
    page.configure(vitae_files=["files", "absent"])
    page.write("references.bib", ENTRY % "")
    (page.folder / "files").mkdir()
    target = page.folder / "files" / name
    expect = (
        f"{name}:1: WARNING: is not linked",
        "vitae_files contains 'absent': No such file or directory",
    )
    target.symlink_to("nowhere")
    page.build(expect=expect)
    target.unlink()
    target.mkdir()
    page.build(expect=expect)
    target.rmdir()
    os.mkfifo(target)
    page.build(expect=expect)
    target.unlink()
    target.symlink_to(page.folder / "conf.py")
    assert beside(page.build(expect=expect)) == {"list.html"}


def test_a_name_too_long_to_be_a_file_is_said(page: Site) -> None:
    page.write("references.bib", ENTRY % f", pdf={{{'x' * 300}.pdf}}")
    page.build(expect=(f"pdf refers to the file '{'x' * 59}…', which is not in the folder",))


def test_a_file_goes_from_the_output_with_its_entry_and_others_stay(page: Site) -> None:
    page.configure(vitae_files=["files"])
    page.write("references.bib", ENTRY % ", pdf={x.pdf}")
    page.write("x.pdf", "x")
    page.write("files/paper.png", PIXEL)
    built = page.build()
    (built.folder / "sub" / "own.pdf").write_text("made by somebody else")
    assert beside(built) == {
        "list.html",
        "paper.pdf",
        "paper.preview.png",
        "own.pdf",
    }
    assert page.build().written == []
    page.write("references.bib", (ENTRY % "").replace("{paper", "{other"))
    assert beside(page.build()) == {"list.html", "own.pdf"}

"""The page of a printed document: it says whose it is, leads to its PDF, and prints on the paper of that."""

from __future__ import annotations

import pytest

from site_builder import Built, Site

MD = "# Curriculum vitae\n\n```{cv-header}\n```\n\n## Work\n\n```{publications}\n```\n"
DOCUMENTS = [
    ("cv/index", "cv.tex", "Curriculum vitae", "Guyue Huang", "vitae"),
    ("cv/index", "cv-short.tex", "Short CV", "Guyue Huang", "vitae"),
    ("index", "letter.tex", "Letter", "Guyue Huang", "vitae"),
    ("cv/index", "manual.tex", "Manual", "Guyue Huang", "manual"),
]


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = Site(tmp_path_factory.mktemp("cv"))
    site.write("index.md", "# Guyue Huang\n\n```{cv-header}\n```\n\n```{toctree}\ncv/index\nother\n```\n")
    site.write("cv/index.md", MD)
    site.write("other.md", "# Other\n\n```{cv-header}\n```\n")
    site.configure(latex_documents=DOCUMENTS, vitae_cv={"letter.tex": {"paper": "letter"}})
    return site


def with_pdfs(site: Site) -> Site:
    conf = (site.folder / "conf.py").read_text("utf-8")
    site.write("conf.py", conf + 'tags.add("pdf")\n')
    return site


def links(built: Built, page: str) -> dict[str, str]:
    return {tag.get_text(): str(tag["href"]) for tag in built.all(".vitae-header a", page)}


def test_the_name_stands_in_the_header_unless_the_page_is_called_by_it(site: Site) -> None:
    built = site.build()
    assert built.texts(".vitae-header > .vitae-name", "cv/index.html") == ["Guyue Huang"]
    assert built.texts(".vitae-header > .vitae-name", "index.html") == []
    text = site.build("text").text("cv/index.txt")
    assert text.index("Guyue Huang") < text.index("Work")


def test_the_page_leads_to_the_pdfs_that_begin_with_it_where_there_are_any(site: Site) -> None:
    assert links(site.build(), "cv/index.html") == {}
    built = with_pdfs(site).build()
    pdfs = {"Curriculum vitae (PDF)": "../cv.pdf", "Short CV (PDF)": "../cv-short.pdf"}
    assert links(built, "cv/index.html") == pdfs
    assert links(built, "index.html") == {"PDF": "letter.pdf"}
    assert links(built, "other.html") == {}


def test_a_link_that_the_owner_has_is_not_said_twice(site: Site) -> None:
    owner = {"name": "Huang, Guyue", "links": {"CV": "cv.pdf"}}
    site.configure(latex_documents=DOCUMENTS[:1], vitae_owner=owner)
    assert links(with_pdfs(site).build(), "cv/index.html") == {"CV": "../cv.pdf"}


def test_the_sidebar_has_a_button_for_the_cv_only_if_the_navigation_does_not_have_its_page(
    site: Site,
) -> None:
    settings = {"latex_documents": DOCUMENTS[:1], "html_theme": "furo", "vitae_profile": True}
    site.configure(**settings)
    assert not with_pdfs(site).build().all(".vitae-profile .vitae-action", "other.html")
    site.write("index.md", "# Guyue Huang\n\n```{toctree}\nother\n```\n")
    site.write("cv/index.md", f"---\norphan: true\n---\n{MD}")
    built = site.build()
    assert built.one(".vitae-profile .vitae-action", "other.html")["href"] == "cv.pdf"


def test_pages_are_written_again_when_there_are_pdfs(site: Site) -> None:
    site.build()
    assert "cv/index" in with_pdfs(site).build().written


def test_it_prints_on_the_paper_of_its_document_and_other_pages_on_the_readers(site: Site) -> None:
    built = site.build()
    assert "@page { size: A4;" in built.text("cv/index.html")
    assert "@page { size: letter;" in built.text("index.html")
    assert "@page" not in built.text("other.html")

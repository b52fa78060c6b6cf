"""What is found in an old site: counted for an invented site of each program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from old_sites import FILES, FOLDERS, PAPERS, PDF, PNG, write_site
from sphinx_vitae.bib import read
from sphinx_vitae.migration import MigrationError, OldSite, combined, read_old_site
from sphinx_vitae.model import ProblemKind


def old(tmp_path: Path, name: str) -> OldSite:
    if name in FILES:
        path = tmp_path / name
        path.write_text(FILES[name], "utf-8")
    else:
        path = write_site(tmp_path / name, FOLDERS[name])
    site = read_old_site(path)
    assert site is not None
    return site


def kinds(site: OldSite) -> Mapping[str, int]:
    counts: Counter[str] = Counter()
    for each in site.bibliographies:
        counts.update(each.kind or record.kind for record in read([(each.name, each.content)])[0])
    made, problems = read([(site.made_name, site.made)])
    assert len(made) == len(site.entries)
    assert ProblemKind.SYNTAX not in {problem.kind for problem in problems}
    return counts + Counter(record.kind for record in made)


EXPECTED: dict[str, dict[str, Any]] = {
    "al-folio": {
        "system": "al-folio",
        "kinds": {"publication": 2, "news": 2, "degree": 1, "award": 1, "teaching": 1, "project": 1},
        "owner": ("Roe, Jane Mary", ("Roe, Jane", "Roe, J."), "0000-0002-1825-0097", "jane@roe.example"),
        "headline": "Professor of weaving",
        "links": ["GitHub", "Google Scholar"],
        "people": [("Doe, John", ""), ("Poe, Ann", "PhD student")],
        "pages": ["news/two", "projects/loom"],
        "pictures": [
            "files/loom.png",
            "files/photo.png",
            "files/poe.png",
            "files/projectloom.png",
            "files/weaving.png",
        ],
        "pdfs": ["files/roe2021.pdf", "files/roe2022knots.pdf"],
        "samples": 0,
    },
    "academicpages": {
        "system": "academicpages",
        "kinds": {"publication": 2, "talk": 1, "teaching": 1, "project": 1},
        "owner": ("Moe, Max", (), "0000-0001-5109-3700", "max@moe.example"),
        "headline": "Reader in knitting",
        "links": ["GitHub"],
        "people": [],
        "pages": ["projects/hat", "pages/links"],
        "pictures": ["files/hat.png", "files/photo.png", "files/projecthat.png"],
        "pdfs": ["files/moe2019knit.pdf"],
        "samples": 1,
    },
    "hugo": {
        "system": "Hugo Blox",
        "kinds": {"publication": 2, "talk": 1, "project": 1, "degree": 1, "position": 1},
        "owner": ("Koe, Kim", (), "", "kim@koe.example"),
        "headline": "Lecturer",
        "links": ["GitHub"],
        "people": [("Loe, Lee", "Grad Students")],
        "pages": ["projects/hat", "blog/first"],
        "pictures": ["files/koe2018felt.png", "files/photo.png"],
        "pdfs": ["files/koe2018felt.pdf"],
        "samples": 1,
    },
    "quarto": {
        "system": "Quarto",
        "kinds": {"publication": 2, "talk": 1, "news": 1, "teaching": 2},
        "owner": ("Soe, Sam", (), "0000-0003-1613-5981", ""),
        "headline": "Weaver",
        "links": ["GitHub"],
        "people": [],
        "pages": ["pages/contact", "news/opening"],
        "pictures": ["files/photo.png"],
        "pdfs": ["files/soe2020tapestry.pdf"],
        "samples": 0,
    },
    "uma_CV.yaml": {
        "system": "RenderCV",
        "kinds": {"publication": 1, "degree": 1, "position": 1, "award": 1},
        "owner": ("Uoe, Uma", (), "0000-0002-9079-593X", "uma@uoe.example"),
        "headline": "Dyer",
        "links": [],
        "people": [],
        "pages": [],
        "pictures": [],
        "pdfs": [],
        "samples": 0,
    },
    "resume.json": {
        "system": "JSON Resume",
        "kinds": {"publication": 1, "position": 1, "service": 1, "award": 1},
        "owner": ("Zoe, Zoe", (), "", "zoe@zoe.example"),
        "headline": "Felter",
        "links": ["GitHub"],
        "people": [],
        "pages": [],
        "pictures": [],
        "pdfs": [],
        "samples": 0,
    },
}


@pytest.mark.parametrize("name", EXPECTED)
def test_everything_in_a_site_is_counted(tmp_path: Path, name: str) -> None:
    site = old(tmp_path, name)
    owner = site.owner
    assert owner is not None
    assert EXPECTED[name] == {
        "system": site.system,
        "kinds": kinds(site),
        "owner": (owner.name, owner.aliases, owner.orcid, owner.email),
        "headline": owner.headline,
        "links": [label for label, _ in owner.links],
        "people": [(person.name, person.role) for person in site.people],
        "pages": [page.name for page in site.pages],
        "pictures": sorted(file for file in site.files if file.endswith(".png")),
        "pdfs": sorted(file for file in site.files if file.endswith(".pdf")),
        "samples": len(site.samples),
    }
    assert {content for file, content in site.files.items()} <= {PNG, PDF}


@pytest.mark.parametrize(
    ("name", "lost"),
    [
        (
            "al-folio",
            {
                ("_news/two.md", "link", "gone → /gone/"),
                ("_projects/loom.md", "body", "{% include repository/repo.liquid %}"),
                ("_pages/about.md", "body", "```{include} /etc/passwd\n```"),
                ("_pages/about.md", "link in HTML", "/old/"),
                ("_data/socials.yml", "mystery_network", "janeroe"),
            },
        ),
        (
            "hugo",
            {
                ("content/publication/felt/index.md", "projects", "hat"),
                ("content/project/hat/index.md", "body", "{{% callout note %}}"),
                ("content/project/hat/index.md", "body", "{{% /callout %}}"),
            },
        ),
        ("uma_CV.yaml", {("uma_CV.yaml", "cv.social_networks[2]", "Loomhub: uma")}),
        ("resume.json", {("resume.json", "basics.hobby", "tea")}),
    ],
)
def test_what_has_no_place_is_a_leftover_with_file_field_and_value(
    tmp_path: Path, name: str, lost: set[tuple[str, str, str]]
) -> None:
    assert {(left.file, left.field, left.value) for left in old(tmp_path, name).leftovers} == lost


def test_the_bibliography_of_al_folio_keeps_its_bytes_without_the_front_matter(tmp_path: Path) -> None:
    (bibliography,) = old(tmp_path, "al-folio").bibliographies
    assert bibliography.content.strip() == PAPERS.strip().encode()


def test_authors_volume_and_pages_come_from_the_citation_of_academicpages(tmp_path: Path) -> None:
    site = old(tmp_path, "academicpages")
    knit, purl = (entry for entry in site.entries if "purl" in entry.text.lower())
    for line in (
        "author = {Moe, M. and Noe, N.}",
        "volume = {4}",
        "number = {2}",
        "pages = {10--19}",
        "date = {2019}",
    ):
        assert line in knit.text
    assert knit.complete
    assert (purl.complete, purl.doi) == (False, "doi:10.5555/purl.1")


def test_a_work_of_hugo_is_its_cite_bib_with_what_only_the_page_has(tmp_path: Path) -> None:
    felt, loft = (entry.text for entry in old(tmp_path, "hugo").entries if "Loe, Lee" in entry.text)
    assert felt.startswith(
        str(FOLDERS["hugo"]["content/publication/felt/cite.bib"]).strip().removesuffix("\n}")
    )
    for line in (
        "selected = {true}",
        "doi = {10.5555/felt}",
        "abbr = {FL}",
        "code = {https://code.example/felt}",
    ):
        assert line in felt
    assert "author = {Koe, Kim and Loe, Lee}" in loft  # "admin" is the owner
    assert "eprint = {2601.00001}" in loft


def test_links_between_pages_lead_to_the_new_ones(tmp_path: Path) -> None:
    pages = {page.name: page.body for page in old(tmp_path, "al-folio").pages}
    assert "[the project](../projects/loom.md)" in pages["news/two"]
    assert "[the paper](../files/roe2021.pdf)" in pages["news/two"]
    assert "{cite:p}`roe2022knots`" in pages["news/two"]
    assert "![the loom](../files/loom.png)" in pages["projects/loom"]
    links = next(page for page in old(tmp_path, "academicpages").pages if page.name == "pages/links")
    assert "{talk}`my talk <moe2021stitches>`" in links.body


def test_headings_below_the_title_of_a_page_skip_no_level(tmp_path: Path) -> None:
    two = next(page for page in old(tmp_path, "al-folio").pages if page.name == "news/two")
    assert [line for line in two.body.split("\n") if line.startswith("#")] == [
        "## Programme",
        "### Late heading",
    ]


def test_several_sites_become_one_and_the_first_has_the_say(tmp_path: Path) -> None:
    one, other = old(tmp_path, "al-folio"), old(tmp_path, "quarto")
    both = combined([one, other])
    assert both.owner == one.owner
    assert len(both.bibliographies) == 3
    assert len(both.entries) == len(one.entries) + len(other.entries)
    assert other.home in {left.value for left in both.leftovers}


def test_a_folder_of_no_known_program_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(MigrationError, match=r"is not the folder of a site of al-folio \(_bibliography\)"):
        read_old_site(tmp_path)


def test_a_file_of_another_format_is_left_to_import(tmp_path: Path) -> None:
    for name, text in {"a.bib": "@misc{a}", "b.json": '[{"title": "CSL"}]', "c.yaml": "a: 1"}.items():
        (tmp_path / name).write_text(text, "utf-8")
        assert read_old_site(tmp_path / name) is None


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (
            "_bibliography/papers.bib",
            "@book{einstein1920relativity, title = {R}, author = {Einstein, A.}, year = 1920}",
        ),
        ("_data/coauthors.yml", '"adams":\n  - firstname: ["Edwin"]\n    url: https://adams.example\n'),
        (
            "_news/announcement_1.md",
            "---\ndate: 2015-10-22\ninline: true\n---\nA simple inline announcement.\n",
        ),
        (
            "assets/json/resume.json",
            '{"basics": {"name": "Albert Einstein"}, "work": [{"name": "Institute"}]}',
        ),
    ],
)
def test_untouched_sample_content_is_left_out_and_said(tmp_path: Path, file: str, text: str) -> None:
    site = read_old_site(write_site(tmp_path, {"_bibliography/x.txt": "", file: text}))
    assert site is not None
    assert site.samples == (file,)
    assert not (site.entries)
    assert not (site.bibliographies)
    assert not (site.people)
    assert not (site.leftovers)

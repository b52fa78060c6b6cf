"""Whose works lists show: files that upstream's directive reads, parents of entries, owners that no entry names."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder import Built, Site

OURS = "@article{mine, title={A work of mine}, author={Huang, Guyue}, journal={J}, year=2020}\n"
REFS = "@article{chorin1968, title={Numerical solution}, author={Chorin, A. J.}, journal={M}, year=1968}\n"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = Site(tmp_path)
    site.configure(bibtex_bibfiles=["ours.bib", "refs.bib"], vitae_pages=True)
    site.write("ours.bib", OURS)
    site.write("refs.bib", REFS)
    site.write("index.md", "# Home\n\n```{publications}\n```\n\nSee {cite}`chorin1968`.\n")
    return site


def listed(built: Built) -> list[str]:
    return built.texts(".vitae-entry .vitae-title")


def pages(folder: Path) -> list[str]:
    return sorted(path.stem for path in (folder / "publications").glob("*.html"))


@pytest.mark.parametrize(
    "page",
    [
        "```{bibliography}\n```\n",
        "```{bibliography} refs.bib\n:style: plain\n```\n",
        "````{eval-rst}\n.. bibliography::\n   refs.bib\n   :all:\n````\n",
    ],
)
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_upstream_reads_is_cited_there_and_not_listed(site: Site, page: str, jobs: int) -> None:
    site.write("zz.md", f"---\norphan: true\n---\n# Literature\n\n{page}")
    built = site.build(jobs=jobs)
    assert listed(built) == ["A work of mine"]
    assert pages(built.folder) == ["mine"]
    assert [link["href"].partition("#")[0] for link in built.all("a.reference[href^='zz']")] == ["zz.html"]


def test_the_note_names_the_setting_once_a_build(site: Site) -> None:
    site.write("zz.md", "---\norphan: true\n---\n# Literature\n\n```{bibliography} refs.bib\n```\n")
    for _ in range(2):
        (note,) = [line for line in site.build().status.splitlines() if "bibfile-shared" in line]
        assert "conf.py:9: note: bibtex_bibfiles contains refs.bib" in note
        assert "set vitae_bibfiles" in note


def test_an_edit_that_adds_or_removes_the_directive_changes_the_lists(site: Site) -> None:
    """Both pages of works and lists follow, though the page of the list was not edited."""
    page = "---\norphan: true\n---\n# Literature\n"
    site.write("zz.md", page)
    assert pages(site.build().folder) == ["chorin1968", "mine"]
    site.replace("zz.md", "# Literature\n", "# Literature\n\n```{bibliography} refs.bib\n```\n")
    built = site.build()
    assert pages(built.folder) == ["mine"]
    assert listed(built) == ["A work of mine"]
    site.replace("zz.md", "\n```{bibliography} refs.bib\n```\n", "")
    built = site.build()
    assert pages(built.folder) == ["chorin1968", "mine"]
    assert len(listed(built)) == 2


def test_the_setting_overrides_what_upstream_reads(site: Site) -> None:
    files = ["ours.bib", "refs.bib"]
    site.configure(bibtex_bibfiles=files, vitae_bibfiles=files)
    site.write("zz.md", "---\norphan: true\n---\n# Literature\n\n```{bibliography} refs.bib\n```\n")
    assert len(listed(site.build())) == 2


def test_a_parent_has_neither_number_nor_page_unless_asked_for_by_key(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.configure(vitae_pages=True)
    part = "@inproceedings{%s, title={Part %s}, author={Huang, Guyue}, crossref={whole}}\n"
    whole = "@proceedings{whole, title={Proceedings of it}, editor={Doe, Jane}, year=2020}\n"
    site.write("references.bib", part % ("a", "a") + part % ("b", "b") + whole)
    site.write(
        "index.md", "# Home\n\n```{publications}\n:number: descending\n:bibfile: references.bib\n```\n"
    )
    site.write("key.md", "---\norphan: true\n---\n# One\n\n```{publications}\nwhole\n```\n")
    built = site.build()
    assert pages(built.folder) == ["a", "b"]
    assert len(built.all(".vitae-entry")) == 2
    assert "Proceedings of it" in built.one(".vitae-entry", "key.html").get_text()


def test_an_owner_whom_no_entry_names_is_a_warning_at_the_setting(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.configure(vitae_owner=["Huang, Guyue", "Hu, Jingbe"])
    site.write("index.md", "# Home\n\n```{publications}\n```\n")
    said = "conf.py:9: WARNING: vitae_owner 'Hu, Jingbe' is named in 0 of 3 entries; nearest: Hu, Jingbo"
    for _ in range(2):
        site.build(expect=(said,))

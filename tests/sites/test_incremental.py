"""The next build: what changed is there, and only the pages concerned are written again."""

from __future__ import annotations

import os

import pytest

from site_builder import Site


@pytest.fixture
def pages(site: Site) -> Site:
    """Four pages: all works, works of 2023, a role, and nothing of ours."""
    site.write("index.md", "# Home\n```{publications}\n```\n```{toctree}\nyear\nrole\nplain\n```\n")
    site.write("year.md", "# Year\n```{publications}\n:year: 2023\n```\n")
    site.write("role.md", "# Role\nSee {pub}`huang2021eda`.\n")
    site.write("plain.md", "# Plain\nNothing.\n")
    return site


NEW = "@misc{new2022, title={New}, author={Huang, Guyue}, date={2022}}\n@talk{tvmcon"


@pytest.mark.parametrize("jobs", [1, 2])
def test_nothing_changed_writes_nothing(pages: Site, jobs: int) -> None:
    assert sorted(pages.build(jobs=jobs).written) == ["index", "plain", "role", "year"] or jobs == 2
    assert pages.build(jobs=jobs).written == []


def test_an_entry_added_is_shown_and_only_its_lists_are_written(pages: Site) -> None:
    pages.build()
    pages.replace("references.bib", "@talk{tvmcon", NEW)
    built = pages.build()
    assert built.written == ["index"]
    assert "New" in built.texts(".vitae-title")


def test_a_file_with_an_older_time_is_noticed(pages: Site) -> None:
    pages.build()
    pages.replace("references.bib", "@talk{tvmcon", NEW)
    os.utime(pages.folder / "references.bib", (1, 1))
    assert pages.build().written == ["index"]


def test_a_title_changed_reaches_roles(pages: Site) -> None:
    pages.build()
    pages.replace("references.bib", "Machine learning for circuits: a survey", "A survey")
    built = pages.build()
    assert sorted(built.written) == ["index", "role"]
    assert ">A survey<" in built.text("role.html")


def test_an_entry_removed_goes_and_the_role_says_so(pages: Site) -> None:
    pages.build()
    text = (pages.folder / "references.bib").read_text("utf-8")
    start = text.index("@article{huang2021eda")
    pages.write("references.bib", text[:start] + text[text.index("@inproceedings{dai2022daspmm") :])
    built = pages.build(expect=("no entry has the key 'huang2021eda'",))
    assert sorted(built.written) == ["index", "role"]


def test_a_page_that_is_linked_to_moves_and_the_link_follows(pages: Site) -> None:
    pages.build()
    pages.write("other.md", "# Other\n```{publications}\n```\n")
    index = (pages.folder / "index.md").read_text("utf-8")
    pages.write("index.md", "# Home\n```{toctree}\nother\nyear\nrole\nplain\n```\n")
    os.utime(pages.folder / "index.md", (2_000_000_000, 2_000_000_000))
    built = pages.build()
    assert built.one("p > a.reference.internal", "role.html")["href"] == "other.html#pub-huang2021eda"
    assert "role" in built.written
    assert index


def test_a_comment_in_the_bibliography_writes_nothing(pages: Site) -> None:
    pages.build()
    pages.replace("references.bib", "@talk{tvmcon", "% a comment\n@talk{tvmcon")
    # The lines of later entries move, but no page shows them.
    assert pages.build().written == []


def test_a_setting_changed_writes_the_pages_with_lists(pages: Site) -> None:
    pages.build()
    pages.configure(vitae_names="initials")
    built = pages.build()
    assert "Z. Wang" in built.texts(".vitae-names")[0]
    assert "plain" not in built.written


def test_a_template_changed_writes_the_pages_with_lists(pages: Site) -> None:
    pages.configure(templates_path=["templates"])
    template = "templates/vitae/html/publication-card.html.jinja"
    pages.write(template, "<li class='one'>{{ text(record.title) }}</li>\n")
    assert len(pages.build().all("li.one")) == 3
    pages.write(template, "<li class='two'>{{ text(record.title) }}</li>\n")
    built = pages.build()
    assert len(built.all("li.two")) == 3
    assert "plain" not in built.written


def test_today_changed_writes_the_lists_by_time(pages: Site) -> None:
    pages.write("plain.md", "# Plain\n```{activities} position\n:when: current\n```\n")
    assert pages.build().texts(".vitae-title", "plain.html") == ["Architect"]
    pages.configure(vitae_today="2020-01-01")
    built = pages.build()
    assert built.texts(".vitae-title", "plain.html") == []
    assert built.written == ["index", "plain"]  # Sphinx writes the root page with any other


def test_a_file_that_appears_is_read(pages: Site) -> None:
    path = pages.folder / "references.bib"
    text = path.read_text("utf-8")
    path.unlink()
    pages.write("role.md", "# Role\n")
    (pages.folder / "index.md").write_text(
        "# Home\n```{publications}\n:empty: none\n```\n```{toctree}\nrole\nplain\nyear\n```\n"
    )
    (pages.folder / "year.md").write_text("# Year\n")
    pages.build(expect=("cannot be read",))
    path.write_text(text, "utf-8")
    assert len(pages.build().all(".vitae-entry")) == 3


def test_parallel_and_serial_builds_are_equal(pages: Site) -> None:
    serial = {p.name: p.read_text("utf-8") for p in pages.build(jobs=1).folder.glob("*.html")}
    (pages.folder / "_build").rename(pages.folder / "_serial")
    parallel = {p.name: p.read_text("utf-8") for p in pages.build(jobs=2).folder.glob("*.html")}
    assert serial == parallel

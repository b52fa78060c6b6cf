"""The next build: what changed is there, and only the pages concerned are written again."""

from __future__ import annotations

import os
import re

import pytest

from site_builder import Built, Site


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
    pages.build(jobs=jobs)
    assert pages.build(jobs=jobs).written == []


INDICES = ("objects.inv", "searchindex.js")


def indexed(built: Built, *stems: str) -> list[str]:
    """Those of the stems for which the search index has a page. Some versions of Sphinx keep stems without one."""
    text = built.text("searchindex.js")
    pages = {stem: re.findall(rf'"{stem}": ?(\[[\d, ]*\]|\d+)', text) for stem in stems}
    return [stem for stem, found in pages.items() if set(found) - {"[]"}]


def times(pages: Site) -> list[int]:
    return [(pages.folder / "_build" / "html" / name).stat().st_mtime_ns for name in INDICES]


def test_nothing_changed_leaves_inventory_and_search_index_alone(pages: Site) -> None:
    built = pages.build()
    before = times(pages)
    pages.build()
    assert times(pages) == before
    pages.replace("plain.md", "Nothing.", "Something.")
    pages.build()
    assert min(times(pages)) > max(before)
    assert indexed(built, "noth", "someth") == ["someth"]


@pytest.mark.parametrize("first", ["html", "text"])
def test_a_page_removed_goes_from_the_search_index(pages: Site, first: str) -> None:
    """Also if another builder, with the same environment, notices it first."""
    pages.write("plain.md", "---\norphan: true\n---\n# Plain\nA zebra.\n")
    pages.write("index.md", "# Home\n```{publications}\n```\n```{toctree}\nyear\nrole\n```\n")
    pages.write("role.md", "# Role\nAn okapi.\n")
    built = pages.build(doctrees="shared")
    assert indexed(built, "zebra", "okapi") == ["zebra", "okapi"]
    assert '"plain.md"' in built.text("searchindex.js")
    (pages.folder / "plain.md").unlink()
    pages.build(first, doctrees="shared")
    pages.build(doctrees="shared")
    assert indexed(built, "zebra", "okapi") == ["okapi"]
    assert '"plain.md"' not in built.text("searchindex.js")


def test_an_inventory_that_was_removed_is_written_again(pages: Site) -> None:
    built = pages.build()
    whole = (built.folder / "objects.inv").read_bytes()
    (built.folder / "objects.inv").unlink()
    pages.build()
    assert (built.folder / "objects.inv").read_bytes() == whole


def test_indices_of_a_build_that_was_interrupted_are_written_again(pages: Site) -> None:
    pages.build()
    before = times(pages)
    (record,) = pages.folder.rglob("*.indices")
    record.unlink()  # as it is while they are being written
    pages.build()
    assert min(times(pages)) > max(before)


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

    pages.write("index.md", "# Home\n```{toctree}\nother\nyear\nrole\nplain\n```\n")
    os.utime(pages.folder / "index.md", (2_000_000_000, 2_000_000_000))
    built = pages.build()
    assert built.one("p > a.reference.internal", "role.html")["href"] == "other.html#pub-huang2021eda"
    assert "role" in built.written


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
    pages.build(expect=("which does not exist",))
    path.write_text(text, "utf-8")
    assert len(pages.build().all(".vitae-entry")) == 3


def test_parallel_and_serial_builds_are_equal(pages: Site) -> None:
    serial = {p.name: p.read_text("utf-8") for p in pages.build(jobs=1).folder.glob("*.html")}
    (pages.folder / "_build").rename(pages.folder / "_serial")
    parallel = {p.name: p.read_text("utf-8") for p in pages.build(jobs=2).folder.glob("*.html")}
    assert serial == parallel


@pytest.mark.parametrize("between", ["latex", "text"])
def test_builders_that_share_an_environment_each_write_what_changed(pages: Site, between: str) -> None:
    pages.build(doctrees="shared")
    pages.build(between, doctrees="shared")
    pages.replace("references.bib", "RM-STC}: A Sparse", "RM-STC}: The Sparse")
    pages.build(between, doctrees="shared")
    assert "RM-STC: The Sparse Tensor Core" in pages.build(doctrees="shared").texts(".vitae-title")
    assert pages.build(doctrees="shared").written == []


def test_what_another_entry_shows_of_this_one_is_followed(pages: Site) -> None:
    more = (
        "@talk{second, title={S}, organization={Host A}, date={2024}, related={huang2023rmstc}}\n@talk{tvmcon"
    )
    pages.replace("references.bib", "@talk{tvmcon", more)
    assert "Host A" in pages.build().one("#pub-huang2023rmstc .vitae-tie").get_text()
    pages.replace("references.bib", "Host A", "Host B")
    assert "Host B" in pages.build().one("#pub-huang2023rmstc .vitae-tie").get_text()


def test_the_venue_of_a_paper_is_followed_to_its_award(pages: Site) -> None:
    pages.write("plain.md", "# Awards\n```{awards}\n```\n")
    pages.build()
    pages.replace("references.bib", "Design Automation Conference", "Another Conference")
    assert "Another Conference" in " ".join(pages.build().texts(".vitae-venue", "plain.html"))


def test_a_kind_of_link_renamed_is_followed(pages: Site) -> None:
    pages.configure(vitae_links={"doi": {"label": "First"}})
    assert "First" in pages.build().texts(".vitae-source > a")
    pages.configure(vitae_links={"doi": {"label": "Second"}})
    assert "Second" in pages.build().texts(".vitae-source > a")


@pytest.mark.parametrize(
    ("directive", "wrong", "then"),
    [
        (
            "```{activities} consulting\n```",
            "is not a kind of activity",
            {"vitae_kinds": {"advice": "consulting"}},
        ),
        ("```{publications}\n:layout: mine\n```", "'mine' is not one of", {}),
        ("```{publications}\n:type: artwork\n```", "'artwork' is not one of", {}),
    ],
)
def test_what_was_wrong_and_became_right_is_read_again(
    site: Site, directive: str, wrong: str, then: dict[str, object]
) -> None:
    site.configure(templates_path=["templates"])
    site.write("index.md", f"# P\n\n{directive}\n")
    site.build(expect=(wrong,))
    site.write("templates/vitae/html/publication-mine.html.jinja", "<li class='vitae-entry'>mine</li>\n")
    site.replace(
        "references.bib", "@talk{tvmcon", "@artwork{art, title={A}}\n@advice{adv, title={B}}\n@talk{tvmcon"
    )
    site.configure(templates_path=["templates"], **then)
    assert len(site.build().all(".vitae-entry")) >= 1


@pytest.mark.parametrize("name", ["html/publication-card.html", "html/list.html", "html/header.html"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_template_that_fails_is_said_until_it_is_mended(pages: Site, name: str, jobs: int) -> None:
    pages.configure(templates_path=["templates"])
    pages.write(
        "index.md",
        "# Home\n```{cv-header}\n```\n```{publications}\nhuang2021eda\n```\n```{toctree}\nplain\n```\n",
    )
    pages.write("year.md", "---\norphan: true\n---\n# Y\n")
    pages.write("role.md", "---\norphan: true\n---\n# R\n")
    path = pages.write(f"templates/vitae/{name}.jinja", "{{ no_such_thing }}")
    for _ in range(2):
        built = pages.build(jobs=jobs, expect=("UndefinedError: 'no_such_thing' is undefined",))
        assert "Machine learning for circuits: a survey" in built.one("#pub-huang2021eda").get_text()
    path.unlink()
    pages.build(jobs=jobs)
    assert pages.build(jobs=jobs).written == []


NAMED = {"vitae_owner": "Huang, Guyue", "vitae_people": {"Wang, Zhengyang": "https://example.org/w"}}


@pytest.mark.parametrize(
    ("page", "setting", "value"),
    [
        ("index", "vitae_owner", "Wang, Zhengyang"),
        ("index", "vitae_people", {"Wang, Zhengyang": "https://example.org/other"}),
        ("index", "vitae_layout", "compact"),
        ("index", "vitae_names", "initials"),
        ("index", "vitae_max_authors", 1),
        ("work", "vitae_owner", "Wang, Zhengyang"),
        ("work", "vitae_people", {"Wang, Zhengyang": "https://example.org/other"}),
        ("work", "vitae_names", "initials"),
        ("work", "vitae_pages", {"talk": "given"}),
    ],
)
def test_a_setting_that_shows_on_a_page_has_the_page_built_again(
    site: Site, page: str, setting: str, value: object
) -> None:
    site.replace("references.bib", "and Wang, Zhengyang}", "and Roe, R. and Poe, P. and Wang, Zhengyang}")
    site.write("index.md", "# Home\n\n```{publications}\n:exclude: huang2021eda\n```\n")
    site.write("work.md", "---\norphan: true\n---\n# Work\n\n```{publication} huang2023rmstc\n```\n")
    quiet = {"suppress_warnings": ["vitae"]}
    site.configure(**NAMED, **quiet)
    before = site.build()
    text = before.text(f"{page}.html")
    site.configure(**NAMED | {setting: value}, **quiet)
    after = site.build()
    assert page in after.written
    assert after.text(f"{page}.html") != text

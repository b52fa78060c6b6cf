"""What can be counted without a clock: how often a build calls what is expensive."""

from __future__ import annotations

import gc
import os
from collections import Counter
from pathlib import Path
from typing import Any

import jinja2
import pytest

from site_builder import Site
from sphinx_vitae.export import csl
from sphinx_vitae.extension.downloads import works as work_files
from sphinx_vitae.extension.writers import html
from sphinx_vitae.render.names.name_printer import NamePrinter
from sphinx_vitae.render.styles import known_styles
from sphinx_vitae.render.templating import entry_functions
from sphinx_vitae.render.templating.renderer import Renderer

#: Enough for the list to count as long, where a dash is written as a reference.
ENTRIES = 220


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Counts calls while a site is built, in this process."""
    found: Counter[str] = Counter()

    def counted(owner: Any, name: str) -> None:
        original = getattr(owner, name)

        def call(*args: Any, **options: Any) -> Any:
            found[name] += 1
            return original(*args, **options)

        monkeypatch.setattr(owner, name, call)

    counted(Renderer, "entry")
    counted(NamePrinter, "names")
    counted(entry_functions, "where_published")
    counted(entry_functions, "to_bibtex")
    counted(entry_functions, "print_date")
    counted(csl, "_name")
    counted(known_styles, "pybtex_style_names")
    return found


def works(first: int, count: int) -> str:
    return "".join(
        f"@article{{w{n}, title={{Looms {n}}}, author={{Huang, Guyue and Doe, Bob}}, journal={{Weaving}},"
        f" pages={{1--9}}, year={2000 + n % 20}}}\n"
        for n in range(first, first + count)
    )


def test_each_card_is_rendered_once_and_its_names_and_venue_are_composed_once(
    site: Site, calls: Counter[str]
) -> None:
    site.write("references.bib", works(0, ENTRIES))
    site.write("index.md", "# P\n```{publications}\n```\n")
    built = site.build()
    assert len(built.all("li.vitae-entry")) == ENTRIES
    assert calls["entry"] == calls["names"] == calls["where_published"] == ENTRIES


def test_what_many_entries_share_is_made_once(site: Site, calls: Counter[str]) -> None:
    """Their dates, for the page and its plain text, their people in JSON, and the names of the styles of all packages."""
    site.write("references.bib", works(0, ENTRIES))
    site.write("index.md", "# P\n```{publications}\n:group-by: year\n```\n")
    built = site.build()
    years = len(built.all(".vitae-by-year"))
    assert years == 20
    assert calls["print_date"] == 2 * years
    assert calls["_name"] <= 2, "fewer if another site in this process has the same people"
    assert calls["pybtex_style_names"] == 1
    assert built.text("index.publications.json").count('"Guyue"') == ENTRIES


def test_a_build_in_which_nothing_changed_renders_nothing(site: Site, calls: Counter[str]) -> None:
    site.write("references.bib", works(0, 5))
    site.write("index.md", "# P\n```{publications}\n```\n")
    built = site.build()
    assert calls["to_bibtex"] == 5, "once for each entry of a short list"
    before = {path: path.stat().st_mtime_ns for path in built.folder.rglob("*.*") if path.is_file()}
    calls.clear()
    site.build()
    assert not calls.keys() - {"pybtex_style_names"}
    written = {path.name for path, time in before.items() if path.stat().st_mtime_ns != time}
    assert not written & {"index.html", "objects.inv", "searchindex.js"}


def test_a_build_says_once_what_the_collector_does_and_restores_it(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To count frozen objects takes as long as there are many, and a build freezes all."""
    counted: list[int] = []
    real = gc.get_freeze_count

    def count() -> int:
        counted.append(real())
        return counted[-1]

    monkeypatch.setattr(gc, "get_freeze_count", count)
    before = gc.isenabled(), gc.get_threshold(), real()
    site.write("references.bib", works(0, 5))
    site.write("index.md", "# P\n```{publications}\n```\n")
    site.build()
    site.write("references.bib", works(0, 6))
    site.build()
    assert not any(counted)
    assert (gc.isenabled(), gc.get_threshold(), real()) == before


def test_a_long_list_is_written_without_characters_that_widen_the_page(site: Site) -> None:
    site.write("references.bib", works(0, ENTRIES))
    site.write("index.md", "# P\n```{publications}\n```\n")
    built = site.build()
    assert "1&#8211;9" in built.text("index.html")
    assert "1–9" in built.one("#pub-w7 .vitae-venue").get_text()
    assert html._narrow("Müller – 织") == "Müller &#8211; &#32455;"


def test_each_work_is_put_into_each_form_once_and_an_edit_exports_only_what_changed(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    exported: Counter[str] = Counter()

    def counted(form: str, write: Any) -> Any:
        def call(record: Any, facts: Any) -> str:
            exported[form] += 1
            exported[f"facts {id(facts)}"] += 1
            facts_read.append(facts)  # so that no other object gets its id
            return str(write(record, facts))

        return call

    facts_read: list[object] = []
    writers = {form: (counted(form, one), several) for form, (one, several) in work_files._WRITERS.items()}
    monkeypatch.setattr(work_files, "_WRITERS", writers)
    site.write("references.bib", works(0, 5))
    site.write("index.md", "# P\n```{publications}\n```\n")
    site.build()
    assert {form: exported[form] for form in writers} == {"bib": 5, "json": 5, "ris": 5}
    assert len([name for name in exported if name.startswith("facts")]) == 5
    exported.clear()
    site.write("references.bib", works(0, 5).replace("Looms 3", "Mills 3"))
    site.build()
    assert {form: exported[form] for form in writers} == {"bib": 1, "json": 1, "ris": 1}


def test_names_and_venue_of_a_page_are_composed_once_for_its_text_and_its_output(
    site: Site, calls: Counter[str]
) -> None:
    site.write("references.bib", works(0, 5))
    site.configure(vitae_pages=True, vitae_metadata=False, vitae_downloads=False)
    site.write("index.md", "# P\n")
    built = site.build()
    assert "Huang" in built.one(".vitae-names", "publications/w1.html").get_text()
    assert calls["names"] == calls["where_published"] == 5


def test_worker_processes_compile_no_template_of_entry_pages(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main, reads = os.getpid(), jinja2.FileSystemLoader.get_source

    def get_source(loader: Any, environment: jinja2.Environment, template: str) -> Any:
        with (tmp_path / ("main" if os.getpid() == main else "workers")).open("a") as compiled:
            print(template, file=compiled)
        return reads(loader, environment, template)

    monkeypatch.setattr(jinja2.FileSystemLoader, "get_source", get_source)
    site.write("references.bib", works(0, 9))
    site.write("index.md", "# P\n")
    site.configure(vitae_pages=True)
    built = site.build(jobs=2)
    assert "Looms 3" in (built.folder / "publications" / "w3.html").read_text("utf-8")
    compiled = (tmp_path / "main").read_text("utf-8").split()
    assert {"vitae/html/publication-page.html.jinja", "vitae/html/head/citation.html.jinja"} <= set(compiled)
    assert not (tmp_path / "workers").exists()

"""A site of all the odd bibliographies of the corpus: every builder prints every entry, and TeX sets them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from pdf_checks import MISSING
from site_builder import Site
from sphinx_vitae.bib import read
from sphinx_vitae.model import Record, record_id

CASES = sorted(Path(__file__).parents[1].joinpath("corpus", "cases").glob("*.bib"))
DIRECTIVES = {"publication": "publications", "talk": "talks", "award": "awards"}


@pytest.fixture
def odd(site: Site) -> tuple[Site, list[Record]]:
    """All cases as the bibliographies of one site, with a list of each kind there is."""
    for case in CASES:
        shutil.copy(case, site.folder / case.name)
    names = [case.name for case in CASES]
    site.configure(bibtex_bibfiles=names, vitae_owner=None, suppress_warnings=["vitae"])
    records, _ = read([(name, (site.folder / name).read_bytes()) for name in names])
    lists = [
        f"```{{{DIRECTIVES.get(kind, 'activities')}}} {'' if kind in DIRECTIVES else kind}\n```\n"
        for kind in sorted({record.kind for record in records})
    ]
    site.write("index.md", "# Odd\n\n" + "\n".join(lists))
    # Volumes that others only inherit from are no works of anybody.
    volumes = {record.fields.get(field, "") for record in records for field in ("crossref", "xref")}
    return site, [
        record
        for record in records
        if not re.search("skipbib|dataonly", record.fields.get("options", ""))
        and not (
            record.key in volumes
            and record.type in {"proceedings", "collection", "mvproceedings", "mvcollection"}
        )
    ]


def test_every_entry_is_on_the_page(odd: tuple[Site, list[Record]]) -> None:
    site, records = odd
    ids = {str(tag["id"]) for tag in site.build().all(".vitae-entry")}
    assert len(records) > 150
    assert {record_id(record.kind, record.key) for record in records} <= ids


def test_every_entry_is_in_plain_text(odd: tuple[Site, list[Record]]) -> None:
    site, records = odd
    text = "".join(site.build("text").text("index.txt").split())
    missing = [record.key for record in records if "".join(str(record.title).split())[:20] not in text]
    assert missing == []


@pytest.mark.pdf
@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}")
def test_tex_sets_them_without_an_error(odd: tuple[Site, list[Record]]) -> None:
    site, _ = odd
    folder = site.build("latex").folder
    command = ["latexmk", "-r", "latexmkrc", "-pdf", "-f", "-interaction=nonstopmode", "cv.tex"]
    subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    log = (folder / "cv.log").read_text("utf-8", "replace")
    assert re.findall(r"^!.*", log, re.M) == []
    assert "undefined references" not in log
    assert (folder / "cv.pdf").stat().st_size > 50_000

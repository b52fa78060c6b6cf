"""Stock citations and bibliographies of sphinxcontrib-bibtex, beside our lists."""

from __future__ import annotations

import pytest
from site_builder import Site
from sphinx.errors import ExtensionError

PAGE = "# P\n\n{cite:t}`%s`, {footcite}`%s`\n\n```{footbibliography}\n```\n\n```{bibliography}\n```\n"


def test_a_stock_bibliography_prints_our_entries(site: Site) -> None:
    site.write("index.md", PAGE % ("huang2021eda", "huang2023rmstc"))
    built = site.build()
    assert "Machine learning for circuits: a survey. ACM TODAES, 26(5):1–46, 2021." in " ".join(
        built.one("div.citation").get_text().split()
    )
    assert "RM-STC" in built.one("aside.footnote, dl.footnote").get_text()


@pytest.mark.parametrize(
    ("entry", "shown"),
    [
        ("@thesis{k, author={A, B}, title={T}, type={phdthesis}, institution={UCSB}, date={2020}}", "UCSB"),
        ("@report{k, author={A, B}, title={T}, institution={NASA}, date={2020}}", "NASA"),
        ("@conference{k, author={A, B}, title={T}, booktitle={Proc}, year={2020}}", "Proc"),
        ("@talk{k, author={A, B}, title={T}, date={2020}}", "T"),
        ("@article{k, author={A, B}, title={T}, journaltitle={Journal X}, date={2020-05}}", "Journal X"),
        ("@inproceedings{k, author={A, B}, title={T}, crossref={p}}\n@proceedings{p, title={Proc Y}, date={2020}}", "Proc Y"),
        ("@article{k, author={A, B, C, D}, title={T}, journal={J}, year={2020}}", "J"),
        ("@article{k, author={A, B}, title={T} journal={J}, year={2020}}", "J"),
        ("@misc{k, author={A, B}, title={T}}\n@misc{k, title={Second}}\n@misc{z, title={Z}}", "T"),
        ("@misc{k, author={A, B}, title={T}, title={U}, year=2020}", "T"),
        ("@misc{k, author={A, B}, title={T}, howpublished = undefined, year=2020}", "T"),
        ("mail me at ada@example.org\n@misc{k, author={A, B}, title={T}}", "T"),
        ("@misc{k, author={A, B}, title={T}", "T"),
    ],
)  # fmt: skip
def test_a_bibliography_that_stopped_the_build_is_cited(site: Site, entry: str, shown: str) -> None:
    site.configure(suppress_warnings=["vitae", "bibtex.missing_field"])
    site.write("references.bib", entry + "\n")
    site.write("index.md", "# P\n\n{cite:p}`k`\n\n```{bibliography}\n```\n")
    built = site.build()
    assert shown in built.one("div.citation").get_text()


def test_a_file_that_is_not_utf8_is_cited(site: Site) -> None:
    (site.folder / "references.bib").write_bytes(
        "@misc{k, author={Müller, J}, title={Ö}, year=2020}".encode("latin-1")
    )
    site.configure(suppress_warnings=["vitae"])
    site.write("index.md", "# P\n\n{cite:t}`k`\n\n```{bibliography}\n```\n")
    assert "Müller" in site.build().one("div.citation").get_text()


def test_an_edit_shows_in_a_stock_bibliography(site: Site) -> None:
    site.write("index.md", "# P\n\n{cite:p}`huang2021eda`\n\n```{bibliography}\n```\n")
    site.build()
    site.replace("references.bib", "Machine learning for circuits: a survey", "Another title")
    built = site.build()
    assert built.written == ["index"]
    assert "Another title" in built.one("div.citation").get_text()


def test_without_it_sphinxcontrib_bibtex_reads_the_files_itself(site: Site) -> None:
    site.write("references.bib", "@article{k, author={A, B}, title={T} journal={J}, year={2020}}")
    site.write("index.md", "# P\n")
    site.configure(suppress_warnings=["vitae"])
    site.build()
    site.configure(vitae_cite=False, suppress_warnings=["vitae"])
    with pytest.raises(ExtensionError):
        site.build()

"""Stock citations and bibliographies of sphinxcontrib-bibtex, beside our lists."""

from __future__ import annotations

import os
import pickle
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import BibliographyData, Entry
from pybtex.database.input.bibtex import Parser
from pybtex.plugin import find_plugin
from pybtex.style.template import FieldIsMissing
from sphinx.errors import ExtensionError
from sphinxcontrib.bibtex.bibfile import BibData

from site_builder import Site
from sphinx_vitae.catalogue import Bibliography
from sphinx_vitae.extension.citations import hand_over
from sphinx_vitae.model import Settings

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


#: An ordinary BibTeX file, as its users have written them for decades.
RICH = r"""
@string{ieee = "{IEEE} Transactions on Computers"}
@STRING{proc = {Proceedings of the }}
@string(me = "M{\"u}ller, J{\"o}rg")
@string{pub = {Early}}
@preamble{"\newcommand{\noopsort}[1]{}"}
@comment{nothing}

@Article{MullerEtAl21,
  Author = me # { and Schr{\"o}dinger, Erwin and {\O}rsted, Hans Christian},
  title = {Accents: \'{e}, \v{s}, {\ss}, \c{c} and Stra{\ss}e},
  JOURNAL = ieee, volume = 12, number = {3}, pages = {1--10}, month = mar, year = 2021,
  doi = {https://doi.org/10.1000/ABC}, url = {https://example.org/a_b?c=d%20e}}
@article{doe99, author = {Doe, Jane and others}, title = {A {RISC}-{V}
     core,   in two	lines}, journal = "Journal of " # {~{X}}, year = {1999}, month = jan # "/" # feb}
@phdthesis{thesis, author = "Knuth, Jr., Donald E.", title = {Trees}, school = {ETH Z\"urich},
  year = 2003, month = "15~" # sep}
@mastersthesis{master, author = {Ludwig van Beethoven}, title = {Sonatas}, school = {Wien}, year = 1795,
  address = {Vienna}}
@TechReport{nasa, author = {{National Aeronautics and Space Administration}}, title = {The Moon},
  institution = {NASA}, number = {TR-1}, year = 1969, month = Jul, type = {Memo}}
@book{deLaTour, author = {de la Tour, Georges and van der Waals, J. D.}, title = {Light}, publisher = pub,
  year = {1630}, edition = {Second}, address = {Paris}, series = {Art}, volume = 2, isbn = {0-306-40615-2}}
@inproceedings{child, author = {Curie, Marie and Curie, Pierre}, title = {Radium}, crossref = {parent},
  booktitle = proc # "5th " # {Congress}, editor = {Solvay, Ernest}, publisher = {ACM}, year = 1911,
  month = {October}, pages = {7-9}, address = {Brussels}}
@proceedings{parent, title = proc # "5th " # {Congress}, editor = {Solvay, Ernest}, publisher = {ACM},
  year = 1911, booktitle = proc # "5th " # {Congress}, month = {October}, address = {Brussels}}
@incollection{part, author = {A. Bb and C. Dd and E. Ff and G. Hh and I. Jj}, title = {Part},
  booktitle = {Whole}, editor = {Ed One AND Ed Two}, publisher = {P}, year = 2000, chapter = 4}
@inbook{chap, author = {McMillan, C.}, title = {Book}, chapter = {7}, publisher = {P}, year = 2001,
  pages = {12,14--15}}
@manual{man, title = {The Manual}, organization = {The GNU Project}, year = 2010, edition = {3rd}}
@booklet{let, title = {Little}, author = {Miyazawa, Kenji}, howpublished = {Leaflet}, year = 1920}
@unpublished{soon, author = {Ada {Lovelace}}, title = {Notes}, note = {In preparation}}
@misc{web, author = {{The {\TeX} Users Group} and Ben Bitdiddle}, title = {Home page},
  howpublished = {\url{https://tug.org}}, year = {2020}, month = {Mar.}, note = {Accessed: 2020-01-01},
  award = {Best Page}, eprint = {2001.00001}, archivePrefix = {arXiv}, primaryClass = {cs.AR}, key = {TUG}}
@misc{Upper_Case:key+1, author={Bourbaki}, editor = {}, title = "Quotes with {"} inside", year = "in press",
  translator = {Someone Else}, issue = {4}, location = {}}
"""


def handed_over(folder: Path, content: str) -> BibData:
    """What the ``cite`` domain gets of a file."""
    path = folder / "r.bib"
    path.write_text(content, "utf-8")
    domain = SimpleNamespace(data={})
    config = SimpleNamespace(bibtex_default_style="alpha", bibtex_encoding="utf-8-sig")
    bibliography = Bibliography({"r.bib": path}, [], Settings(), folder / "cache", "1")
    hand_over(
        cast(Any, SimpleNamespace(domains={"cite": domain}, config=config)), bibliography, {"r.bib": path}
    )
    return cast(BibData, domain.data["bibdata"])


def told(entry: Entry) -> dict[str, Any]:
    persons = {role: [str(person) for person in people] for role, people in entry.persons.items()}
    return {"type": entry.type, "key": entry.key, "fields": dict(entry.fields.items()), "persons": persons}


def test_entries_are_those_of_the_parser_of_pybtex(tmp_path: Path) -> None:
    theirs = Parser().parse_string(RICH).entries
    data = handed_over(tmp_path, RICH)
    assert list(data.bibfiles[tmp_path / "r.bib"].keys) == list(data.data.entries) == list(theirs)
    assert len(theirs) == 15
    for key, entry in theirs.items():
        assert told(data.data.entries[key]) == told(entry)
        assert [repr(vars(p)) for ps in data.data.entries[key].persons.values() for p in ps] == [
            repr(vars(p)) for ps in entry.persons.values() for p in ps
        ]


def test_keys_are_found_in_any_case(tmp_path: Path) -> None:
    entries = handed_over(tmp_path, "@misc{Key, title = {One}}\n@misc{KEY, title = {Two}}").data.entries
    assert "key" in entries
    assert [entries[key].fields["title"] for key in ("Key", "KEY", "key")] == ["One", "Two", "One"]
    assert entries.get("absent") is None


@pytest.mark.parametrize(
    ("entry", "kind", "added"),
    [
        ("@article{k, journaltitle = {J}, date = {2020-05}}", "article", {"journal": "J", "year": "2020", "month": "May"}),
        ("@article{k, journaltitle = {J}, journal = {K}, date = {2020-05}, year = 1999}", "article", {}),
        ("@thesis{k, institution = {I}, type = {mathesis}}", "mastersthesis", {"school": "I"}),
        ("@phdthesis{k, institution = {I}, location = {L}}", "phdthesis", {"school": "I", "address": "L"}),
        ("@report{k, school = {I}}", "techreport", {"institution": "I"}),
        ("@article{k, url = {https://doi.org/10.1000/1}}", "article", {}),
        ("@inproceedings{k, crossref = {p}, year = {1998}}\n@proceedings{p, title = {Proc}, publisher = {P}, month = mar, year = 1999, doi = {10.1000/1}}",
         "inproceedings", {"booktitle": "Proc", "publisher": "P"}),
        ("@inproceedings{k, crossref = {p}}\n@proceedings{p, title = {Proc}, month = mar, year = 1999}",
         "inproceedings", {"booktitle": "Proc", "year": "1999", "month": "March"}),
        ("@phdthesis{k, xdata = {x}, url = {https://doi.org/10.1000/1}}\n@xdata{x, institution = {I}, location = {L}}", "phdthesis", {"school": "I", "address": "L"}),
        ("@talk{k, date = {2020/}}", "misc", {"year": "2020"}),
        ("@patent{k, number = {1}}", "patent", {}),
    ],
)  # fmt: skip
def test_only_what_the_styles_lack_is_added(
    tmp_path: Path, entry: str, kind: str, added: dict[str, str]
) -> None:
    theirs = Parser().parse_string(entry).entries["k"]
    ours = handed_over(tmp_path, entry).data.entries["k"]
    own = dict(theirs.fields.items())
    assert ours.type == kind
    assert {name: value for name, value in ours.fields.items() if name not in own} == added
    assert {name: ours.fields[name] for name in own if name != "type"} == {
        name: value for name, value in own.items() if name != "type"
    }


def test_persons_are_inherited(tmp_path: Path) -> None:
    entry = "@inproceedings{k, crossref = {p}}\n@proceedings{p, title = {P}, editor = {Roe, Jo and others}}"
    ours = handed_over(tmp_path, entry).data.entries["k"]
    assert told(ours)["persons"] == {"editor": ["Roe, Jo", "others"]}


def test_a_name_that_pybtex_refuses_is_taken_as_we_read_it(tmp_path: Path) -> None:
    entry = "@misc{k, author = {Doe, Jane and A, B, C, D and others}}"
    persons = told(handed_over(tmp_path, entry).data.entries["k"])["persons"]["author"]
    assert (persons[0], persons[-1]) == ("Doe, Jane", "others")


FRAGMENTS = st.lists(
    st.sampled_from([*"{}\",#=~@\\%&$ \n", " and ", "others", "von", "Doe", "É", "mar", '"', "{", "}", "\\'e", "{{", "2020"]),
    max_size=12,
).map("".join)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    author=FRAGMENTS,
    title=FRAGMENTS,
    month=FRAGMENTS,
    kind=st.sampled_from(["article", "book", "set", "names"]),
)
def test_no_entry_raises(
    tmp_path_factory: pytest.TempPathFactory, author: str, title: str, month: str, kind: str
) -> None:
    content = f'@{kind}{{k, author = {{{author}}}, title = "{title}", month = {month}, year = {{{month}}}}}'
    entries = handed_over(tmp_path_factory.mktemp("r"), content).data.entries
    for name in ("plain", "alpha"):
        style = find_plugin("pybtex.style.formatting", name)()
        list(style.format_labels(style.sort(entries.values())))
        for entry in entries.values():
            with suppress(FieldIsMissing):  # sphinxcontrib-bibtex warns of it
                style.format_entry("1", entry)


CITING = """# P

{cite:p}`MullerEtAl21,doe99` {cite:t}`MullerEtAl21,thesis,nasa` {cite:author}`part` {cite:year}`deLaTour`
{cite:label}`child` {cite:ts}`doe99` {cite}`web` {footcite}`master` {footcite:t}`doe99`

```{footbibliography}
```

```{bibliography}
:all:
:style: %s
```

```{bibliography}
:filter: author %% "Curie" and year == "1911"
:list: bullet
:style: %s
:keyprefix: f-
```
"""


def citations_of(site: Site, jobs: int = 1) -> str:
    content = BeautifulSoup(site.build(jobs=jobs).text("index.html"), "html.parser").select_one("div.body")
    assert content
    return content.decode()


@pytest.mark.parametrize("style", ["plain", "alpha", "unsrt"])
@pytest.mark.parametrize("references", ["label", "author_year"])
def test_a_working_site_stays_as_it_is(site: Site, style: str, references: str) -> None:
    """Whether the entries are handed over or not, one gets the same citations and bibliographies."""
    site.write("references.bib", RICH)
    site.write("index.md", CITING % (style, style))
    found: list[str] = []
    for cite in (False, True, False):
        site.configure(
            vitae_cite=cite,
            bibtex_reference_style=references,
            suppress_warnings=["vitae", "bibtex.missing_field", "bibtex.duplicate_label"],
        )
        os.utime(site.folder / "index.md", (len(found), len(found)))  # so that it is read again
        found.append(citations_of(site))
    assert "Curie" in found[0]
    assert found[1] == found[0]
    assert found[2] == found[0]


def test_nothing_of_ours_is_pickled_with_the_environment(site: Site) -> None:
    site.write("index.md", "# P\n\n{cite:p}`huang2021eda`\n\n```{bibliography}\n```\n")
    site.build()
    pickled = (site.folder / "_build" / "html.doctrees" / "environment.pickle").read_bytes()
    assert b"sphinx_vitae.extension.citations" not in pickled
    assert b"sphinx_vitae.model.record" not in pickled
    assert b"RM-STC" not in pickled, "an entry that nobody cites"


def test_pickled_data_is_read_again_by_whoever_opens_it(tmp_path: Path) -> None:
    data = pickle.loads(pickle.dumps(handed_over(tmp_path, RICH)))
    assert type(data) is BibData
    assert data == BibData("", {}, BibliographyData())


def test_two_processes_cite_as_one_does(site: Site) -> None:
    site.write("references.bib", RICH)
    site.configure(suppress_warnings=["vitae", "bibtex.missing_field", "bibtex.duplicate_label"])
    for number in range(12):
        site.write(
            f"p{number}.md",
            "---\norphan: true\n---\n# Q\n\n{cite:p}`doe99` {footcite}`thesis`\n\n```{footbibliography}\n```\n",
        )
    site.write("index.md", CITING % ("alpha", "alpha"))
    alone = citations_of(site)
    (site.folder / "_build").rename(site.folder / "_alone")
    assert citations_of(site, jobs=2) == alone
    assert "Doe" in site.build(jobs=2).text("p7.html")


def test_nothing_is_read_where_nothing_is_cited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Bibliography, "catalogue", property(lambda self: pytest.fail("loaded")))
    assert handed_over(tmp_path, RICH).bibfiles

"""Stock citations and bibliographies of sphinxcontrib-bibtex, beside our lists."""

from __future__ import annotations

import os
import pickle
import re
from contextlib import suppress
from importlib.metadata import entry_points
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import BibliographyData, Entry
from pybtex.database.input.bibtex import Parser
from pybtex.plugin import find_plugin
from pybtex.style.template import FieldIsMissing
from sphinx.errors import ExtensionError
from sphinxcontrib.bibtex.bibfile import BibData
from sphinxcontrib.bibtex.domain import BibtexDomain

from latexmk import compile_pdf
from pdf_checks import MISSING, Pdf
from site_builder import BIB, Built, Site
from sphinx_vitae.catalogue import Bibliography
from sphinx_vitae.extension.citations.entries import hand_over
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


# Our lists and pages as targets ---------------------------------------------------------------------

#: Those that the roles of ``cite`` can have; the style for footnotes is for ``footcite`` alone.
REFERENCE_STYLES = sorted(
    style.name
    for style in entry_points(group="sphinxcontrib.bibtex.style.referencing")
    if style.name != "foot"
)
ROLES = sorted(BibtexDomain.roles)
KEYS = ("huang2023rmstc", "dai2022daspmm")
LIST = "# List\n\n```{publications}\n:number: descending\n```\n"
ROOT = "# P\n\n```{toctree}\n:glob:\n*\n```\n"
#: What a role prints for both keys, by style and role. Numbers are those of the list.
YEARS, NAMES = ("2023", "2022"), ("Huang and Wang", "Dai et al.", "Dai, Huang, and Huang")


def citing(role: str, markup: str) -> str:
    """A paragraph that cites one work, and one that cites two."""
    one, two = (f":cite:{role}:`{keys}`" for keys in (KEYS[0], f"{{see}}{KEYS[0]},{KEYS[1]}{{p. 3}}"))
    if markup == "md":
        one, two = (f"{{{text[1:].replace(':`', '}`')}" for text in (one, two))
    return f"{role} one: {one}\n\n{role} two: {two}\n"


def expected(style: str, role: str) -> str:
    """The text of the second paragraph."""
    names = (
        NAMES[0],
        NAMES[2] if role.removesuffix("par").endswith("s") or role == "authorpars" else NAMES[1],
    )
    labels = YEARS if style == "author_year" else ("3", "2")
    if role == "empty":
        return ""
    if role.startswith(("year", "label", "author", "cauthor")):
        shown = YEARS if "year" in role else names if "author" in role else ("3", "2")
        return "[{}, {}]".format(*shown) if "par" in role else "{}, {}".format(*shown)
    if "t" in role:
        form = "{} see {}, {} {}, p. 3" if style == "super" else "{} [see {}], {} [{}, p. 3]"
        form = form.replace("} see", "}see").replace(", {} {}", ", {}{}") if style == "super" else form
        return form.format(names[0], labels[0], names[1], labels[1])
    cited = [f"{name}, {label}" for name, label in zip(names, labels, strict=True)]
    cited = cited if style == "author_year" else list(labels)
    inside = f"see {cited[0]}{',' if style == 'super' else ', '}{cited[1]}, p. 3"
    return inside if "al" in role or style == "super" else f"[{inside}]"


def all_roles(site: Site, markup: str, style: str, **values: Any) -> None:
    """A site with every role on a page."""
    site.configure(bibtex_reference_style=style, html_baseurl="https://example.org/", **values)
    site.write("index.md", ROOT)
    site.write("list.md", LIST)
    heading = "# Citing\n\n" if markup == "md" else "Citing\n======\n\n"
    site.write(f"citing.{markup}", heading + "\n".join(citing(role, markup) for role in ROLES))


def paragraphs(built: Built, name: str = "citing.html") -> dict[str, Tag]:
    found = built.all("div.body p", name)
    return {text.split(":")[0]: tag for tag in found if (text := tag.get_text())}


def test_the_styles_and_roles_are_all_there_are() -> None:
    assert {"label", "author_year", "super"} <= set(REFERENCE_STYLES)
    assert {"p", "ps", "t", "ts", "ct", "cts", "year", "author", "label", "empty"} <= set(ROLES)


@pytest.mark.parametrize("markup", ["md", "rst"])
@pytest.mark.parametrize("style", REFERENCE_STYLES)
def test_every_role_leads_to_a_list_in_every_style(site: Site, style: str, markup: str) -> None:
    all_roles(site, markup, style)
    found = paragraphs(site.build())
    for role in ROLES:
        links = [tag["href"] for tag in found[f"{role} two"].select("a.reference.internal")]
        assert links == ([f"list.html#pub-{key}" for key in KEYS] if role != "empty" else []), role
        text = " ".join(found[f"{role} two"].get_text().partition(": ")[2].split())
        assert text == expected(style, role), role
        assert len(found[f"{role} one"].select("a")) == (role != "empty")


@pytest.mark.parametrize("style", REFERENCE_STYLES)
def test_every_role_leads_to_the_page_of_a_work(site: Site, style: str) -> None:
    all_roles(site, "md", style, vitae_pages=True)
    found = paragraphs(site.build())
    for role in set(ROLES) - {"empty"}:
        links = [tag["href"] for tag in found[f"{role} two"].select("a")]
        assert links == [f"publications/{key}.html#pub-{key}" for key in KEYS], role
        assert " ".join(found[f"{role} two"].get_text().partition(": ")[2].split()) == expected(style, role)


@pytest.mark.parametrize("style", REFERENCE_STYLES)
def test_every_role_leads_to_the_list_in_print(site: Site, style: str) -> None:
    all_roles(site, "md", style)
    tex = site.build("latex").text("cv.tex")
    for role in set(ROLES) - {"empty"}:
        one, two = (tex.index(f"\n{role} {count}: ") for count in ("one", "two"))
        text, both = tex[one:two], tex[two : tex.index("\n\n", two + 1)]
        label = r"\detokenize{list:pub-huang2023rmstc}"
        for part in (text, both):
            assert part.count(rf"\hyperref[{label}]") == 1, role
            assert part.count(rf"\vitaeonpage{{{label}}}") == 1, role
            assert "hyperlink" not in part
            raised = re.findall(r"\$\^\{.*?\}\$", part)
            assert not any("vitaeonpage" in word for word in raised), role
        assert re.search(r"[]}$]\\ifdefined\\vitaeonpage\S*\\fi\{\}\}\s", text), (
            f"{role}: behind all brackets"
        )


def test_what_is_not_printed_becomes_an_address_or_text(site: Site) -> None:
    site.write("index.md", "# P\n\n```{toctree}\n:glob:\n*\n```\n")
    site.write("list.md", "# List\n\n```{publications}\nhuang2021eda\n```\n")
    site.write("other.md", '# Other\n\n```{bibliography}\n:filter: key == "dai2022daspmm"\n```\n')
    site.write("cv.md", "# CV\n\n{cite:p}`huang2021eda,dai2022daspmm`\n")
    documents = [("cv", "cv.tex", "CV", "G", "vitae")]
    off = ["toc", "vitae.unlisted"]
    site.configure(latex_documents=documents, suppress_warnings=off, html_baseurl="https://example.org/")
    tex = site.build("latex").text("cv.tex")
    assert r"\sphinxhref{https://example.org/list.html\#pub-huang2021eda}{HH+21}" in tex
    assert re.search(r"\\sphinxhref\{https://example.org/other.html\\#id\d+\}\{DHH22\}", tex)
    assert "hyperlink" not in tex.partition(r"\begin{document}")[2]
    site.configure(latex_documents=documents, suppress_warnings=off)
    tex = site.build("latex").text("cv.tex").partition(r"\begin{document}")[2]
    assert r"{[}HH+21, DHH22{]}" in tex
    assert "hyperref[" not in tex


def test_a_stock_bibliography_in_the_document_comes_before_a_list_that_is_not(site: Site) -> None:
    site.configure(
        latex_documents=[("cv", "cv.tex", "CV", "G", "vitae")],
        suppress_warnings=["toc"],
        html_baseurl="https://example.org/",
    )
    site.write("index.md", ROOT)
    site.write("list.md", LIST)
    site.write("cv.md", "# CV\n\n{cite:p}`huang2021eda`\n\n```{toctree}\nrefs\n```\n")
    site.write("refs.md", "# References\n\n```{bibliography}\n```\n")
    tex = site.build("latex").text("cv.tex").partition(r"\begin{document}")[2]
    assert re.search(r"\\hyperlink\{cite.refs:id\d+\}\{HH\+21\}", tex)
    assert "example.org/list" not in tex
    assert site.build().one(".bibtex-citation a", "cv.html")["href"] == "list.html#pub-huang2021eda"


def test_a_role_beside_a_list_follows_the_canonical_one(site: Site) -> None:
    site.configure(suppress_warnings=["vitae.unlisted"])
    part = "```{publications}\nhuang2023rmstc\n```\n"
    site.write("index.md", ROOT)
    site.write("a.md", f"# A\n\n{{pub}}`huang2023rmstc`\n\n{part}")
    site.write("b.md", "# B\n\n```{publications}\n```\n")
    for name in ("b", "0"):  # the second comes earlier in the contents
        site.write(f"{name}.md", f"# {name}\n\n```{{publications}}\n```\n")
        assert site.build().all("p > a", "a.html")[0]["href"] == f"{name}.html#pub-huang2023rmstc"


def test_a_stock_bibliography_on_the_page_comes_first_and_any_other_last(site: Site) -> None:
    stock = '{cite:p}`huang2023rmstc`\n\n```{bibliography}\n:filter: key %% "%s"\n```\n'
    site.configure(suppress_warnings=["bibtex.duplicate_citation", "vitae.unlisted"])
    site.write("index.md", ROOT)
    site.write("list.md", "# List\n\n```{publications}\n:number: ascending\nhuang2023rmstc\n```\n")
    site.write("a.md", "# A\n\n" + stock % "huang2023rmstc")
    site.write("b.md", "# B\n\n{cite:p}`huang2023rmstc` {cite:p}`dai2022daspmm`\n")
    site.write("z.md", "# Z\n\n" + stock % ".")
    for builder in ("html", "latex"):
        built = site.build(builder)
        if builder == "html":
            assert built.one("p > .bibtex-citation a", "a.html")["href"] == "#id3"
            links = [tag["href"] for tag in built.all("p > .bibtex-citation a", "b.html")]
            assert links[0] == "list.html#pub-huang2023rmstc"
            assert links[1].startswith("z.html#id")
            assert built.texts("p > .bibtex-citation", "b.html") == ["[1]", "[DHH22]"]
    tex = built.text("cv.tex")
    assert r"\hyperlink{cite.a:id3}{HW23}" in tex
    assert re.search(r"\\hyperlink\{cite.z:id\d+\}\{DHH22\}", tex)
    assert r"{[}{\hyperref[\detokenize{list:pub-huang2023rmstc}]{\sphinxcrossref{1}}}{]}" in tex


@pytest.mark.parametrize("builder", ["singlehtml", "text", "man", "texinfo", "epub", "dirhtml"])
def test_every_builder_prints_citations(site: Site, builder: str) -> None:
    site.configure(
        man_pages=[("index", "t", "T", [], 1)],
        texinfo_documents=[("index", "t", "T", "G", "t", "T", "M")],
        suppress_warnings=["epub"],
        epub_show_urls="no",
        copyright="G",
        version="1",
    )
    site.write("index.md", ROOT)
    site.write("list.md", LIST)
    site.write("a.md", "# A\n\n{cite:t}`huang2023rmstc`\n")
    built = site.build(builder)
    name = {"text": "a.txt", "man": "t.1", "texinfo": "t.texi", "epub": "a.xhtml", "dirhtml": "a/index.html"}
    text = built.text(name.get(builder, "index.html"))
    if builder in {"text", "man", "texinfo"}:
        text = re.sub(r"\\f[A-Z]|\\%", "", text)  # older man pages set references in another font
        assert re.search(r"Huang and Wang \[(@ref\{\d+,,)?3", text)
    else:
        href = {"singlehtml": "", "epub": "list.xhtml", "dirhtml": "../list/"}[builder]
        link = BeautifulSoup(text, "html.parser").select_one(".bibtex-citation a")
        assert link
        assert str(link["href"]).endswith(f"{href}#pub-huang2023rmstc")
        assert text.count('id="pub-huang2023rmstc"') == (builder == "singlehtml")


def test_any_finds_an_entry_once(site: Site) -> None:
    site.configure(suppress_warnings=["bibtex.duplicate_citation"])
    site.write("index.md", ROOT)
    site.write("list.md", LIST)
    site.write("a.md", "# A\n\n{any}`huang2021eda`\n\n```{bibliography}\n:all:\n```\n")
    built = site.build()
    assert built.all("p > a.reference", "a.html")[0]["href"] == "list.html#pub-huang2021eda"
    site.write("list.md", "# Other\n")
    site.configure(suppress_warnings=["vitae.unlisted"])
    built = site.build()
    assert "a" in built.written
    assert built.one("p .bibtex-citation a", "a.html").get_text() == "HH+21"


def test_footnotes_are_as_they_were(site: Site) -> None:
    site.write("index.md", ROOT)
    site.write("list.md", LIST)
    page = "{footcite:t}`huang2021eda` {footcite:p}`huang2023rmstc`\n\n```{footbibliography}\n```\n"
    site.write("a.md", "# A\n\n{cite:p}`huang2021eda` " + page)
    built = site.build()
    assert [tag["href"] for tag in built.all("a.footnote-reference", "a.html")] == [
        "#footcite-huang2021eda",
        "#footcite-huang2023rmstc",
    ]
    assert "Machine learning for circuits: a survey." in built.text("a.html").partition("footnote-list")[2]


def test_a_key_that_stands_nowhere_is_said_at_every_build(site: Site) -> None:
    site.configure(suppress_warnings=["vitae.unlisted"])
    site.write("index.md", "# P\n\n{cite:p}`huang2021edb`\n\n{cite:p}`dai2022daspmm`\n\n{cite:p}`tvmcon`\n")
    expect = (
        "index.md:3: WARNING: could not find bibtex key \"huang2021edb\"; did you mean 'huang2021eda'?",
        'index.md:5: WARNING: could not find bibtex key "dai2022daspmm"; the entry is not in any list',
        'index.md:7: WARNING: could not find bibtex key "tvmcon"; the entry is not in any list',
    )
    for _ in range(2):
        site.build(expect=expect)
    site.write("list.md", "---\norphan: true\n---\n# List\n\n```{publications}\n```\n\n```{talks}\n```\n")
    built = site.build(expect=expect[:1])
    assert [tag["href"] for tag in built.all("div.body a.reference")] == [
        "list.html#pub-dai2022daspmm",
        "list.html#talk-tvmcon",
    ]


def test_keys_that_cannot_be_told_apart_stop_nothing(site: Site) -> None:
    site.write("index.md", "# P\n\n{cite:p}`a b`\n")
    built = site.build(expect=("index.md:3: ERROR: role 'cite:p': 'a b' is not a list of keys",))
    assert built.texts("div.body p") == ["a b"]


def test_labels_are_those_of_the_style_where_lists_have_no_numbers(site: Site) -> None:
    twin = "@misc{%s, author = {Huang, Guyue and Wang, Zhengyang}, title = {Twin}, date = {2023}}\n"
    site.write(
        "references.bib", BIB + twin % "twin" + "@misc{cjk, author = {黄, 小明}, title = {题}, date = 2020}\n"
    )
    site.configure(suppress_warnings=["vitae.owner-absent"])
    site.write("index.md", "# P\n\n{cite:p}`huang2023rmstc,cjk`\n\n```{publications}\n```\n")
    assert site.build().one("p > .bibtex-citation").get_text() == "[HW23, cjk]"
    site.write("other.md", "---\norphan: true\n---\n# Q\n\n{cite:p}`twin`\n")
    built = site.build()
    assert sorted(built.written) == ["index", "other"]
    assert built.one("p > .bibtex-citation").get_text() == "[HW23b, cjk]"
    assert built.one("p > .bibtex-citation", "other.html").get_text() == "[HW23a]"
    site.configure(
        bibtex_default_style="plain", suppress_warnings=["vitae.owner-absent"]
    )  # its labels are numbers, which stand nowhere
    assert site.build().one("p > .bibtex-citation").get_text() == "[HW23b, cjk]"


def test_the_target_does_not_follow_the_names_of_pages(site: Site) -> None:
    """The rule: ``:canonical:``, else the first list in the order of contents that leaves nothing out."""
    names = ("a", "m", "z")
    whole, part = "```{publications}\n```\n", "```{publications}\nhuang2023rmstc\n```\n"
    canonical = "```{publications}\n:canonical:\nhuang2023rmstc\n```\n"
    for lists, best in (((part, whole, whole), 1), ((part, part, part), 0), ((whole, part, canonical), 2)):
        for order in (names, names[::-1]):
            toctree = "\n".join(order)
            site.write("index.md", f"# P\n\n{{cite:p}}`huang2023rmstc`\n\n```{{toctree}}\n{toctree}\n```\n")
            for name, text in zip(order, lists, strict=True):
                site.write(f"{name}.md", f"# {name}\n\n{text}")
            site.configure(suppress_warnings=["vitae.unlisted"])
            link = site.build().one(".bibtex-citation a")
            assert link["href"] == f"{order[best]}.html#pub-huang2023rmstc", (lists, order)


def citing_pages(site: Site) -> None:
    """Twelve pages that cite, before and behind those of two lists and of two stock bibliographies."""
    site.configure(suppress_warnings=["bibtex.duplicate_citation", "bibtex.duplicate_label"])
    site.write("index.md", ROOT + "\n{cite:t}`huang2021eda`\n")
    site.write("m.md", LIST)
    for name in ("c", "y"):
        text = '```{bibliography}\n:filter: key == "dai2022daspmm" or key == "travel"\n```\n'
        site.write(f"{name}.md", f"# Stock\n\n{{cite:p}}`dai2022daspmm`\n\n{text}")
    for name in "abdefnopqrz":
        site.write(f"{name}.md", f"# {name}\n\n{{cite:p}}`{KEYS[0]},{KEYS[1]}` {{cite}}`travel`\n")


def every_citation(built: Built) -> dict[str, list[str]]:
    pages = sorted(path.name for path in built.folder.glob("*.html") if path.name not in {"search.html"})
    return {name: [str(tag) for tag in built.all("p > .bibtex-citation", name)] for name in pages}


def test_edits_and_processes_make_what_a_clean_build_makes(site: Site) -> None:
    citing_pages(site)
    first = every_citation(site.build())
    assert "y.html#id" in first["a.html"][1]
    assert "m.html#pub-" in first["a.html"][0]
    assert site.build().written == []
    edits = (
        ("m.md", ":number: descending", ":number: ascending"),
        ("c.md", "# Stock", "# Read again"),
        ("index.md", "# P\n", "# P\n\n```{publications}\n:canonical:\n```\n"),
        ("y.md", ' or key == "travel"', ""),
        ("references.bib", "Dai, Guohao", "Dei, Guohao"),
        ("index.md", ":canonical:", ":number: ascending\n:prefix: P"),
    )
    seen = [first]
    for name, old, new in edits:
        path = site.folder / name
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
        step = every_citation(site.build(jobs=2))
        (site.folder / "_build").rename(site.folder / f"_kept{len(seen)}")
        assert every_citation(site.build(jobs=1 + len(seen) % 2)) == step, len(seen)
        seen.append(step)
    assert seen[2] == seen[1], "a page that is read again changes nothing"
    assert all(old != new for old, new in pairwise(seen[2:]))


def test_a_number_that_changes_is_written_where_it_is_cited(site: Site) -> None:
    citing_pages(site)
    site.build()
    site.replace("m.md", ":number: descending", ":number: ascending\n:prefix: J")
    built = site.build()
    assert built.one("p > .bibtex-citation", "index.html").get_text() == "Huang et al. [J3]"
    assert "a" in built.written
    assert built.texts("p > .bibtex-citation", "a.html")[0] == "[J1, J2]"


def test_no_record_is_loaded_where_nothing_changed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.write("index.md", ROOT)
    site.write("list.md", "# List\n\n```{publications}\n```\n")
    site.write("a.md", "# A\n\n{cite:p}`huang2023rmstc`\n")
    site.build()
    monkeypatch.setattr(Bibliography, "catalogue", property(lambda self: pytest.fail("loaded")))
    assert site.build().written == []


def test_without_it_the_roles_know_stock_bibliographies_alone(site: Site) -> None:
    site.write("index.md", ROOT)
    site.write("list.md", LIST)
    site.write("a.md", "# A\n\n{cite:p}`huang2023rmstc`\n")
    assert site.build().one(".bibtex-citation a", "a.html")["href"] == "list.html#pub-huang2023rmstc"
    site.configure(vitae_cite=False)
    built = site.build(expect=('could not find bibtex key "huang2023rmstc"',))
    assert built.one(".bibtex-citation", "a.html").get_text() == "[]"
    site.configure()
    assert site.build().one(".bibtex-citation a", "a.html")["href"] == "list.html#pub-huang2023rmstc"


def test_a_page_that_only_cites_loads_nothing_of_ours(site: Site) -> None:
    site.write("index.md", ROOT)
    site.write("list.md", LIST)
    site.write("a.md", "# A\n\n{cite:p}`huang2023rmstc`\n")
    built = site.build()
    assert "vitae.css" in built.text("list.html")
    assert "vitae.css" not in built.text("a.html")


def test_tooltips_are_the_entry_as_text(site: Site) -> None:
    site.write("index.md", "# P\n\n{cite:p}`huang2021eda`\n\n```{publications}\n```\n")
    title = (
        "G. Huang, Jingbo Hu, et al. Machine learning for circuits: a survey. ACM TODAES 26(5):1–46, 2021."
    )
    assert site.build().one("p > .bibtex-citation a")["title"] == title
    site.configure(bibtex_tooltips=False)
    assert "title" not in site.build().one("p > .bibtex-citation a").attrs


@pytest.mark.pdf
@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}")
def test_citations_in_print_name_the_page_and_none_is_dead(site: Site) -> None:
    break_page = "\n\n```{raw} latex\n\\clearpage\n```\n"
    all_roles(site, "md", "super")
    site.write("list.md", "# List\n\n{cite:p}`dai2022daspmm`" + break_page + LIST.partition("\n")[2])
    site.write("stock.md", "# Stock\n\n{cite:p}`travel`\n\n```{bibliography}\n```\n")
    site.replace(
        "conf.py", "bibtex_reference_style", "suppress_warnings = ['bibtex']\nbibtex_reference_style"
    )
    built = site.build("latex")
    assert compile_pdf(built.folder, "cv") == []
    log = (built.folder / "cv.log").read_text("utf-8", "replace")
    assert "undefined" not in log
    assert "does not exist" not in log
    text = Pdf(built.folder / "cv.pdf").text("-raw")
    assert "label one: 3 (p. 3)" in text
    assert "label two: 3 (p. 3), 2 (p. 3)" in text

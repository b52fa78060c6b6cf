"""Files of other programs. All works are invented; the shapes are those of real exports."""

from __future__ import annotations

import json

import pytest

from sphinx_vitae.imports import Found, SourceError, read_file

#: One journal article, as four programs export it.
RIS = {
    "Zotero": """\
TY  - JOUR
TI  - Weaving H2O: the Loom effect in GPU clusters
AU  - Lindqvist, Maja
AU  - van der Berg, Jan
T2  - Journal of Loom Research
AB  - Threads & needles.
DA  - 2021/05/17/
PY  - 2021
DO  - 10.1000/loom.5
VL  - 12
IS  - 3
SP  - 454
EP  - 481
SN  - 1234-5678
UR  - https://example.org/loom
Y2  - 2022/01/01/
KW  - private tag
ER  -

""",
    "EndNote": """\
TY  - JOUR
AU  - Lindqvist, Maja
AU  - van der Berg, Jan
DA  - May 17
DO  - 10.1000/loom.5
ID  - 42
IS  - 3
N1  - my note
PY  - 2021
SP  - 454-481
T2  - Journal of Loom Research
TI  - Weaving H2O: the Loom effect in GPU clusters
VL  - 12
ER  -
""",
    "Mendeley": """\
TY  - JOUR
T1  - Weaving H2O: the Loom effect in GPU clusters
A1  - Lindqvist, Maja
A1  - van der Berg, Jan
Y1  - 2021/05/17
N2  - Threads & needles.
JF  - Journal of Loom Research
VL  - 12
IS  - 3
SP  - 454
EP  - 81
M3  - doi: 10.1000/loom.5
ER  -
""",
    "Scopus": """\
TY  - JOUR
TI  - Weaving H2O: the Loom effect in GPU clusters
T2  - Journal of Loom Research
J2  - J. Loom Res.
VL  - 12
IS  - 3
SP  - 454
EP  - 481
PY  - 2021
DO  - 10.1000/loom.5
AU  - Lindqvist, Maja
AU  - van der Berg, Jan
M3  - Article
DB  - Scopus
N1  - Export Date: 1 January 2022; Cited By: 3
ER  -
""",
}
NBIB = """\

PMID- 12345678
OWN - NLM
VI  - 12
IP  - 3
DP  - 2021 May 17
TI  - Weaving H2O: the Loom effect in GPU
      clusters.
LID - 10.1000/loom.5 [doi]
PG  - 454-81
FAU - Lindqvist, Maja
AU  - Lindqvist M
FAU - van der Berg, Jan
AU  - van der Berg J
JT  - Journal of Loom Research
TA  - J Loom Res
PMC - PMC1234567
PT  - Journal Article
SO  - J Loom Res. 2021;12(3):454-81.

PMID- 87654321
TI  - Second work.
AU  - Okafor AB
CN  - Loom Consortium
DP  - 2020 Mar-Apr
AID - e77 [pii]
JT  - Acta
"""


def fields(found: Found, number: int = 0) -> dict[str, str]:
    offer = found.offers[number]
    return {"": offer.type, **offer.fields}


@pytest.mark.parametrize("program", RIS)
def test_the_ris_of_four_programs_gives_the_same_article(program: str) -> None:
    found = fields(read_file("a.ris", RIS[program].encode()))
    found.pop("abstract", "")
    date = found.pop("date")
    assert date == ("2021" if program == "Scopus" else "2021-05-17")
    assert found == {
        "": "article",
        "author": "Lindqvist, Maja and van der Berg, Jan",
        "title": "Weaving {H2O}: the {Loom} effect in {GPU} clusters",
        "journaltitle": "Journal of Loom Research",
        "volume": "12",
        "number": "3",
        "pages": "454--481",
        "doi": "10.1000/loom.5",
    }


def test_line_endings_a_byte_order_mark_and_another_encoding_make_no_difference() -> None:
    text = RIS["Zotero"].replace("Maja", "Märta")
    plain = read_file("a.ris", text.encode())
    assert read_file("a.ris", text.replace("\n", "\r\n").encode("utf-8-sig")) == plain
    assert read_file("a.ris", text.encode("cp1252")) == plain


def test_a_chapter_a_paper_a_thesis_and_a_book_in_ris_have_their_venue() -> None:
    text = (
        "TY  - CHAP\nTI  - One\nAU  - Roe, Ann\nBT  - The Book of Looms\nA2  - Li, Bo\nPB  - Press\nCY  - Oslo\nPY  - 2020\nER  - \n"
        "TY  - CPAPER\nTI  - Two\nAU  - Roe, Ann\nC3  - Proceedings of LOOM\nPY  - 2021\nC7  - 14\nER  - \n"
        "TY  - THES\nTI  - Three\nAU  - Ann Roe\nPB  - Loom University\nM3  - Ph.D. Thesis\nPY  - 2019\nER  - \n"
        "TY  - BOOK\nTI  - Four\nED  - Roe, Ann\nSN  - 978-3-16-148410-0\nPY  - 2018\n"
    )
    found = read_file("a.ris", text.encode())
    assert fields(found, 0) | {
        "booktitle": "The Book of Looms",
        "editor": "Li, Bo",
        "location": "Oslo",
        "": "incollection",
    } == fields(found, 0)
    assert fields(found, 1) | {
        "booktitle": "Proceedings of LOOM",
        "eid": "14",
        "": "inproceedings",
    } == fields(found, 1)
    assert fields(found, 2) | {
        "institution": "Loom University",
        "type": "phdthesis",
        "author": "Roe, Ann",
        "": "thesis",
    } == fields(found, 2)
    assert fields(found, 3) | {"editor": "Roe, Ann", "isbn": "978-3-16-148410-0", "": "collection"} == fields(
        found, 3
    )


def test_pubmeds_format_gives_authors_in_full_whole_page_numbers_and_identifiers() -> None:
    found = read_file("a.nbib", NBIB.encode())
    assert fields(found) == {
        "": "article",
        "author": "Lindqvist, Maja and van der Berg, Jan",
        "title": "Weaving {H2O}: the {Loom} effect in {GPU} clusters",
        "journaltitle": "Journal of Loom Research",
        "date": "2021-05-17",
        "volume": "12",
        "number": "3",
        "pages": "454--481",
        "doi": "10.1000/loom.5",
        "pmid": "12345678",
        "pmcid": "PMC1234567",
    }
    assert fields(found, 1) | {
        "author": "Okafor, A. B. and {Loom Consortium}",
        "date": "2020-03",
        "eid": "e77",
    } == fields(found, 1)


def test_csl_json_of_a_manager_keeps_its_keys_and_leaves_notes_alone() -> None:
    item = {
        "id": "lindqvist2021",
        "type": "paper-conference",
        "title": "On <i>k</i>-looms",
        "author": [
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
            {"literal": "Loom Collaboration"},
        ],
        "container-title": "LOOM",
        "issued": {"date-parts": [["2021", 5]]},
        "page": "1-2",
        "note": "mine",
        "keyword": "tag",
    }
    found = read_file("a.json", json.dumps([item]).encode())
    assert found.offers[0].key == "lindqvist2021"
    assert fields(found) == {
        "": "inproceedings",
        "author": "van der Berg, Jan and {Loom Collaboration}",
        "title": "On \\emph{k}-looms",
        "booktitle": "LOOM",
        "date": "2021-05",
        "pages": "1--2",
    }


def test_an_export_of_google_scholar_is_read_although_its_articles_lack_journals() -> None:
    text = "@article{lindqvist2009once,\n  title={Once more: The loom},\n  author={Lindqvist, Maja and others},\n  year={2009}\n}\n"
    assert fields(read_file("citations.bib", text.encode())) == {
        "": "misc",
        "author": "Lindqvist, Maja and others",
        "title": "Once more: The loom",
        "date": "2009",
    }


def test_private_fields_and_a_readers_own_notes_stay_out_but_links_of_ones_own_file_come_in() -> None:
    managed = "@misc{a, title={A}, file={/home/x.pdf}, urldate={2020-01-01}, note={3 of 5}, keywords={_tablet}, doi={10.1000/1}}"
    assert set(fields(read_file("a.bib", managed.encode()))) == {"", "title", "doi"}
    own = "@misc{a, title={A}, note={Best talk}, keywords={x, y}, selected={true}, pdf={a_b.pdf}, code={https://example.org/a_b}, author={Roe, Ann}, author+an={1=me}}"
    assert fields(read_file("a.bib", own.encode())) | {
        "note": "Best talk",
        "keywords": "x, y",
        "selected": "true",
        "pdf": "a_b.pdf",
        "code": "https://example.org/a_b",
        "author+an": "1=me",
    } == fields(read_file("a.bib", own.encode()))


def test_translations_come_in_with_their_markup() -> None:
    own = r'@talk{a, title={A}, title+an:de={="Über \emph{Regen}"}, note+an:fr={Pluie}}'
    found = fields(read_file("a.bib", own.encode()))
    assert found["title+an:de"] == r'="Über \emph{Regen}"'
    assert found["note+an:fr"] == '="Pluie"'


def test_a_bib_file_with_an_error_brings_what_can_be_read_and_a_note() -> None:
    found = read_file("a.bib", b"@misc{a, title={A}}\n@misc{b, title={B\n@misc{c, title={C}}\n")
    assert [offer.key for offer in found.offers] == ["a", "b", "c"]
    assert "line 2" in found.notes[0]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        (b"hello", "the format is not supported; it must be BibTeX, CSL-JSON, RIS or PubMed"),
        (b'[{"title": "A"', "the file is not valid JSON in line 1"),
        (b'{"basics": {"name": "Roe"}}', "the file is JSON, but not CSL-JSON"),
        (b"[" * 100000, "the file is not valid JSON"),
    ],
)
def test_any_other_file_is_refused_in_one_sentence(content: bytes, said: str) -> None:
    with pytest.raises(SourceError) as error:
        read_file("a", content)
    assert str(error.value).startswith(said)

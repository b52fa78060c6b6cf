"""The services: addresses, requests, and answers of their shape with invented content."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from services import Reply, Services, services
from sphinx_vitae.imports import BASES, Found, SourceError, Web, source_of

IRIS = "0000-0002-1825-0097"
CSL = {
    "DOI": "10.1000/LOOM.1",
    "type": "journal-article",
    "title": "On looms",
    "author": [{"family": "Roe", "given": "Ann"}],
    "container-title": "Acta",
    "issued": {"date-parts": [[2021, 5]]},
}
BIBTEX = "@article{DBLP:journals/acta/Roe21, author={Ann Roe 0003}, title={On Looms.}, journal={Acta}, year={2021}}"


@pytest.fixture
def host() -> Iterator[Services]:
    with services() as running:
        yield running


def found(host: Services, word: str) -> Found:
    source = source_of(word)
    assert source is not None
    with Web("0", bases=dict.fromkeys(BASES, host.url), sleep=lambda _: None, environment={}) as web:
        return web.run(source.steps())


def refused(host: Services, word: str) -> str:
    with pytest.raises(SourceError) as error:
        found(host, word)
    return str(error.value)


@pytest.mark.parametrize(
    ("word", "source"),
    [
        ("doi:10.1000/ABC", "doi:10.1000/abc"),
        ("https://doi.org/10.1000/ABC", "doi:10.1000/abc"),
        ("10.1000/abc", "doi:10.1000/abc"),
        ("arxiv:2401.00001v2", "arxiv:2401.00001v2"),
        ("https://arxiv.org/pdf/2401.00001", "arxiv:2401.00001"),
        ("pmid:123", "pmid:123"),
        ("https://pubmed.ncbi.nlm.nih.gov/123/?x=1", "pmid:123"),
        ("dblp:12/345-1", "dblp:12/345-1"),
        ("https://dblp.org/pid/r/AnnRoe.html", "dblp:r/AnnRoe"),
        ("https://dblp.uni-trier.de/rec/conf/loom/Roe21.html?view=bibtex", "dblp:rec/conf/loom/Roe21"),
        (f"orcid:{IRIS}", f"orcid:{IRIS}"),
        (f"https://orcid.org/{IRIS}/", f"orcid:{IRIS}"),
        ("inspire:A.Roe.1", "inspire:A.Roe.1"),
        ("https://inspirehep.net/authors/77?ui-citation-summary=true", "inspire:authors/77"),
        ("openalex:a55", "openalex:A55"),
        ("https://openalex.org/works/W9", "openalex:W9"),
        ("zotero:7/ABCD2345", "zotero:7/ABCD2345"),
        ("https://www.zotero.org/groups/7/looms/collections/ABCD2345/items", "zotero:groups/7/ABCD2345"),
    ],
)
def test_a_word_or_a_copied_address_names_a_source(word: str, source: str) -> None:
    assert str(source_of(word)) == source


@pytest.mark.parametrize(
    "word", ["refs.bib", "C:\\refs.bib", "https://example.org/x", "Roe", "https://orcid.example.org/x"]
)
def test_other_words_name_none(word: str) -> None:
    assert source_of(word) is None


def test_a_doi_is_asked_for_as_csl_json(host: Services) -> None:
    host.answer("/10.1000/loom.1", json.dumps(CSL))
    offer = found(host, "doi:10.1000/Loom.1").offers[0]
    assert host.asked[0][1]["Accept"] == "application/vnd.citationstyles.csl+json"
    assert (offer.id, offer.type, offer.fields["date"]) == ("doi:10.1000/loom.1", "article", "2021-05")


def test_an_arxiv_number_is_asked_for_by_its_doi_and_becomes_an_eprint(host: Services) -> None:
    answer = {
        "type": "article",
        "DOI": "10.48550/ARXIV.2401.00001",
        "publisher": "arXiv",
        "title": "On looms",
        "categories": ["Machine Learning (cs.LG)"],
        "author": [{"family": "Roe", "given": "Ann"}],
        "issued": {"date-parts": [[2024]]},
    }
    host.answer("/10.48550/arXiv.2401.00001", json.dumps(answer))
    offer = found(host, "arxiv:2401.00001v3").offers[0]
    assert offer.type == "online"
    assert offer.fields == {
        "author": "Roe, Ann",
        "title": "On looms",
        "date": "2024",
        "eprint": "2401.00001",
        "eprinttype": "arxiv",
        "eprintclass": "cs.LG",
    }


def test_pubmed_answers_csl_json(host: Services) -> None:
    host.answer("/lit/ctxp/v1/pubmed/", json.dumps([{**CSL, "PMID": "123", "title": "On looms."}]))
    offer = found(host, "pmid:123").offers[0]
    assert host.paths == ["/lit/ctxp/v1/pubmed/?format=csl&id=123"]
    assert (offer.fields["pmid"], offer.fields["title"]) == ("123", "On looms")


def test_dblp_answers_a_persons_works_in_one_request(host: Services) -> None:
    host.answer("/pid/12/345.bib", Reply(BIBTEX, "application/x-bibtex"))
    offer = found(host, "dblp:12/345").offers[0]
    assert host.paths == ["/pid/12/345.bib?param=1"]
    assert offer.id == "dblp:journals/acta/Roe21"
    assert offer.fields == {
        "author": "Roe, Ann",
        "title": "On Looms",
        "date": "2021",
        "journaltitle": "Acta",
        "dblp": "journals/acta/Roe21",
    }


def test_dblps_three_forms_of_a_paper_give_the_same_work(host: Services) -> None:
    condensed = "@inproceedings{DBLP:conf/loom/RoeL21, author={Ann Roe and Bo Li}, title={A {GPU} Loom}, booktitle={{LOOM}}, pages={1--2}, publisher={{ACM}}, year={2021}}"
    standard = condensed.replace("{{LOOM}}", "{Proceedings of {LOOM} 2021}").replace(
        "year", "doi={10.1000/L\\_1}, url={https://doi.org/10.1000/L\\_1}, year"
    )
    crossed = (
        condensed.replace("booktitle={{LOOM}}, ", "")
        .replace("publisher={{ACM}}, ", "")
        .replace("year", "crossref={DBLP:conf/loom/2021}, doi={10.1000/L\\_1}, year")
        + "@proceedings{DBLP:conf/loom/2021, editor={Cy Tan}, title={Proceedings of {LOOM} 2021}, publisher={{ACM}}, year={2021}}"
    )
    made = []
    for text in (condensed, standard, crossed):
        host.answer("/pid/1/2.bib", Reply(text, "text/plain"))
        offers = found(host, "dblp:1/2").offers
        assert len(offers) == 1
        made.append(offers[0])
    assert len({offer.id for offer in made}) == 1
    assert (
        len(
            {
                (
                    offer.type,
                    offer.fields["author"],
                    offer.fields["title"],
                    offer.fields["pages"],
                    offer.fields["publisher"],
                )
                for offer in made
            }
        )
        == 1
    )
    assert made[1].fields["doi"] == made[2].fields["doi"] == "10.1000/l_1"
    assert made[1].fields["booktitle"] == made[2].fields["booktitle"]


def test_inspire_finds_the_author_by_address_and_pages_through_the_works(host: Services) -> None:
    host.answer(
        "/api/authors/77",
        json.dumps(
            {
                "metadata": {
                    "ids": [{"schema": "ORCID", "value": "x"}, {"schema": "INSPIRE BAI", "value": "A.Roe.1"}]
                }
            }
        ),
    )
    host.answer(
        "/api/literature",
        Reply(
            '@article{Roe:2012abc, author = "Roe, Ann and others", collaboration = "LOOM", title = "{Observation of $K^0$}", eprint = "1207.0001", archivePrefix = "arXiv", primaryClass = "hep-ex", journal = "Phys. Lett. B", volume = "7", pages = "1--2", year = "2012"}',
            "text/plain",
        ),
    )
    offer = found(host, "https://inspirehep.net/authors/77").offers[0]
    assert host.paths[1].startswith("/api/literature?q=a A.Roe.1&size=1000&page=1&")
    assert offer.ids >= {"inspire:Roe:2012abc", "arxiv:1207.0001"}
    assert offer.fields["author"] == "Roe, Ann and others"
    assert offer.fields["title"] == "Observation of $K^0$"
    assert offer.fields["eprintclass"] == "hep-ex"


def test_zotero_pages_through_a_library_and_leaves_private_fields(host: Services) -> None:
    pages = [
        "@article{a, title={{One}}, note={4}, keywords={_tablet}, file={x.pdf}, journaltitle={Acta}}",
        "@article{b, title={Two}, journaltitle={Acta}}",
    ]
    host.answer(
        "/groups/7/items/top",
        *(Reply(page, "text/plain", headers={"Total-Results": "101"}) for page in pages),
    )
    offers = found(host, "zotero:groups/7").offers
    assert [path.partition("start=")[2] for path in host.paths] == ["0", "100"]
    assert [set(offer.fields) for offer in offers] == [{"title", "journaltitle"}] * 2


def test_openalex_finds_works_and_their_data_comes_by_doi(host: Services) -> None:
    first = {
        "meta": {"next_cursor": "n2"},
        "results": [{"doi": "https://doi.org/10.1000/loom.1", "title": "WRONG"}],
    }
    last = {"meta": {"next_cursor": None}, "results": [{"doi": None, "title": "Without"}]}
    host.answer("/works", json.dumps(first), json.dumps(last))
    host.answer("/10.1000/loom.1", json.dumps(CSL))
    made = found(host, "openalex:A5")
    assert [offer.fields["title"] for offer in made.offers] == ["On looms"]
    assert made.notes == ("not imported, because it has no DOI: Without",)


def group(*ids: tuple[str, str, str], code: int | str = 1) -> dict[str, object]:
    external = {
        "external-id": [
            {"external-id-type": kind, "external-id-value": value, "external-id-relationship": relation}
            for kind, value, relation in ids
        ]
    }
    return {"external-ids": external, "work-summary": [{"put-code": code, "external-ids": external}]}


def employment(code: int, role: str | None, end: object = None) -> dict[str, object]:
    return {
        "summaries": [
            {
                "employment-summary": {
                    "put-code": code,
                    "department-name": "Dept. of Looms",
                    "role-title": role,
                    "start-date": {"year": {"value": "2015"}, "month": {"value": "09"}},
                    "end-date": end,
                    "organization": {
                        "name": "Loom & Co",
                        "address": {"city": "Oslo", "region": None, "country": "NO"},
                    },
                }
            }
        ]
    }


def record(works: object, **sections: object) -> str:
    return json.dumps(
        {
            "activities-summary": {
                "works": {"group": works},
                **{name.replace("_", "-"): value for name, value in sections.items()},
            }
        }
    )


def test_orcid_finds_works_by_their_own_identifiers_not_by_those_of_the_book(host: Services) -> None:
    works = [
        group(
            ("isbn", "978", "part-of"), ("doi", "10.1000/BOOK", "part-of"), ("doi", "10.1000/Loom.1", "self")
        ),
        group(("arxiv", "arXiv:2401.00001v2", "self")),
        group(("pmid", "123", "self")),
    ]
    host.answer(f"/v3.0/{IRIS}/record", record(works))
    host.answer("/10.1000/loom.1", json.dumps(CSL))
    host.answer("/10.48550/arXiv.2401.00001", json.dumps({**CSL, "DOI": "10.48550/arXiv.2401.00001"}))
    host.answer("/lit/ctxp/v1/pubmed/", json.dumps({**CSL, "DOI": None, "PMID": "123"}))
    made = found(host, f"orcid:{IRIS}")
    assert [offer.id for offer in made.offers] == ["doi:10.1000/loom.1", "arxiv:2401.00001", "pmid:123"]


def test_a_work_without_an_identifier_comes_as_its_owner_described_it(host: Services) -> None:
    host.answer(f"/v3.0/{IRIS}/record", record([group(code=5), group(code=6)]))
    cited = {
        "put-code": 5,
        "citation": {
            "citation-type": "bibtex",
            "citation-value": "@article{x, author={Roe, Ann}, title={{Cited Work}}, journal={Acta}, year=2012}",
        },
    }
    bare = {
        "put-code": 6,
        "type": "conference-paper",
        "title": {"title": {"value": "Bare work"}},
        "journal-title": {"value": "LOOM"},
        "publication-date": {"year": {"value": "2013"}},
        "contributors": {"contributor": [{"credit-name": {"value": "Ann B. Roe"}}]},
    }
    host.answer(
        f"/v3.0/{IRIS}/works/5,6", json.dumps({"bulk": [{"work": cited}, {"work": bare}, {"error": {}}]})
    )
    offers = found(host, f"orcid:{IRIS}").offers
    assert [(offer.id, offer.type, offer.fields["title"]) for offer in offers] == [
        ("orcid:5", "article", "Cited Work"),
        ("orcid:6", "inproceedings", "Bare work"),
    ]
    assert offers[1].fields == {
        "author": "Roe, Ann B.",
        "title": "Bare work",
        "booktitle": "LOOM",
        "date": "2013",
    }


def test_orcids_other_sections_become_positions_degrees_awards_services_and_grants(host: Services) -> None:
    title = {
        "put-code": 2,
        "role-title": "Prize",
        "start-date": {"year": {"value": "2019"}},
        "organization": {"name": "Academy"},
    }
    funding = {
        "put-code": 3,
        "title": {"title": {"value": "Looms"}},
        "start-date": {"year": {"value": "2018"}},
        "end-date": {"year": {"value": "2020"}},
        "organization": {"name": "Fund"},
        "external-ids": {
            "external-id": [
                {
                    "external-id-type": "grant_number",
                    "external-id-value": "G-1",
                    "external-id-relationship": "self",
                    "external-id-url": {"value": "https://example.org/g"},
                }
            ]
        },
    }
    host.answer(
        f"/v3.0/{IRIS}/record",
        record(
            [],
            employments={
                "affiliation-group": [
                    employment(1, "Weaver"),
                    employment(4, None, {"year": {"value": "2016"}}),
                ]
            },
            educations={
                "affiliation-group": [
                    {
                        "summaries": [
                            {
                                "education-summary": {
                                    **title,
                                    "role-title": "PhD",
                                    "end-date": {"year": {"value": "2021"}},
                                }
                            }
                        ]
                    }
                ]
            },
            distinctions={"affiliation-group": [{"summaries": [{"distinction-summary": title}]}]},
            services={
                "affiliation-group": [{"summaries": [{"service-summary": {**title, "role-title": "Chair"}}]}]
            },
            fundings={"group": [{"funding-summary": [funding]}]},
        ),
    )
    offers = {offer.id: offer for offer in found(host, f"orcid:{IRIS}").offers}
    assert offers["orcid:employment/1"].type == "position"
    assert offers["orcid:employment/1"].fields == {
        "title": "Weaver",
        "organization": "Dept. of Looms, Loom \\& Co",
        "location": "Oslo, NO",
        "date": "2015-09/",
    }
    assert offers["orcid:employment/4"].fields["date"] == "2015-09/2016"
    assert offers["orcid:employment/4"].fields["title"] == "Employment"
    assert (offers["orcid:education/2"].type, offers["orcid:education/2"].fields["date"]) == (
        "degree",
        "2019/2021",
    )
    assert (offers["orcid:distinction/2"].type, offers["orcid:distinction/2"].fields["date"]) == (
        "award",
        "2019",
    )
    assert offers["orcid:service/2"].type == "service"
    assert offers["orcid:funding/3"].fields == {
        "title": "Looms",
        "organization": "Fund",
        "number": "G-1",
        "date": "2018/2020",
        "url": "https://example.org/g",
    }


def test_identifiers_and_codes_that_are_none_are_not_asked_for(host: Services) -> None:
    odd = group(("doi", "10.1000/\ud800", "self"), code=1)
    host.answer(
        f"/v3.0/{IRIS}/record", record([odd, group(("pmid", "²", "self"), code=7), group(code="../../x")])
    )
    found(host, f"orcid:{IRIS}")
    assert host.paths[1:] == ["/10.1000/?", f"/v3.0/{IRIS}/works/7"]


def test_one_doi_that_fails_is_a_note_and_the_others_are_used(host: Services) -> None:
    host.answer(
        f"/v3.0/{IRIS}/record",
        record([group(("doi", "10.1000/gone", "self")), group(("doi", "10.1000/loom.1", "self"))]),
    )
    host.answer("/10.1000/loom.1", json.dumps(CSL))
    made = found(host, f"orcid:{IRIS}")
    assert [offer.fields["title"] for offer in made.offers] == ["On looms"]
    assert made.notes == ("10.1000/gone: 127.0.0.1 does not know this identifier; check the spelling",)
    assert not made.complete


@pytest.mark.parametrize(
    ("word", "path", "reply", "said"),
    [
        (
            "doi:10.1000/x",
            "/10.1000/x",
            Reply('{"title": "On l'),
            "the response is incomplete or is not JSON",
        ),
        ("doi:10.1000/x", "/10.1000/x", Reply("{}"), "the response for 10.1000/x has no title"),
        ("doi:10.1000/x", "/10.1000/x", Reply("[null, 3]"), "the response for 10.1000/x has no title"),
        (
            "dblp:1/2",
            "/pid/1/2.bib",
            Reply("@article{a, title={Half", "text/plain"),
            "the response is incomplete or is not BibTeX",
        ),
        ("dblp:1/2", "/pid/1/2.bib", Reply("", "text/plain"), "the response contains no works"),
        ("pmid:1", "/lit/ctxp/v1/pubmed/", Reply("[]"), "PubMed does not list a work with the number 1"),
        (
            "inspire:A.Roe.1",
            "/api/literature",
            Reply("", "text/plain"),
            "INSPIRE does not list any works by A.Roe.1",
        ),
        ("openalex:A1", "/works", Reply('{"results": []}'), "OpenAlex does not list any works by A1"),
        (
            "zotero:1",
            "/users/1/publications/items",
            Reply("", "text/plain"),
            "My Publications is empty, or not public",
        ),
        (
            f"orcid:{IRIS}",
            f"/v3.0/{IRIS}/record",
            Reply("{}"),
            "the record does not contain any public works or activities",
        ),
        (
            f"orcid:{IRIS}",
            f"/v3.0/{IRIS}/record",
            Reply('["x"]'),
            "the record does not contain any public works or activities",
        ),
    ],
)
def test_half_an_answer_and_an_empty_one_are_one_sentence(
    host: Services, word: str, path: str, reply: Reply, said: str
) -> None:
    host.answer(path, reply)
    assert refused(host, word) == said


@pytest.mark.parametrize(
    "word",
    [
        "doi:hello",
        "arxiv:hello",
        "pmid:x1",
        "dblp:Ann Roe",
        "orcid:0000",
        "inspire:Ann Roe",
        "openalex:Roe",
        "zotero:ann",
    ],
)
def test_a_value_that_the_service_cannot_know_is_not_asked_for(host: Services, word: str) -> None:
    assert refused(host, word).startswith("this is not ")
    assert host.asked == []

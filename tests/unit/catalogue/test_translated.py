"""Entries in the language of the site."""

from __future__ import annotations

import pytest

from sphinx_vitae.bib import read
from sphinx_vitae.catalogue import translations_after
from sphinx_vitae.catalogue.relations import citations
from sphinx_vitae.catalogue.translated import in_language_of_site
from sphinx_vitae.model import Record, Settings
from sphinx_vitae.select import Arrangement, arrange, parse_sort
from sphinx_vitae.select.arrangement import items
from sphinx_vitae.select.field_text import field_text

BIB = r"""
@article{work, title={Looms}, title+an:de={="Webstühle"}, journal={J}, note={Two}, note+an:de={="Zwei"}, date=2020}
@talk{talk, title={A \cite{work}}, title+an:de={="Vortrag"}, location={Munich}, location+an:german={="München"}, date=2021}
@award{award, title={Prize}, title+an:de={="Preis"}, date=2019}
@position{job, title={Chair}, title+an:de={="Lehrstuhl"}, abstract+an:de={="Nur hier"}, date=2018}
@news{news, title={Out.}, title+an:de={="Da."}, date=2017}
@article{chinese, title={稀疏矩阵}, langid={chinese}, title+an:english={="Sparse matrices"}, title+an:romanized={="Xishu"}, journal={J}, date=2016}
"""


def found(language: str, **languages: str) -> dict[str, Record]:
    records, problems = read([("references.bib", BIB.encode())])
    assert not problems
    settings = Settings(language=language, languages=languages)
    return {record.key: record for record in in_language_of_site(records, settings)}


@pytest.mark.parametrize("language", ["de", "de_AT", "de-CH"])
def test_a_translation_replaces_the_title_except_of_a_publication(language: str) -> None:
    titles = {key: str(record.title) for key, record in found(language).items()}
    assert titles == {
        "work": "Looms", "talk": "Vortrag", "award": "Preis", "job": "Lehrstuhl", "news": "Da.", "chinese": "稀疏矩阵",
    }  # fmt: skip


def test_other_texts_are_replaced_in_all_kinds() -> None:
    records = found("de")
    assert str(records["work"].text("note")) == "Zwei"
    assert str(records["talk"].text("location")) == "München"
    assert str(records["job"].text("abstract")) == "Nur hier"


def test_without_a_translation_for_the_site_nothing_changes() -> None:
    records, _ = read([("references.bib", BIB.encode())])
    for language in ("", "en", "fr", "xx"):
        assert tuple(found(language).values()) == records


def test_the_texts_in_the_language_of_the_entry_are_kept() -> None:
    records, _ = read([("references.bib", BIB.encode())])
    for record in records:
        assert found("de")[record.key].own == record
    assert found("de")["job"].own_text("abstract").parts == ()


def test_selection_and_order_do_not_depend_on_the_language() -> None:
    def order(language: str) -> list[str]:
        records = list(found(language).values())
        arranged = arrange(records, Arrangement(sort=parse_sort("title")))
        return [item.record.key for item in items(arranged)]

    assert order("de") == order("en")
    assert field_text(found("de")["work"], "note") == "Two"
    assert list(citations(found("de")["talk"])) == [("title", "work")]


def test_a_translation_follows_where_the_site_asks_for_it() -> None:
    def after(language: str, key: str, **languages: str) -> list[str]:
        settings = Settings(language=language, languages=languages)
        return [str(text) for text in translations_after(found(language)[key], settings).values()]

    assert after("de", "work") == ["Webstühle"]
    assert after("en", "work") == []
    assert after("fr", "work", en="/", fr="/fr/") == []
    assert after("fr", "chinese") == ["Sparse matrices"]
    assert after("fr", "work", ja="/", fr="/fr/") == ["Webstühle"]  # better than none
    assert after("de", "chinese") == after("en", "chinese") == ["Sparse matrices"]
    assert after("zh_CN", "chinese") == []


def test_a_title_in_the_first_language_says_so_in_the_others() -> None:
    assert found("de", en="/", de="/de/")["work"].title_language == "en"
    assert found("de", en="/", de="/de/")["talk"].title_language == ""
    assert found("en", en="/", de="/de/")["work"].title_language == ""
    assert found("de")["work"].title_language == ""
    assert found("de", en="/", de="/de/")["chinese"].title_language == "chinese"


def test_a_translated_abstract_keeps_its_paragraphs() -> None:
    source = b'@misc{k, title={T}, abstract+an:de={="Eins.\n\nZwei."}}'
    records, _ = read([("references.bib", source)])
    assert [span.kind for span in records[0].text("abstract+an:de").spans("par")] == ["par"]

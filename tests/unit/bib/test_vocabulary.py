"""Each word of the vocabulary has one source: what is added there is known everywhere."""

from __future__ import annotations

import pytest

from sphinx_vitae.bib import read
from sphinx_vitae.bib.fields.links import link_kinds
from sphinx_vitae.bib.syntax.scanner import scan
from sphinx_vitae.bib.vocabulary import (
    GROUP_OF_TYPE,
    KINDS,
    LINK_KINDS,
    called_in,
    entry_types,
    is_known,
    near_field,
    near_type,
    written_name,
)
from sphinx_vitae.model import ACTIVITIES, PUBLICATION_GROUPS


@pytest.mark.parametrize("field", LINK_KINDS)
def test_every_link_field_is_a_known_field_and_ends_the_broken_one_before_it(field: str) -> None:
    assert is_known(field)
    assert near_field(field) == ""
    (entry,) = scan(f"@misc{{a,\n title = {{T,\n {field} = {{x}}\n}}\n").entries
    assert [each.name for each in entry.fields] == ["title", field]
    assert list(link_kinds({}))[: len(LINK_KINDS)] == list(LINK_KINDS)


def test_every_type_is_in_a_group_that_exists() -> None:
    assert set(GROUP_OF_TYPE.values()) <= set(PUBLICATION_GROUPS)


@pytest.mark.parametrize("group", PUBLICATION_GROUPS)
def test_every_group_can_be_named_by_an_entry(group: str) -> None:
    records, _ = read([("a.bib", f"@misc{{a, title = {{T}}, entrysubtype = {{{group}}}}}".encode())])
    assert records[0].groups == (group,)


@pytest.mark.parametrize("kind", [*ACTIVITIES, "talk", "award"])
def test_every_kind_has_an_entry_type_of_its_name(kind: str) -> None:
    records, problems = read([("a.bib", f"@{kind}{{a, title = {{T}}}}".encode())])
    assert records[0].kind == kind
    assert not problems
    assert KINDS[kind] == kind
    assert kind in entry_types()


@pytest.mark.parametrize(
    ("written", "meant"),
    [("artcile", "article"), ("inproceeding", "inproceedings"), ("article", ""), ("visit", ""), ("tlak", "")],
)
def test_a_type_near_a_known_one_is_a_misspelling(written: str, meant: str) -> None:
    assert near_type(written) == meant


def test_fields_are_called_as_the_file_calls_them() -> None:
    assert called_in("journaltitle", "article", {"author", "year"}) == "journal"
    assert called_in("journaltitle", "article", {"journaltitle", "date"}) == "journaltitle"
    assert called_in("journaltitle", "article", {"journaltitle", "journal"}) == "journal"
    assert called_in("institution", "thesis", set()) == "school"
    assert called_in("institution", "report", set()) == "institution"
    assert written_name("journaltitle", ("author", "Journal")) == "Journal"
    assert written_name("journaltitle", ("author",)) == "journaltitle"

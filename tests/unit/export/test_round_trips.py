"""What is exported and read again, by this package or another project's parser, is the same work."""

from __future__ import annotations

import pytest
from bibtexparser.entrypoint import parse_string

from sphinx_vitae.export import (
    Facts,
    coins,
    export_type,
    to_biblatex,
    to_classic_bibtex,
    to_csl,
    to_ris,
    unicode_text,
    zotero_type,
)
from sphinx_vitae.export.facts import GROUP_TYPES, SPECIAL_TYPES, edtf, given_last
from sphinx_vitae.model import PUBLICATION_GROUPS, Record
from unit.export.readers import CSL_TYPES, read_again, read_csl, read_pybtex, read_ris
from unit.export.sample import ALL, WORKS

#: Zotero's item types, as far as they are for records (zotero-schema 36).
ZOTERO = frozenset(
    [
        "artwork",
        "audioRecording",
        "blogPost",
        "book",
        "bookSection",
        "case",
        "computerProgram",
        "conferencePaper",
        "dataset",
        "document",
        "encyclopediaArticle",
        "film",
        "journalArticle",
        "letter",
        "magazineArticle",
        "manuscript",
        "newspaperArticle",
        "patent",
        "podcast",
        "preprint",
        "presentation",
        "report",
        "standard",
        "statute",
        "thesis",
        "videoRecording",
        "webpage",
    ]
)
EVERY = pytest.mark.parametrize("record", ALL.values(), ids=ALL)
EACH_WORK = pytest.mark.parametrize("record", WORKS.values(), ids=WORKS)


def people(record: Record, role: str = "author") -> list[str]:
    return [str(person) for person in record.people(role).persons]


def identifiers(record: Record) -> dict[str, object]:
    facts = Facts(record)
    return {
        "doi": facts.doi,
        "eprint": facts.eprint,
        "isbn": facts.isbns,
        "issn": facts.issns,
        "url": facts.url,
    }


def test_the_table_has_every_group_and_only_types_that_the_formats_know() -> None:
    assert tuple(GROUP_TYPES) == PUBLICATION_GROUPS
    for each in (*GROUP_TYPES.values(), *SPECIAL_TYPES.values(), *map(export_type, ALL.values())):
        assert each.csl in CSL_TYPES
        assert each.zotero in ZOTERO
        assert each.coins[0] in ("journal", "book", "dissertation", "dc")


def test_a_group_named_in_the_entry_decides_before_its_type() -> None:
    assert ALL["poster"].type == ALL["conference"].type == "inproceedings"
    assert (zotero_type(ALL["poster"]), zotero_type(ALL["conference"])) == ("presentation", "conferencePaper")


@EVERY
@pytest.mark.parametrize("export", [to_classic_bibtex, to_biblatex])
def test_bibtex_reads_back_to_the_same_work(export, record: Record) -> None:  # type: ignore[no-untyped-def]
    again = read_again(export(record))
    assert again.key == record.key
    assert unicode_text(again.title) == unicode_text(record.title).rstrip(".")
    assert (people(again), people(again, "editor")) == (people(record), people(record, "editor"))
    assert again.people("author").others == record.people("author").others
    assert (again.date and again.date.year) == (record.date and record.date.year)
    if record.kind == "publication" and record.key not in ("poster", "patent"):
        assert Facts(again).container == Facts(record).container
        assert again.organization == record.organization
    if record.kind == "publication":
        assert identifiers(again) == identifiers(record)


@EVERY
def test_biblatex_keeps_the_date_as_it_is(record: Record) -> None:
    assert edtf(read_again(to_biblatex(record)).date) == edtf(record.date)


@EVERY
def test_pybtex_reads_classic_bibtex_with_the_same_people(record: Record) -> None:
    entry = read_pybtex(to_classic_bibtex(record))
    found = [person for person in entry.persons.get("author", ()) if str(person) != "others"]
    assert len(found) == len(record.people("author").persons)
    assert entry.fields["title"]
    assert entry.key == record.key
    assert "abstract" not in entry.fields
    assert "file" not in entry.fields


@EVERY
@pytest.mark.parametrize("export", [to_classic_bibtex, to_biblatex])
def test_bibtexparser_reads_every_entry(export, record: Record) -> None:  # type: ignore[no-untyped-def]
    library = parse_string(export(record))
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == [record.key]


def test_classic_bibtex_is_ascii_but_for_letters_without_a_command() -> None:
    for key, record in ALL.items():
        source = to_classic_bibtex(record)
        assert source.isascii() or key == "preprint", source
    assert (
        r"Lov{\'e}lace, Ada and van der Berg, Jr., Jan and {S{\"a}mple Collaboration}"
        in to_classic_bibtex(WORKS["journal"])
    )


@EACH_WORK
def test_csl_has_the_same_work(record: Record) -> None:
    item = read_csl(to_csl(record))
    facts = Facts(record)
    plain = item["title"].replace("<sub>2</sub>", "₂").replace("<sup>5</sup>", "⁵")
    assert plain == facts.title
    names = [each.get("literal") or each["family"] for each in item.get("author", [])]
    assert names == [person.literal or person.family for person in facts.authors]
    assert item["issued"]["date-parts"][0][0] == (record.date.year if record.date else None)
    assert item.get("container-title", "") == facts.container
    assert (item.get("DOI", ""), item.get("URL", "")) == (facts.doi, facts.url)
    assert item.get("ISBN", "") == " ".join(facts.isbns)


@EACH_WORK
def test_ris_has_the_same_work(record: Record) -> None:
    found = read_ris(to_ris(record))
    facts = Facts(record)
    assert found["id"] == record.key
    assert found["title"] == facts.title
    assert [name.split(",")[0] for name in found.get("authors", [])] == [
        given_last(person).split(",")[0] if not person.literal else person.literal.replace(",", "")
        for person in facts.authors
    ]
    assert found["year"] == str(record.date.year if record.date else "")
    if facts.container:
        assert facts.container in (found.get("secondary_title"), found.get("custom3"))
    assert (found.get("doi", ""), found.get("urls", [""])[0]) == (facts.doi, facts.url)
    assert (
        found.get("issn", "")
        == (facts.issns or facts.isbns or [facts.number if record.key in ("report", "patent") else ""])[0]
    )


@EVERY
def test_other_kinds_are_documents_of_their_own(record: Record) -> None:
    if record.kind not in ("publication", "talk"):
        assert read_csl(to_csl(record))["type"] == "document"
        assert read_ris(to_ris(record))["type_of_reference"] == "GEN"
        assert "rft.type=document" in coins(record)

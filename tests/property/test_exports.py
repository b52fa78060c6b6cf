"""Whatever an entry contains, every export of it is valid, and says nothing that the entry does not say."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qsl
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from property.test_bibliographies import SOUP
from sphinx_vitae.bib import read
from sphinx_vitae.bib.markup.text_parser import parse_text
from sphinx_vitae.export import (
    Addresses,
    Facts,
    Feed,
    FeedEntry,
    coins,
    entry_id,
    highwire,
    line_of,
    newest,
    script_json,
    to_atom,
    to_biblatex,
    to_classic_bibtex,
    to_csl,
    to_ics,
    to_json_feed,
    to_jsonld,
    to_ris,
    updated_at,
)
from sphinx_vitae.export.bibtex import latex_text
from sphinx_vitae.export.bibtex.latex_text import field_latex
from sphinx_vitae.model import Record
from unit.export.readers import (
    read_again,
    read_atom,
    read_csl,
    read_ics,
    read_json_feed,
    read_pybtex,
    read_ris,
)

CASES = sorted(Path(__file__).parents[1].joinpath("corpus", "cases").glob("*.bib"))
HOME = "https://ada.example/"
PLACE = Addresses(home=HOME, owner=f"{HOME}#me", page=f"{HOME}p/k.html", pdf=f"{HOME}p/k.pdf")
#: Strings that mean something to the formats, in Unicode that Python, XML and UTF-8 treat differently.
TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("<>&\"'{}\\$%#_^~,;:=|\r\n\t\x00\x0b\x85\u2028\u2029\ud800\ufffe￿é中😀"),
        st.characters(),
    ),
    max_size=60,
)
FIELDS = [
    "title",
    "author",
    "editor",
    "date",
    "year",
    "month",
    "journal",
    "booktitle",
    "eventtitle",
    "volume",
    "number",
    "series",
    "pages",
    "eid",
    "publisher",
    "institution",
    "location",
    "address",
    "venue",
    "doi",
    "eprint",
    "url",
    "isbn",
    "issn",
    "langid",
    "keywords",
    "abstract",
    "note",
    "type",
    "edition",
    "pubstate",
]
TYPES = [
    "article",
    "inproceedings",
    "book",
    "incollection",
    "thesis",
    "report",
    "patent",
    "software",
    "online",
    "misc",
    "talk",
    "award",
    "news",
]


def checked(record: Record) -> None:
    """Export a record in every format, and read each with another project's parser."""
    for source in (to_classic_bibtex(record), to_biblatex(record)):
        read_pybtex(source)
        again = read_again(source)
        assert names(again) == names(record), source
    read_csl(to_csl(record))
    read_ris(to_ris(record))
    assert dict(parse_qsl(coins(record), strict_parsing=True, errors="strict"))["ctx_ver"]
    assert all(
        content == line_of(content) != "" for _, content in highwire(record, PLACE) if "\u00a0" not in content
    )
    node = to_jsonld(record, PLACE)
    script = f"<script>{script_json(node)}</script>".encode()
    assert script.count(b"<") == 2
    assert json.loads(script[8:-9]) == node
    read_ics(to_ics([record], lambda _: PLACE, site=HOME, name=Facts(record).title))
    feed = feed_of(record)
    read_atom(to_atom(feed))
    read_json_feed(to_json_feed(feed))


def feed_of(record: Record) -> Feed:
    facts = Facts(record)
    entry = FeedEntry(
        id=entry_id(HOME, record),
        title=facts.title or "Untitled",
        url=PLACE.page,
        updated=updated_at(record.date),
        authors=tuple(map(str, facts.authors)),
        html=f"<p>{facts.title}</p>",
        summary=str(record.text("abstract")),
    )
    return Feed(
        title=facts.title or "Feed", url=HOME, atom=f"{HOME}f.atom", author="Ada", entries=newest([entry], 50)
    )


def names(record: Record) -> list[str]:
    """The letters and digits of each author. Marks around them are read as TeX's: a quotation mark, an accent."""
    found = ("".join(filter(str.isalnum, str(person))) for person in record.people("author").persons)
    return [name for name in found if name]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_entry_of_the_corpus(case: Path) -> None:
    records, _ = read([("case.bib", case.read_bytes())])
    for record in records:
        checked(record)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(TYPES), st.dictionaries(st.sampled_from(FIELDS), SOUP, max_size=6))
def test_any_soup_of_special_characters(kind: str, fields: dict[str, str]) -> None:
    entry = f"@{kind}{{k, " + ", ".join(f"{name} = {{{value}}}" for name, value in fields.items()) + "}"
    for record in read([("a.bib", entry.encode())])[0]:
        checked(record)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(TYPES), st.dictionaries(st.sampled_from(FIELDS), TEXTS, max_size=6))
def test_any_text(kind: str, fields: dict[str, str]) -> None:
    entry = f"@{kind}{{k, " + ", ".join(f"{name} = {{{value}}}" for name, value in fields.items()) + "}"
    for record in read([("a.bib", entry.encode("utf-8", "surrogatepass"))])[0]:
        checked(record)


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_any_text_in_a_feed(title: str, html: str, name: str) -> None:
    entry = FeedEntry(
        id=f"{HOME}#a",
        title=title or "x",
        url=HOME,
        updated="2024-01-01T00:00:00Z",
        authors=(name,),
        html=html,
    )
    feed = Feed(title=title or "x", url=HOME, atom=HOME, author="Ada", entries=(entry,))
    source = to_atom(feed)
    content = ET.fromstring(source).findtext(".//{http://www.w3.org/2005/Atom}content") or ""
    assert "".join(content.split()) in "".join(html.split()) or not html.isprintable()
    assert len(json.loads(to_json_feed(feed).encode())["items"]) == 1


@given(
    st.text(alphabet=st.sampled_from("aB9 éö{}{}--::/.,;?!`'\"$&~<[]()\\_^%#"), max_size=24),
    st.sampled_from(["", ".", "x", " "]),
)
def test_an_ordinary_field_is_exported_as_if_it_were_parsed(source: str, end: str) -> None:
    text = parse_text(source)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(latex_text, "_is_ordinary", lambda *_: False)
        expected = field_latex(source + end, text)
    assert field_latex(source + end, text) == expected

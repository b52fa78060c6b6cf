"""Atom and JSON Feed: dates of entries, ids that stay, and text that readers take."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_vitae.bib import parse_date
from sphinx_vitae.export import Facts, Feed, FeedEntry, entry_id, newest, to_atom, to_json_feed, updated_at
from unit.export.readers import read_atom, read_json_feed
from unit.export.sample import ALL, HOME


def entry_of(key: str) -> FeedEntry:
    record = ALL[key]
    facts = Facts(record)
    return FeedEntry(
        id=entry_id(HOME, record),
        title=facts.title,
        url=f"{HOME}publications/{key}.html",
        updated=updated_at(record.date),
        authors=tuple(map(str, facts.authors)),
        html=f'<p><a href="{HOME}">{key}</a> &amp; more</p>',
        summary=facts.abstract,
    )


ENTRIES = tuple(map(entry_of, ALL))
FEED = Feed(
    title="Ada Lovelace: publications",
    url=f"{HOME}publications.html",
    atom=f"{HOME}feeds/publications.atom",
    json=f"{HOME}feeds/publications.json",
    author="Ada Lovelace",
    language="en",
    entries=newest(ENTRIES, 50),
)


@pytest.mark.parametrize(
    ("date", "instant"),
    [
        ("2024-05-17", "2024-05-17T00:00:00Z"),
        ("2024-05", "2024-05-01T00:00:00Z"),
        ("2024", "2024-01-01T00:00:00Z"),
        ("2020-23", "2020-09-01T00:00:00Z"),
        ("2018/2020", "2018-01-01T00:00:00Z"),
        ("2021~", "2021-01-01T00:00:00Z"),
        ("-0044", ""),
        ("soon", ""),
    ],
)
def test_an_entry_is_dated_by_the_first_instant_of_its_date(date: str, instant: str) -> None:
    assert updated_at(parse_date(date)) == instant


def test_a_feed_reader_reads_every_entry_of_every_kind() -> None:
    feed = read_atom(to_atom(FEED))
    assert {item.id for item in feed.entries} == {entry.id for entry in ENTRIES}
    assert feed.feed.title == "Ada Lovelace: publications"
    item = next(each for each in feed.entries if each.id == f"{HOME}#pub-journal")
    assert item.title == "On α²-decay of H₂O in GPUs: 10⁵ steps & more"
    assert item.link == f"{HOME}publications/journal.html"
    assert [author.name for author in item.authors][:2] == ["Ada Lovélace", "Jan van der Berg Jr."]
    assert item.content[0].type == "text/html"
    assert f'<a href="{HOME}">' in item.content[0].value
    assert item.updated == "2024-05-17T00:00:00Z"


def test_json_feed_has_the_same_entries() -> None:
    feed = read_json_feed(to_json_feed(FEED))
    assert [item["id"] for item in feed["items"]] == [entry.id for entry in FEED.entries]
    assert feed["feed_url"] == FEED.json
    assert feed["authors"] == [{"name": "Ada Lovelace"}]


def test_the_newest_come_first_and_those_without_a_date_are_left_out() -> None:
    undated = replace(ENTRIES[0], id="x", updated="")
    found = newest((*ENTRIES, undated), 3)
    assert [entry.updated for entry in found] == sorted((e.updated for e in ENTRIES), reverse=True)[:3]
    assert undated not in newest((*ENTRIES, undated), 100)


def test_a_feed_is_as_old_as_its_newest_entry_and_the_same_every_time() -> None:
    assert FEED.updated == max(entry.updated for entry in ENTRIES)
    assert to_atom(FEED) == to_atom(replace(FEED))


def test_ids_stay_when_a_title_changes() -> None:
    record = ALL["journal"]
    assert entry_id(HOME, replace(record, title=ALL["book"].title)) == entry_id(HOME, record)
    assert entry_id(HOME, replace(record, kind="talk")) != entry_id(HOME, record)


def test_an_empty_feed_is_a_feed() -> None:
    assert read_atom(to_atom(replace(FEED, entries=()))).entries == []


def test_what_xml_does_not_allow_is_left_out() -> None:
    odd = replace(ENTRIES[0], title="a\x00b\x0b\ud800<&>\ufffe\nc", html="<p>\x01\ud800</p>")
    feed = read_atom(to_atom(replace(FEED, entries=(odd,))))
    assert feed.entries[0].title_detail.value == "ab<&> c"

"""Calendars, as the library icalendar reads them."""

from __future__ import annotations

import datetime

import pytest

from sphinx_vitae.export import Addresses, to_ics
from unit.export.readers import read_ics
from unit.export.sample import HOME, TALKS, entry


def talk(fields: str):  # type: ignore[no-untyped-def]
    found = read_ics(to_ics([entry(f"title={{T}}, {fields}", "talk")], site=HOME))
    return found[0] if found else None


def test_a_talk_has_its_time_place_and_page() -> None:
    page = Addresses(page=f"{HOME}talks/engines.html")
    event, _ = read_ics(to_ics(TALKS, lambda _: page, name="Ada Lovelace: talks", site=HOME))
    assert str(event["summary"]) == "Engines, explained; for everyone"
    assert str(event["location"]) == "Theatre, London"
    assert str(event["url"]) == page.page
    assert str(event["description"]) == "Evening lecture\nRoyal Institution"
    assert event["dtstart"].dt == datetime.datetime(2024, 5, 17, 17, 30, tzinfo=datetime.UTC)
    assert event["dtstamp"].dt == datetime.datetime(2024, 5, 17, tzinfo=datetime.UTC)


def test_days_are_whole_days_and_the_end_is_the_day_after() -> None:
    _, event = read_ics(to_ics(TALKS, site=HOME))
    assert (event["dtstart"].dt, event["dtend"].dt) == (datetime.date(2022, 6, 30), datetime.date(2022, 7, 3))


@pytest.mark.parametrize(
    ("fields", "start", "end"),
    [
        ("date={2024-05-17}, time={14:00}", "2024-05-17T14:00:00", None),
        ("date={2024-05-17}, time={14:00--15:30}", "2024-05-17T14:00:00", "2024-05-17T15:30:00"),
        (
            "date={2024-05-17}, time={14:00}, timezone={Europe/Berlin}",
            "2024-05-17T12:00:00+00:00",
            None,
        ),
        (
            "date={2024-05-17T14:00:00Z/2024-05-17T15:00:00Z}",
            "2024-05-17T14:00:00+00:00",
            "2024-05-17T15:00:00+00:00",
        ),
        ("date={2024-05-17}, time={25:00}", "2024-05-17", "2024-05-18"),
        ("date={2024-05-17}, time={noon}, timezone={Nowhere/At-All}", "2024-05-17", "2024-05-18"),
        ("eventdate={2024-12-31}, date={2020}", "2024-12-31", "2025-01-01"),
    ],
)
def test_a_time_is_in_utc_or_that_of_the_place(fields: str, start: str, end: str | None) -> None:
    event = talk(fields)
    assert event["dtstart"].dt.isoformat() == start
    assert (event["dtend"].dt.isoformat() if "dtend" in event else None) == end


@pytest.mark.parametrize("date", ["2024", "2024-05", "soon", "2020/"])
def test_a_talk_without_a_day_is_in_no_calendar(date: str) -> None:
    assert talk(f"date={{{date}}}") is None


def test_ids_are_unique_stable_and_different_on_another_site() -> None:
    one, other = (str(event["uid"]) for event in read_ics(to_ics(TALKS, site=HOME)))
    assert one != other
    assert [str(event["uid"]) for event in read_ics(to_ics(TALKS, site=HOME))] == [one, other]
    assert str(read_ics(to_ics(TALKS, site="https://other.example/"))[0]["uid"]) != one


def test_long_lines_are_folded_between_characters() -> None:
    title = "Zürich – 黄国悦 " * 30
    event = read_ics(to_ics([entry(f"title={{{title}}}, date={{2024-05-17}}", "talk")]))[0]
    assert str(event["summary"]) == title.strip()


def test_no_value_makes_a_line_of_its_own() -> None:
    event = talk("date={2024-05-17}, venue={Room\r\nBEGIN:VEVENT\nX}, organization={A; B, C \\\\ D}")
    assert str(event["location"]) == "Room BEGIN:VEVENT X"

"""Asking services: politely, within limits, and with one sentence for each way to fail."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from services import Reply, Services, services
from sphinx_vitae.imports import BASES, SourceError, Web
from sphinx_vitae.imports.sources import Request

ASK = Request("dblp", "/pid/1/2.bib?param=1", "application/x-bibtex")


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


@pytest.fixture
def host() -> Iterator[Services]:
    with services() as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    return Clock()


def web(host: Services, clock: Clock, **options: object) -> Web:
    bases = dict.fromkeys(BASES, host.url)
    return Web("9.9", bases=bases, clock=clock, sleep=clock.sleep, **options)  # type: ignore[arg-type]


def refused(host: Services, clock: Clock, *replies: Reply) -> str:
    host.answer("/pid/1/2.bib", *replies)
    with web(host, clock) as asking, pytest.raises(SourceError) as error:
        asking.ask(ASK)
    return str(error.value)


def test_a_request_says_what_it_wants_and_who_asks(host: Services, clock: Clock) -> None:
    host.answer("/pid/1/2.bib", Reply("@misc{a}", "text/plain"))
    with web(host, clock, contact="me@example.org") as asking:
        assert asking.ask(ASK).content == b"@misc{a}"
    path, headers = host.asked[0]
    assert path == "/pid/1/2.bib?param=1"
    assert headers["Accept"] == "application/x-bibtex"
    assert headers["User-Agent"].startswith("sphinx-vitae/9.9 (https://")
    assert headers["User-Agent"].endswith("; mailto:me@example.org)")


def test_without_an_address_of_the_user_none_is_sent(host: Services, clock: Clock) -> None:
    host.answer("/pid/1/2.bib", Reply("@misc{a}", "text/plain"))
    with web(host, clock) as asking:
        asking.ask(ASK)
    assert "mailto" not in host.asked[0][1]["User-Agent"]


def test_two_requests_to_a_service_have_a_gap_and_to_two_services_none(clock: Clock) -> None:
    with Web("9.9", clock=clock, sleep=clock.sleep) as asking:
        for service in ("dblp", "dblp", "orcid", "inspire", "inspire"):
            asking._wait_for(service)
    assert clock.slept == [4.0, 0.4]


@pytest.mark.parametrize(
    ("status", "said"), [(429, "does not accept more requests"), (503, "is not available (503)")]
)
def test_a_service_that_is_busy_is_asked_again_after_the_time_that_it_names(
    host: Services, clock: Clock, status: int, said: str
) -> None:
    busy = Reply(status=status, headers={"Retry-After": "7"})
    host.answer("/pid/1/2.bib", busy, Reply("@misc{a}", "text/plain"))
    with web(host, clock) as asking:
        assert asking.ask(ASK).content == b"@misc{a}"
    assert clock.slept == [7.0]
    assert said in refused(host, clock, busy)


def test_three_tries_are_enough(host: Services, clock: Clock) -> None:
    said = refused(host, clock, Reply(status=503))
    assert said == "127.0.0.1 is not available (503), even at the third attempt; try again later"
    assert len(host.asked) == 3
    assert clock.slept == [2.0, 4.0]


def test_a_service_that_wants_a_long_pause_is_given_up_at_once(host: Services, clock: Clock) -> None:
    said = refused(host, clock, Reply(status=429, headers={"Retry-After": "3600"}))
    assert (
        said
        == "127.0.0.1 does not accept more requests at the moment, and asks you to wait 60 minutes before you try again"
    )
    assert len(host.asked) == 1


def test_a_pause_can_be_a_date(host: Services, clock: Clock) -> None:
    far = Reply(status=503, headers={"Retry-After": "Fri, 31 Dec 2999 23:59:59 GMT"})
    assert "asks you to wait" in refused(host, clock, far)


def test_backoff_in_a_good_answer_delays_the_next_request(host: Services, clock: Clock) -> None:
    host.answer("/pid/1/2.bib", Reply("@misc{a}", "text/plain", headers={"Backoff": "5"}))
    with web(host, clock) as asking:
        asking.ask(ASK)
        asking.ask(ASK)
    assert clock.slept == [5.0]


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply(status=404), "127.0.0.1 does not know this identifier; check the spelling"),
        (Reply(status=403), "127.0.0.1 denied the request (403); the record may be private"),
        (Reply(status=409), "127.0.0.1 has locked the record"),
        (Reply(status=400), "127.0.0.1 rejected the request (400)"),
        (
            Reply("<!DOCTYPE html><title>Sign in</title>", "text/html"),
            "127.0.0.1 returned a web page instead of data",
        ),
        (Reply("<html>robots</html>", "text/plain"), "127.0.0.1 returned a web page instead of data"),
        (
            Reply("@misc{a,", "text/plain", cut=50),
            "127.0.0.1 sent an incomplete response, even at the third attempt",
        ),
        (
            Reply(status=302, headers={"Location": "/pid/1/2.bib?param=1"}),
            "127.0.0.1 redirects too many times",
        ),
    ],
)
def test_every_other_answer_is_refused_in_one_sentence(
    host: Services, clock: Clock, reply: Reply, said: str
) -> None:
    found = refused(host, clock, reply)
    assert found.startswith(said)
    assert "\n" not in found
    assert "Traceback" not in found


def test_a_service_that_is_down_cannot_be_reached(clock: Clock) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    asking = Web("9.9", bases={"dblp": f"http://127.0.0.1:{port}"}, clock=clock, sleep=clock.sleep)
    with asking, pytest.raises(SourceError, match="cannot be reached, even at the third attempt"):
        asking.ask(ASK)
    assert asking.requests == 3


def test_an_answer_without_end_is_given_up(
    host: Services, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sphinx_vitae.imports.web._LARGEST", 1000)
    assert "more than 0 megabytes" in refused(host, clock, Reply("x" * 2000, "text/plain"))


def test_an_answer_in_drops_is_given_up(host: Services) -> None:
    ticks = iter(range(0, 10000, 100))
    host.answer("/pid/1/2.bib", Reply("@misc{a}", "text/plain"))
    with Web(
        "9.9", bases=dict.fromkeys(BASES, host.url), clock=lambda: next(ticks), sleep=lambda _: None
    ) as asking:
        asking._session.get = _slow(asking._session.get)  # type: ignore[method-assign, assignment]
        with pytest.raises(SourceError, match="more than 120 seconds"):
            asking.ask(ASK)


def _slow(get: object) -> object:
    def asked(*arguments: object, **options: object) -> object:
        response = get(*arguments, **options)  # type: ignore[operator]
        response.iter_content = lambda _: iter([b"a", b"b", b"c"])
        return response

    return asked


def test_a_service_that_does_not_answer_in_time_is_tried_three_times(
    host: Services, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sphinx_vitae.imports.web._READ", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:  # accepts, and says nothing
        base = f"http://127.0.0.1:{silent.getsockname()[1]}"
        asking = Web("9.9", bases={"dblp": base}, clock=clock, sleep=clock.sleep)
        with asking, pytest.raises(SourceError, match="does not respond in time, even at the third attempt"):
            asking.ask(ASK)


def test_keys_come_from_the_environment_and_are_in_no_message(host: Services, clock: Clock) -> None:
    environment = {"ZOTERO_API_KEY": "secret-1", "OPENALEX_API_KEY": "secret-2"}
    host.answer("/z", Reply("{}"))
    with web(host, clock, environment=environment) as asking:
        asking.ask(Request("zotero", "/z", secret=("ZOTERO_API_KEY", "Zotero-API-Key")))
        with pytest.raises(SourceError) as error:
            asking.ask(Request("openalex", "/o?select=id", secret=("OPENALEX_API_KEY", "?api_key")))
    assert host.asked[0][1]["Zotero-API-Key"] == "secret-1"
    assert host.asked[1][0] == "/o?select=id&api_key=secret-2"
    assert "secret" not in str(error.value)


def test_without_a_key_none_is_sent(host: Services, clock: Clock) -> None:
    host.answer("/z", Reply("{}"))
    with web(host, clock, environment={}) as asking:
        asking.ask(Request("zotero", "/z", secret=("ZOTERO_API_KEY", "Zotero-API-Key")))
    assert "Zotero-API-Key" not in host.asked[0][1]


def test_real_addresses_are_encrypted() -> None:
    assert all(url.startswith("https://") for url in BASES.values())

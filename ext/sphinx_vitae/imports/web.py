"""The only module that uses the network. It sends one request at a time, with pauses and limits."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final, Self
from urllib.parse import urlsplit

from .offer import Found, SourceError
from .sources import Answer, Request, Steps

if TYPE_CHECKING:  # only imports need it, and it is slow to load
    import requests

__all__ = ["BASES", "Web"]

BASES: Final[Mapping[str, str]] = {
    "doi": "https://doi.org",
    "dblp": "https://dblp.org",
    "orcid": "https://pub.orcid.org",
    "inspire": "https://inspirehep.net",
    "openalex": "https://api.openalex.org",
    "zotero": "https://api.zotero.org",
    "pubmed": "https://api.ncbi.nlm.nih.gov",
}
#: Seconds between two requests to a service: the pause that it requires, or slightly more.
_GAPS: Final = {"dblp": 4.0, "inspire": 0.4, "pubmed": 0.4}
_GAP: Final = 0.2
_TRIES: Final = 3
#: Timeouts in seconds: to connect, between two parts of a response, and for a whole response.
_CONNECT: Final = 10.0
_READ: Final = 30.0
_WHOLE: Final = 120.0
#: Seconds. If a service asks for a longer pause, the request fails.
_LONGEST_WAIT: Final = 60.0
_FIRST_WAIT: Final = 2.0
_LARGEST: Final = 50_000_000
_PIECE: Final = 65536
_REDIRECTS: Final = 5
_BUSY: Final = frozenset((429, 500, 502, 503, 504))
_HOME: Final = "https://pypi.org/project/sphinx-vitae/"


class _Again(Exception):
    """A temporary failure. The message is the reason, and the number is the minimum wait in seconds."""

    def __init__(self, reason: str, wait: float = 0.0) -> None:
        super().__init__(reason)
        self.wait = wait


class Web:
    """Sends requests to services.

    :param version: the version of this package, for the ``User-Agent``.
    :param contact: the e-mail address from the user for the ``User-Agent``; can be empty.
    :param bases: base URLs of services that override `BASES`.
    :param progress: called before each request with the number of requests so far.
    :param clock: a monotonic clock in seconds; by default, the system's.
    """

    def __init__(
        self,
        version: str,
        contact: str = "",
        bases: Mapping[str, str] | None = None,
        *,
        progress: Callable[[int], None] = lambda _: None,
        clock: Callable[[], float] | None = None,
        sleep: Callable[[float], None] | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        import requests

        self._bases = {**BASES, **(bases or {})}
        self._replaced = frozenset(bases or ())
        self._progress = progress
        self._clock, self._sleep = clock or time.monotonic, sleep or time.sleep
        self._environment = os.environ if environment is None else environment
        self._free: dict[str, float] = {}  # service → earliest time of the next request
        self._session = requests.Session()
        self._session.max_redirects = _REDIRECTS
        extra = f"; mailto:{contact}" if contact else ""
        self._session.headers["User-Agent"] = f"sphinx-vitae/{version} ({_HOME}{extra})"
        self.requests = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._session.close()

    def run(self, steps: Steps) -> Found:
        """Run all steps of an exchange with services.

        :raises SourceError: if it does not have a result.
        """
        try:
            request = next(steps)
            while True:
                try:
                    answer = self.ask(request)
                except SourceError as error:
                    request = steps.throw(error)
                else:
                    request = steps.send(answer)
        except StopIteration as end:
            found: Found = end.value
            return found

    def ask(self, request: Request) -> Answer:
        """Send a request, several times if necessary.

        :raises SourceError: if no attempt succeeds.
        """
        name = urlsplit(self._bases[request.service]).hostname or request.service
        wait = _FIRST_WAIT
        for number in range(1, _TRIES + 1):
            self._wait_for(request.service)
            self.requests += 1
            self._progress(self.requests)
            try:
                return self._once(request, name)
            except _Again as failure:
                pause = max(failure.wait, wait)
                if failure.wait > _LONGEST_WAIT:
                    minutes = round(failure.wait / 60)
                    raise SourceError(
                        f"{name} {failure}, and asks you to wait {minutes} minutes before you try again"
                    ) from None
                if number == _TRIES:
                    raise SourceError(
                        f"{name} {failure}, even at the third attempt; try again later"
                    ) from None
                self._free[request.service] = self._clock() + pause
                wait *= 2
        raise AssertionError

    def _wait_for(self, service: str) -> None:
        pause = self._free.get(service, 0.0) - self._clock()
        if pause > 0:
            self._sleep(pause)
        self._pause(service, 0.0 if service in self._replaced else _GAPS.get(service, _GAP))

    def _pause(self, service: str, seconds: float) -> None:
        self._free[service] = max(self._free.get(service, 0.0), self._clock() + seconds)

    def _once(self, request: Request, name: str) -> Answer:
        import requests

        headers: dict[str, str] = {"Accept": request.accept}
        parameters: dict[str, str] = {}
        variable, place = request.secret
        if variable and (secret := self._environment.get(variable)):
            (parameters if place.startswith("?") else headers)[place.removeprefix("?")] = secret
        try:
            with self._session.get(
                self._bases[request.service] + request.path,
                headers=headers,
                params=parameters,
                timeout=(_CONNECT, _READ),
                stream=True,
            ) as response:
                return self._read(request, response, name)
        except requests.Timeout:
            raise _Again("does not respond in time") from None
        except requests.TooManyRedirects:
            raise SourceError(f"{name} redirects too many times") from None
        except requests.exceptions.ChunkedEncodingError:
            raise _Again("sent an incomplete response") from None
        except requests.ConnectionError:
            raise _Again("cannot be reached") from None
        except requests.RequestException as error:
            raise SourceError(f"the request to {name} failed ({type(error).__name__})") from None

    def _read(self, request: Request, response: requests.Response, name: str) -> Answer:
        if (backoff := _seconds(response.headers.get("Backoff", ""))) > 0:
            self._pause(request.service, min(backoff, _LONGEST_WAIT))
        status = response.status_code
        if status in _BUSY:
            reason = (
                "does not accept more requests at the moment"
                if status == 429
                else f"is not available ({status})"
            )
            raise _Again(reason, _seconds(response.headers.get("Retry-After", "")))
        if status != 200:
            raise SourceError(_refusal(status, name))
        content = self._content(response, name)
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if kind in ("text/html", "application/xhtml+xml") or content[:200].lstrip().lower().startswith(
            (b"<!doctype html", b"<html")
        ):
            raise SourceError(f"{name} returned a web page instead of data")
        return Answer(content, dict(response.headers))

    def _content(self, response: requests.Response, name: str) -> bytes:
        pieces, size, end = [], 0, self._clock() + _WHOLE
        for piece in response.iter_content(_PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > _LARGEST:
                raise SourceError(
                    f"{name} sent more than {_LARGEST // 1_000_000} megabytes, which were discarded"
                )
            if self._clock() > end:
                raise SourceError(f"{name} took more than {_WHOLE:.0f} seconds for one response")
        return b"".join(pieces)


def _refusal(status: int, name: str) -> str:
    """The explanation of an HTTP status for the user."""
    if status in (404, 410):
        return f"{name} does not know this identifier; check the spelling"
    if status in (401, 403):
        return f"{name} denied the request ({status}); the record may be private, or the service may block this computer"
    if status == 409:
        return f"{name} has locked the record"
    if status == 204:
        return f"{name} has no data for this identifier"
    return f"{name} rejected the request ({status})"


def _seconds(value: str) -> float:
    """The seconds in a ``Retry-After`` or ``Backoff`` header, which can also contain a date; 0 if there are
    none.
    """
    if value.strip().isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return 0.0
    now = datetime.now(UTC)
    return max(0.0, (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - now.timestamp())

"""The only module that uses the network: one request at a time, politely, and within limits."""

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

if TYPE_CHECKING:  # nothing but an import needs it, and it is slow to load
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
#: Seconds between two requests to a service, as it asks for or a little more.
_GAPS: Final = {"dblp": 4.0, "inspire": 0.4, "pubmed": 0.4}
_GAP: Final = 0.2
_TRIES: Final = 3
#: Seconds to connect, between two pieces of an answer, and for a whole answer.
_CONNECT: Final = 10.0
_READ: Final = 30.0
_WHOLE: Final = 120.0
#: Seconds. A service that asks for a longer pause is given up.
_LONGEST_WAIT: Final = 60.0
_FIRST_WAIT: Final = 2.0
_LARGEST: Final = 50_000_000
_PIECE: Final = 65536
_REDIRECTS: Final = 5
_BUSY: Final = frozenset((429, 500, 502, 503, 504))
_HOME: Final = "https://pypi.org/project/sphinx-vitae/"


class _Again(Exception):
    """A failure that may pass; the message is the reason, the number how long to wait at least."""

    def __init__(self, reason: str, wait: float = 0.0) -> None:
        super().__init__(reason)
        self.wait = wait


class Web:
    """Asks services.

    :param version: of this package, for the ``User-Agent``.
    :param contact: the address that the user gave for it, or empty.
    :param bases: other addresses of services than `BASES`.
    :param progress: called before each request, with the number of requests so far.
    :param clock: seconds that only grow; by default, those of this computer.
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
        self._free: dict[str, float] = {}  # service → when it may be asked again
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
        """Hold a conversation with services to its end.

        :raises SourceError: if it has no result.
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
        """One answer, after several tries if need be.

        :raises SourceError: if there is none.
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
                        f"{name} {failure}, and asks to wait for {minutes} minutes; try again then"
                    ) from None
                if number == _TRIES:
                    raise SourceError(f"{name} {failure}, also at the third try; try again later") from None
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
            raise _Again("does not answer in time") from None
        except requests.TooManyRedirects:
            raise SourceError(f"{name} redirects without end") from None
        except requests.exceptions.ChunkedEncodingError:
            raise _Again("breaks off its answer") from None
        except requests.ConnectionError:
            raise _Again("cannot be reached") from None
        except requests.RequestException as error:
            raise SourceError(f"{name} cannot be asked ({type(error).__name__})") from None

    def _read(self, request: Request, response: requests.Response, name: str) -> Answer:
        if (backoff := _seconds(response.headers.get("Backoff", ""))) > 0:
            self._pause(request.service, min(backoff, _LONGEST_WAIT))
        status = response.status_code
        if status in _BUSY:
            reason = (
                "allows no more requests at the moment" if status == 429 else f"is not available ({status})"
            )
            raise _Again(reason, _seconds(response.headers.get("Retry-After", "")))
        if status != 200:
            raise SourceError(_refusal(status, name))
        content = self._content(response, name)
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if kind in ("text/html", "application/xhtml+xml") or content[:200].lstrip().lower().startswith(
            (b"<!doctype html", b"<html")
        ):
            raise SourceError(f"{name} answers with a web page instead of data")
        return Answer(content, dict(response.headers))

    def _content(self, response: requests.Response, name: str) -> bytes:
        pieces, size, end = [], 0, self._clock() + _WHOLE
        for piece in response.iter_content(_PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > _LARGEST:
                raise SourceError(
                    f"{name} sends more than {_LARGEST // 1_000_000} megabytes; nothing of it is used"
                )
            if self._clock() > end:
                raise SourceError(f"{name} takes more than {_WHOLE:.0f} seconds for one answer")
        return b"".join(pieces)


def _refusal(status: int, name: str) -> str:
    """What a status means for the user."""
    if status in (404, 410):
        return f"{name} does not know it; check how it is written"
    if status in (401, 403):
        return f"{name} does not allow this request ({status}); it may be private, or the service blocks this computer"
    if status == 409:
        return f"{name} has locked the record"
    if status == 204:
        return f"{name} has no data for it"
    return f"{name} refuses the request ({status})"


def _seconds(value: str) -> float:
    """The seconds in a ``Retry-After`` or ``Backoff``, which can be a date; 0 if there are none."""
    if value.strip().isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return 0.0
    now = datetime.now(UTC)
    return max(0.0, (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - now.timestamp())

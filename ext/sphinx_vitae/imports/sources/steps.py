"""The steps of an exchange with a service: they yield requests, receive responses, and return works."""

from __future__ import annotations

import json
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field

from ..offer import Found, SourceError

__all__ = ["CSL", "Answer", "Request", "Steps", "as_mapping", "json_of"]

#: The media type of CSL-JSON, which doi.org requests from the registration agency of a DOI.
CSL = "application/vnd.citationstyles.csl+json"


@dataclass(frozen=True, slots=True)
class Request:
    """A request to a service.

    :param service: the key of its base URL in `web.BASES`.
    :param path: the path with its query, percent-encoded.
    :param secret: the environment variable that contains the API key, if the service uses one, and the header
        for it, or ``?name`` for a query parameter.
    """

    service: str
    path: str
    accept: str = "application/json"
    secret: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Answer:
    """A successful response from a service."""

    content: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


#: Yields requests, receives responses, returns works. If a request fails, `SourceError` is thrown into it.
Steps = Generator[Request, Answer, Found]


def json_of(answer: Answer) -> object:
    """The JSON in a response.

    :raises SourceError: if it is invalid or truncated.
    """
    try:
        return json.loads(answer.content)
    except (ValueError, RecursionError):
        raise SourceError("the response is incomplete or is not JSON") from None


def as_mapping(value: object) -> Mapping[str, object]:
    """The value if it is a JSON object; otherwise, an empty mapping."""
    return value if isinstance(value, Mapping) else {}

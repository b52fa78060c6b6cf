"""A conversation with a service: requests go out, answers come in, and works are the result."""

from __future__ import annotations

import json
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field

from ..offer import Found, SourceError

__all__ = ["CSL", "Answer", "Request", "Steps", "as_mapping", "json_of"]

#: The media type of CSL-JSON, for which doi.org asks the agency of a DOI.
CSL = "application/vnd.citationstyles.csl+json"


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask.

    :param service: the key of its address in `web.BASES`.
    :param path: the path with its query, percent-encoded.
    :param secret: the environment variable with a key, if the service has any, and the header that carries it;
        ``?name`` if a parameter of the address does.
    """

    service: str
    path: str
    accept: str = "application/json"
    secret: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a service answered, if it answered as asked."""

    content: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


#: Yields requests, receives answers, returns works. A request that fails is thrown in as `SourceError`.
Steps = Generator[Request, Answer, Found]


def json_of(answer: Answer) -> object:
    """The JSON of an answer.

    :raises SourceError: if it is none, or only half of one.
    """
    try:
        return json.loads(answer.content)
    except (ValueError, RecursionError):
        raise SourceError("the answer breaks off, or is not JSON") from None


def as_mapping(value: object) -> Mapping[str, object]:
    """The value if it is an object of JSON; an empty one otherwise."""
    return value if isinstance(value, Mapping) else {}

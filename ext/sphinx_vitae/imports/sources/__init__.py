"""The services: their addresses, the requests, and the parsing of the responses. Pure: `web` sends the
requests.
"""

from .registry import SERVICES, Source, source_of
from .steps import Answer, Request, Steps

__all__ = ["SERVICES", "Answer", "Request", "Source", "Steps", "source_of"]

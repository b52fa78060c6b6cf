"""The services: how each is addressed, what is asked of it, and what its answers mean. Pure: `web` does the asking."""

from .registry import SERVICES, Source, source_of
from .steps import Answer, Request, Steps

__all__ = ["SERVICES", "Answer", "Request", "Source", "Steps", "source_of"]

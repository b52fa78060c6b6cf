"""What one build of a test process leaves for the next ones.

A process of Sphinx builds one site; a test process builds hundreds of small ones, and would spend two thirds of
its time on what is the same in all: compiling templates, asking which packages are installed, and composing
messages that nobody reads.
"""

from __future__ import annotations

import functools
import importlib.metadata
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import CodeType
from typing import Any

import jinja2
import pytest
from jinja2.bccache import Bucket, BytecodeCache

__all__ = ["keep_warm"]


class _Templates(BytecodeCache):
    """Compiled templates, by source and by what the environment compiles them with."""

    def __init__(self) -> None:
        self._compiled: dict[tuple[str, str], CodeType] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return f"{name}|{filename}"

    def get_bucket(
        self, environment: jinja2.Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        settings = (
            type(environment), environment.block_start_string, environment.variable_start_string,
            environment.autoescape, environment.trim_blocks, environment.lstrip_blocks,
            environment.finalize is None, sorted(environment.extensions),
        )  # fmt: skip
        return super().get_bucket(environment, f"{name}|{settings}", filename, source)

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._compiled.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code is not None
        self._compiled[bucket.key, bucket.checksum] = bucket.code


@contextmanager
def keep_warm() -> Iterator[None]:
    """Let builds in this process share what does not depend on their site."""
    templates, make = _Templates(), jinja2.Environment.__init__
    found = importlib.metadata.entry_points
    finding = functools.cache(found)

    def make_environment(self: jinja2.Environment, *arguments: Any, **options: Any) -> None:
        make(self, *arguments, **{"bytecode_cache": templates, **options})

    logging.disable(logging.DEBUG)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Environment, "__init__", make_environment)
        for module in list(sys.modules.values()):
            if getattr(module, "__dict__", {}).get("entry_points") is found:
                patch.setattr(module, "entry_points", finding)
        yield
    logging.disable(logging.NOTSET)

"""Digests for detecting changes since an earlier build."""

from __future__ import annotations

import marshal
from hashlib import blake2b
from typing import Any, Final

__all__ = ["digest_of", "digest_of_strings"]

#: Later formats of `marshal` refer to objects that occur twice, so that equal values can differ.
_UNSHARED: Final = 2


def digest_of(*values: object) -> str:
    """A short digest of values whose ``repr`` is complete."""
    return blake2b(repr(values).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def digest_of_strings(*values: Any) -> str:
    """The same for values that consist of strings, numbers, tuples, lists and dictionaries, several times faster."""
    try:
        data = marshal.dumps(values, _UNSHARED)
    except ValueError:  # a subclass of one of these
        return digest_of(*values)
    return blake2b(data, digest_size=12).hexdigest()

"""Digests for detecting changes since an earlier build."""

from __future__ import annotations

from hashlib import blake2b

__all__ = ["digest_of"]


def digest_of(*values: object) -> str:
    """A short digest of values whose ``repr`` is complete."""
    return blake2b(repr(values).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()

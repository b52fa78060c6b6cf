"""The one rule that makes ids, labels and file names from keys."""

from __future__ import annotations

import re
from hashlib import blake2b

__all__ = ["record_id", "slug"]

_OTHER = re.compile(r"[^a-z0-9]+")
_PREFIX = {"publication": "pub", "talk": "talk", "award": "award"}


def slug(key: str) -> str:
    """Lower-case ASCII letters, digits and single hyphens; two keys never share one.

    A key that is such a name already is its own slug. Any other gets a hash of the key behind what
    is left of it: labels are lower case in Sphinx, and file names may not differ in case alone.
    """
    readable = _OTHER.sub("-", key.lower()).strip("-")
    if readable and readable == key and not _HASHED.search(key):
        return key
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{readable}-{digest}" if readable else digest


#: A key that looks as if it had a hash already gets one too, or it could be another key's slug.
_HASHED = re.compile(r"(^|-)[0-9a-f]{8}$")


def record_id(kind: str, key: str) -> str:
    """The HTML id and plain label of a record: ``pub-``, ``talk-``, ``award-`` or ``activity-`` and the slug."""
    return f"{_PREFIX.get(kind, 'activity')}-{slug(key)}"

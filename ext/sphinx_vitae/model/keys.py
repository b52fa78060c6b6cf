"""The rule that turns keys into ids, labels and file names."""

from __future__ import annotations

import re
from hashlib import blake2b

__all__ = ["record_id", "slug"]

_OTHER = re.compile(r"[^a-z0-9]+")
_PREFIX = {"publication": "pub", "talk": "talk", "award": "award"}


def slug(key: str) -> str:
    """Lower-case ASCII letters, digits and single hyphens.

    Different keys never have the same slug. A key in this form is its own slug. For any other key, a hash is
    appended to the remaining characters, because Sphinx labels are lower case, and file names must not differ
    only in case.
    """
    readable = _OTHER.sub("-", key.lower()).strip("-")
    if readable and readable == key and not _HASHED.search(key):
        return key
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{readable}-{digest}" if readable else digest


#: A key that looks as if it ended with a hash gets a hash too; otherwise, it could equal the slug of another
#: key.
_HASHED = re.compile(r"(^|-)[0-9a-f]{8}$")


def record_id(kind: str, key: str) -> str:
    """The HTML id and label of a record: ``pub-``, ``talk-``, ``award-`` or ``activity-``, and the slug."""
    return f"{_PREFIX.get(kind, 'activity')}-{slug(key)}"

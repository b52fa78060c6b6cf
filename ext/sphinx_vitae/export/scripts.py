"""JSON, for files and for ``<script>`` elements."""

from __future__ import annotations

import json

__all__ = ["script_json", "to_json"]


def to_json(value: object) -> str:
    """JSON for a file: two spaces, one line break at the end, characters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def script_json(value: object) -> str:
    """JSON for an element: no value can end the element or start a comment (HTML standard §4.12.1.3)."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return written

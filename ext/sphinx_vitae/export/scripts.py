"""JSON for files and for ``<script>`` elements."""

from __future__ import annotations

import json

__all__ = ["script_json", "to_json"]


def to_json(value: object) -> str:
    """JSON for a file, indented by two spaces, with non-ASCII characters unchanged and a final line break."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def script_json(value: object) -> str:
    """JSON for an element. Values cannot end the element or start a comment (HTML standard §4.12.1.3)."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return written

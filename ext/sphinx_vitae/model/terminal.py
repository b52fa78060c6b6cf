"""Makes text from files safe for a terminal: it must not move the cursor, change colours or open links."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["printable"]

#: Characters that control a terminal, or change the text direction. Tabs are harmless.
_UNSAFE: Final = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def printable(text: str) -> str:
    r"""The text on one line, with control characters escaped: ``\x1b``, ``\u202e``."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSAFE.sub(lambda found: found[0].encode("unicode_escape").decode(), text)

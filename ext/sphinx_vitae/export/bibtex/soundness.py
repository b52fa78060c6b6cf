"""Makes values safe for pybtex and BibTeX."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["is_balanced", "sound"]

_BRACES: Final = re.compile("[{}]")
_COMMENT: Final = re.compile(r"(?<!\\)(?:\\\\)*%.*")
_LONE_BACKSLASH: Final = re.compile(r"(?<!\\)(?:\\\\)*\\$")
#: The maximum nesting depth of braces. Formatting uses a stack frame for each level.
_DEEPEST: Final = 40


def sound(value: str) -> str:
    """A value that pybtex can print.

    pybtex fails on unmatched braces, even if a comment hides one, on very deeply nested braces, and on
    a final backslash.
    """
    if not is_balanced(value) or ("%" in value and not is_balanced(_COMMENT.sub("", value))):
        value = _BRACES.sub("", value)
    return value[:-1] if _LONE_BACKSLASH.search(value) else value


def is_balanced(value: str) -> bool:
    """Whether all braces are balanced, including escaped ones, and the nesting is not too deep."""
    depth = 0
    for brace in _BRACES.findall(value):
        depth += 1 if brace == "{" else -1
        if not 0 <= depth <= _DEEPEST:
            return False
    return depth == 0

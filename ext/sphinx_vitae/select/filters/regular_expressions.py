"""Regular expressions in filters. Expressions that could run forever are rejected."""

from __future__ import annotations

import re
import warnings
from typing import Final

__all__ = ["compile_pattern"]

_LONGEST: Final = 500
#: Matches an escaped character, a set of characters, the start or end of a group, a repetition, or a branch.
_TOKEN: Final = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!>#]|<[=!]|P<\w+>|P=|[a-zA-Z-]+:?))?|\)"
    r"|[*+?]|\{(\d*)(,?)(\d*)\}|\|",
    re.S,
)
#: A group with at most this many repetitions is allowed, regardless of its content.
_FEW: Final = 4


def compile_pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern for searching, ignoring case.

    :raises ValueError: with a message that says what is wrong. Repeated groups that contain a repetition or a
        branch are rejected, because Python's engine could try exponentially many ways to match them.
    """
    if len(text) > _LONGEST:
        raise ValueError(f"it is longer than {_LONGEST} characters")
    if any(character < " " and character not in "\t\n" for character in text):
        raise ValueError('it contains a control character; write r before the quotes: r"\\bGPU\\b"')
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "[[" may mean something else in a later Python
            pattern = re.compile(text, re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(str(error)) from None
    if _explodes(text):
        raise ValueError("it repeats a group that contains a repetition or a branch, which can take forever")
    return pattern


def _explodes(text: str) -> bool:
    """Whether any group that is repeated many times can itself match in more than one way."""
    groups = [False]  # for each open group, outermost first: whether its content can vary
    closed, end = False, -1  # whether the content of the group that just ended can vary
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if closed and token.start() == end and _is_many(token):
            return True
        closed = False
        if sign.startswith("("):
            groups.append(False)
        elif sign == ")" and len(groups) > 1:
            closed, end = groups.pop(), token.end()
            groups[-1] = groups[-1] or closed
        elif sign in {"|", "?"} or _varies(token):
            groups[-1] = True
    return False


def _varies(token: re.Match[str]) -> bool:
    """Whether a token repeats something a variable number of times."""
    return token[0] in {"*", "+"} or (bool(token[2]) and token[1] != token[3])


def _is_many(token: re.Match[str]) -> bool:
    """Whether a token repeats something more than a few times."""
    if not token[0].startswith("{"):
        return token[0] in {"*", "+"}
    most = token[3] or (token[1] if not token[2] else "")
    return not most or int(most) > _FEW

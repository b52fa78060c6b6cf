"""Regular expressions in filters; those that could run forever are rejected."""

from __future__ import annotations

import re
import warnings
from typing import Final

__all__ = ["compile_pattern"]

_LONGEST: Final = 500
#: An escaped character, a set of characters, the start and end of a group, a repetition, and a branch.
_TOKEN: Final = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!>#]|<[=!]|P<\w+>|P=|[a-zA-Z-]+:?))?|\)"
    r"|[*+?]|\{(\d*)(,?)(\d*)\}|\|",
    re.S,
)
#: A group may repeat this often, whatever it contains.
_FEW: Final = 4


def compile_pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern for searching, ignoring case.

    :raises ValueError: saying what is wrong. A repeated group that contains a repetition or a branch is rejected:
        Python's engine could try exponentially many ways to match it.
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
    """Whether a group that is repeated many times can itself match in more than one way."""
    groups = [False]  # for each open group, outermost first: whether it contains something that varies
    closed, end = False, -1  # whether the group that ended there varies
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

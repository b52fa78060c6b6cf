"""The stack of open groups and spans from which a `Text` is built.

Spans are not nested deeper than `_DEPTH`, so that a `Text` can be processed recursively.
"""

from __future__ import annotations

import re
from typing import Final
from unicodedata import normalize

from sphinx_vitae.model import Inline, Span, SpanKind

from .commands import DECLARATIONS, SPANS

__all__ = ["SpanStack", "tidied"]

_DEPTH: Final = 40
_BLANKS: Final = re.compile(r" {2,}")
#: An accent without a letter is printed as this character.
_ALONE: Final = dict(
    zip(
        "\u0303\u0302\u0301\u0300\u0308\u030c\u0306\u0307\u030a\u0328\u030b\u0304\u0327",
        "~^´`¨ˇ˘˙˚˛˝¯¸",
        strict=True,
    )
)
_DOTLESS: Final = {"ı": "i", "ȷ": "j"}
_KINDS: Final[dict[str, SpanKind]] = {
    **{kind: kind for kind in SPANS.values()},
    **{kind: kind for kind in DECLARATIONS.values()},
    "link": "link",
    "item": "item",
}


class _Frame:
    """An open group or span.

    If it is ``single``, its argument is one token, or a group if that token is a brace.

    ``kind`` is a `SpanKind`, or ``group``, ``argument`` (the group that a command takes), ``accent``,
    ``upper``, ``note``, ``environment`` or ``plain``; or an HTML tag, with its `SpanKind` as ``target``.
    """

    __slots__ = ("kind", "parts", "single", "target")

    def __init__(self, kind: str, target: str = "", *, single: bool = False) -> None:
        self.kind = kind
        self.target = target
        self.single = single
        self.parts: list[Inline] = []


_GROUPS: Final = ("group", "argument")


class SpanStack:
    """Parts are added to the innermost open frame. When a frame is closed, it becomes part of the next one."""

    def __init__(self) -> None:
        self.stack = [_Frame("plain")]
        self.groups = 0  # open groups in the stack
        self.flat = 0  # open groups that are not in the stack, because it has reached its maximum depth

    def add(self, part: Inline) -> None:
        """Add one atom, which completes the commands that are waiting for a token."""
        self.stack[-1].parts.append(part)
        self.complete()

    def complete(self) -> None:
        while self.stack[-1].single:
            self.close()

    def token_of(self, run: str, start: int) -> int:
        """Give the first character of a run of text to the command waiting for it; return the position of
        the rest.
        """
        stripped = run.lstrip()
        if stripped:
            self.add(stripped[0])
        return start + len(run) - max(len(stripped) - 1, 0)

    def open(self, kind: str, target: str = "", *, single: bool = True) -> None:
        """Open a frame for the argument of a command, or for the text after it."""
        if len(self.stack) < _DEPTH:
            self.stack.append(_Frame(kind, target, single=single))

    def close(self) -> None:
        """Close the innermost frame, and add its result to the next one."""
        frame = self.stack.pop()
        outer, parts = self.stack[-1].parts, frame.parts
        if frame.kind in _KINDS:
            if frame.kind == "link" and not parts:
                parts.append(frame.target)
            if marked := tidied(parts, strip=frame.kind == "item"):
                outer.append(Span(_KINDS[frame.kind], marked, frame.target))
        elif frame.kind == "accent":
            outer.extend(_accented(parts, frame.target))
        elif frame.kind.startswith("<") and frame.target:
            if marked := tidied(parts):
                outer.append(Span(_KINDS[frame.target], marked))
        elif frame.kind == "upper":
            outer.extend(part.upper() if isinstance(part, str) else part for part in parts)
        elif frame.kind == "note":
            outer.extend((" (", *parts, ")"))
        else:
            outer.extend(parts)

    def open_groups(self, count: int) -> None:
        """Open groups. The first group can be the argument that a command is waiting for."""
        if len(self.stack) >= _DEPTH and not self.stack[-1].single:
            self.flat += count
            return
        if self.stack[-1].single:
            self.stack[-1].single = False
            self.stack.append(_Frame("argument"))
            self.groups += 1
            count -= 1
        opened = min(count, max(_DEPTH - len(self.stack), 0))
        self.stack.extend(_Frame("group") for _ in range(opened))
        self.groups += opened
        self.flat += count - opened

    def close_groups(self, count: int) -> bool:
        """Close the given number of innermost groups; return whether that many were open."""
        flat = min(count, self.flat)
        self.flat -= flat
        closed = min(count - flat, self.groups)
        for _ in range(closed):
            self._close_group()
        return flat + closed == count

    def _close_group(self) -> None:
        while self.stack[-1].kind not in _GROUPS:
            self.close()
        argument = self.stack[-1].kind == "argument"
        self.groups -= 1
        self.close()
        if argument:
            self.close()
        self.complete()

    def close_to(self, kind: str) -> bool:
        """Close frames up to and including the innermost one of a kind, within the current group; return
        whether it exists.
        """
        for depth in range(len(self.stack) - 1, 0, -1):
            if self.stack[depth].kind == kind:
                while len(self.stack) > depth:
                    self.close()
                return True
            if self.stack[depth].kind in (*_GROUPS, "environment"):
                break
        return False

    def close_all(self) -> list[Inline]:
        """All parts, including those of frames that are still open."""
        while len(self.stack) > 1:
            self.close()
        return self.stack[0].parts


def _accented(parts: list[Inline], accent: str) -> list[Inline]:
    """The parts with a combining accent on their first letter."""
    for index, part in enumerate(parts):
        if isinstance(part, str) and part.strip():
            letter = normalize("NFC", _DOTLESS.get(part[0], part[0]) + accent)
            return [*parts[:index], letter + part[1:], *parts[index + 1 :]]
    return [*parts, _ALONE.get(accent, "")]


def tidied(parts: list[Inline], *, strip: bool = False) -> tuple[Inline, ...]:
    """The parts with adjacent strings joined and runs of spaces collapsed."""
    result: list[Inline] = []
    run: list[str] = []
    for part in (*parts, None):
        if isinstance(part, str):
            run.append(part)
            continue
        if joined := "".join(run):
            result.append(_BLANKS.sub(" ", joined) if "  " in joined else joined)
        run = []
        if part is not None:
            result.append(part)
    if any(isinstance(part, Span) and part.kind == "par" for part in result):
        result = _parted(result, strip=strip)
    if strip and result and isinstance(result[0], str):
        result[0] = result[0].lstrip()
    if strip and result and isinstance(result[-1], str):
        result[-1] = result[-1].rstrip()
    return tuple(part for part in result if part != "")


def _parted(parts: list[Inline], *, strip: bool) -> list[Inline]:
    """The parts without spaces around paragraph breaks, and without breaks at the start or the end."""
    result: list[Inline] = []
    broken = strip
    waiting: Inline | None = None
    for part in parts:
        if isinstance(part, Span) and part.kind == "par":
            if result and isinstance(last := result[-1], str):
                result[-1] = last.rstrip(" ")
            waiting = waiting if broken else part
            broken = True
            continue
        text = part.lstrip(" ") if broken and isinstance(part, str) else part
        if text == "":
            continue
        if waiting is not None:
            result.append(waiting)
            waiting = None
        result.append(text)
        broken = False
    return result if strip or waiting is None else [*result, waiting]

"""Input as messages quote it: on one line, shortened, and otherwise as written. Lists in messages."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["and_list", "excerpt", "quoted"]


def excerpt(text: str, length: int = 60) -> str:
    """The beginning of a text, with an ellipsis if it is longer."""
    if len(text) <= length and text.isprintable():
        return text
    text = " ".join(text[: 4 * length].split())
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def quoted(text: str, length: int = 60) -> str:
    """The beginning of a text in quotation marks. Unlike ``repr``, it does not double backslashes."""
    return f"'{excerpt(text, length)}'"


def and_list(items: Sequence[str]) -> str:
    """The items of a list in one phrase, with a comma before "and" if an item contains "or"."""
    before = ", ".join(items[:-1])
    return f"{before}{',' if ' or ' in before else ''} and {items[-1]}" if before else items[-1]

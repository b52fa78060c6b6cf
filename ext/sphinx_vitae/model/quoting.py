"""Input as it is quoted in messages: on one line, shortened, and otherwise as written."""

from __future__ import annotations

__all__ = ["excerpt", "quoted"]


def excerpt(text: str, length: int = 60) -> str:
    """The beginning of a text, with an ellipsis if it is longer."""
    if len(text) <= length and text.isprintable():
        return text
    text = " ".join(text[: 4 * length].split())
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def quoted(text: str, length: int = 60) -> str:
    """The beginning of a text in quotation marks. Unlike ``repr``, it does not double backslashes."""
    return f"'{excerpt(text, length)}'"

"""How messages name missing fields."""

from __future__ import annotations

from collections.abc import Container

from sphinx_vitae.bib.vocabulary import called_in
from sphinx_vitae.model import Record

__all__ = ["in_words_of", "with_article", "with_values"]


def in_words_of(names: str, record: Record, in_file: Container[str]) -> str:
    known = [name for name in names.split("|") if name != "eventtitle" or name in in_file]  # biblatex's alone
    return " or ".join(called_in(name, record.type, in_file) for name in known)


def with_values(words: str) -> str:
    """``booktitle or eventtitle`` → ``booktitle = {…} or eventtitle = {…}``."""
    return " or ".join(f"{word} = {{…}}" for word in words.split(" or "))


def with_article(words: str) -> str:
    return f"{'an' if words[0] in 'aeiou' and not words.startswith('url') else 'a'} {words}"

"""An entry as BibTeX for other people: as written, but without the fields that are relevant only to this
site.
"""

from __future__ import annotations

from functools import lru_cache

from sphinx_vitae.model import Record, is_private, is_site_field

__all__ = ["to_bibtex"]


def to_bibtex(record: Record) -> str:
    """The entry as written in its file, but with one field per line and aligned equals signs.

    Values are kept as written, including braces and LaTeX. Macros are expanded.
    """
    fields = [(name, value) for name, value in record.written if _shown(name)]
    width = max((len(name) for name, _ in fields), default=0)
    lines = [f"  {name:<{width}} = {{{_value(name, value)}}}," for name, value in fields]
    return "\n".join(
        (f"@{record.written_type or record.type}{{{record.written_key or record.key},", *lines, "}")
    )


@lru_cache(4096)
def _shown(name: str) -> bool:
    return bool(name) and not is_site_field(name) and not is_private(name)


def _value(name: str, value: str) -> str:
    """The value on one line. biblatex reads an annotation only with an equals sign."""
    value = " ".join(value.split())
    return f'="{value}"' if "+an:" in name and "=" not in value else value

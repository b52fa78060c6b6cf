"""Bibliographies and sites of any size, always the same for the same size."""

from __future__ import annotations

import random

__all__ = ["bibliography", "rst_page"]

WORDS = [
    "sparse",
    "matrix",
    "neural",
    "network",
    "graph",
    "kernel",
    "flow",
    "dynamic",
    "memory",
    "model",
    "learning",
    "quantum",
    "field",
    "method",
    "analysis",
    "system",
    "theory",
    "control",
    "optimal",
    "fast",
]
FAMILIES = ("Huang", "Wang", r"M{\"u}ller", "Smith", "de la Cruz")
GIVEN = ("Guyue", "Yuke", "Ada", "J.", "María")


def _entries(count: int) -> list[dict[str, str]]:
    chance = random.Random(count)
    return [
        {
            "key": f"key{n}",
            "author": " and ".join(f"{chance.choice(FAMILIES)}, {chance.choice(GIVEN)}" for _ in range(5)),
            "title": " ".join(chance.choices(WORDS, k=10)).capitalize() + f" {{BERT}} {n}",
            "journal": f"Journal of {chance.choice(WORDS)}",
            "volume": str(n % 90),
            "pages": f"{n}--{n + 9}",
            "year": str(1980 + n % 45),
            "doi": f"10.1000/x.{n}",
            "url": f"https://example.org/{n}",
            "abstract": " ".join(chance.choices(WORDS, k=120)),
        }
        for n in range(count)
    ]


def bibliography(count: int) -> str:
    """So many articles of about 1.3 kB each."""
    texts = []
    for entry in _entries(count):
        fields = (f"  {name} = {{{value}}},\n" for name, value in entry.items() if name != "key")
        texts.append(f"@article{{{entry['key']},\n{''.join(fields)}}}\n")
    return "\n".join(texts)


def rst_page(count: int) -> str:
    """The same entries, as somebody would write them by hand in reStructuredText."""
    items = []
    for entry in _entries(count):
        names = entry["author"].replace(" and ", "; ").replace(r"M{\"u}ller", "Müller")
        title = entry["title"].replace("{BERT}", "BERT")
        items.append(
            f"- {names}. **{title}**. *{entry['journal']}* {entry['volume']}:{entry['pages']}, {entry['year']}. "
            f"`DOI <https://doi.org/{entry['doi']}>`__ `Link <{entry['url']}>`__\n"
        )
    return "\n".join(items)

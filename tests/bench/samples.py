"""Bibliographies and sites of any size, always the same for the same size."""

from __future__ import annotations

import random

__all__ = ["OWNER", "bibliography", "rst_page"]

#: Whose site it is: one of the five names of many entries.
OWNER = "Huang, Guyue"
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
    """The same page, as somebody would write it by hand in reStructuredText.

    It shows what our page shows, and nothing more: a section for each year, the newest first; each entry
    with its number, a target to link to, the title, all authors with the owner's name emphasised, journal,
    volume, pages and year, the two links, and the abstract and the BibTeX source, folded. Our BibTeX is
    not coloured, so neither is this.
    """
    years: dict[str, list[str]] = {}
    for entry in _entries(count):
        years.setdefault(entry["year"], []).append(_rst_entry(entry))
    number = count
    parts = []
    for year in sorted(years, reverse=True):
        parts.append(f"{year}\n----\n")
        for text in years[year]:
            parts.append(text.replace("NUMBER", str(number), 1))
            number -= 1
    return "\n".join(parts)


_RST_ENTRY = """\
.. _{key}:

[NUMBER] **{title}**
{names}.
*{journal}* {volume}:{pages}, {year}.
`DOI <https://doi.org/{doi}>`__
`Link <{url}>`__

.. raw:: html

   <details><summary>Abstract</summary>

{abstract}

.. raw:: html

   </details><details><summary>BibTeX</summary>

.. code-block:: text

   @article{{{key},
{bibtex}
   }}

.. raw:: html

   </details>
"""


def _rst_entry(entry: dict[str, str]) -> str:
    source = {name: value for name, value in entry.items() if name not in {"key", "abstract"}}
    names = []
    for author in entry["author"].replace(r"M{\"u}ller", "Müller").split(" and "):
        family, _, given = author.partition(", ")
        names.append(f"**{given} {family}**" if author == OWNER else f"{given} {family}")
    shown = {
        "names": ", ".join(names),
        "title": entry["title"].replace("{BERT}", "BERT"),
        "pages": entry["pages"].replace("--", "–"),
        "bibtex": "\n".join(f"     {name:<7} = {{{value}}}," for name, value in source.items()),
    }
    return _RST_ENTRY.format(**(entry | shown))

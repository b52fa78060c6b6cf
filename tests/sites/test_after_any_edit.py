"""Whatever is edited: the next build, in one process or in two, gives what a build from nothing gives.

Sites change at random, from fixed seeds. After each step the same sources are built again with one process,
with two, and from nothing; bodies of pages, inventories and search data must be equal. What a theme prints
around the body is Sphinx's own affair.
"""

from __future__ import annotations

import difflib
import json
import os
import random
import re
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from page_heads import head_of
from site_builder import CONF, Site
from sphinx_vitae.model import SETTINGS

#: How many sequences of edits `tests` and `thorough` try; the longer ones begin with the same edits.
SEQUENCES, MORE_SEQUENCES = 4, 10
STEPS, MORE_STEPS = 6, 20
TEMPLATE = (
    Path(__file__).resolve().parents[2] / "ext/sphinx_vitae/templates/vitae/html/talk-card.html.jinja"
).read_text("utf-8")
OPTIONS = {
    "group-by": ("year", "type", "venue, year", "keyword"),
    "number": ("ascending", "descending", "canonical"),
    "sort": ("title", "author, -date", "-key"),
    "layout": ("card", "reference", "feature", "tagged", "compact", "apa"),
    "year": ("2020..", "..2021"),
    "limit": ("2", "3"),
    "names": ("initials", "family-initials"),
    "canonical": ("",),
    "show": ("keywords", "downloads"),
    "hide": ("downloads",),
    "empty": ("None.",),
}
VALUES: dict[str, tuple[Any, ...]] = {
    "owner": ("Huang, Guyue", "Wang, Ada", None),
    "people": ({}, {"Doe, Jane": "https://example.org/doe"}),
    "layout": ("card", "compact"),
    "names": ("full", "initials"),
    "max_authors": (0, 1),
    "pages": ({}, True, {"talk": "given"}),
    "venues": (
        {},
        {"MICRO": {"name": "Microarchitecture", "color": "teal"}},
        {"DAC": {"url": "https://example.org"}},
    ),
    "accent": ("", "teal"),
    "today": ("2021-06-01", "2026-01-15"),
    "feeds": ([], ["publications", "talks", "all"], {"publications": 2}),
    "metadata": (True, False, ["coins", "signposting", "llms"]),
    "coins": (500, 2),
    "downloads": (True, False),
    "languages": ({}, {"en": "/", "de": "/de/"}, {"fr": "/", "en": "/en/"}),
    "words": ({}, {"Keywords": "Topics", "{} papers": "{} works"}),
}
#: Every setting that shows on pages; one without values above is an error. Of the others, placements, the selection
#: of entries, heads and files depend, and all pages on the accent.
OTHERS = {"pages", "today", "accent", "feeds", "metadata", "coins", "words"}
CONFIGURATION = {f"vitae_{s.name}": VALUES[s.name] for s in SETTINGS if s.shown_on or s.name in OTHERS}
SPHINXS = {"canonical", "index", "next", "prev", "search", "stylesheet"}
FILES = {".bib", ".json", ".ris", ".atom", ".ics", ".txt"}


class Edits:
    """A site that is edited at random."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.site = Site(folder)
        self.chance = random.Random(seed)
        self.made = 0
        self.entries: dict[str, dict[str, str]] = {}
        self.pages: dict[str, list[str]] = {"index": []}
        self.configuration: dict[str, Any] = {}
        self.template = ""
        self.time = 1_600_000_000
        for _ in range(5):
            self.add_entry()
        for _ in range(2):
            self.add_page()
        self.write()

    # What can be done --------------------------------------------------------------------------------

    def add_entry(self) -> None:
        self.made += 1
        key = f"key{self.made}"
        entry = {"type": self.chance.choice(("article", "inproceedings", "talk", "award", "misc", "news"))}
        self.entries[key] = entry
        for field in ("title", "author", "date"):
            self.set_field(entry, field)
        if self.entries and self.chance.random() < 0.4:
            entry["related"] = self.chance.choice(sorted(self.entries))

    def set_field(self, entry: dict[str, str], field: str) -> None:
        words = ("Sparse", "Tensor", "Graph", "Gödel", "Matrix $x^2$", r"\emph{Deep}")
        values = {
            "title": " ".join(self.chance.sample(words, 2)),
            "author": " and ".join(
                self.chance.sample(("Huang, Guyue", "Wang, Ada", "Doe, Jane", "Müller, Jan"), 4)
            ),
            "date": self.chance.choice(("2019", "2020-05", "2021", "2022-01-03")),
            "abbr": self.chance.choice(("MICRO", "DAC")),
            "keywords": self.chance.choice(("a, b", "b", "c")),
            "abstract": self.chance.choice(("One.", "Two.\n\nThree.")),
            "author+an": self.chance.choice(("1=equal; 2=equal", "2=student")),
            "doi": f"10.1000/{self.chance.randrange(99)}",
        }
        entry[field] = values[field]

    def change_entry(self) -> None:
        if self.entries:
            entry = self.entries[self.chance.choice(sorted(self.entries))]
            fields = ("title", "author", "date", "abbr", "keywords", "abstract", "author+an", "doi")
            self.set_field(entry, self.chance.choice(fields))

    def rename_entry(self) -> None:
        if self.entries:
            self.made += 1
            old = self.chance.choice(sorted(self.entries))
            self.entries = {(f"key{self.made}" if key == old else key): e for key, e in self.entries.items()}

    def remove_entry(self) -> None:
        if len(self.entries) > 2:
            del self.entries[self.chance.choice(sorted(self.entries))]

    def turn_back_the_clock(self) -> None:
        """The bibliography is replaced by another one, with an older time."""
        self.change_entry()
        self.time -= 1_000_000

    def add_page(self) -> None:
        self.made += 1
        self.pages[f"page{self.made}"] = [self.directive(), *self.roles()]

    def change_page(self) -> None:
        self.pages[self.chance.choice(sorted(self.pages))] = [
            self.directive(),
            self.directive(),
            *self.roles(),
        ]

    def move_page(self) -> None:
        if names := sorted(set(self.pages) - {"index"}):
            self.made += 1
            self.pages[f"page{self.made}"] = self.pages.pop(self.chance.choice(names))

    def remove_page(self) -> None:
        if len(names := sorted(set(self.pages) - {"index"})) > 1:
            del self.pages[self.chance.choice(names)]

    def reorder_pages(self) -> None:
        names = [name for name in self.pages if name != "index"]
        self.chance.shuffle(names)
        self.pages = {name: self.pages[name] for name in ["index", *names]}

    def change_template(self) -> None:
        self.template = (
            f"{TEMPLATE}<!-- {self.chance.randrange(9)} -->\n" if self.chance.random() < 0.7 else ""
        )

    def configure(self) -> None:
        name = self.chance.choice(sorted(CONFIGURATION))
        self.configuration[name] = self.chance.choice(CONFIGURATION[name])

    def directive(self) -> str:
        name = self.chance.choice(
            ("publications", "publications", "publications-chart", "talks", "awards", "news")
        )
        chosen = self.chance.sample(sorted(OPTIONS), self.chance.randrange(3))
        if name == "publications-chart":
            chosen = [option for option in chosen if option in {"group-by", "year", "empty"}]
        if name != "publications":
            chosen = [option for option in chosen if option != "layout"]
        lines = [f":{option}: {self.chance.choice(OPTIONS[option])}" for option in chosen]
        return "\n".join([f"```{{{name}}}", *lines, "```"])

    def roles(self) -> list[str]:
        keys = self.chance.sample(sorted(self.entries), min(2, len(self.entries)))
        kinds = {"talk": "talk", "award": "award", "news": "activity"}
        return [f"{{{kinds.get(self.entries[key]['type'], 'pub')}}}`{key}`" for key in keys]

    # Doing it ----------------------------------------------------------------------------------------

    def step(self) -> str:
        names = (
            "add_entry", "change_entry", "change_entry", "rename_entry", "remove_entry", "turn_back_the_clock", "add_page",
            "change_page", "move_page", "remove_page", "reorder_pages", "change_template", "configure",
        )  # fmt: skip
        name = self.chance.choice(names)
        edit: Callable[[], None] = getattr(self, name)
        edit()
        self.write()
        return name

    def write(self) -> None:
        """Only what differs, as an editor does; each time a little later."""
        self.time += 10
        files = {"references.bib": "\n".join(self._entry(key, entry) for key, entry in self.entries.items())}
        values = {"html_baseurl": "https://example.org", "templates_path": ["templates"]}
        values |= {"suppress_warnings": ["vitae"], **self.configuration}
        files["conf.py"] = CONF + "".join(f"{name} = {value!r}\n" for name, value in values.items())
        contents = "```{toctree}\n" + "\n".join(name for name in self.pages if name != "index") + "\n```"
        for name, parts in self.pages.items():
            files[f"{name}.md"] = "\n\n".join([f"# {name}", *parts, *([contents] if name == "index" else [])])
        if self.template:
            files["templates/vitae/html/talk-card.html.jinja"] = self.template
        else:
            (self.site.folder / "templates/vitae/html/talk-card.html.jinja").unlink(missing_ok=True)
        for path in self.site.folder.glob("page*.md"):
            if path.name not in files:
                path.unlink()
        for name, text in files.items():
            path = self.site.folder / name
            if not path.exists() or path.read_text("utf-8") != text:
                self.site.write(name, text)
                if name == "references.bib":
                    os.utime(path, (self.time, self.time))  # long ago: times say nothing about content

    @staticmethod
    def _entry(key: str, entry: dict[str, str]) -> str:
        fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in entry.items() if name != "type")
        return f"@{entry['type']}{{{key},\n{fields}\n}}\n"


def looks(folder: Path) -> dict[str, Any]:
    """What a build left that is of ours: bodies, heads, files, inventory, search data."""
    found: dict[str, Any] = {}
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        if name not in {"genindex.html", "search.html"}:
            body = BeautifulSoup(path.read_text("utf-8"), "html.parser").select_one("div.body")
            head = head_of(path)
            head.links = [link for link in head.links if link["rel"] not in SPHINXS]
            found[name] = f"{body}\n{head}"
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.suffix in FILES and not name.startswith(("_static", "_sources")):
            found[name] = path.read_bytes()
    inventory = (folder / "objects.inv").read_bytes().split(b"\n", 4)[4]
    found["objects.inv"] = sorted(zlib.decompress(inventory).decode("utf-8").splitlines())
    found["search"] = search(folder)
    return found


def search(folder: Path) -> list[tuple[str, str]]:
    """Terms and objects with the names of their documents, whose numbers may differ."""
    text = (folder / "searchindex.js").read_text("utf-8")
    index = json.loads(re.fullmatch(r"Search\.setIndex\((.*)\)", text, re.S)[1])  # type: ignore[index]
    names = index["docnames"]
    pairs = []
    for part in ("terms", "titleterms"):
        for term, where in index[part].items():
            pairs += [(f"{part} {term}", names[n]) for n in (where if isinstance(where, list) else [where])]
    for objects in index["objects"].values():
        pairs += [(f"object {item[4]} {item[3]}", names[item[0]]) for item in objects]
    return sorted(pairs)


def first_difference(right: Any, wrong: Any) -> str:
    """What should be there, and what is."""
    lines = [
        [str(line) for line in (one if isinstance(one, list) else str(one).splitlines())]
        for one in (right, wrong)
    ]
    return "\n".join(list(difflib.unified_diff(lines[0], lines[1], lineterm="", n=0))[:8])


@pytest.mark.parametrize(
    ("seed", "steps"),
    [
        *((seed, STEPS) for seed in range(SEQUENCES)),
        *(
            pytest.param(seed, MORE_STEPS, marks=pytest.mark.thorough(reason="the same sequences, longer"))
            for seed in range(MORE_SEQUENCES)
        ),
    ],
)
def test_after_any_edit_the_next_build_gives_what_a_build_from_nothing_gives(
    tmp_path: Path, seed: int, steps: int
) -> None:
    edits = Edits(tmp_path / "site", seed)
    done: list[str] = []
    for _ in range(steps):
        done.append(edits.step())
        built = {}
        for name, jobs in (("one", 1), ("two", 2), ("clean", 1)):
            out = tmp_path / name
            if name == "clean":
                shutil.rmtree(out, ignore_errors=True)
            edits.site.build_into(out, jobs=jobs)
            built[name] = looks(out / "html")
        for name in ("one", "two"):
            differing = [part for part in built["clean"] if built[name].get(part) != built["clean"][part]]
            stale = sorted(built[name].keys() - built["clean"].keys())
            # Sphinx leaves the pages of removed documents in place; those of entries are removed.
            stale = [part for part in stale if not re.fullmatch(r"page\d+\.html", part)]
            for part in differing:
                difference = first_difference(built["clean"][part], built[name].get(part, ""))
                pytest.fail(f"{part}, {name} after {done}:\n{difference}")
            assert not stale, f"{name} after {done}: {stale}"

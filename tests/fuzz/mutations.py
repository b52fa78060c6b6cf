"""Bibliographies made from real ones: entries, fields and tokens are moved, lost, repeated and exchanged."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from property.formulas import random_formulas
from property.test_bibliographies import BLANKS, WORDS
from property.test_fixes import NAMES
from site_builder import BIB

__all__ = ["HOSTILE", "Sources", "sources"]

CASES: Final = Path(__file__).parents[1] / "corpus" / "cases"
#: What must not do anything in any format, and what readers of dates, names and numbers have stumbled over.
HOSTILE: Final = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "javascript:alert(1)", "JaVa&#115;cript:alert(1)",
    "data:text/html,<b>", "https://a.b/\" onclick=\"x", "https://a.b/%zz#{}", "//evil.example/x", "conf.py", "../../x",
    r"\write18{ls}", r"\directlua{os.exit()}", r"\input{x}", r"\csname end\endcsname", "^^5cend", r"\end{document}",
    r"\begin{itemize}", r"\item", r"\href{javascript:x}{y}", r"\url{a b}", r"\cite{zz}", r"\cite{k1,k2}", r"\ensuremath{x}",
    '#eval("1")', "#panic()", '"];#panic();#["', "];[", "#let x = 1", "$#x$", "<label>", "@ref", "```{python}", "{{ 1 }}",
    "{% raw %}", "<%= 1 %>", "202²", "-1", "0", "99999999999999999999", "2020-02-30", "2020/2019", "199u", "1999~", "../..",
    "in press", "n.d.", "and", " and and ", "others and others", ", , ,", "van", "{{}}", "{\\'{}}", "\\'", "A, B, C, D", "=",
    "1=equal; 2:given=x", "9=student", ";;;", ", ,", "\ufffd", "\ue000", "\u202eabc", "\u200b", "\x00", "\x1b[31m", "\x85",
    "\u2028", "\U0001f600", "e\u0301\u0301\u0301", "ß", "İ", "ﬁ", "\u0130i", "ſ", "\u212a", "<ſub>", "<İ>", "x" * 300, "{" * 40 + "}" * 40, "- - -- ---",
    "<i>a</i>", "<sub>2</sub>", "&lt;b&gt;", "&#60;b&#62;", "&nbsp;", "[a](https://a.b)", "[a](javascript:x)", "a" + "\n" * 4 + "b",
)  # fmt: skip
_FIELDS: Final = (
    *NAMES.split(), "abstract", "keywords", "award", "related", "relatedtype", "crossref", "xdata", "xref", "ids", "url", "pdf",
    "eprint", "eprinttype", "pages", "series", "edition", "publisher", "location", "organization", "school", "institution",
    "type", "howpublished", "eventtitle", "eventdate", "pubstate", "selected", "abbr", "author+an", "author+an:url",
    "entrysubtype", "urldate", "origdate", "subtitle", "titleaddon", "translator", "editora", "preview", "slides", "video",
    "chapter", "isbn", "langid", "usera", "annotation", "shortauthor", "sortname", "options", "nameaddon", "tag", "status",
)  # fmt: skip
_TYPES: Final = (
    "article", "book", "inproceedings", "incollection", "inbook", "proceedings", "phdthesis", "techreport", "misc", "online",
    "patent", "software", "dataset", "talk", "award", "position", "degree", "service", "teaching", "project", "grant", "student",
    "membership", "news", "xdata", "string", "comment", "preamble", "unpublished", "set", "artcile", "poster",
)  # fmt: skip
_WORDS: Final = (*WORDS.split(), *BLANKS)
_TOKEN: Final = re.compile(r"@\w+|[A-Za-z][\w+:.-]*\s*=|\\(?:[A-Za-z]+|.)|\d+|[^\W\d]+|\s+|.", re.S)
_START: Final = re.compile(r"^(?=[ \t]*@)", re.M)
_FIELD: Final = re.compile(r"(?<=[,\n])\s*([A-Za-z][\w+:.-]*)\s*=\s*")
_VALUE: Final = re.compile(r"(.*?)([\s,]*(?:[})]\s*)?)", re.S)
_HEAD: Final = re.compile(r"@\s*(\w+)\s*[{(]\s*([^\s,]*)")
_BYTES: Final = (
    b"\x00",
    b"\xff",
    b"\x81",
    b"\x92",
    b"\xc3",
    b"\xe2\x80",
    b"\xef\xbb\xbf",
    b"\r",
    b"\n",
    b"{",
    b"}",
    b"@",
)
_LARGEST: Final = 30_000


@dataclass
class Entry:
    """What begins at an ``@``: all before the first field, then each field with what follows its value."""

    head: str
    fields: list[tuple[str, str, str]] = field(default_factory=list)

    def __str__(self) -> str:
        return self.head + "".join(f"{name} = {value}{tail}" for name, value, tail in self.fields)

    @property
    def key(self) -> str:
        found = _HEAD.search(self.head)
        return found[2] if found else "k"


def parsed(text: str) -> Entry:
    """A stretch of text from one ``@`` at the start of a line to the next."""
    places = list(_FIELD.finditer(text))
    if not places:
        return Entry(text)
    ends = [place.start() for place in places[1:]] + [len(text)]
    fields = []
    for place, end in zip(places, ends, strict=True):
        value = _VALUE.fullmatch(text[place.end() : end])
        assert value
        written, tail = value[1], value[2]
        if written.count("{") > written.count("}"):  # the brace closes the value, not the entry
            written, tail = written + "}", tail.replace("}", "", 1)
        fields.append((place[1], written, tail))
    return Entry(text[: places[0].start()] + "\n", fields)


@dataclass(frozen=True)
class Sources:
    """What bibliographies are made from.

    :param files: whole, as they are on the disk.
    :param entries: of each file.
    :param values: of all fields of all entries, as they are written.
    """

    files: tuple[bytes, ...]
    entries: tuple[tuple[str, ...], ...]
    values: tuple[str, ...]

    def bibliography(self, dice: random.Random) -> bytes:
        """A few entries, mutated; the same ones for the same dice."""
        if dice.random() < 0.1:
            content = dice.choice(self.files)
            start = dice.randrange(max(1, len(content) - _LARGEST))
            return _with_other_bytes(dice, content[start : start + _LARGEST])
        chosen: list[str] = []
        for _ in range(dice.choice((1, 1, 1, 2))):
            found = dice.choice(self.entries)
            start = dice.randrange(len(found))
            chosen += found[start : start + dice.choice((1, 1, 2, 3, 6))]
        entries = [parsed(text) for text in chosen]
        for _ in range(dice.choice((0, 1, 1, 2, 3, 5))):
            dice.choice(_MUTATIONS)(dice, entries, self.values)
        text = "".join(map(str, entries))
        if dice.random() < 0.4:
            text = _with_other_tokens(dice, text)
        return _encoded(dice, text[:_LARGEST])


def sources(folder: Path | None = None) -> Sources:
    """The corpus and some entries of our own; with a folder, its bibliographies as well."""
    paths = sorted(CASES.rglob("*.bib"))
    if folder:
        paths += sorted(folder.rglob("*.bib"))
    files = tuple(filter(None, (BIB.encode(), *(path.read_bytes() for path in paths))))
    texts = [content.decode("utf-8", "replace") for content in files]
    entries = tuple(tuple(filter(None, _START.split(text))) for text in texts)
    values = {value for found in entries for each in found for _, value, _ in parsed(each).fields}
    return Sources(files, entries, tuple(sorted(values)))


# Of entries and fields ------------------------------------------------------------------------------------

Mutation = Callable[[random.Random, list[Entry], tuple[str, ...]], None]


def _anywhere(dice: random.Random, entries: list[Entry]) -> tuple[list[tuple[str, str, str]], int]:
    """A field, as a list and a place in it; one is made where there is none."""
    fields = dice.choice(entries).fields
    if not fields:
        fields.append(("title", "{T}", ",\n}\n"))
    return fields, dice.randrange(len(fields))


def _hostile_value(dice: random.Random, entries: list[Entry], values: tuple[str, ...]) -> None:
    fields, place = _anywhere(dice, entries)
    name, value, tail = fields[place]
    words = dice.choice(HOSTILE)
    if dice.random() < 0.5:  # within the value, behind its delimiter
        value = f"{value[:1]}{words}{dice.choice((' ', '', value[1:]))}{value[-1:]}"
    else:
        value = f"{{{words}}}"
    fields[place] = (dice.choice((name, dice.choice(_FIELDS))), value, tail)


def _formula(dice: random.Random, entries: list[Entry], values: tuple[str, ...]) -> None:
    fields, place = _anywhere(dice, entries)
    name, value, tail = fields[place]
    formula = next(random_formulas(dice.randrange(10**9), 2))
    fields[place] = (name, f"{value[:1]}${formula}${value[1:]}", tail)


def _other_value(dice: random.Random, entries: list[Entry], values: tuple[str, ...]) -> None:
    fields, place = _anywhere(dice, entries)
    fields[place] = (fields[place][0], dice.choice(values), fields[place][2])


def _other_name(dice: random.Random, entries: list[Entry], values: tuple[str, ...]) -> None:
    fields, place = _anywhere(dice, entries)
    fields[place] = (dice.choice(_FIELDS), *fields[place][1:])


def _another_field(dice: random.Random, entries: list[Entry], values: tuple[str, ...]) -> None:
    fields, place = _anywhere(dice, entries)
    fields.insert(place, (dice.choice(_FIELDS), dice.choice(values), dice.choice((",\n", ", ", "\n", ""))))


def _fewer_fields(dice: random.Random, entries: list[Entry], values: tuple[str, ...]) -> None:
    fields, place = _anywhere(dice, entries)
    del fields[place]


def _repeated_field(dice: random.Random, entries: list[Entry], values: tuple[str, ...]) -> None:
    fields, place = _anywhere(dice, entries)
    fields[place:place] = [(*fields[place][:2], ",\n")] * dice.choice((1, 1, 8))


def _other_delimiters(dice: random.Random, entries: list[Entry], values: tuple[str, ...]) -> None:
    fields, place = _anywhere(dice, entries)
    name, value, tail = fields[place]
    inner = value.strip('{}"')
    before, after = dice.choice(
        (("", ""), ('"', '"'), ("{", ""), ("", "}"), ("{{", "}}"), ("s # {", "}"), ("{", "} # s"))
    )
    fields[place] = (name, f"{before}{inner}{after}", dice.choice((tail, ",\n", "\n", "}\n", ")\n", "")))


def _long_value(dice: random.Random, entries: list[Entry], values: tuple[str, ...]) -> None:
    fields, place = _anywhere(dice, entries)
    name, value, tail = fields[place]
    inner = dice.choice(
        (value.strip('{}"'), " and A, B", "$x$ ", "\\emph{", ";", ",", "\\cite{k}", "{}", "- ")
    )
    fields[place] = (name, f"{{{inner * dice.choice((2, 10, 100))}}}"[:5000], tail)


def _other_head(dice: random.Random, entries: list[Entry], values: tuple[str, ...]) -> None:
    entry = dice.choice(entries)
    key = dice.choice((entry.key, dice.choice(entries).key, dice.choice(HOSTILE), ""))
    type_ = dice.choice(_TYPES)
    entry.head = f"@{type_}{dice.choice('{{{(')}{key}{dice.choice((',', ',', ';', ''))}\n"


def _related(dice: random.Random, entries: list[Entry], values: tuple[str, ...]) -> None:
    keys = [entry.key for entry in entries] + ["absent"]
    name = dice.choice(("crossref", "xdata", "related", "xref", "ids", "related"))
    value = ",".join(dice.choice(keys) for _ in range(dice.choice((1, 1, 3))))
    dice.choice(entries).fields.insert(0, (name, f"{{{value}}}", ",\n"))


def _repeated_entry(dice: random.Random, entries: list[Entry], values: tuple[str, ...]) -> None:
    entries.append(parsed(str(dice.choice(entries))))
    dice.shuffle(entries)


def _macros(dice: random.Random, entries: list[Entry], values: tuple[str, ...]) -> None:
    value = dice.choice(('"S"', "{S}", "t # {x}", "s # s", dice.choice(values)))
    entries.insert(dice.randint(0, len(entries)), Entry(f"@string{{{dice.choice('st')} = {value}}}\n"))


_MUTATIONS: Final[tuple[Mutation, ...]] = (
    _hostile_value, _hostile_value, _hostile_value, _formula, _formula, _other_value, _other_value, _other_name,
    _another_field, _fewer_fields, _repeated_field, _other_delimiters, _long_value, _other_head, _related,
    _repeated_entry, _macros,
)  # fmt: skip


# Of tokens and bytes --------------------------------------------------------------------------------------


def _with_other_tokens(dice: random.Random, text: str) -> str:
    tokens = _TOKEN.findall(text) or [""]
    for _ in range(dice.choice((1, 1, 2, 4))):
        here, there = dice.randrange(len(tokens)), dice.randrange(len(tokens))
        match dice.randrange(5):
            case 0:
                tokens[here] = ""
            case 1:
                tokens[here] *= 2
            case 2:
                tokens[here], tokens[there] = tokens[there], tokens[here]
            case 3:
                tokens[here] += dice.choice(_WORDS)
            case _:
                tokens[here] = dice.choice((*_WORDS, *HOSTILE))
    return "".join(tokens)


def _with_other_bytes(dice: random.Random, content: bytes) -> bytes:
    made = bytearray(content)
    for _ in range(dice.choice((1, 2, 4))):
        place = dice.randrange(len(made) + 1)
        made[place : place + dice.choice((0, 0, 1, 5))] = dice.choice(_BYTES)
    return bytes(made)


def _encoded(dice: random.Random, text: str) -> bytes:
    """Mostly as it should be."""
    match dice.randrange(20):
        case 0:
            return text.encode("cp1252", "replace")
        case 1:
            return text.encode(dice.choice(("utf-16", "utf-8-sig", "latin-1")), "replace")
        case 2:
            return text.replace("\n", dice.choice(("\r\n", "\r"))).encode("utf-8", "replace")
        case 3:
            return _with_other_bytes(dice, text.encode("utf-8", "replace"))
        case _:
            return text.encode("utf-8", "replace")

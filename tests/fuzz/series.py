"""Everything that a bibliography can hold much of, n of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

__all__ = ["SERIES", "Series"]


def _nobody(size: int) -> list[str]:
    return []


@dataclass(frozen=True)
class Series:
    """Bibliographies that grow.

    :param make: n → text.
    :param people: n → the names of people in the configuration.
    :param most: n beyond which bounds are met that are said elsewhere.
    """

    name: str
    make: Callable[[int], str]
    people: Callable[[int], list[str]] = _nobody
    most: int = 1 << 20


def _entry(fields: str, key: str = "k", type_: str = "article") -> str:
    return f"@{type_}{{{key},\n  {fields},\n}}\n"


def _article(n: int, more: str = "") -> str:
    author = f"Huang, Guyue and Doe, J{n}"
    return _entry(
        f"author = {{{author}}}, title = {{Title {n}}}, journal = {{J}}, year = {{2020}}{more}", f"k{n}"
    )


def _field(name: str, value: str, before: str = "", after: str = "", type_: str = "article") -> Series:
    """A field that holds a text n times."""
    given = {"title": "T", "year": "2020"}
    common = "".join(f"{field} = {{{text}}}, " for field, text in given.items() if field != name)
    shown = value.strip().replace("\n", "\\n")[:20]
    return Series(
        f"{name}: {before.strip()}{shown}",
        lambda n: _entry(
            f"{common}{name} = {{{before}{''.join(value.replace('#', str(i)) for i in range(n))}{after}}}",
            type_=type_,
        ),
    )


def _entries(name: str, make: Callable[[int], str]) -> Series:
    return Series(f"entries: {name}", lambda n: "".join(make(i) for i in range(n)))


def _text(name: str, value: str, before: str = "", after: str = "") -> Series:
    return Series(f"file: {name}", lambda n: before + value * n + after)


def _person(n: int) -> str:
    """A name of its own for each number."""
    letters = "".join(chr(97 + int(digit)) for digit in str(n))
    return f"{letters.capitalize()}son, {letters[::-1].capitalize()}"


SERIES: Final[tuple[Series, ...]] = (
    # Entries
    _entries("articles", _article),
    _entries("articles in one line", lambda i: _article(i).replace("\n", " ")),
    _entries("one key", lambda i: _entry(f"title = {{T{i}}}")),
    _entries("one title, year and author", lambda i: _entry("title = {T}, year = {2020}, author = {A, B}", f"k{i}")),
    _entries("one DOI", lambda i: _entry(f"title = {{T{i}}}, doi = {{10.1000/x}}", f"k{i}")),
    _entries("no title", lambda i: _entry("year = {2020}", f"k{i}")),
    _entries("unknown type", lambda i: _entry("title = {T}", f"k{i}", f"artcile{i}")),
    _entries("unknown field", lambda i: _article(i, f", titel{i} = {{x}}")),
    _entries("unknown related", lambda i: _article(i, f", related = {{absent{i}}}")),
    _entries("unknown crossref", lambda i: _article(i, f", crossref = {{absent{i}}}")),
    _entries("unknown cite", lambda i: _article(i, f", note = {{\\cite{{absent{i}}}}}")),
    _entries("unknown macro", lambda i: _article(i, f", series = mac{i}")),
    _entries("crossref chain", lambda i: _article(i, f", crossref = {{k{i + 1}}}")),
    _entries("crossref to one", lambda i: _article(i, ", crossref = {k0}" if i else "")),
    _entries("related chain", lambda i: _article(i, f", related = {{k{i + 1}}}")),
    _entries("related to one", lambda i: _article(i, ", related = {k0}")),
    _entries("cite of one", lambda i: _article(i, ", note = {\\cite{k0}}")),
    _entries("xdata of one", lambda i: _article(i, ", xdata = {x}") + ("@xdata{x, publisher = {P}}\n" if not i else "")),
    _entries("xdata chain", lambda i: f"@xdata{{x{i}, xdata = {{x{i + 1}}}, note = {{n}}}}\n"),
    _entries("ids", lambda i: _article(i, f", ids = {{old{i}}}")),
    _entries("owners by initial", lambda i: _entry(f"title = {{T{i}}}, author = {{Huang, G. and Huang, G{i}.}}", f"k{i}")),
    _entries("names of one family", lambda i: _entry(f"title = {{T{i}}}, author = {{Huang, {_person(i)[-6:]} and Huang, G.}}", f"k{i}")),
    _entries("names of their own", lambda i: _entry(f"title = {{T{i}}}, author = {{{_person(i)}}}", f"k{i}")),
    _entries("talks of one title", lambda i: _entry(f"title = {{T}}, date = {{2020}}, location = {{L{i}}}", f"k{i}", "talk")),
    _entries("awards", lambda i: _article(i, f", award = {{Best {i}}}")),
    _entries("award entries", lambda i: _entry(f"title = {{A}}, date = {{2020}}, related = {{k{i + 1}}}", f"k{i}", "award")),
    _entries("positions", lambda i: _entry("title = {P}, date = {2020/}, organization = {O}", f"k{i}", "position")),
    _entries("keywords of their own", lambda i: _article(i, f", keywords = {{w{i}}}")),
    _entries("marks of their own", lambda i: _article(i, f", author+an = {{1=mark{i}}}")),
    _entries("comments", lambda i: f"@comment{{c{i}}}\n"),
    _entries("strings", lambda i: f'@string{{s{i} = "S"}}\n'),
    _entries("strings of strings", lambda i: f"@string{{s{i} = s{max(i - 1, 0)} # {{x}}}}\n"),
    _entries("strings twice", lambda i: f"@string{{s{i} = s{i - 1} # s{i - 1}}}\n" if i else '@string{s0 = "x"}\n'),
    # Fields of one entry
    Series("fields of their own", lambda n: _entry(", ".join(["title = {T}", *(f"field{i} = {{x}}" for i in range(n))]))),
    Series("fields of one name", lambda n: _entry(", ".join(["title = {T}"] * n))),
    Series("fields misspelt", lambda n: _entry(", ".join(["title = {T}", *["jounral = {x}"] * n]))),
    Series("fields without commas", lambda n: _entry(" ".join(f"field{i} = {{x}}\n" for i in range(n)))),
    Series("parts of a value", lambda n: _entry("title = " + " # ".join(['"a"'] * n))),
    Series("macros in a value", lambda n: '@string{s = "a"}\n' + _entry("title = " + " # ".join(["s"] * n))),
    Series("people of the configuration", lambda n: "".join(map(_article, range(n))), lambda n: [_person(i) for i in range(n)], most=4096),
    Series("people who are named", lambda n: "".join(_entry(f"title = {{T}}, author = {{{_person(i)}}}", f"k{i}") for i in range(n)), lambda n: [_person(i) for i in range(n)], most=4096),
    # Parts of one field
    _field("author", "Ab#, C and ", after="D, E"),
    _field("author", "Huang, Guyue and ", after="D, E"),
    _field("author", "Huang, G. and ", after="D, E"),
    _field("author", "A. B. and ", after="D"),
    _field("author", "others and ", after="D"),
    _field("author", "family=A#, given=B and ", after="D"),
    _field("author", "{Corp #} and ", after="D"),
    _field("author", "小明 and ", after="D"),
    _field("author", "A, ", after="D"),
    _field("author", "A ", after="D"),
    _field("author", "von ", after="D"),
    _field("author", "A. B.; ", after="C. D."),
    _field("author+an", "#=equal;", before="1=student;"),
    _field("author+an", "1=m#;"),
    _field("editor", "Ab#, C and ", after="D, E"),
    _field("keywords", "w#, "),
    _field("keywords", "w, "),
    _field("award", "Best #; "),
    _field("award", "Best; "),
    _field("related", "absent#,"),
    _field("related", "k,"),
    _field("ids", "i#,"),
    _field("ids", "i,"),
    _field("xdata", "absent#,"),
    _field("title", "$x^2$ "),
    _field("title", "x_#", before="$", after="$"),
    _field("title", "{x", before="$", after="$"),
    _field("title", "\\frac{1}{2}+", before="$", after="$"),
    _field("title", "\\left(", before="$", after="$"),
    _field("title", "a & b \\\\ ", before="$\\begin{array}{cc}", after="\\end{array}$"),
    _field("title", "\\emph{a} "),
    _field("title", "\\emph{"),
    _field("title", "{"),
    _field("title", "{a} "),
    _field("title", "\\'e"),
    _field("title", "\\'"),
    _field("title", "\\foo"),
    _field("title", "\\foo# "),
    _field("title", "``a'' "),
    _field("title", "--"),
    _field("title", "$"),
    _field("title", "\\cite{k} "),
    _field("title", "\\cite{absent#} "),
    _field("title", "\\cite"),
    _field("title", "word# "),
    _field("title", "a: "),
    _field("title", "A? "),
    _field("title", "\u0301", before="e"),
    _field("title", "\u202e"),
    _field("abstract", "A sentence #. "),
    _field("abstract", "a\n\n"),
    _field("abstract", "\\item a\n"),
    _field("abstract", "\\begin{itemize}"),
    _field("abstract", "\\begin{itemize}\\item a\\end{itemize}"),
    _field("abstract", "\\verb|a| "),
    _field("abstract", "<p>a</p>"),
    _field("abstract", "<i>"),
    _field("abstract", "<"),
    _field("abstract", "&amp;"),
    _field("abstract", "\\href{https://a.b/#}{c} "),
    _field("abstract", "\\url{https://a.b} "),
    _field("note", "[a](https://a.b) "),
    _field("note", "["),
    _field("note", "10.1000/x# "),
    _field("note", "https://a.b/# "),
    _field("note", "arXiv:2001.0000# "),
    _field("note", "doi: "),
    _field("note", "PMID: # "),
    _field("pages", "1--2, "),
    _field("pages", "#"),
    _field("date", "2020/"),
    _field("date", "2"),
    _field("year", "2020 "),
    _field("year", "a", after=" 2020"),
    _field("year", "A", before="2020 "),
    _field("month", "jan"),
    _field("month", "A"),
    _field("note", "1", before="\\hspace "),
    _field("doi", "https://doi.org/", after="10.1000/x"),
    _field("doi", "10.1000/x "),
    _field("url", "https://a.b/# "),
    _field("url", "\\url{"),
    _field("url", "%7e"),
    _field("eprint", "2001.00001 "),
    _field("series", "LNCS "),
    _field("journal", "J. "),
    _field("booktitle", "Proc. of # "),
    _field("location", "L, ", type_="talk"),
    _field("pubstate", "in press "),
    # The file
    _text("blank lines", "\n"),
    _text("text", "words between\n"),
    _text("@", "@"),
    _text("{", "{"),
    _text("}", "}"),
    _text("an entry not closed", "@a{k, title = {T}\n"),
    _text("a value not closed", "@a{k,\n title = {T\n"),
    _text("quotes not closed", '@a{k,\n title = "T\n'),
    _text("entries in a value", "@a{k, title = {T}}\n", before="@b{l, note = {\n"),
    _text("line comments", "% comment @a{k}\n"),
    _text("NUL", "\x00"),
    _text("controls in a value", "\x08", before="@a{k, title = {", after="}}\n"),
    _text("carriage returns", "a\r"),
    _text("hidden characters", "\u200b", before="@", after="a{k}\n"),
    _text("equals", "="),
    _text("fields without an entry", "title = {T},\n"),
    _text("a long key", "k", before="@a{", after=", title = {T}}\n"),
    _text("a long type", "a", before="@", after="{k, title = {T}}\n"),
    _text("a long field name", "f", before="@a{k, ", after=" = {T}}\n"),
    _text("a long word", "w", before="@a{k, title = {", after="}}\n"),
    _text("parentheses", "@a(k, title = {T})\n"),
    _text("twice encoded", "â\x80\x93", before="@a{k, title = {", after="}}\n"),
)  # fmt: skip

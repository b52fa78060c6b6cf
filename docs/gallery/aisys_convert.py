"""The reading list of the gallery: a Markdown document of papers, by venue and year → ``aisys.bib``.

``python aisys_convert.py DOCUMENT.md aisys.bib``. Many hands wrote the document, and each venue has a form of its
own for authors and their affiliations. Each form has a rule here; what no rule can know stands in `CORRECTIONS`.
Equal input gives equal output. What was decided is noted with its line; what is not understood is an error, and
makes the exit code 1.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Final

#: Slips of the document → what is meant. One that is not found is an error.
CORRECTIONS: Final = {
    # Nothing stands between the title and the first author.
    "for Supercomputers Noam": "for Supercomputers | Noam",
    "Deep Learning Library Adam": "Deep Learning Library | Adam",
    "Pipeline Parallelism Yanping": "Pipeline Parallelism | Yanping",
    "for Deep Learning Woosuk": "for Deep Learning | Woosuk",
    "Automated Machine Learning Daiyi": "Automated Machine Learning | Daiyi",
    "Deep Learning Programs Taebum": "Deep Learning Programs | Taebum",
    # Nothing stands between two authors.
    "Kyle ChardIan Foster": "Kyle Chard,Ian Foster",
    "Vasimuddin MdSanchit Misra": "Vasimuddin Md,Sanchit Misra",
    "Guixiang MaRamanarayan Mohanty": "Guixiang Ma,Ramanarayan Mohanty",
    "Brandon Reagen David Brooks": "Brandon Reagen, David Brooks",
    # Letters.
    "Franc\N{CEDILLA}ois": "François",
    "zhifeng Chen": "Zhifeng Chen",
    "## Arxiv": "## arXiv",
    "Stanford Univeristy": "Stanford University",
    "Facebook and USCa": "Facebook and USC",
    "(NorthEastern University)": "(Northeastern University)",
    "(Northeast University)": "(Northeastern University)",
    "(the Ohio State University)": "(The Ohio State University)",
    "(Ohio State U.)": "(Ohio State University)",
    "University of Wisconsin - Madison": "University of Wisconsin-Madison",
    "Amazon Web Service,": "Amazon Web Services,",
}

#: Each venue by its full name.
VENUES: Final = {
    "OSDI": "USENIX Symposium on Operating Systems Design and Implementation",
    "SOSP": "ACM Symposium on Operating Systems Principles",
    "NSDI": "USENIX Symposium on Networked Systems Design and Implementation",
    "EuroSys": "European Conference on Computer Systems",
    "ATC": "USENIX Annual Technical Conference",
    "VLDB": "Proceedings of the VLDB Endowment",
    "SIGMOD": "International Conference on Management of Data",
    "NeurIPS": "Advances in Neural Information Processing Systems",
    "ICML": "International Conference on Machine Learning",
    "ICLR": "International Conference on Learning Representations",
    "ASPLOS": "International Conference on Architectural Support for Programming Languages and Operating Systems",
    "SC": "International Conference for High Performance Computing, Networking, Storage and Analysis",
    "HPCA": "IEEE International Symposium on High-Performance Computer Architecture",
    "MLSys": "Conference on Machine Learning and Systems",
    "PPoPP": "ACM SIGPLAN Symposium on Principles and Practice of Parallel Programming",
    "MobiSys": "International Conference on Mobile Systems, Applications, and Services",
    "ISCA": "International Symposium on Computer Architecture",
    "arXiv": "arXiv",
}
#: The entry type of a venue's papers, and the field that names the venue, where it is no conference.
TYPES: Final = {"VLDB": ("article", "journaltitle"), "arXiv": ("misc", "howpublished")}
CONFERENCE: Final = ("inproceedings", "booktitle")

#: Family names of more than one word: the document writes names in their natural order.
FAMILIES: Final = (
    "Darvish Rouhani", "De Jagger", "Janapa Reddi", "Nodehi Sabet", "Quintero Narvaez", "St John", "St. John",
    "Yazdani Aminabadi",
)  # fmt: skip
#: Persons of one name.
MONONYMS: Final = ("Arvind",)
#: Institutions that the document only names behind another one and a comma.
SECOND: Final = ("AWS", "BNRist", "Cornell University", "Petuum", "SUNY Korea", "Zhongguancun Laboratory")
COUNTRIES: Final = ("China", "USA", "United States of America")

_INSTITUTION: Final = re.compile(
    r"\b(?:University|Institute|Laborator(?:y|ies)|Lab|Center|Academy|School|Department|College|Technolog(?:y|ies))\b"
)
_LINK: Final = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")
_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|['.-])*")
_BETWEEN: Final = re.compile(r"\s*(?:,\s*and\s|,|\sand\s|·)\s*")


@dataclass(frozen=True, slots=True)
class Author:
    """``places``: the institutions; ``contact``: whether an asterisk marks the person."""

    name: str
    places: tuple[str, ...] = ()
    url: str = ""
    contact: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """``line``: where its authors stand in the document."""

    venue: str
    year: str
    title: str
    url: str
    authors: tuple[Author, ...]
    line: int


class Report:
    """What is to be said of the document: notes about decisions, and errors."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.errors: list[str] = []

    def note(self, line: int, message: str) -> None:
        self.notes.append(f"line {line}: {message}")

    def error(self, line: int, message: str) -> None:
        self.errors.append(f"line {line}: error: {message}")


# From the document to papers -------------------------------------------------------------------------


def papers(document: str, report: Report) -> list[Paper]:
    """Every paper, in the order of the document: each line is a heading, a title, or authors."""
    found: list[Paper] = []
    venue = year = title = ""
    open_ = False  # whether the line before this one belongs to a title too
    for number, written in enumerate(document.splitlines(), 1):
        line = written.strip().rstrip("\\").strip()
        split = parts(line, f"{venue} {year}")
        if title and (split or line.startswith("#")):
            report.error(number, f"no authors follow {title!r}")
            title = ""
        if line.startswith("#") or not line:
            level, _, text = line.partition(" ")
            venue = text.strip() if level == "##" else venue
            year = text.strip() if level == "###" else year if level != "##" else ""
            open_ = False
        elif split:
            found.append(paper(venue, year, *split, number, report))
        elif (title and not open_) or has_names(line):
            found.append(paper(venue, year, title, line, number, report))
            title = ""
        else:
            title, open_ = f"{title} {line}".strip(), True
    if title:
        report.error(len(document.splitlines()), f"no authors follow {title!r}")
    return found


def parts(line: str, occasion: str) -> tuple[str, str] | None:
    """Title and authors, where one line has both."""
    for pattern in (
        r"(?P<title>.+?) \| (?P<names>.+)",
        r"(?P<title>\S.*?\S) {3,}(?P<names>\S.*)",
        r"(?P<title>\*\*\[.+?\]\(\S+\)\*\*)(?P<names>\[.+)",
        rf"(?P<short>[^.:]+)\. (?P<title>(?P=short): [^.]+)\. (?P<names>.+)\. {re.escape(occasion)}\.",
    ):
        if match := re.fullmatch(pattern, line):
            return match["title"], match["names"]
    return None


def has_names(line: str) -> bool:
    """Whether a line begins as a list of names does: a title has a colon, or small words, or no comma."""
    line = line.lstrip('*"').rstrip(",")
    if line.startswith("["):
        return not _LINK.fullmatch(line.rstrip("*"))
    first = re.split(r"[,;(·]|\sand\s", line)[0].strip()
    return bool(re.search(r"[,;(·]", line)) and is_person(first) and "|" not in line and " " * 3 not in line


def is_person(name: str) -> bool:
    words = name.split()
    if name in MONONYMS:
        return True
    proper = all(word[:1].isupper() and _WORD.fullmatch(word) for word in words)
    return 2 <= len(words) <= 5 and proper and not _INSTITUTION.search(name)


def paper(venue: str, year: str, title: str, names: str, line: int, report: Report) -> Paper:
    """One paper; what is odd about it is reported."""
    title = title.strip("* ")
    linked = _LINK.fullmatch(title)
    title, url = linked.groups() if linked else (title, "")
    authors = tuple(once(authors_of(names.strip('*" '), line, report), line, report))
    for author in authors:
        if not is_person(author.name):
            report.error(line, f"{author.name!r} is no name of one person")
        if not all(place and not re.search(r"[\[\]*;|]|^\W", place) for place in author.places):
            report.error(line, f"{author.name}: {author.places!r} are no institutions")
    if venue not in VENUES or not re.fullmatch(r"\d{4}", year) or not title or not authors:
        report.error(line, f"no paper of a known venue and year: {venue!r}, {year!r}, {title!r}")
    return Paper(venue, year, title.rstrip("., "), url, authors, line)


def once(authors: Sequence[Author], line: int, report: Report) -> Iterator[Author]:
    """Each author once: one paper names somebody twice."""
    seen: set[str] = set()
    for author in authors:
        if author.name in seen:
            report.note(line, f"{author.name} is named twice, and stands once")
        else:
            seen.add(author.name)
            yield author


# The forms of authors --------------------------------------------------------------------------------


def authors_of(text: str, line: int, report: Report) -> list[Author]:
    """Authors in whatever form the venue has."""
    if text.startswith("["):
        return linked_authors(text)
    if text.rstrip(".*").endswith(")"):
        return bracketed_authors(text, line, report)
    if ";" in text or " and " in text or _INSTITUTION.search(text):
        return spelled_authors(text)
    return [Author(name) for name in _BETWEEN.split(text.rstrip(". "))]


def linked_authors(text: str) -> list[Author]:
    """``[A](…) UC Berkeley, [B](…) , …``: an institution behind a link; behind a comma, further names."""
    _, *rest = _LINK.split(text)
    authors = []
    for name, url, behind in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        names = behind.lstrip().startswith(",") and behind.strip(", ")
        place = "" if names else behind.strip(", ")
        authors.append(Author(name, pieces(place), url))
        authors += [Author(other) for other in _BETWEEN.split(names)] if names else []
    return authors


def bracketed_authors(text: str, line: int, report: Report) -> list[Author]:
    """``A, B (UC Berkeley), C (MIT)*``: brackets hold for all names before them.

    Where neighbours of one institution have brackets of their own, a name without has no institution. Brackets
    without a name are another institution of the person before.
    """
    groups = []
    for before, place, star in brackets(text):
        names = [name for name in _BETWEEN.split(before.strip(" ,;.").removeprefix("and ")) if name]
        groups.append((names, pieces(place), star))
    each = any(one[1] == other[1] for one, other in pairwise(groups))
    authors: list[Author] = []
    for names, places, star in groups:
        if not names and authors:
            authors[-1] = replace(authors[-1], places=authors[-1].places + places)
        for name in names:
            has = name == names[-1] or not each
            authors.append(Author(name, places if has else (), "", star))
            if not has:
                report.note(line, f"{name} stands without an institution")
    return authors


def brackets(text: str) -> Iterator[tuple[str, str, bool]]:
    """What stands before each pair of outer brackets, in it, and whether an asterisk follows."""
    depth = start = opened = 0
    for at, sign in enumerate(text):
        if sign == "(":
            opened = opened if depth else at
            depth += 1
        elif sign == ")":
            depth -= 1
            if not depth:
                starred = text[at + 1 : at + 2] == "*"
                yield text[start:opened], text[opened + 1 : at].strip(), starred
                start = at + 1 + starred


def spelled_authors(text: str) -> list[Author]:
    """``A, B, and C, UC Berkeley; D, MIT``; a part without a name is another institution of those before it."""
    authors: list[Author] = []
    last: list[Author] = []
    for part in (part.strip() for part in text.split(";")):
        names, place = names_and_place(part)
        if names or not last:
            authors += last
            last = [Author(name, pieces(place)) for name in names or [part]]
        else:
            last = [replace(author, places=author.places + pieces(place)) for author in last]
    return authors + last


def names_and_place(part: str) -> tuple[list[str], str]:
    """The names with which a part begins, and the rest."""
    words = [word.strip() for word in part.split(",")]
    if _INSTITUTION.search(words[0]):
        return [], part
    if match := re.fullmatch(r"((?:[^,]+, )+and [^,]+|[^,]+ and [^,]+), (.+)", part):
        return _BETWEEN.split(match[1]), match[2]
    first = next((n for n, word in enumerate(words) if _INSTITUTION.search(word)), 1)
    count = first if all(map(is_person, words[:first])) else 1  # names without "and"
    return words[:count], ", ".join(words[count:])


# Institutions ----------------------------------------------------------------------------------------


def pieces(place: str) -> tuple[str, ...]:
    """The institutions between signs that only stand between institutions."""
    return tuple(piece.strip() for piece in re.split(r"\s&\s|\s/\s|;", place) if piece.strip())


def settled(found: Sequence[Paper], report: Report) -> list[Paper]:
    """All papers with each institution by itself, called the same for all authors of a paper."""
    known: set[str] = set(SECOND)
    while True:
        found = [
            replace(one, authors=tuple(replace(a, places=apart(a.places, known)) for a in one.authors))
            for one in found
        ]
        now = {place for one in found for author in one.authors for place in author.places} | set(SECOND)
        if now == known:
            return [without_countries(one, report) for one in found]
        known = now


def apart(places: Iterable[str], known: set[str]) -> tuple[str, ...]:
    return tuple(part for place in places for part in halves(place, known))


def halves(place: str, known: set[str]) -> tuple[str, ...]:
    """``X and Y``, ``X/Y`` are two if the document names one of them by itself; ``X, Y`` if it names both."""
    for sign in re.finditer(r",? and |/|, ", place):
        left, right = place[: sign.start()], place[sign.end() :]
        if sign[0] == ", ":
            two = right in SECOND or (left in known and right.partition(", ")[0] in known)
        else:
            two = left in known or right in known
        if two:
            return left, right
    return (place,)


def without_countries(one: Paper, report: Report) -> Paper:
    """An institution that one author has with its country, and another without, has none."""
    there = {place for author in one.authors for place in author.places}
    short = {f"{place}, {country}": place for place in there for country in COUNTRIES}
    for place in sorted(there & short.keys()):
        report.note(one.line, f"{place!r} is {short[place]!r}, as for others of the paper")
    authors = (replace(a, places=tuple(short.get(place, place) for place in a.places)) for a in one.authors)
    return replace(one, authors=tuple(authors))


# From papers to BibTeX -------------------------------------------------------------------------------


def keys(found: Iterable[Paper]) -> Iterator[str]:
    """A key for each paper, ``aisys-moritz2018ray``: with further words of the title where it would not be unique."""
    taken: set[str] = set()
    for one in found:
        family = plain(family_name(one.authors[0].name)[0])
        title = [word for word in map(plain, one.title.split()) if word not in ("a", "the", "on", "")]
        count = 1
        while (key := f"aisys-{family}{one.year}{''.join(title[:count])}") in taken:
            count += 1
        taken.add(key)
        yield key


def plain(text: str) -> str:
    """Small letters and digits of ASCII."""
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]", "", folded)


def family_name(name: str) -> tuple[str, str]:
    """Family name and given names."""
    for family in FAMILIES:
        if name.endswith(f" {family}"):
            return family, name.removesuffix(family).strip()
    given, _, family = name.rpartition(" ")
    return family, given


def bib_name(name: str) -> str:
    return ", ".join(part for part in family_name(name) if part)


def bib_title(title: str) -> str:
    """Braces keep capitals: of words that have any but their first letter, and of a name before a colon."""
    title = re.sub(r"(?<![^\W_])(?=[\w.]*[^\W_][\w.]*[A-Z])[\w.]+(?:-[\w.]*[A-Z][\w.]*)*", r"{\g<0>}", title)
    return re.sub(r"^([A-Z][a-z]+)(?=: )", r"{\1}", title)


def escaped(text: str) -> str:
    return re.sub(r"[&%#]", r"\\\g<0>", text)


def annotation(texts: Iterable[str], quote: str = '"') -> str:
    """biblatex's annotation of the names that have a text: ``1="MIT"; 3="CMU"``."""
    return "; ".join(f"{n}={quote}{escaped(text)}{quote}" for n, text in enumerate(texts, 1) if text)


def entry(one: Paper, key: str) -> str:
    """One entry of the .bib file."""
    kind, container = TYPES.get(one.venue, CONFERENCE)
    preprint = "preprint" if kind == "misc" else ""
    fields = {
        "author": " and ".join(bib_name(author.name) for author in one.authors),
        "author+an": annotation(("corresponding" if author.contact else "" for author in one.authors), ""),
        "author+an:affiliation": annotation(" & ".join(author.places) for author in one.authors),
        "author+an:url": annotation(author.url for author in one.authors),
        "title": bib_title(escaped(one.title)),
        container: VENUES[one.venue],
        "abbr": one.venue,
        "entrysubtype": preprint,
        "date": one.year,
        "eventurl": one.url,
    }
    lines = (f"  {name:9} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"


def bibliography(found: Sequence[Paper]) -> str:
    head = "% Made by aisys_convert.py from a reading list in Markdown; correct it there.\n"
    return "\n".join([head, *(entry(one, key) for one, key in zip(found, keys(found), strict=True))])


def corrected(document: str, report: Report) -> str:
    """The document without the slips that are known."""
    for wrong, right in CORRECTIONS.items():
        if wrong not in document:
            report.errors.append(f"error: the document does not have {wrong!r}; its correction can go")
        document = document.replace(wrong, right)
    return unicodedata.normalize("NFC", document)


def main(source: str, target: str) -> int:
    report = Report()
    found = settled(papers(corrected(Path(source).read_text("utf-8"), report), report), report)
    if not report.errors:
        Path(target).write_text(bibliography(found), "utf-8")
    sys.stderr.writelines(f"{source}: {message}\n" for message in (*report.notes, *report.errors))
    print(f"{len(found)} papers")
    return 1 if report.errors else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))

"""Records and problems as a short text: what the expected side of every case is written in.

``PYTHONPATH=ext python tests/corpus/dump.py FILE.bib …`` prints it, for a new case or to see a change.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from sphinx_vitae.bib import read
from sphinx_vitae.model import NAME_FIELDS, Inline, Moment, PartialDate, Person, Problem, Record

__all__ = ["dump", "read_case"]

#: Fields that the other lines of a record say all about.
_SAID = {"title", "subtitle", "keywords", "selected", "year", "month", "day", "date", *NAME_FIELDS}


def dump(records: tuple[Record, ...], problems: tuple[Problem, ...]) -> str:
    """One block per record, then one line per problem: line, code, key."""
    blocks = ["\n".join(_record(record)) for record in records]
    found = [f"! {problem.line} {problem.kind.code} {problem.key}".rstrip() for problem in problems]
    return "\n\n".join([*blocks, "\n".join(found)]).strip() + "\n"


def _record(record: Record) -> Iterator[str]:
    words = [f"@{record.type}", record.key, f"line {record.source.line}", record.kind, *record.groups]
    yield " · ".join(words)
    yield f"  title: {_inline(record.title.parts)}"
    for field, names in record.names.items():
        yield f"  {field}: " + " + ".join(
            [*map(_person, names.persons), *(["others"] if names.others else [])]
        )
    if record.date:
        yield f"  date: {_date(record.date)}"
    if record.status or record.selected or record.keywords:
        words = [record.status, "selected" if record.selected else "", ", ".join(record.keywords)]
        yield "  is: " + " / ".join(word for word in words if word)
    for field, text in record.texts.items():
        yield f"  {field}: {_inline(text.parts)}"
    for field, value in record.fields.items():
        if field not in record.texts and field not in _SAID:
            yield f"  {field} = {value}"
    for link in record.links:
        yield f"  -> {link.kind} [{link.label}] {link.url}"
    for tie in record.ties:
        yield f"  ~> {tie.key} {tie.type} {tie.text}".rstrip()
    if record.written_key != record.key:
        yield f"  written as: {record.written_key}"


def _inline(parts: tuple[Inline, ...]) -> str:
    shown = []
    for part in parts:
        if isinstance(part, str):
            shown.append(part.replace("\u00a0", "~").replace("\u202f", "\\,"))
        else:
            target = f" {part.target}" if part.target else ""
            shown.append(f"<{part.kind}{target}: {_inline(part.parts)}>")
    return "".join(shown)


def _person(person: Person) -> str:
    parts = [
        f"{name}={getattr(person, name)}" for name in ("literal", "prefix", "suffix") if getattr(person, name)
    ]
    parts += [
        f"{name}={getattr(person, name)}" for name in ("affiliation", "url", "orcid") if getattr(person, name)
    ]
    if person.marks:
        parts.append(f"marks={'/'.join(person.marks)}")
    name = ", ".join(part for part in (person.family, person.given) if part)
    return " ".join([*([name] if name else []), *([f"({'; '.join(parts)})"] if parts else [])])


def _date(date: PartialDate) -> str:
    shown = f"{_moment(date.start)}/{_moment(date.end)}" if date.ranged else _moment(date.start)
    return f"{shown} “{date.literal}”" if date.literal else shown


def _moment(moment: Moment | None) -> str:
    if moment is None:
        return ""
    shown = f"{moment.year}" + (f"-{moment.month:02d}" if moment.month else "")
    shown += f"-{moment.day:02d}" if moment.day else ""
    return shown + ("~" if moment.approximate else "") + ("?" if moment.uncertain else "")


def read_case(case: Path) -> str:
    """The dump of a case: one .bib file, or a folder of several.

    A line ``% kinds: misc = talk, …`` or ``% links: slides = Deck https://…/{value}`` at the top of the
    first file is what the configuration says.
    """
    files = sorted(case.glob("*.bib")) if case.is_dir() else [case]
    kinds: dict[str, str] = {}
    links: dict[str, dict[str, str]] = {}
    for line in files[0].read_bytes().decode("utf-8", "replace").splitlines():
        words, _, setting = line.partition(":")
        for item in setting.split(","):
            name, _, value = (part.strip() for part in item.partition("="))
            if words == "% kinds":
                kinds[name] = value
            elif words == "% links":
                label, _, url = value.partition(" ")
                links[name] = {"label": label, "url": url.strip()}
    return dump(*read(((file.name, file.read_bytes()) for file in files), kinds=kinds, links=links))


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        sys.stdout.write(read_case(Path(argument)))

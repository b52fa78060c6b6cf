"""Records for tests of the pure stages, made without a bibliography."""

from __future__ import annotations

from typing import Any

from sphinx_vitae.model import Moment, NameList, PartialDate, Person, Publication, Record, Source, Text

__all__ = ["date", "names", "record"]


def date(year: int, month: int = 0, day: int = 0) -> PartialDate:
    return PartialDate(Moment(year, month, day))


def names(*people: str) -> NameList:
    """From ``Huang, Guyue``; a name without a comma is a corporate one."""
    persons = []
    for name in people:
        family, comma, given = name.partition(", ")
        persons.append(Person(family=family, given=given) if comma else Person(literal=name))
    return NameList(tuple(persons))


def record(key: str, cls: type[Record] = Publication, **values: Any) -> Any:
    """A record of which a test says what it needs; texts and title may be plain strings."""
    kind = values.pop("kind", "publication" if cls is Publication else cls.__name__.lower())
    texts = {name: Text((text,)) for name, text in values.pop("texts", {}).items()}
    title = Text((values.pop("title", f"Title of {key}"),))
    source = values.pop("source", Source("references.bib", 1))
    type_ = values.pop("type", "article")
    return cls(key=key, kind=kind, type=type_, source=source, title=title, texts=texts, **values)

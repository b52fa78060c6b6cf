"""Prints the names in an entry: shortened, linked, with affiliations and roles, and with the owner
emphasised.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import Final

from sphinx_vitae.bib.names.name_lists import read_names
from sphinx_vitae.bib.urls import checked_url
from sphinx_vitae.catalogue import Catalogue, People
from sphinx_vitae.model import NOBODY, NameList, Person, Profile, Record, Text

from ..language.translated_words import Words
from ..options import EntryOptions
from .label_name import label_name, role_label
from .name_marks import Signs
from .printed_names import Hidden, Name, Naming, affiliated, enumerated, print_name, shorten

__all__ = ["NamePrinter"]

_ORCID: Final = re.compile(r"(?:\d{4}-){3}\d{3}[\dX]")


class NamePrinter:
    """Prints the names in records, for any list on a site."""

    def __init__(self, catalogue: Catalogue, words: Words) -> None:
        self._catalogue = catalogue
        self._words = words
        self._names: dict[tuple[Person, str, bool], Name] = {}
        self._emphasised: dict[str, People] = {"": catalogue.owners}

    @cached_property
    def signs(self) -> Signs:
        """The symbols used as marks after names."""
        return Signs(self._catalogue.marks, self._words)

    def names(self, record: Record, options: EntryOptions, *fields: str) -> list[Name | Hidden]:
        """The names in a record.

        Long lists are shortened without hiding the owner; editors are marked as such.

        :param fields: name fields, of which the first that the record has is printed; by default, the
            `label_name`.
        """
        field, names = _first(record, fields) if fields else label_name(record)
        printed = self._printed(names, options, options.names)
        shown = affiliated(shorten(printed, options.max_authors), options.affiliations, self._words)
        if names.others:
            shown.append(Name(self._words("et al."), before=self._words.before_others, others=True))
        role = "" if fields else role_label(record, field, names, self._words)
        addon = "" if fields else str(record.text("nameaddon"))
        behind = (f" ({role})" if role else "") + (f" [{addon}]" if addon else "")
        if behind and shown:
            shown[-1] = replace(shown[-1], after=shown[-1].after + behind)
        return shown

    def short(self, record: Record, options: EntryOptions) -> list[Name]:
        """Up to two names, or else the first name and the owner: ``G. Dai et al., with G. Huang``."""
        field, names = label_name(record)
        form = "initials" if options.names == "full" else options.names
        printed = [replace(name, marks="") for name in self._printed(names, options, form)]
        role = role_label(record, field, names, self._words)
        behind = f" ({role})" if role else ""
        if len(printed) <= (1 if names.others else 2):
            shown = (
                [printed[0], *(replace(p, before=self._words.separators.two) for p in printed[1:])]
                if printed
                else []
            )
            shown += [Name(self._words("et al."), before=" ", others=True)] if names.others else []
        else:
            others = [name for name in printed[1:] if name.me]
            # Translators: one author more, as in "A. Ash et al., with B. Oak"
            owner = self._words(", with {}").partition("{}")[0]
            shown = [printed[0], Name(self._words("et al."), before=" ", others=True)]
            shown += [
                replace(name, before=self._words.separators.two if n else owner)
                for n, name in enumerate(others)
            ]
        if behind and shown:
            shown[-1] = replace(shown[-1], after=behind)
        return shown

    def naming(self, options: EntryOptions) -> Naming:
        """A function that prints names in running text, with the options of a list."""

        def naming(names: NameList) -> Text:
            return enumerated(self._printed(names, options, options.names), self._words, others=names.others)

        return naming

    def _printed(self, names: NameList, options: EntryOptions, form: str) -> list[Name]:
        mine = self.emphasised(options.owner).among(names)
        return [self._name(person, form, me=bool(mine) and person in mine) for person in names.persons]

    def _name(self, person: Person, form: str, *, me: bool) -> Name:
        """The printed form of a person, which is cached because the same people recur in many entries."""
        known = self._names.get((person, form, me))
        if known is None:
            profile = self._catalogue.people.find(person)
            marked = bool(person.marks)
            known = self._names[person, form, me] = Name(
                print_name(person, form),
                me,
                self.signs.of(person) if marked else "",
                _address(person, profile, orcid=not me),
                self.signs.meaning(person) if marked else "",
                person.affiliation,
                before=self._words.comma,
            )
        return known

    def emphasised(self, named: str) -> People:
        """The people whose names are emphasised.

        :param named: names joined by ``and``; empty for the owner of the site.
        """
        if named not in self._emphasised:
            asked = read_names(named).names.persons
            self._emphasised[named] = self._catalogue.named(str(person) for person in asked)
        return self._emphasised[named]


def _first(record: Record, fields: tuple[str, ...]) -> tuple[str, NameList]:
    return next(((field, record.names[field]) for field in fields if record.names.get(field)), ("", NOBODY))


def _address(person: Person, profile: Profile | None, *, orcid: bool) -> str:
    """The URL that a name links to: from the entry or the settings, or else the ORCID if requested."""
    if url := checked_url(person.url) or (checked_url(profile.url) if profile else ""):
        return url
    found = person.orcid or (profile.orcid if profile else "")
    number = found.rstrip("/").rsplit("/", 1)[-1]
    return f"https://orcid.org/{number}" if orcid and _ORCID.fullmatch(number) else ""

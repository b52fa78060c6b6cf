"""The ``people`` directive: the people on a site, from ``vitae_people``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, Final

from docutils import nodes

from sphinx_vitae.bib import parse_date
from sphinx_vitae.model import ProblemKind, Profile, fold, slug
from sphinx_vitae.options import LEAVE_OUT, Choices, Option, known_words
from sphinx_vitae.render import print_date
from sphinx_vitae.select import Terms

from ..doctree.nodes import vitae_people, vitae_person
from ..options.declared import OPTIONS
from ..settings.contacts import full_name, home_and_contacts
from ..site.dependencies import PeopleDependency
from .base import VitaeDirective
from .cv import line_of, photo_of

if TYPE_CHECKING:
    from docutils.nodes import Node

__all__ = ["PeopleDirective"]


def _roles(person: Profile) -> list[str]:
    """The roles of a person, as written, separated by commas."""
    return [role.strip() for role in person.role.split(",") if role.strip()]


def _role(text: str, choices: Choices) -> Terms:
    people = choices.catalogue.settings.people
    return known_words(text, (fold(role) for person in people for role in _roles(person)))


_OPTIONS: Final = (
    Option(
        "role",
        "words",
        "Only people with one of these roles in ``vitae_people``.",
        _role,
        (),
        ("PhD student", "alumnus, postdoc", LEAVE_OUT),
    ),
    *(option for option in OPTIONS if option.name in {"limit", "empty", "name", "class"}),
)


class PeopleDirective(VitaeDirective):
    """The people in ``vitae_people``, in that order."""

    takes: ClassVar[tuple[Option, ...]] = _OPTIONS

    def run(self) -> list[Node]:
        """Create one node for each person that the options select."""
        if self.arguments or self.content:
            self.problem(
                ProblemKind.ARGUMENT, "accepts neither an argument nor a body", "put the text below it"
            )
        self.domain.depend(self.env.docname, PeopleDependency())
        choices = Choices(self.domain.catalogue, (), (), ())
        options, _ = self.read_options(choices)
        role: Terms = options.get("role", Terms())
        people = list(enumerate(self.domain.settings.people))
        found = [(index, person) for index, person in people if role.match(map(fold, _roles(person)))]
        if not found:
            return self.nothing(options, "no person matches the options", "add people to vitae_people")
        return self._listed(found[: options.get("limit") or len(found)], role, options)

    def _listed(
        self, found: Iterable[tuple[int, Profile]], role: Terms, options: dict[str, Any]
    ) -> list[Node]:
        listing = vitae_people(bullet="*", classes=["vitae"], extra=options.get("class", ""))
        for index, person in found:
            listing += self._person(index, person, role)
        self.set_source_info(listing)
        if name := options.get("name"):
            return [self.target(name, slug(nodes.make_id(name))), listing]
        return [listing]

    def _person(self, index: int, person: Profile, asked: Terms) -> vitae_person:
        """One person. The role is omitted if the list selects only that role."""
        said = [role for role in _roles(person) if asked.wanted != (fold(role),)]
        words = self.domain.rendering.words
        date = print_date(parse_date(person.date) if person.date else None, words, "short", alone=True)
        role = words.comma.join(said)
        role = role[:1].upper() + role[1:]
        node = vitae_person(index=index, role=role, date=date.text, iso=date.iso, comma=words.comma)
        home, ways = home_and_contacts(person)
        name = nodes.Text(full_name(person))
        node += nodes.paragraph("", "", nodes.reference("", "", name, refuri=home.url) if home else name)
        place = words.comma.join(part for part in (person.affiliation, person.address) if part)
        facts = (words.comma.join(part for part in (role, date.text) if part), person.headline, place)
        node.extend(nodes.paragraph(text, text) for text in facts if text)
        if (line := line_of(ways, words)) is not None:
            node += line
        node.extend(photo_of(person))
        return node

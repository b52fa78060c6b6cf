"""The ``cv-header`` and ``cv-item`` directives: the owner, and content that is not in the bibliography."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar, Final

from docutils import nodes

from sphinx_vitae.bib import parse_date
from sphinx_vitae.model import ProblemKind, Profile
from sphinx_vitae.options import Choices, Option, OptionError, text
from sphinx_vitae.render import print_date

from ..doctree.nodes import vitae_header, vitae_item, vitae_item_title, vitae_photo
from ..settings.contacts import Contact, contacts, full_name, is_local, owner_of, web_address
from ..site.dependencies import CareerDependency, OwnerDependency
from .base import VitaeDirective

if TYPE_CHECKING:
    from docutils.nodes import Node

    from sphinx_vitae.render import Words

__all__ = ["OWNER", "HeaderDirective", "ItemDirective", "OfOwner", "line_of", "photo_of"]


def photo_of(person: Profile) -> Iterator[vitae_photo]:
    """The photo of a person, if there is one.

    The result is a node, so that Sphinx copies the file, or reports that it is missing.
    """
    if path := person.photo:
        # In conf.py, the path is relative to the source folder.
        uri = path if "://" in path else f"/{path.lstrip('/')}"
        yield vitae_photo(uri=uri, alt=full_name(person), classes=["vitae-photo"])


def line_of(ways: Iterable[Contact], words: Words) -> nodes.paragraph | None:
    """Contact details on one line; ``None`` if there are none."""
    line = nodes.paragraph()
    for contact in ways:
        if len(line):
            line += nodes.Text(" · ")
        if contact.label:
            line += nodes.Text(words(contact.label) + words.colon)
        text = nodes.Text(contact.text)
        line += nodes.reference("", "", text, refuri=contact.url) if contact.url else text
    return line if len(line) else None


def _address(written: str, choices: Choices) -> str:
    """A URL, or a path on the site, that can be linked.

    :raises OptionError: for anything else.
    """
    written = written.strip()
    url = web_address(written) or (written if is_local(written) else "")
    if written and not url:
        raise OptionError(f"{written!r} cannot be linked; write a URL that begins with https://")
    return url


OWNER: Final = Option(
    "owner", "name", "A person in ``vitae_owner`` or ``vitae_people``; by default, the first owner.", text
)
_OF_ITEMS: Final = (
    Option("organization", "text", "The organization, shown after the title.", text),
    Option("location", "text", "The place, shown after the organization.", text),
    Option(
        "date",
        "date",
        "A date as in the bibliography, shown with the precision that you give it. Any other text is shown unchanged.",
        text,
        (),
        ("2024", "2022-06/2022-09", "2024-05/", "every winter"),
    ),
    Option("url", "address", "The target of the link on the title: a URL, or a file on the site.", _address),
)


class OfOwner(VitaeDirective):
    """A directive that begins with the name, headline and contact details of a person."""

    def owner(self, name: str) -> Profile | None:
        """The person with this name. If the name is unknown, it is reported, and the result is ``None``."""
        self.domain.depend(self.env.docname, OwnerDependency(name))
        person = owner_of(self.domain.settings, name)
        if person is None:
            who = (
                f"{name!r} is neither in vitae_owner nor in vitae_people"
                if name
                else "vitae_owner is not set"
            )
            self.problem(ProblemKind.OWNER_MISSING, who)
        return person

    def header(self, name: str, person: Profile, *, named: bool) -> vitae_header:
        """The header for a person.

        :param named: whether to show the name, because the page title does not.
        """
        node = vitae_header(owner=name, named=named, classes=["vitae"])
        if named:
            node += nodes.paragraph("", full_name(person))
        words = self.domain.rendering.words
        texts = [
            person.headline,
            words.comma.join(part for part in (person.affiliation, person.address) if part),
        ]
        node.extend(nodes.paragraph("", text) for text in texts if text)
        if (line := line_of(contacts(person), words)) is not None:
            node += line
        self.set_source_info(node)
        return node


class HeaderDirective(OfOwner):
    """The name, headline and contact details of the owner, or of the person in ``:owner:``."""

    takes: ClassVar[tuple[Option, ...]] = (OWNER,)

    def run(self) -> list[Node]:
        """The header; nothing if the person is unknown."""
        options, _ = self.read_options(Choices(self.domain.catalogue, (), (), ()))
        if self.arguments or self.content:
            self.problem(
                ProblemKind.ARGUMENT, "accepts neither an argument nor a body", "put the text below it"
            )
        name = options.get("owner", "")
        person = self.owner(name)
        if person is None:
            return []
        if self.domain.settings.owners == (person,):
            self.domain.depend(self.env.docname, CareerDependency())
        node = self.header(name, person, named=not self._is_title(full_name(person)))
        node.extend(photo_of(person))
        return [node]

    def _is_title(self, name: str) -> bool:
        """Whether the title of the page is this name, as on a home page."""
        title = next(iter(self.state.document.findall(nodes.title)), None)
        return title is not None and name in title.astext()


class ItemDirective(VitaeDirective):
    """A dated item that is not in the bibliography, such as a position or a degree."""

    takes: ClassVar[tuple[Option, ...]] = _OF_ITEMS

    def run(self) -> list[Node]:
        """The item with its title, details and body."""
        options, _ = self.read_options(Choices(self.domain.catalogue, (), (), ()))
        if not self.arguments:
            self.problem(
                ProblemKind.ARGUMENT, "has no title", "write the title after the name of the directive"
            )
            return []
        inline, messages = self.parse_inline(self.arguments[0])
        # An item does not have any dependencies, but its page needs the style sheet.
        self.domain.mark(self.env.docname)
        written = options.get("date", "")
        date = print_date(
            parse_date(written) if written else None, self.domain.rendering.words, "short", alone=True
        )
        node = vitae_item(
            date=date.text,
            iso=date.iso,
            is_period=date.is_period,
            organization=options.get("organization", ""),
            location=options.get("location", ""),
            url=options.get("url", ""),
            classes=["vitae"],
        )
        self.set_source_info(node)
        title = vitae_item_title(self.arguments[0], "", *inline)
        self.set_source_info(title)
        node += title
        node += self.parse_content_to_nodes()
        return [node, *messages]

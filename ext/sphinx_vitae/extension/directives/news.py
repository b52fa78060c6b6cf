"""The ``news`` directive: the sentences of ``@news`` entries, and announcements of other entries."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from sphinx_vitae.model import ACTIVITIES, did_you_mean
from sphinx_vitae.options import LEAVE_OUT, Choices, Option, OptionError
from sphinx_vitae.select import parse_terms

from ..options.declared import OPTIONS
from ..site.dependencies import ChoicesDependency, ListDependency, NewsDependency
from .lists import ListDirective

__all__ = ["NewsDirective"]

#: Kind → plural.
_PLURALS: Final = {"publication": "publications", "talk": "talks", "award": "awards"}


def _kinds(choices: Choices) -> list[str]:
    """The kinds that can be announced: those with an entry type, and those that the site defines."""
    there = {record.kind for record in choices.catalogue.records.values()}
    named = set(choices.catalogue.settings.kinds.values())
    return [*_PLURALS, *sorted({*ACTIVITIES, *there, *named} - {*_PLURALS, "news"})]


def _auto(text: str, choices: Choices) -> tuple[str, ...]:
    """Parse a value such as ``publications, talks, grant``; ``-student`` stands for all other kinds."""
    kinds = _kinds(choices)
    singular = {plural: kind for kind, plural in _PLURALS.items()} | {kind: kind for kind in kinds}
    names = [_PLURALS.get(kind, kind) for kind in kinds]
    words = parse_terms(text)
    if not words.wanted and not words.unwanted:
        raise OptionError(f"it is empty; use one of: {', '.join(names)}")
    for word in (*words.wanted, *words.unwanted):
        if word not in singular:
            meant = did_you_mean(word, names)
            raise OptionError(f"{word!r} is not one of: {', '.join(names)}{'; ' if meant else ''}{meant}")
    unwanted = {singular[word] for word in words.unwanted}
    return tuple(kind for kind in (singular[word] for word in words.wanted or names) if kind not in unwanted)


_AUTO: Final = Option(
    "auto",
    "words",
    "Entries that become news automatically, under their own dates: publications, talks, awards, and any kind of activity. Entries that are related to a ``@news`` entry are not announced again. Entries without a date, and works in preparation or under review, are not announced.",
    _auto,
    tuple(_PLURALS.values()),
    ("grant", LEAVE_OUT),
)  # fmt: skip


class NewsDirective(ListDirective):
    """Dated one-line items."""

    kind = "news"
    takes: ClassVar[tuple[Option, ...]] = (*OPTIONS, _AUTO)

    def _kinds(self) -> tuple[str, ...]:
        """``news``, and the kinds in ``auto``.

        An unknown word in ``auto`` is reported with the other options.
        """
        kinds = super()._kinds()
        if "auto" in self.options:
            try:
                kinds += _auto(self.options["auto"] or "", Choices(self.domain.catalogue, kinds, (), ()))
            except OptionError:
                self.domain.depend(self.env.docname, ChoicesDependency(()))
        return tuple(dict.fromkeys(kinds))

    def _dependency(
        self, kinds: tuple[str, ...], keys: tuple[str, ...], options: dict[str, Any]
    ) -> ListDependency:
        dependency = super()._dependency(kinds, keys, options)
        return NewsDependency(dependency.query, dependency.arrangement)

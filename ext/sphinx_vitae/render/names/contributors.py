"""Contributors other than the author: ``edited by A and B, translated from the German by C``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sphinx_vitae.model import EMPTY, N_, NameList, Record, Text

from ..language.language_names import language_name
from ..language.translated_words import Words
from .label_name import label_name, role_label
from .printed_names import Naming

__all__ = ["book_contributors", "contributors"]

#: biblatex's editorial roles (manual §2.3.6), in the form that is printed before names.
_EDITED: Final = {
    # Translators: before a name, as in "edited by Ada Ash"; the name does not change its form
    "editor": N_("edited by"),
    "compiler": N_("compiled by"),
    "founder": N_("founded by"),
    "continuator": N_("continued by"),
    # Translators: before the name of a person who edited the text itself
    "redactor": N_("redacted by"),
    "reviser": N_("revised by"),
    "collaborator": N_("in collaboration with"),
    "organizer": N_("organized by"),
    # Translators: before the name of the director of a film
    "director": N_("directed by"),
    # Translators: before the name of the producer of a film or recording
    "producer": N_("produced by"),
}
#: Field → the field with its role, in the order of biblatex's standard styles (``byeditor+others``).
_EDITORS: Final = {
    "editor": "editortype",
    "editora": "editoratype",
    "editorb": "editorbtype",
    "editorc": "editorctype",
}
_OTHERS: Final = {
    "annotator": N_("annotated by"),
    "commentator": N_("with a commentary by"),
    "introduction": N_("with an introduction by"),
    "foreword": N_("with a foreword by"),
    "afterword": N_("with an afterword by"),
}


def contributors(record: Record, words: Words, naming: Naming, *without: str) -> list[Text]:
    """The contributors of a record, each name field with its role.

    :param without: fields to omit, in addition to the field that is used as the author (`label_name`).
    """
    first, names = label_name(record)
    skipped = {first, *without}
    if skipped.issuperset(record.names):
        return []
    said = []
    for field, label in _labels(record, words):
        # Authors who are also the editors are printed only once.
        if field not in skipped and (others := record.names.get(field)) and others != names:
            said.append(Text((f"{label} ",)) + naming(others))
    return said


def _labels(record: Record, words: Words) -> Iterator[tuple[str, str]]:
    for field, type_field in _EDITORS.items():
        role = record.fields.get(type_field, "").lower()
        yield field, words(_EDITED.get(role, _EDITED["editor"]))
    yield "translator", _translated(record, words)
    for field, label in _OTHERS.items():
        yield field, words(label)


def _translated(record: Record, words: Words) -> str:
    if origin := language_name(record.fields.get("origlanguage", ""), words):
        return words("translated from the {} by").format(origin)
    return words("translated by")


def book_contributors(record: Record, words: Words, naming: Naming) -> tuple[str, Text]:
    """The names before the title of the book that contains a work: its author, or ``A and B (eds.)``.

    :returns: the name field and the text; both are empty if there are no such names.
    """
    author = record.people("bookauthor")
    if author and author != record.people("author"):
        return "bookauthor", naming(author)
    if editors := _editors(record):
        return "editor", naming(editors) + f" ({role_label(record, 'editor', editors, words)})"
    return "", EMPTY


def _editors(record: Record) -> NameList:
    field, _ = label_name(record)
    return NameList() if field == "editor" else record.people("editor")

"""The names that are used as the author (biblatex's labelname), and their role."""

from __future__ import annotations

from typing import Final

from sphinx_vitae.model import NN_, NOBODY, NameList, Publication, Record

from ..language.translated_words import Words

__all__ = ["label_name", "role_label"]

#: Types for parts of a book, whose editor is the editor of the whole book (biblatex manual §2.1.1;
#: standard.bbx).
_PARTS: Final = frozenset(
    ("inbook", "bookinbook", "suppbook", "incollection", "suppcollection", "inproceedings", "inreference")
)
#: The fields, in the order in which they are used as the author.
_CREATORS: Final = ("author", "editor", "translator", "holder")
_CREATORS_OF_PARTS: Final = ("author", "translator", "holder")
#: Field → the role after one name, and after several.
# Translators: after a name, as in "Ada Ash (ed.)"; then after several names
_ROLES: Final = {"editor": NN_("ed.", "eds."), "translator": NN_("trans.", "trans.")}
#: biblatex's ``editortype`` (manual §2.3.6) → the role after one name, and after several.
_EDITOR_TYPES: Final = {
    "compiler": NN_("comp.", "comps."),
    "founder": NN_("founder", "founders"),
    # Translators: an abbreviation for: continuator, who continued the work of another editor
    "continuator": NN_("cont.", "cont."),
    # Translators: an abbreviation for: redactor, who edited the text itself
    "redactor": NN_("red.", "reds."),
    # Translators: an abbreviation for: reviser, who revised the text
    "reviser": NN_("rev.", "revs."),
    "collaborator": NN_("collab.", "collabs."),
    # Translators: an abbreviation for: organizer of an event
    "organizer": NN_("org.", "orgs."),
    # Translators: an abbreviation for: director of a film
    "director": NN_("dir.", "dirs."),
    # Translators: an abbreviation for: producer of a film or recording
    "producer": NN_("prod.", "prods."),
}


def label_name(record: Record) -> tuple[str, NameList]:
    """The first of the fields author, editor, translator and holder that a record has, and its names; empty
    if it does not have any of them.
    """
    is_part = record.type in _PARTS and isinstance(record, Publication)
    for field in _CREATORS_OF_PARTS if is_part else _CREATORS:
        if names := record.names.get(field):
            return field, names
    return "", NOBODY


def role_label(record: Record, field: str, names: NameList, words: Words) -> str:
    """The role that is printed after these names: ``ed.``, ``eds.``; empty for authors."""
    if not isinstance(record, Publication) or field not in _ROLES:
        return ""
    one, several = _ROLES[field]
    if field == "editor":
        one, several = _EDITOR_TYPES.get(record.fields.get("editortype", "").lower(), (one, several))
    return words.plural(one, several, 2 if names.others else len(names.persons))

"""The authors of entries without the field author, where another field shows them."""

from __future__ import annotations

from typing import Final

from sphinx_vitae.bib.names.non_names import is_plain_person
from sphinx_vitae.bib.vocabulary import is_known, written_name
from sphinx_vitae.model import Publication

__all__ = ["authors_elsewhere"]

#: Types of works that an organization can issue.
_ISSUED: Final = frozenset(("book", "mvbook", "booklet", "report"))


def authors_elsewhere(record: Publication) -> tuple[str, str] | None:
    """What to do about missing authors, and the field that contains them; ``None`` if no field shows them."""
    return _named(record) or _contributed(record) or _issued(record)


def _named(record: Publication) -> tuple[str, str] | None:
    """Several names in an unknown field, whose name may be that of one of the authors."""
    for written, value in record.written:
        if (
            " and " in value
            and not is_known(written.lower())
            and all(map(is_plain_person, value.split(" and ")))
        ):
            return (
                f"rename {written} to author if these are the authors, or add author = {{…}}",
                written.lower(),
            )
    return None


def _contributed(record: Publication) -> tuple[str, str] | None:
    """People whom Zotero calls contributors, and who may be the authors."""
    if "collaborator" not in record.fields:
        return None
    return "add author = {…}, or rename collaborator to author if they wrote it", ""


def _issued(record: Publication) -> tuple[str, str] | None:
    """The organization that issued a book or a report, and takes the place of an author."""
    if record.type not in _ISSUED or not record.fields.get("organization"):
        return None
    if record.type == "report" and "institution" not in record.fields:
        return None  # the organization is the institution
    written = written_name("organization", (field for field, _ in record.written))
    return f"rename {written} to author, and put a second pair of braces around the name", "organization"

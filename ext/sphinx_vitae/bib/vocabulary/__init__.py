"""The vocabulary of BibTeX, biblatex and academic home pages: a single mapping of types and fields.

All other packages use biblatex's names.
"""

from .fields import (
    MERGED_TITLES,
    MONTH_MACROS,
    PROSE_FIELDS,
    TEXT_FIELDS,
    called_in,
    canonical_field,
    field_names,
    in_biblatex,
    is_known,
    written_name,
)
from .link_kinds import LINK_KINDS, LinkKind
from .misspellings import is_given, near_field, near_type, sure_field
from .other_programs import FIELDS_OF_OTHERS, PROGRAMS
from .printed_fields import printed_fields, unprinted_fields
from .type_names import country_name, type_name
from .types import (
    GROUP_OF_TYPE,
    KINDS,
    TITLE_SUBSTITUTES,
    canonical_type,
    entry_types,
    is_activity,
    is_foreign,
    is_known_type,
)
from .words import words

__all__ = [
    "FIELDS_OF_OTHERS",
    "GROUP_OF_TYPE",
    "KINDS",
    "LINK_KINDS",
    "MERGED_TITLES",
    "MONTH_MACROS",
    "PROGRAMS",
    "PROSE_FIELDS",
    "TEXT_FIELDS",
    "TITLE_SUBSTITUTES",
    "LinkKind",
    "called_in",
    "canonical_field",
    "canonical_type",
    "country_name",
    "entry_types",
    "field_names",
    "in_biblatex",
    "is_activity",
    "is_foreign",
    "is_given",
    "is_known",
    "is_known_type",
    "near_field",
    "near_type",
    "printed_fields",
    "sure_field",
    "type_name",
    "unprinted_fields",
    "words",
    "written_name",
]

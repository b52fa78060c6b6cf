"""The reader: .bib files → records and problems. It accepts any bytes.

`syntax` decodes files and finds their entries and fields, with their positions. `entries` expands ``@string``
macros, resolves aliases with `vocabulary`, applies ``crossref`` and ``xdata``, and makes the keys unique.
`record_builder` builds records with `fields`, `names`, `dates` and `markup`. `fixes` corrects a file.
"""

from typing import TYPE_CHECKING

from sphinx_vitae.model.late_names import late_names

if TYPE_CHECKING:
    from .dates.date_parser import parse_date
    from .field_lines import FieldLines
    from .fields.links import link_kinds
    from .fixes import Fix, Fixed, fixed, macro_names
    from .garbage_collection import collected_rarely, collector_paused, objects_frozen
    from .markup.text_parser import parse_text
    from .names.name_lists import parse_name
    from .reader import read
else:
    __getattr__ = late_names(
        __name__,
        {
            "dates.date_parser": "parse_date",
            "field_lines": "FieldLines",
            "fields.links": "link_kinds",
            "fixes": "Fix Fixed fixed macro_names",
            "garbage_collection": "collected_rarely collector_paused objects_frozen",
            "markup.text_parser": "parse_text",
            "names.name_lists": "parse_name",
            "reader": "read",
        },
    )

__all__ = [
    "FieldLines",
    "Fix",
    "Fixed",
    "collected_rarely",
    "collector_paused",
    "fixed",
    "link_kinds",
    "macro_names",
    "objects_frozen",
    "parse_date",
    "parse_name",
    "parse_text",
    "read",
]

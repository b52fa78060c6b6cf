"""Exports records to other programs' formats. Pure: addresses and people are passed in."""

from typing import TYPE_CHECKING

from sphinx_vitae.model.late_names import late_names

if TYPE_CHECKING:
    from .addresses import NOWHERE, Addresses
    from .bibtex import sound, to_biblatex, to_bibtex, to_classic_bibtex
    from .calendar import has_day, to_ics
    from .coins_spans import coins
    from .csl import to_csl, to_csl_json
    from .documents import EXPORTS, Context, Export
    from .facts import ExportType, Facts, export_type, line_of, unicode_text
    from .feeds import Feed, FeedEntry, entry_id, newest, to_atom, to_json_feed, updated_at
    from .highwire_tags import highwire, zotero_type
    from .known_profiles import STRANGERS, KnownPeople, known_people
    from .pybtex_entries import to_pybtex
    from .ris import to_ris
    from .schema_org import group_jsonld, list_jsonld, person_jsonld, to_jsonld
    from .scripts import script_json, to_json
else:
    __getattr__ = late_names(
        __name__,
        {
            "addresses": "NOWHERE Addresses",
            "bibtex": "sound to_biblatex to_bibtex to_classic_bibtex",
            "calendar": "has_day to_ics",
            "coins_spans": "coins",
            "csl": "to_csl to_csl_json",
            "documents": "EXPORTS Context Export",
            "facts": "ExportType Facts export_type line_of unicode_text",
            "feeds": "Feed FeedEntry entry_id newest to_atom to_json_feed updated_at",
            "highwire_tags": "highwire zotero_type",
            "known_profiles": "STRANGERS KnownPeople known_people",
            "pybtex_entries": "to_pybtex",
            "ris": "to_ris",
            "schema_org": "group_jsonld list_jsonld person_jsonld to_jsonld",
            "scripts": "script_json to_json",
        },
    )

__all__ = [
    "EXPORTS",
    "NOWHERE",
    "STRANGERS",
    "Addresses",
    "Context",
    "Export",
    "ExportType",
    "Facts",
    "Feed",
    "FeedEntry",
    "KnownPeople",
    "coins",
    "entry_id",
    "export_type",
    "group_jsonld",
    "has_day",
    "highwire",
    "known_people",
    "line_of",
    "list_jsonld",
    "newest",
    "person_jsonld",
    "script_json",
    "sound",
    "to_atom",
    "to_biblatex",
    "to_bibtex",
    "to_classic_bibtex",
    "to_csl",
    "to_csl_json",
    "to_ics",
    "to_json",
    "to_json_feed",
    "to_jsonld",
    "to_pybtex",
    "to_ris",
    "unicode_text",
    "updated_at",
    "zotero_type",
]

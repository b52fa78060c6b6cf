"""Exports records to other programs' formats. Pure: addresses and people are passed in."""

from .addresses import NOWHERE, Addresses
from .bibtex import sound, to_biblatex, to_bibtex, to_classic_bibtex
from .calendar import has_day, to_ics
from .coins import coins
from .csl import to_csl
from .documents import EXPORTS, Context, Export
from .facts import ExportType, Facts, export_type, line_of, unicode_text
from .feeds import Feed, FeedEntry, entry_id, newest, to_atom, to_json_feed, updated_at
from .highwire import highwire, zotero_type
from .known_people import STRANGERS, KnownPeople, known_people
from .ris import to_ris
from .schema_org import group_jsonld, list_jsonld, person_jsonld, to_jsonld
from .scripts import script_json, to_json

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
    "to_ics",
    "to_json",
    "to_json_feed",
    "to_jsonld",
    "to_ris",
    "unicode_text",
    "updated_at",
    "zotero_type",
]

"""Imports entries from services and from other programs' files, without losing any of the user's edits.

`sources` queries services and `files` reads files; both return offers. `merge` compares the offers with the
bibliography and with the previous import, and plans changes. `patch` applies them by position. Only `web`
uses the network.
"""

from .drafts import LocalFile
from .files import read_file
from .layout import Layout, layout_of, written_entry
from .merge import Options, plan_import
from .offer import Found, Offer, SourceError, combined
from .plan import Change, FieldChange, Plan, state_after, text_after
from .records import bibtex_offers
from .sources import SERVICES, Source, source_of
from .state import EMPTY_STATE, State, StateError, read_state, state_path, written_state
from .web import BASES, Web

__all__ = [
    "BASES",
    "EMPTY_STATE",
    "SERVICES",
    "Change",
    "FieldChange",
    "Found",
    "Layout",
    "LocalFile",
    "Offer",
    "Options",
    "Plan",
    "Source",
    "SourceError",
    "State",
    "StateError",
    "Web",
    "bibtex_offers",
    "combined",
    "layout_of",
    "plan_import",
    "read_file",
    "read_state",
    "source_of",
    "state_after",
    "state_path",
    "text_after",
    "written_entry",
    "written_state",
]

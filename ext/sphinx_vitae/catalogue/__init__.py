"""From files to a catalogue: records with owners, relations and derived awards, and a cache."""

from .bibliography import Bibliography, catalogue_of, problems_of
from .build_day import build_day
from .catalogue import Catalogue
from .digest import digest_of, digest_of_strings
from .news import announced, told
from .people import Doubt, People
from .selection import candidates, selected
from .translated import translations_after

__all__ = [
    "Bibliography",
    "Catalogue",
    "Doubt",
    "People",
    "announced",
    "build_day",
    "candidates",
    "catalogue_of",
    "digest_of",
    "digest_of_strings",
    "problems_of",
    "selected",
    "told",
    "translations_after",
]

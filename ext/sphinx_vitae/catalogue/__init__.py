"""From files to a catalogue: records with owners, relations and derived awards, and a cache."""

from .bibliography import Bibliography, problems_of
from .catalogue import Catalogue
from .digest import digest_of
from .news import announced, told
from .people import Doubt, People

__all__ = ["Bibliography", "Catalogue", "Doubt", "People", "announced", "digest_of", "problems_of", "told"]

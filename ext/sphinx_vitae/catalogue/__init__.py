"""From files to a catalogue: records with owners, relations and derived awards, and a cache."""

from typing import TYPE_CHECKING

from sphinx_vitae.model.late_names import late_names

from .build_day import build_day

if TYPE_CHECKING:
    from .bibliography import Bibliography
    from .catalogue import Catalogue
    from .digest import digest_of, digest_of_strings
    from .news import announced, told
    from .people import Doubt, People
    from .reading import catalogue_of, problems_of
    from .selection import candidates, selected
    from .translated import translations_after
else:
    __getattr__ = late_names(
        __name__,
        {
            "bibliography": "Bibliography",
            "catalogue": "Catalogue",
            "digest": "digest_of digest_of_strings",
            "news": "announced told",
            "people": "Doubt People",
            "reading": "catalogue_of problems_of",
            "selection": "candidates selected",
            "translated": "translations_after",
        },
    )

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

"""The data types that all other packages share: frozen values.

This package does not import any other package of the project.
"""

from typing import TYPE_CHECKING

from .late_names import late_names

if TYPE_CHECKING:
    from .colours import darkened
    from .date import FAR, Moment, PartialDate
    from .direction import is_right_to_left, runs, runs_backwards
    from .folding import fold
    from .keys import record_id, slug
    from .languages import best_language, known_language, language_tag, near_language, suits
    from .naming import (
        abbreviates,
        alike_key,
        equal_name,
        family_key,
        is_full,
        name_key,
        same_name,
        sorted_name,
    )
    from .nearest import Nearest, did_you_mean, edits
    from .person import NAME_FIELDS, NOBODY, NameList, Person
    from .phrases import N_, NN_
    from .pickling import pickled_as_tuple
    from .print_fonts import MORE_SYMBOLS, SYMBOLS, Font, Script, packages_for, scripts_for
    from .privacy import is_private, is_site_field
    from .problem import Problem, ProblemKind, Severity
    from .profile import LARGEST_PHOTO, SHARP_PHOTO
    from .quoting import and_list, excerpt, quoted
    from .record import (
        ACTIVITIES,
        PUBLICATION_GROUPS,
        Activity,
        Award,
        Link,
        Publication,
        Record,
        Source,
        Talk,
        Tie,
    )
    from .schema_of_people import people_schema
    from .settings import (
        FEEDS,
        METADATA,
        NAME_FORMS,
        SETTINGS,
        Design,
        Designs,
        Profile,
        Setting,
        Settings,
        read_settings,
        shown_on,
    )
    from .summary import summed_up
    from .terminal import printable
    from .text import EMPTY, Inline, Span, SpanKind, Text
    from .venues import Venue, find_venue
else:
    __getattr__ = late_names(
        __name__,
        {
            "colours": "darkened",
            "date": "FAR Moment PartialDate",
            "direction": "is_right_to_left runs runs_backwards",
            "folding": "fold",
            "keys": "record_id slug",
            "languages": "best_language known_language language_tag near_language suits",
            "naming": "abbreviates alike_key equal_name family_key is_full name_key same_name sorted_name",
            "nearest": "Nearest did_you_mean edits",
            "schema_of_people": "people_schema",
            "person": "NAME_FIELDS NOBODY NameList Person",
            "phrases": "N_ NN_",
            "pickling": "pickled_as_tuple",
            "print_fonts": "MORE_SYMBOLS SYMBOLS Font Script packages_for scripts_for",
            "privacy": "is_private is_site_field",
            "problem": "Problem ProblemKind Severity",
            "profile": "LARGEST_PHOTO SHARP_PHOTO",
            "quoting": "and_list excerpt quoted",
            "record": "ACTIVITIES PUBLICATION_GROUPS Activity Award Link Publication Record Source Talk Tie",
            "settings": "FEEDS METADATA NAME_FORMS SETTINGS Design Designs Profile Setting Settings read_settings shown_on",
            "summary": "summed_up",
            "terminal": "printable",
            "text": "EMPTY Inline Span SpanKind Text",
            "venues": "Venue find_venue",
        },
    )

__all__ = [
    "ACTIVITIES",
    "EMPTY",
    "FAR",
    "FEEDS",
    "LARGEST_PHOTO",
    "METADATA",
    "MORE_SYMBOLS",
    "NAME_FIELDS",
    "NAME_FORMS",
    "NN_",
    "NOBODY",
    "N_",
    "PUBLICATION_GROUPS",
    "SETTINGS",
    "SHARP_PHOTO",
    "SYMBOLS",
    "Activity",
    "Award",
    "Design",
    "Designs",
    "Font",
    "Inline",
    "Link",
    "Moment",
    "NameList",
    "Nearest",
    "PartialDate",
    "Person",
    "Problem",
    "ProblemKind",
    "Profile",
    "Publication",
    "Record",
    "Script",
    "Setting",
    "Settings",
    "Severity",
    "Source",
    "Span",
    "SpanKind",
    "Talk",
    "Text",
    "Tie",
    "Venue",
    "abbreviates",
    "alike_key",
    "and_list",
    "best_language",
    "darkened",
    "did_you_mean",
    "edits",
    "equal_name",
    "excerpt",
    "family_key",
    "find_venue",
    "fold",
    "is_full",
    "is_private",
    "is_right_to_left",
    "is_site_field",
    "known_language",
    "language_tag",
    "name_key",
    "near_language",
    "packages_for",
    "people_schema",
    "pickled_as_tuple",
    "printable",
    "quoted",
    "read_settings",
    "record_id",
    "runs",
    "runs_backwards",
    "same_name",
    "scripts_for",
    "shown_on",
    "slug",
    "sorted_name",
    "suits",
    "summed_up",
]

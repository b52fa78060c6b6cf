"""Private fields, and fields that are relevant only to this site."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

__all__ = ["is_private", "is_site_field"]

#: Fields that control this site, or that pages show in a special form.
_SITE: Final = frozenset(
    [
        "abbr",
        "abstract",
        "additional_info",
        "altmetric",
        "annotation",
        "annote",
        "award",
        "award_name",
        "bibtex",
        "bibtex_show",
        "blog",
        "code",
        "data",
        "dimensions",
        "entrysubtype",
        "google_scholar_id",
        "html",
        "ids",
        "pdf",
        "poster",
        "preview",
        "preview_alt",
        "related",
        "relatedoptions",
        "relatedstring",
        "relatedtype",
        "selected",
        "slides",
        "supp",
        "video",
        "website",
        "xdata",
    ]
)
#: Fields whose translations other people can use.
_TRANSLATED: Final = frozenset(("title", "note", "location"))
#: Internal fields of reference managers, local paths, and private notes.
_PRIVATE: Final = re.compile(
    r"file|owner|timestamp|date-(added|modified)|bdsk-.*|local-url|localfile|__markedentry|groups|ranking|"
    r"readstatus|read|printed|qualityassured|mendeley-.*|zotero.*|citeulike-.*|jabref.*|priority|rating|"
    r"creationdate|modificationdate|comment|comments|note-to-self|private.*"
)


@lru_cache(4096)  # the same few names occur in every entry
def is_private(field: str) -> bool:
    """Whether a field is never shown, exported or offered for download."""
    return _PRIVATE.fullmatch(field.lower()) is not None


def is_site_field(field: str) -> bool:
    """Whether a field has no meaning outside this site, as is the case for annotations (``author+an``), except
    for translations (``title+an:german``).
    """
    base, annotation, name = field.lower().partition("+an")
    return base in _SITE or (bool(annotation) and (base not in _TRANSLATED or not name.startswith(":")))

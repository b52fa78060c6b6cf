"""The categories of works that house styles distinguish."""

from __future__ import annotations

from typing import Final, Literal

from sphinx_vitae.model import Record

__all__ = ["Category", "category_of"]

#: A ``paper`` is in proceedings; a ``lecture`` was only presented.
Category = Literal[
    "article", "paper", "lecture", "chapter", "book", "thesis", "report", "patent", "software", "dataset",
    "preprint", "web", "unpublished", "other",
]  # fmt: skip

_CATEGORIES: Final[dict[str, Category]] = {
    **dict.fromkeys(("article", "suppperiodical", "review"), "article"),
    "inproceedings": "paper",
    **dict.fromkeys(("incollection", "inbook", "bookinbook", "suppbook", "suppcollection", "inreference"), "chapter"),
    **dict.fromkeys(
        ("book", "mvbook", "booklet", "collection", "mvcollection", "proceedings", "mvproceedings", "reference", "periodical",
         "mvreference", "manual"),
        "book",
    ),
    "thesis": "thesis",
    "report": "report",
    "patent": "patent",
    "software": "software",
    "dataset": "dataset",
    "online": "web",
    "unpublished": "unpublished",
}  # fmt: skip
#: The categories that are preprints if they are in an archive.
_PREPRINTS: Final = frozenset(("article", "web", "other", "unpublished"))


def category_of(record: Record, *, archived: bool) -> Category:
    """The category of a work.

    :param archived: whether the entry names an archive of preprints.
    """
    category = _CATEGORIES.get(record.type, "other")
    if archived and "preprint" in record.groups and category in _PREPRINTS:
        return "preprint"
    if category == "paper" and not record.text("booktitle", "journaltitle", "maintitle"):
        return "lecture"
    online = record.type == "misc" and record.link("url") and not record.text("howpublished")
    return "web" if category == "other" and online else category

"""The pages of academicpages: their front matter, and which of them come with the template."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from ..addresses import normal_address
from ..builder import Builder
from ..values import Values

__all__ = ["LAYOUT", "SAMPLE", "OwnPage", "own_page"]

#: The values that only say how a page looks.
LAYOUT: Final = (
    "layout", "collection", "author_profile", "redirect_from", "header", "share", "comments", "related", "read_time",
    "excerpt_separator", "toc", "classes", "sitemap",
)  # fmt: skip
SAMPLE: Final = re.compile(
    r"^Paper Title Number \d|on Relevant Topic in Your Field$|^Teaching experience \d$|^Portfolio item number \d|^Blog Post number \d|^Future Blog Post"
)


class OwnPage(NamedTuple):
    """A page that does not come with the template.

    :param name: the path of its file.
    """

    name: str
    title: str
    values: Values
    body: str

    @property
    def slug(self) -> str:
        """The name of its file, without the suffix."""
        return PurePosixPath(self.name).stem

    def address(self, default: str) -> str:
        """Its address on the old site.

        :param default: the address of a page that does not declare one.
        """
        return normal_address(self.values.text("permalink") or default)


def own_page(builder: Builder, name: str) -> OwnPage | None:
    """A page, read from its file; ``None`` if it comes with the template."""
    values, body = builder.page(name)
    title = values.text("title")
    if SAMPLE.search(title):
        builder.sample(name)
        return None
    values.use(*LAYOUT)
    return OwnPage(name, title, values, body)

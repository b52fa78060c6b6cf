"""Icons for links to people, inline in the colour of the text.

Brands are from Simple Icons, the others from Tabler Icons. The unchanged files are in ``icons``, with their licences.
An icon is decoration: templates add its name for screen readers and searches.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from markupsafe import Markup

__all__ = ["icon", "icon_of"]

_FOLDERS: Final = tuple(
    Path(__file__).resolve().parents[2] / "icons" / name for name in ("simple-icons", "tabler")
)
#: The outlines in a file, without the invisible square around each icon of Tabler.
_OUTLINE: Final = re.compile(r'<path (?![^>]*fill="none")[^>]*\bd="([^"]+)"')
_SCHEMES: Final = {"mailto": "mail", "tel": "phone"}
#: Domain → icon; subdomains have the same.
_BY_DOMAIN: Final = {
    "arxiv.org": "arxiv",
    "bsky.app": "bluesky",
    "github.com": "github",
    "github.io": "world",
    "hal.science": "hal",
    "archives-ouvertes.fr": "hal",
    "linkedin.com": "brand-linkedin",
    "openreview.net": "message",
    "orcid.org": "orcid",
    "researchgate.net": "researchgate",
    "semanticscholar.org": "semanticscholar",
    "twitter.com": "x",
    "x.com": "x",
    "youtu.be": "youtube",
    "youtube.com": "youtube",
    "zenodo.org": "database",
}
#: The first labels of a host, under any top-level domain → icon.
_BY_HOST: Final = {"dblp": "dblp", "gitlab": "gitlab", "scholar.google": "googlescholar"}
#: A word of the label → icon, where the address says nothing.
_BY_WORD: Final = {
    "arxiv": "arxiv",
    "bluesky": "bluesky",
    "calendar": "calendar",
    "cv": "file-cv",
    "dblp": "dblp",
    "email": "mail",
    "github": "github",
    "gitlab": "gitlab",
    "hal": "hal",
    "home": "world",
    "homepage": "world",
    "linkedin": "brand-linkedin",
    "mail": "mail",
    "mastodon": "mastodon",
    "openreview": "message",
    "orcid": "orcid",
    "pdf": "file-text",
    "phone": "phone",
    "researchgate": "researchgate",
    "scholar": "googlescholar",
    "web": "world",
    "website": "world",
    "youtube": "youtube",
    "zenodo": "database",
}


@lru_cache(64)
def icon(name: str) -> Markup:
    """An icon as inline SVG.

    :param name: the name of a file in ``icons``, without its suffix.
    :returns: the element, which screen readers skip; empty if the icon does not exist.
    """
    path = next((path for folder in _FOLDERS if (path := folder / f"{name}.svg").is_file()), None)
    if path is None:
        return Markup("")
    outlines = "".join(f'<path d="{d}"/>' for d in _OUTLINE.findall(path.read_text("utf-8")))
    return Markup(
        '<svg class="vitae-icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">'
        f"{outlines}</svg>"
    )


def icon_of(label: str, url: str) -> str:
    """The name of the icon for a link; empty if words are clearer."""
    parts = urlsplit(url)
    if parts.scheme in _SCHEMES:
        return _SCHEMES[parts.scheme]
    host = f".{(parts.hostname or '').removeprefix('www.')}"
    for domain, name in _BY_DOMAIN.items():
        if host.endswith(f".{domain}"):
            return name
    for start, name in _BY_HOST.items():
        if host.startswith(f".{start}."):
            return name
    words = re.findall(r"\w+", label.lower())
    return next((_BY_WORD[word] for word in words if word in _BY_WORD), "")

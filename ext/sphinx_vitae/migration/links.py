"""The names of networks, and user names there → addresses."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlparse

__all__ = ["label_of", "profile_link"]

#: Name in lower case, without "_id", "_username" and the like → label, address with the user name.
_NETWORKS: Final = {
    "github": ("GitHub", "https://github.com/{}"),
    "gitlab": ("GitLab", "https://gitlab.com/{}"),
    "bitbucket": ("Bitbucket", "https://bitbucket.org/{}"),
    "linkedin": ("LinkedIn", "https://www.linkedin.com/in/{}"),
    "scholar": ("Google Scholar", "https://scholar.google.com/citations?user={}"),
    "googlescholar": ("Google Scholar", "https://scholar.google.com/citations?user={}"),
    "twitter": ("X", "https://x.com/{}"),
    "x": ("X", "https://x.com/{}"),
    "bluesky": ("Bluesky", "https://bsky.app/profile/{}"),
    "mastodon": ("Mastodon", "https://{}"),
    "dblp": ("DBLP", "https://dblp.org/pid/{}"),
    "inspirehep": ("INSPIRE", "https://inspirehep.net/authors/{}"),
    "researchgate": ("ResearchGate", "https://www.researchgate.net/profile/{}"),
    "semanticscholar": ("Semantic Scholar", "https://www.semanticscholar.org/author/{}"),
    "scopus": ("Scopus", "https://www.scopus.com/authid/detail.uri?authorId={}"),
    "publons": ("Publons", "https://publons.com/a/{}"),
    "pubmed": ("PubMed", "https://pubmed.ncbi.nlm.nih.gov/?term={}"),
    "arxiv": ("arXiv", "https://arxiv.org/a/{}"),
    "hal": ("HAL", "https://cv.hal.science/{}"),
    "acm": ("ACM", "https://dl.acm.org/profile/{}"),
    "ieee": ("IEEE Xplore", "https://ieeexplore.ieee.org/author/{}"),
    "osf": ("OSF", "https://osf.io/{}"),
    "zotero": ("Zotero", "https://www.zotero.org/{}"),
    "stackoverflow": ("Stack Overflow", "https://stackoverflow.com/users/{}"),
    "kaggle": ("Kaggle", "https://www.kaggle.com/{}"),
    "medium": ("Medium", "https://medium.com/@{}"),
    "youtube": ("YouTube", "https://www.youtube.com/@{}"),
    "facebook": ("Facebook", "https://www.facebook.com/{}"),
    "instagram": ("Instagram", "https://www.instagram.com/{}"),
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "wikipedia": ("Wikipedia", "https://en.wikipedia.org/wiki/User:{}"),
    "academia": ("Academia", "https://{}"),
    "impactstory": ("ImpactStory", "https://profiles.impactstory.org/u/{}"),
    "work": ("Work", "https://{}"),
    "telegram": ("Telegram", "https://t.me/{}"),
    "soundcloud": ("SoundCloud", "https://soundcloud.com/{}"),
    "leetcode": ("LeetCode", "https://leetcode.com/u/{}"),
    "reddit": ("Reddit", "https://www.reddit.com/user/{}"),
}
_SUFFIX: Final = re.compile(r"_?(?:user_?name|user_?id|userid|profile|handle|url|id)$", re.I)
_HOSTS: Final = {
    "scholar.google": "Google Scholar", "github.com": "GitHub", "gitlab.com": "GitLab", "linkedin.com": "LinkedIn",
    "twitter.com": "X", "x.com": "X", "bsky.app": "Bluesky", "dblp.org": "DBLP", "inspirehep.net": "INSPIRE",
    "researchgate.net": "ResearchGate", "youtube.com": "YouTube", "arxiv.org": "arXiv", "orcid.org": "ORCID",
    "semanticscholar.org": "Semantic Scholar", "mathstodon.xyz": "Mastodon", "pubmed.ncbi": "PubMed",
}  # fmt: skip
_USABLE: Final = re.compile(r"[^\s<>\"'{}|\\^`]{1,300}")


def profile_link(network: str, user: str) -> tuple[str, str]:
    """The label and address of a profile; empty strings if the network is not known.

    :param network: ``github_username``, ``Google Scholar``, ``scholar_userid``.
    :param user: the user name there, or the whole address.
    """
    if not _USABLE.fullmatch(user):
        return "", ""
    if user.lower().startswith(("http://", "https://")):
        return label_of(user, network), user
    name = re.sub(r"[\s_.-]", "", _SUFFIX.sub("", network.strip())).lower()
    label, address = _NETWORKS.get(name, ("", ""))
    if not label:
        return "", ""
    if name == "mastodon" and "/" not in user:
        person, _, host = user.lstrip("@").partition("@")
        return (label, f"https://{host}/@{person}") if host else ("", "")
    if address == "https://{}" or ("." in user.partition("/")[0] and "/" in user):
        return label, f"https://{user}"
    return label, address.format(user.lstrip("@"))


def label_of(url: str, otherwise: str = "") -> str:
    """The label of an address: the network's name, or what it is called otherwise, or its host."""
    host = (urlparse(url).hostname or "").removeprefix("www.")
    for part, label in _HOSTS.items():
        if host == part or host.endswith(f".{part}") or host.startswith(part):
            return label
    name = re.sub(r"[\s_-]", "", _SUFFIX.sub("", otherwise)).lower()
    if name in _NETWORKS:
        return _NETWORKS[name][0]
    return otherwise.replace("_", " ").strip() or host

"""URLs, as written in a .bib file → URLs that can be linked."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

__all__ = ["address_of", "checked_url", "is_address", "plain_url", "same_place", "separate_urls"]

_COMMAND: Final = re.compile(r"\\(?:url|nolinkurl|path)\s*\{(.*)\}\s*$", re.S)
_HREF: Final = re.compile(r"\\href\s*\{([^{}]*)\}\s*\{[^{}]*\}\s*$")
#: An HTML link, and the text that people write before it.
_ANCHOR: Final = re.compile(r"(?:doi:\s*)?<a\s[^<>]*?href\s*=\s*[\"']([^\"'<>]+)[\"'][^<>]*>.*", re.I | re.S)
_TILDE: Final = re.compile(r"\\textasciitilde(?:\{\}|\s)?|\\~\{\}|\{\\~\}|\\sim(?:\{\}|\s)?|\$\\sim\$")
_ESCAPE: Final = re.compile(r"\\([_%&#~$\\{}-])")
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):(?=\S)")
_ALLOWED: Final = frozenset(("http", "https", "mailto", "ftp"))
#: A URL without a scheme: a host, followed by a path unless its top-level domain is well known.
_HOST: Final = re.compile(
    r"www\.\S"
    r"|(?:[A-Za-z0-9-]+\.)+(?:com|org|net|edu|gov|io|ai|dev|eu|info|science)(?::\d+)?(?:/|$)"
    r"|(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2}(?::\d+)?/",
    re.I,
)
#: Identifiers that programs write in place of URLs, and URLs without their colon → the URLs.
_IDENTIFIERS: Final = {
    re.compile(r"(?:PM|PMID|PUBMED|MEDLINE):\s*(\d{5,9})", re.I): "https://pubmed.ncbi.nlm.nih.gov/{}/",
    re.compile(r"(PMC\d{5,9})"): "https://pmc.ncbi.nlm.nih.gov/articles/{}/",
    re.compile(r"(\d{4}\.\d{4,5}(?:v\d+)?)"): "https://arxiv.org/abs/{}",
    re.compile(r"(urn:nbn:\S+)"): "https://nbn-resolving.org/{}",
    re.compile(r"git@((?:github|gitlab)\.com):(\S+?)(?:\.git)?"): "https://{}/{}",
    re.compile(r"(https?)[;.]?/{1,2}((?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?)"): "{}://{}",
    re.compile(
        r"(?:<Go to (?:ISI|WoS)>://|ISI:)(?:ISI:|WOS:)?((?:A19|000)[\dA-Z]{12})", re.I
    ): "https://www.webofscience.com/wos/woscc/full-record/WOS:{}",
    re.compile(r"((?:hal|tel|inria|halshs|hceres|dumas)-\d{6,8}(?:v\d+)?)"): "https://hal.science/{}",
    re.compile(r"hal:(\d{6,8})"): "https://hal.science/hal-{}",
    re.compile(r"papers\d?://publication/doi/(10\.\d{4,9}/\S+)"): "https://doi.org/{}",
}
#: A separator between two URLs in one field.
_BETWEEN: Final = re.compile(r"(?:[,;|]\s*|%5Cn|\\n|(?<!\s)\s+(?:(?:and|or|[|/&,;])\s+)?)(?=https?://)")
_UNSAFE: Final = re.compile(r"[\s<>\"{}|\\^`]")


def plain_url(value: str) -> str:
    r"""The URL without LaTeX or HTML markup: without ``\url{}``, ``<a href="">``, escapes and braces."""
    value = value.strip()
    if "\\" in value or "{" in value or "}" in value:
        if found := _COMMAND.match(value) or _HREF.match(value):
            value = found[1].strip()
        value = _ESCAPE.sub(r"\1", _TILDE.sub("~", value)).replace("{", "").replace("}", "")
    if "<a " in value and (found := _ANCHOR.fullmatch(value)):
        value = found[1].strip()
    if "&amp;" in value:
        value = value.replace("&amp;", "&")
    return value


def is_address(value: str) -> bool:
    """Whether a value is a URL, rather than a file name or an identifier."""
    return bool(value.startswith(("https://", "//")) or _SCHEME.match(value) or _HOST.match(value))


def checked_url(value: str) -> str:
    """The URL with a scheme, percent-encoded where necessary; empty if its scheme is not allowed."""
    if value.startswith("https://") and not _UNSAFE.search(value):
        return value
    if value.startswith("//"):
        value = f"https:{value}"
    scheme = _SCHEME.match(value)
    if scheme is None or scheme[1].lower() not in _ALLOWED:
        if not _HOST.match(value):
            return ""
        value = f"https://{value}"
    return _UNSAFE.sub(lambda found: quote(found[0]), value) if _UNSAFE.search(value) else value


def address_of(identifier: str) -> str:
    """The URL that an identifier of a catalogue or archive, or a damaged URL, stands for; empty if it is neither."""
    return next(
        (
            url.format(*found.groups())
            for form, url in _IDENTIFIERS.items()
            if (found := form.fullmatch(identifier.strip()))
        ),
        "",
    )


def separate_urls(value: str, doi: str = "") -> list[str]:
    """The URLs in a value that contains several, without that of the DOI of the entry; otherwise, the value alone."""
    if value.count("://") < 2:
        return [value]
    urls = list(dict.fromkeys(_BETWEEN.split(value)))
    others = [url for url in urls if not doi or not same_place(url).endswith(f"doi.org/{doi.lower()}")]
    return others or urls[:1]


def same_place(url: str) -> str:
    """A string that is the same for all URLs that lead to the same place."""
    place = url.split("://", 1)[-1].removeprefix("www.").rstrip("/")
    return place.removeprefix("dx.").lower() if "doi.org/" in place else place

"""The links between the builds of a site in several languages (``vitae_languages``): a switch on every page,
and ``hreflang`` links in its head.

In furo, the switch is in the sidebar. In other themes, it is above the text of a page, and on pages without
text, such as the search, in the sidebar. ``vitae-languages.html`` in ``html_sidebars`` moves it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from markupsafe import Markup
from sphinx.util.osutil import relative_uri

from sphinx_vitae import render

from ..files import style_sheets
from ..settings.conf_values import languages_of
from ..site.addresses import writes_files
from ..site.domain import VitaeDomain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

__all__ = ["add_to_page", "configure", "root_of"]

_TEMPLATES: Final = Path(__file__).resolve().parents[2] / "templates" / "site"
_SWITCH: Final = "vitae-languages.html"
#: Furo's sidebar, with the switch below the name of the site.
_SIDEBAR: Final = (
    "sidebar/brand.html",
    _SWITCH,
    "sidebar/search.html",
    "sidebar/scroll-start.html",
    "sidebar/navigation.html",
    "sidebar/ethical-ads.html",
    "sidebar/scroll-end.html",
    "sidebar/variant-selector.html",
)


@dataclass(frozen=True, slots=True)
class Way:
    """The way to a page in one of the languages.

    :param name: the name of the language in itself.
    :param lang: its tag (BCP 47).
    :param url: the address of the page, relative to this page.
    :param here: whether it is the language of this build.
    """

    name: str
    lang: str
    url: str
    here: bool


def configure(config: Config) -> None:
    """Set up the sidebar, and the address of the site in this language, before Sphinx reads them.

    All languages share conf.py, which contains the address of one of them.
    """
    paths, own = languages_of(config)
    if not own:
        return
    config.templates_path = list(dict.fromkeys((*config.templates_path, str(_TEMPLATES))))
    if config.html_theme == "furo":
        config.html_sidebars = config.html_sidebars or {"**": list(_SIDEBAR)}
    if config.html_baseurl:
        config.html_baseurl = root_of(str(config.html_baseurl), paths) + paths[own]


def root_of(address: str, paths: Mapping[str, str]) -> str:
    """The address of the site without the path of a language, and without a final slash."""
    address = f"{address.rstrip('/')}/"
    for path in sorted(paths.values(), key=len, reverse=True):
        if address.endswith(path):
            return address.removesuffix(path)
    return address.rstrip("/")


def add_to_page(app: Sphinx, page: str, context: dict[str, Any]) -> None:
    """Add the switch and the links to a page.

    :param context: the context of the page's template, with its head as ``metatags``.
    """
    settings = cast(VitaeDomain, app.env.domains["vitae"]).settings
    own = settings.own_language
    if not own or not writes_files(app.builder):
        return
    paths, uri = settings.languages, app.builder.get_target_uri(page)
    names = render.own_language_names(paths)
    ways = [
        Way(
            names[language],
            language.replace("_", "-"),
            relative_uri(f"{paths[own]}{uri}"[1:], f"{path}{uri}"[1:]) or "#",
            here=language == own,
        )
        for language, path in paths.items()
    ]
    context["vitae_languages"] = ways
    style_sheets.add_to_page(app, context)
    base = str(app.config.html_baseurl or "")
    root = root_of(base, paths) if base else ""
    full = {
        way.lang: f"{root}{path}{uri}" if root else way.url
        for way, path in zip(ways, paths.values(), strict=True)
    }
    full["x-default"] = full[ways[0].lang]
    context["metatags"] += "".join(
        f'\n<link rel="alternate" hreflang="{lang}" href="{escape(url)}" />' for lang, url in full.items()
    )
    _place(app, context)


def _place(app: Sphinx, context: dict[str, Any]) -> None:
    """Show the switch on a page whose sidebar does not have it."""
    sidebars = context.get("sidebars")
    if sidebars and _SWITCH in sidebars:
        return
    if "body" in context:
        switch = app.builder.templates.render(_SWITCH, context)
        context["body"] = Markup(f"{switch}\n") + Markup(context["body"])
    elif sidebars:
        context["sidebars"] = [_SWITCH, *sidebars]

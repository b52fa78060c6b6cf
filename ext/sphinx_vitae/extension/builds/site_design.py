"""The design of a site in HTML: the accent and, with ``vitae_profile``, the owner in the sidebar, fonts, and
dimensions.

`add_to_page` adds everything that belongs in the head of a page. The profile requires furo. In other themes,
pages with ``cv-header`` show the owner.
"""

from __future__ import annotations

import contextlib
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import quote

from markupsafe import Markup
from sphinx.util.images import get_image_size
from sphinx.util.osutil import relative_uri

from sphinx_vitae.catalogue import digest_of
from sphinx_vitae.model import N_, Design, Problem, ProblemKind, Profile, darkened

from ..files import style_sheets
from ..settings.contacts import Contact, contacts, full_name
from ..settings.photos import photo_path
from ..site.domain import VitaeDomain
from ..writers.guarding import guarded

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

__all__ = ["add_files", "add_photo", "add_to_page", "configure", "problems", "shown_everywhere"]

_THEME: Final = "furo"
_PACKAGE: Final = Path(__file__).resolve().parents[2]
_TEMPLATES: Final = _PACKAGE / "templates" / "site"
#: A separate folder from `static`, because an EPUB would have to declare the fonts.
_STATIC: Final = _PACKAGE / "site_static"
#: Furo's sidebar, with the owner in place of the site's name. The content below scrolls with the owner.
_SIDEBAR: Final = (
    "sidebar/scroll-start.html",
    "vitae-profile.html",
    "vitae-languages.html",
    "sidebar/navigation.html",
    "sidebar/search.html",
    "sidebar/ethical-ads.html",
    "sidebar/scroll-end.html",
    "sidebar/variant-selector.html",
)
#: The style of a page with an accent. Its links in lists have this colour, in every theme.
_ACCENT: Final = (
    ":root body { --vitae-accent: %s } "
    ":is(.vitae-source, .vitae-paragraph, .vitae-note) > a[class]:not(.vitae-tag) { color: var(--vitae-ink) }"
)
#: The owner's initials.
_ICON: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="%s"/>'
    '<text x="16" y="21.5" font-family="Georgia,serif" font-size="16" font-weight="600" fill="#fff" '
    'text-anchor="middle">%s</text></svg>'
)
#: Matches letters in the second file of each font (``latin-ext`` in vitae-site.css), and elements in italics.
_EXTENDED: Final = re.compile(r"[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u1e00-\u1e9f\u1ef2-\u1eff]")
_ITALIC: Final = re.compile(r"<(?:em|i|cite(?! class=.vitae-title))\b")


def configure(config: Config) -> None:
    """Set up the sidebar, before Sphinx reads the settings of the theme."""
    if config.vitae_profile is True and config.html_theme == _THEME:
        config.templates_path = list(dict.fromkeys((*config.templates_path, str(_TEMPLATES))))
        config.html_sidebars = {"**": list(_SIDEBAR), **config.html_sidebars}


def problems(app: Sphinx) -> Iterator[Problem]:
    """The problems with ``vitae_profile``, such as a theme in which it has no effect."""
    settings = _domain(app).settings
    if settings.profile and app.config.html_theme != _THEME:
        message = f"vitae_profile requires the {_THEME!r} theme, but html_theme is {app.config.html_theme!r}"
        fix = "it was ignored; show the owner on a page with the cv-header directive"
        yield Problem(ProblemKind.CONFIG, message, fix=fix)
    elif settings.profile and not settings.owners:
        yield Problem(ProblemKind.OWNER_MISSING, "vitae_profile is True, but vitae_owner is not set")
    elif (person := _owner(app)) and photo_path(person, Path(app.srcdir)) and not _photo_file(app):
        message = f"vitae_owner contains {person.photo!r} for 'photo', which does not exist"
        yield Problem(ProblemKind.CONFIG, message, fix="write its path, relative to the source folder")


def add_files(app: Sphinx) -> None:
    """Register the style sheet and fonts of the profile."""
    if _is_on(app):
        style_sheets.add_folder(app, _STATIC)


def add_photo(app: Sphinx) -> None:
    """Make the builder copy the photo, as if it were a picture on the first page."""
    person = _owner(app)
    if person and _photo_file(app):
        uri = _uri(person)
        app.builder.images[uri] = app.env.images.add_file(app.config.root_doc, uri)


def _uri(person: Profile) -> str:
    """The path of a photo, in the form that Sphinx uses."""
    return posixpath.normpath(person.photo.lstrip("/"))


def _is_on(app: Sphinx) -> bool:
    on = _domain(app).settings.profile and app.config.html_theme == _THEME
    return on and app.builder.format == "html" and app.builder.name != "epub"


def _domain(app: Sphinx) -> VitaeDomain:
    return cast(VitaeDomain, app.env.domains["vitae"])


def _owner(app: Sphinx) -> Profile | None:
    """The owner for the sidebar; ``None`` if there is none. For a group, only the title of the site is known."""
    owners = _domain(app).settings.owners
    if not owners or not _is_on(app):
        return None
    return Profile(name=app.config.html_title) if _is_group(app) else owners[0]


def _is_group(app: Sphinx) -> bool:
    return isinstance(app.config.vitae_owner, (list, tuple))


def shown_everywhere(app: Sphinx) -> tuple[object, ...]:
    """The content on all pages that depends on settings and files, for the pages' fingerprints."""
    domain = _domain(app)
    settings = domain.settings
    if not _is_on(app):
        return settings.accent, settings.languages
    documents = [document.name for document in domain.build.documents] if domain.build.with_pdf else []
    templates = domain.rendering.templates_digest
    photo = path.read_bytes() if (path := _photo_file(app)) else b""
    return (
        settings.accent,
        settings.languages,
        _owner(app),
        digest_of(photo),
        documents,
        _cv_file(app),
        templates,
    )


def add_to_page(app: Sphinx, page: str, context: dict[str, Any]) -> None:
    """Add what the head and the sidebar of a page need.

    :param context: the context of the page's template, with its head as ``metatags``.
    """
    context.setdefault("metatags", "")
    accent = _domain(app).settings.accent
    if accent:
        context["metatags"] += f"\n<style>{_ACCENT % accent}</style>"
    if not _is_on(app):
        return
    style_sheets.add_to_page(app, context)
    style_sheets.drop_unused(context)
    app.add_css_file("vitae-site.css")
    profile = context["vitae_profile"] = Markup(_guarded(app, page, context["pathto"]))
    context["metatags"] += _own_variables(app.config.html_theme_options) + _icon(app)
    for name in _fonts(f"{context.get('body') or ''}{profile}"):
        address = context["pathto"](f"_static/fonts/{name}.woff2", 1)
        context["metatags"] += (
            f'\n<link rel="preload" href="{address}" as="font" type="font/woff2" crossorigin>'
        )


def _own_variables(options: Mapping[str, Any]) -> str:
    """The furo variables that conf.py sets, repeated because vitae-site.css would override them."""
    rules = {
        "light": ":root:root body {{ {} }}",
        "dark": "@media screen {{ :root:root body[data-theme=dark] {{ {0} }} @media (prefers-color-scheme: dark) "
        "{{ :root:root body:not([data-theme=light]) {{ {0} }} }} }}",
    }
    made = []
    for scheme, rule in rules.items():
        given = options.get(f"{scheme}_css_variables")
        if isinstance(given, dict) and given:
            made.append(rule.format("; ".join(f"--{name}: {value}" for name, value in given.items())))
    text = " ".join(made)
    return f"\n<style>{text}</style>" if text and "<" not in text else ""


def _icon(app: Sphinx) -> str:
    """The icon in the tab of the browser: the owner's initials in the accent colour, unless the site has its own."""
    person = _owner(app)
    words = re.findall(r"\w+", full_name(person)) if person and not app.config.html_favicon else []
    if not words:
        return ""
    letters = "".join(word[0] for word in dict.fromkeys((words[0], words[-1])))
    colour = darkened(_domain(app).settings.accent or f"#{Design().accent}")
    return f'\n<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,{quote(_ICON % (colour, letters))}">'


def _fonts(body: str) -> list[str]:
    """The fonts that a page uses, which are preloaded, because a font that arrives after the text is not
    used.

    :param body: the HTML of the page.
    """
    faces = ["serif", "sans", *(["serif-italic"] if _ITALIC.search(body) else [])]
    parts = ["latin", *(["latin-ext"] if _EXTENDED.search(body) else [])]
    return [f"vitae-{face}-{part}" for face in faces for part in parts]


def _guarded(app: Sphinx, page: str, pathto: Any) -> str:
    """The profile; empty if its template fails, which the first page reports for all pages."""
    if page == app.config.root_doc:
        return guarded(app, "the profile", lambda: _profile(app, page, pathto)) or ""
    with contextlib.suppress(Exception):  # a custom template can raise anything
        return _profile(app, page, pathto)
    return ""


def _profile(app: Sphinx, page: str, pathto: Any) -> str:
    """The owner, rendered with a template; empty if there is no owner."""
    person = _owner(app)
    if person is None:
        return ""
    domain = _domain(app)
    here = app.builder.get_target_uri(page).partition("#")[0]
    found = contacts(person, local=True)
    if (file := _cv_file(app)) and file not in {way.url for way in found}:
        # Translators: the link to the curriculum vitae of a person
        found.append(Contact(N_("CV"), "CV", file, local=True))
    return domain.rendering.renderer("html").template(
        "profile",
        person=person,
        name=person.name if _is_group(app) else full_name(person),
        home=pathto(app.config.root_doc),
        here=page == app.config.root_doc,
        contacts=[replace(way, url=relative_uri(here, way.url)) if way.local else way for way in found],
        photo=_photo(app, person, pathto),
    )


def _cv_file(app: Sphinx) -> str:
    """The CV of the owner as a PDF; empty if there is none, or if the navigation has the page of the CV, which links to
    it.
    """
    cv = _domain(app).build.cv
    if cv is None or any(cv.docname in included for included in app.env.toctree_includes.values()):
        return ""
    return f"{cv.name}.pdf"


def _photo(app: Sphinx, person: Profile, pathto: Any) -> dict[str, object]:
    """The URL and the size of the photo; empty if there is no photo."""
    if "://" in person.photo:
        return {"src": person.photo, "size": None}
    name = app.builder.images.get(_uri(person)) if person.photo else None
    path = _photo_file(app)
    return {"src": pathto(f"_images/{name}", 1), "size": get_image_size(path)} if name and path else {}


def _photo_file(app: Sphinx) -> Path | None:
    """The photo of the owner; ``None`` if there is none, or it does not exist."""
    person = _owner(app)
    path = photo_path(person, Path(app.srcdir)) if person else None
    return path if path and path.is_file() else None

"""The settings of a site, checked and normalised.

Each setting is declared once, in `SETTINGS`. The extension registers it with Sphinx from there, and the
reference page is generated from there.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal

from .colours import darkened, read_accent
from .design import Design, Designs, read_designs
from .people_parsers import read_owners, read_people
from .problem import Problem, ProblemKind
from .profile import Profile, explained
from .setting_parsers import (
    FEEDS,
    METADATA,
    SettingParser,
    choice,
    read_count,
    read_feeds,
    read_flag,
    read_kinds,
    read_languages,
    read_links,
    read_metadata,
    read_optional_texts,
    read_pages,
    read_text,
    read_texts,
    read_today,
    read_words,
)
from .setting_problems import SettingProblems
from .venues import Venue, read_venues

__all__ = [
    "FEEDS",
    "METADATA",
    "NAME_FORMS",
    "SETTINGS",
    "Design",
    "Designs",
    "Profile",
    "Setting",
    "Settings",
    "read_settings",
    "shown_on",
]

NAME_FORMS: Final = ("full", "initials", "family-initials")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All of ``vitae_*``, normalised.

    :param bibfiles: ``None`` if the site does not set it.
    :param feeds: feed → the number of its entries.
    :param metadata: the parts of `METADATA` that pages contain.
    :param languages: language → the path of the site in that language.
    :param language: not a setting of ours: the language of this build, as in conf.py; empty on the command line.
    :param upstream_files: not a setting: the files that ``bibliography`` directives of
        sphinxcontrib-bibtex read.
    """

    owners: tuple[Profile, ...] = ()
    people: tuple[Profile, ...] = ()
    bibfiles: tuple[str, ...] | None = None
    upstream_files: tuple[str, ...] = ()
    kinds: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    layout: str = "card"
    names: str = "full"
    max_authors: int = 0
    pages: Mapping[str, str] = field(default_factory=dict)
    cite: bool = True
    private_fields: tuple[str, ...] = ()
    today: datetime.date = datetime.date.min
    venues: Mapping[str, Venue] = field(default_factory=dict)
    accent: str = ""
    profile: bool = False
    feeds: Mapping[str, int] = field(default_factory=dict)
    metadata: tuple[str, ...] = METADATA[:-1]
    coins: int = 500
    downloads: bool = True
    designs: Designs = field(default_factory=Designs)
    words: Mapping[str, str] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)
    language: str = ""

    @property
    def own_language(self) -> str:
        """The language of this build, as in `languages`; empty if it is not one of them."""
        written = self.language.replace("-", "_").lower()
        return next((each for each in self.languages if each.replace("-", "_").lower() == written), "")

    @property
    def first_language(self) -> str:
        """The language of entries that do not name theirs; empty if the site has only one language."""
        return next(iter(self.languages), "")

    @property
    def reading(self) -> str:
        """A string for digests, with all settings that affect the records and their problems."""
        links = sorted((name, sorted(link.items())) for name, link in self.links.items())
        files = (self.bibfiles, self.upstream_files, self.private_fields)
        languages = (self.language, self.first_language)
        venues = sorted((tag, venue.name) for tag, venue in self.venues.items())
        return repr((sorted(self.kinds.items()), links, venues, self.owners, self.people, *files, *languages))


#: A list, or a single entry in full.
Shown = Literal["list", "entry"]


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting.

    :param name: without the prefix ``vitae_``.
    :param default: as in conf.py.
    :param explanation: valid in both reStructuredText and Markdown; shown on the reference page.
    :param read: raw value → value of the attribute of `Settings`, ``None`` for the default.
    :param attribute: the attribute of `Settings`, if its name differs from the setting's.
    :param shown_on: the pages that depend on the setting even if it does not change any record.
    :param deprecated: what to write instead, if the next minor version removes the setting. Until then it
        works, with a warning. The setting that replaces it has the same attribute, and overrides it.
    """

    name: str
    default: object
    explanation: str
    read: SettingParser
    attribute: str = ""
    shown_on: tuple[Shown, ...] = ()
    deprecated: str = ""


SETTINGS: Final = (
    Setting(
        "owner",
        None,
        "The owner of the site: a name, a person (a dictionary), or a list of these for a group. The name is "
        "emphasised in every name list, even as initials if they are unambiguous, and never as part of another name. "
        f"A person has:\n\n{explained(Profile)}",
        read_owners,
        "owners",
        shown_on=("list", "entry"),
    ),
    Setting(
        "people",
        {},
        "Other people: name → URL, or a person as in ``vitae_owner``, where ``name`` is optional; or the path "
        "of a YAML file with the same content (needs PyYAML, which MyST installs, or the extra ``yaml``).",
        read_people,
        shown_on=("list", "entry"),
    ),
    Setting(
        "bibfiles",
        None,
        "The files of ``bibtex_bibfiles`` with the owner's entries, which lists use. ``None`` means all, except "
        "files that a ``bibliography`` directive reads if the owner is not an author of most of their works. "
        "Entries of the other files can be cited, and listed with ``:bibfile:``.",
        read_optional_texts,
    ),
    Setting(
        "kinds",
        {},
        "File name or entry type → ``publication``, ``talk``, ``award``, or an activity. Any other word creates a new activity.",
        read_kinds,
    ),
    Setting(
        "links",
        {},
        'Field → ``{"label": …, "url": "https://…/{value}"}``, to add or change a kind of link. Both keys are optional.',
        read_links,
    ),
    Setting(
        "files",
        [],
        "Folders with files that belong to entries, relative to conf.py. ``<key>.pdf``, ``<key>.slides.pdf``, "
        "``<key>.poster.pdf`` and a picture, ``<key>.png``, are found by their key. File names in link fields and in "
        "``preview`` are looked up in these folders, then next to the bibliography. Files are copied next to the page and linked; pictures are shown. Files outside the site and these folders, sources, configuration and hidden "
        "files are never published.",
        read_texts,
    ),
    Setting("layout", "card", "The default layout of publication lists.", read_text, shown_on=("list",)),
    Setting(
        "names",
        "full",
        "How to print names: ``full`` (Guyue Huang), ``initials`` (G. Huang), ``family-initials`` (Huang G.).",
        choice(*NAME_FORMS),
        shown_on=("list", "entry"),
    ),
    Setting(
        "max_authors",
        0,
        "Author lists with more names than this are shortened; 0 means never. The owner is never hidden.",
        read_count,
        shown_on=("list",),
    ),
    Setting(
        "pages",
        {},
        'Kind → folder for entry pages, such as ``{"publication": "publications"}``, which is the same as ``True``. '
        "The sources of the pages are written there, ignored by git, and removed with their entries. Links to an entry "
        "go to its page.",
        read_pages,
    ),
    Setting(
        "cite",
        True,
        "Pass the entries to sphinxcontrib-bibtex, so that its roles and directives accept every bibliography "
        "that Sphinx Vitae accepts. With ``False``, it reads the files itself.",
        read_flag,
    ),
    Setting(
        "private_fields",
        [],
        "Fields that are never shown, exported or offered for download, in addition to ``file``, ``owner``, "
        "``comment``, local paths, and the internal fields of reference managers.",
        read_texts,
    ),
    Setting(
        "today",
        None,
        'The date for "upcoming", "current" and "last 5", such as ``2026-01-31``. The default is '
        "``SOURCE_DATE_EPOCH``, or else the day of the build.",
        read_today,
    ),
    Setting(
        "venues",
        {},
        'Tag of a venue, without its year → ``{"name": …, "url": …, "color": …}``. ``name`` is printed if an entry '
        "has no journal, book or event. The tag links to ``url`` if the entry does not have its own link for the venue. "
        "``color`` is the colour of the tag, such as ``#2B5EA7`` or ``teal``; its lightness is adjusted so that the "
        "tag is readable on light and dark pages. All keys are optional.",
        read_venues,
        shown_on=("list", "entry"),
    ),
    Setting(
        "accent",
        "",
        "The colour of tags, links and buttons in lists, and of the printed CV, such as ``#1F4E79`` or ``teal``; with "
        "``vitae_profile``, of all links. Its lightness is adjusted so that text is readable on light and dark pages, "
        "and on paper. By default, pages use the colours of the theme, and the CV uses ``#1F4E79``. "
        '``vitae_cv["accent"]`` overrides this setting in print.',
        read_accent,
    ),
    Setting(
        "profile",
        False,
        "Show the owner in the sidebar of every page: photo, name, headline, affiliation, address, links, and the CV. "
        "This also changes the fonts and the page layout. It requires the furo theme. The photo should be at least 400 "
        "pixels wide.",
        read_flag,
    ),
    Setting(
        "feeds",
        [],
        f"Feeds with the newest entries: {', '.join(f'``{name}``' for name in FEEDS)}. Each is written as Atom and as JSON Feed, "
        "``feeds/<name>.atom`` and ``feeds/<name>.json``, and requires ``html_baseurl``. A feed contains the newest 50 entries; "
        '``{"publications": 20}`` changes that. ``talks`` also writes ``talks.ics``, and a calendar file for each talk.',
        read_feeds,
    ),
    Setting(
        "metadata",
        True,
        "The metadata on the pages of works and talks, on lists and on the home page, for Google Scholar, Zotero, search "
        "engines and other programs. ``True`` means "
        + ", ".join(f"``{part}``" for part in METADATA[:-1])
        + "; ``False`` means no metadata. A list selects parts, and can add ``llms``, which writes ``llms.txt``. "
        "Addresses require ``html_baseurl``.",
        read_metadata,
    ),
    Setting(
        "coins",
        500,
        "The maximum length of lists with COinS, from which Zotero imports the works in a list.",
        read_count,
    ),
    Setting(
        "downloads",
        True,
        "Offer BibTeX, CSL-JSON and RIS files of each work with a page, of each canonical list and of each list with "
        "``:show: downloads``; and ``publications.bib``, which contains all works.",
        read_flag,
        shown_on=("list",),
    ),
    Setting(
        "languages",
        {},
        'Language → the path of the site in that language, for a site in several languages: ``{"en": "/", "de": "/de/"}``. '
        "Each language is a build of its own. Every page then has links to the same page in the other languages, and search "
        "engines find them. The first language is also that of entries without ``langid``.",
        read_languages,
        shown_on=("list", "entry"),
    ),
    Setting(
        "words",
        {},
        'Phrase in English → what to print instead, in the language of the site: ``{"to appear": "accepted"}``. A phrase '
        "in lower case also replaces the one that begins a sentence. Placeholders such as ``{}`` must be kept. The phrases "
        "are in ``locales/sphinx_vitae.pot`` of the package.",
        read_words,
    ),
    Setting(
        "cv",
        {},
        f"The design of the printed CV, a dictionary:\n\n{explained(Design)}\n\n"
        "For several documents, add a dictionary for each, with its target in ``latex_documents`` as the key: "
        '``{"accent": "#7A1F2B", "cv-short.tex": {"paper": "letter"}}``. The other keys apply to all documents.',
        read_designs,
        "designs",
    ),
)


def shown_on(settings: Settings, where: Shown) -> tuple[object, ...]:
    """The values of the settings that affect such pages, for the digest of a page's dependencies."""
    return tuple(
        getattr(settings, setting.attribute or setting.name)
        for setting in SETTINGS
        if where in setting.shown_on
    )


def read_settings(
    values: Mapping[str, object], today: datetime.date, declared: Sequence[Setting] = SETTINGS
) -> tuple[Settings, tuple[Problem, ...]]:
    """Parse the settings of conf.py.

    :param values: by name, without the prefix; missing settings get their defaults.
    :param today: the day of the build, which is the default for the ``today`` setting.
    :param declared: the settings that exist.
    :returns: the settings, each with its valid part or its default, and a problem for every
        mistake.
    """
    read: dict[str, Any] = {"today": today}
    values = _with_accent(values)
    problems: list[Problem] = []
    for setting in sorted(declared, key=lambda each: not each.deprecated):
        attribute = setting.attribute or setting.name
        given = values.get(setting.name, setting.default)
        if given == setting.default and (setting.deprecated or attribute in read):
            continue
        if setting.deprecated:
            problems.append(_deprecated(setting))
        found = SettingProblems(f"vitae_{setting.name}", setting.default)
        value = setting.read(given, found)
        if value is not None:
            read[attribute] = value
        problems += found.problems
    return _named_owners(Settings(**read)), tuple(problems)


def _with_accent(values: Mapping[str, object]) -> Mapping[str, object]:
    """The settings. If ``vitae_cv`` does not set an accent, it gets the accent of the pages."""
    accent = read_accent(values.get("accent", ""), SettingProblems("vitae_accent", ""))
    designs = values.get("cv", {})
    if not accent or not isinstance(designs, dict):
        return values
    return {**values, "cv": {"accent": darkened(accent), **designs}}


def _deprecated(setting: Setting) -> Problem:
    message = f"vitae_{setting.name} is deprecated; the next minor version removes it"
    return Problem(ProblemKind.CONFIG, message, fix=f"write {setting.deprecated}")


def _named_owners(settings: Settings) -> Settings:
    """An owner given only by name gets the details listed under that name in ``vitae_people``."""
    people = {profile.name: profile for profile in settings.people}
    owners = tuple(people.get(o.name, o) if o == Profile(name=o.name) else o for o in settings.owners)
    return replace(settings, owners=owners)

"""What a site's configuration says, checked and normalised.

Each value is declared once, in `SETTINGS`: the extension registers it with Sphinx from there, and the
reference page is printed from there.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from .findings import Findings
from .look import Look, Looks, read_looks
from .problem import Problem
from .profile import Profile, explained
from .reading_people import read_owners, read_people
from .reading_settings import (
    Reader,
    choice,
    read_count,
    read_flag,
    read_kinds,
    read_links,
    read_optional_texts,
    read_pages,
    read_text,
    read_texts,
    read_today,
)

__all__ = ["NAME_FORMS", "SETTINGS", "Look", "Looks", "Profile", "Setting", "Settings", "read_settings"]

NAME_FORMS: Final = ("full", "initials", "family-initials")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All of ``vitae_*``, normalised.

    :param bibfiles: ``None`` where the setting is not set.
    :param upstream_files: no setting: the files that ``bibliography`` directives of sphinxcontrib-bibtex read.
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
    looks: Looks = field(default_factory=Looks)

    @property
    def reading(self) -> str:
        """What the records and their problems depend on, as a string to make digests from."""
        links = sorted((name, sorted(link.items())) for name, link in self.links.items())
        files = (self.bibfiles, self.upstream_files, self.private_fields)
        return repr((sorted(self.kinds.items()), links, self.owners, self.people, *files))


@dataclass(frozen=True, slots=True)
class Setting:
    """One configuration value.

    :param name: without the prefix ``vitae_``.
    :param default: as conf.py would give it.
    :param explanation: reStructuredText and Markdown alike, printed on the reference page.
    :param read: raw value → the value of the attribute of `Settings`, ``None`` for the default.
    :param attribute: of `Settings`, where it is not called like the setting.
    """

    name: str
    default: object
    explanation: str
    read: Reader
    attribute: str = ""


SETTINGS: Final = (
    Setting(
        "owner",
        None,
        "Whose site this is: a name, a person (a dictionary), or a list of these for a group. The name is "
        "emphasised wherever it stands in a name list, also as initials where they can be nobody else's, and never as a part of another name. "
        f"A person has:\n\n{explained(Profile)}",
        read_owners,
        "owners",
    ),
    Setting(
        "people",
        {},
        "Other people: name → URL, or a person as in ``vitae_owner``, where ``name`` may be left out; or the path "
        "of a YAML file of that shape (needs PyYAML, which MyST brings, or the extra ``yaml``).",
        read_people,
    ),
    Setting(
        "bibfiles",
        None,
        "The files of ``bibtex_bibfiles`` whose entries are the owner's: lists draw on these. ``None`` means all. "
        "Entries of the other files can be cited, and listed with ``:bibfile:``.",
        read_optional_texts,
    ),
    Setting(
        "kinds",
        {},
        "File name or entry type → ``publication``, ``talk``, ``award``, or an activity: any other word names a new one.",
        read_kinds,
    ),
    Setting(
        "links",
        {},
        'Field → ``{"label": …, "url": "https://…/{value}"}``, either part may be left out: adds or changes a kind of link.',
        read_links,
    ),
    Setting(
        "files",
        [],
        "Folders, relative to conf.py, with files that entries offer: ``<key>.pdf``, ``<key>.slides.pdf``, "
        "``<key>.poster.pdf`` and a picture, ``<key>.png``, are found by key; bare file names in link fields and in "
        "``preview`` are looked up here, then beside the bibliography. Files found are copied beside the page and "
        "linked; a picture is shown.",
        read_texts,
    ),
    Setting("layout", "card", "Default layout of publication lists.", read_text),
    Setting(
        "names",
        "full",
        "How names are printed: ``full`` (Guyue Huang), ``initials`` (G. Huang), ``family-initials`` (Huang G.).",
        choice(*NAME_FORMS),
    ),
    Setting(
        "max_authors",
        0,
        "Shorten author lists beyond this many; 0 means never. The owner is never hidden.",
        read_count,
    ),
    Setting(
        "pages",
        {},
        'Kind → folder for one page per entry, as ``{"publication": "publications"}``; ``True`` means that. The '
        "pages are written there as sources that git ignores, and removed with their entries. Links to an entry "
        "lead to its page.",
        read_pages,
    ),
    Setting(
        "cite",
        True,
        "Hand our entries to sphinxcontrib-bibtex, so that its roles and directives work on every bibliography "
        "that can be read here. With ``False`` it reads the files by itself.",
        read_flag,
    ),
    Setting(
        "private_fields",
        [],
        "Fields that are never shown, exported or offered for download, besides those that never are: ``file``, "
        "``owner``, ``comment``, local paths, and what reference managers note for themselves.",
        read_texts,
    ),
    Setting(
        "today",
        None,
        'What "upcoming", "current" and "last 5" are measured from, as ``2026-01-31``. Without it, '
        "``SOURCE_DATE_EPOCH``, else the day of the build.",
        read_today,
    ),
    Setting(
        "cv",
        {},
        f"Look of the printed CV, a dictionary:\n\n{explained(Look)}\n\n"
        "For several documents, a dictionary like this for each, under its target in ``latex_documents``: "
        '``{"accent": "#7A1F2B", "cv-short.tex": {"paper": "letter"}}``. What stands beside these holds for all.',
        read_looks,
        "looks",
    ),
)


def read_settings(values: Mapping[str, object], today: datetime.date) -> tuple[Settings, tuple[Problem, ...]]:
    """Settings from conf.py.

    :param values: by name, without the prefix; what is missing has its default.
    :param today: the day of the build, for ``today`` unless given.
    :returns: the settings, with what is right of each value, else its default, and a problem for each
        thing that is wrong.
    """
    read: dict[str, Any] = {"today": today}
    problems: list[Problem] = []
    for setting in SETTINGS:
        found = Findings(f"vitae_{setting.name}", setting.default)
        value = setting.read(values.get(setting.name, setting.default), found)
        if value is not None:
            read[setting.attribute or setting.name] = value
        problems += found.problems
    return _named_owners(Settings(**read)), tuple(problems)


def _named_owners(settings: Settings) -> Settings:
    """An owner that is only a name gets what ``vitae_people`` says of that name."""
    people = {profile.name: profile for profile in settings.people}
    owners = tuple(people.get(o.name, o) if o == Profile(name=o.name) else o for o in settings.owners)
    return replace(settings, owners=owners)

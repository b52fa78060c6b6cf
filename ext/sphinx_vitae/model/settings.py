"""What a site's configuration says, checked and normalised.

Each value is declared once, in `SETTINGS`: the extension registers it with Sphinx from there, and the
reference page is printed from there.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final

from .problem import Problem, ProblemKind

__all__ = ["NAME_FORMS", "SETTINGS", "Look", "Profile", "Setting", "Settings", "read_settings"]

NAME_FORMS: Final = ("full", "initials", "family-initials")
_PAPERS: Final = ("a4", "letter")
_SIZES: Final = ("10pt", "11pt", "12pt")
_PAGE_NUMBERS: Final = "page-numbers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A person as the configuration describes one; empty where nothing is said."""

    name: str
    aliases: tuple[str, ...] = ()
    orcid: str = ""
    url: str = ""
    headline: str = ""
    affiliation: str = ""
    address: str = ""
    email: str = ""
    phone: str = ""
    photo: str = ""
    role: str = ""
    date: str = ""
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Look of the printed CV. ``accent`` is six hexadecimal digits."""

    paper: str = "a4"
    accent: str = "1F4E79"
    fontsize: str = "10pt"
    page_numbers: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All of ``vitae_*``, normalised. ``bibfiles`` is ``None`` where all files are the owner's."""

    owners: tuple[Profile, ...] = ()
    people: tuple[Profile, ...] = ()
    bibfiles: tuple[str, ...] | None = None
    kinds: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    layout: str = "card"
    names: str = "full"
    max_authors: int = 0
    cite: bool = True
    today: datetime.date = datetime.date.min
    look: Look = field(default_factory=Look)

    @property
    def reading(self) -> str:
        """What the records and their problems depend on, as a string to make digests from."""
        links = sorted((name, sorted(link.items())) for name, link in self.links.items())
        return repr((sorted(self.kinds.items()), links, self.owners, self.bibfiles))


class _Wrong(Exception):
    """Carries what is wrong with a value, and what is allowed."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One configuration value.

    :param name: without the prefix ``vitae_``.
    :param default: as conf.py would give it.
    :param explanation: reStructuredText, printed on the reference page.
    :param read: raw value → the value of the attribute of `Settings`; raises ``_Wrong``.
    :param attribute: of `Settings`, where it is not called like the setting.
    """

    name: str
    default: object
    explanation: str
    read: Callable[[Any], object]
    attribute: str = ""


def _choice(*allowed: str) -> Callable[[Any], object]:
    def read(value: Any) -> object:
        if value not in allowed:
            raise _Wrong(f"is {value!r}; allowed are {_listed(allowed)}")
        return value

    return read


def _listed(words: Iterable[str]) -> str:
    return ", ".join(repr(word) for word in words)


def _string(value: Any) -> object:
    if not isinstance(value, str) or not value.strip():
        raise _Wrong(f"is {value!r}; it takes a text")
    return value.strip()


def _strings(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) for item in value):
        raise _Wrong(f"is {value!r}; it takes a list of texts")
    return tuple(value)


def _count(value: Any) -> object:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise _Wrong(f"is {value!r}; it takes a number, 0 or more")
    return value


def _flag(value: Any) -> object:
    if not isinstance(value, bool):
        raise _Wrong(f"is {value!r}; allowed are True, False")
    return value


def _kinds(value: Any) -> object:
    if not isinstance(value, dict) or not all(isinstance(s, str) for pair in value.items() for s in pair):
        raise _Wrong(f"is {value!r}; it takes a dictionary: file name or entry type → kind")
    return dict(value)


def _links(value: Any) -> object:
    if not isinstance(value, dict):
        raise _Wrong(f"is {value!r}; it takes a dictionary: field → {{'label': …, 'url': …}}")
    for name, link in value.items():
        if not isinstance(link, dict) or not set(link) <= {"label", "url"}:
            raise _Wrong(f"has {link!r} for {name!r}; it takes a dictionary with 'label' and 'url'")
        if "{value}" not in link.get("url", "{value}"):
            raise _Wrong(f"has the address {link['url']!r} for {name!r}; it must hold {{value}}")
    return {str(name): {str(k): str(v) for k, v in link.items()} for name, link in value.items()}


def _bibfiles(value: Any) -> object:
    return None if value is None else _strings(value)


def _today(value: Any) -> object:
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(value)
    except (TypeError, ValueError):
        raise _Wrong(f"is {value!r}; it takes a date as '2026-01-31'") from None


def _profile(value: Any) -> Profile:
    if isinstance(value, str) and value.strip():
        return Profile(name=value.strip())
    if not isinstance(value, dict) or not isinstance(value.get("name"), str):
        raise _Wrong(f"has {value!r}; a person is a name, or a dictionary with 'name'")
    known = [f.name for f in fields(Profile)]
    if unknown := sorted(set(value) - set(known)):
        raise _Wrong(
            f"has {_listed(map(str, unknown))} for {value['name']!r}; a person takes {_listed(known)}"
        )
    links = value.get("links", {})
    if not isinstance(links, dict):
        raise _Wrong(f"has links {links!r} for {value['name']!r}; they are a dictionary: label → URL")
    plain = {k: str(v) for k, v in value.items() if k not in {"aliases", "links"}}
    return Profile(
        **plain,
        aliases=_strings(value.get("aliases", ())),
        links=tuple((str(label), str(url)) for label, url in links.items()),
    )


def _owners(value: Any) -> object:
    if value is None:
        return ()
    return tuple(_profile(item) for item in (value if isinstance(value, (list, tuple)) else [value]))


def _people(value: Any) -> object:
    if not isinstance(value, dict):
        raise _Wrong(f"is {value!r}; it takes a dictionary: name → URL or person")
    return tuple(
        Profile(name=name, url=person) if isinstance(person, str) else _profile({"name": name, **person})
        for name, person in value.items()
    )


def _look(value: Any) -> object:
    if not isinstance(value, dict):
        raise _Wrong(f"is {value!r}; it takes a dictionary")
    known = ("paper", "accent", "fontsize", _PAGE_NUMBERS)
    if unknown := sorted(set(value) - set(known)):
        raise _Wrong(f"has {_listed(map(str, unknown))}; it takes {_listed(known)}")
    for name, allowed in (("paper", _PAPERS), ("fontsize", _SIZES)):
        if name in value and value[name] not in allowed:
            raise _Wrong(f"has {value[name]!r} for {name!r}; allowed are {_listed(allowed)}")
    accent = str(value.get("accent", Look().accent)).removeprefix("#")
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", accent):
        raise _Wrong(f"has the accent {value['accent']!r}; it takes a colour as '#1F4E79'")
    return Look(
        paper=value.get("paper", "a4"),
        accent=accent,
        fontsize=value.get("fontsize", "10pt"),
        page_numbers=bool(value.get(_PAGE_NUMBERS, True)),
    )


SETTINGS: Final = (
    Setting(
        "owner",
        None,
        "Whose site this is: a name, a person (a dictionary), or a list of these for a group. The name is "
        "emphasised wherever it stands in a name list, also as initials, and never as a part of another name.",
        _owners,
        "owners",
    ),
    Setting("people", {}, "Other people: name → URL or person.", _people),
    Setting(
        "bibfiles",
        None,
        "The files of ``bibtex_bibfiles`` whose entries are the owner's: lists draw on these. ``None`` means all. "
        "Entries of the other files can be cited, and listed with ``:bibfile:``.",
        _bibfiles,
    ),
    Setting(
        "kinds",
        {},
        "File name or entry type → ``publication``, ``talk``, ``award``, or an activity: any other word names a new one.",
        _kinds,
    ),
    Setting(
        "links",
        {},
        'Field → ``{"label": …, "url": "https://…/{value}"}``, either part may be left out: adds or changes a kind of link.',
        _links,
    ),
    Setting(
        "files",
        [],
        "Folders, relative to conf.py, with files that entries offer: ``<key>.pdf``, ``<key>.slides.pdf``, "
        "``<key>.poster.pdf`` are found by key; bare file names in link fields are looked up here, then beside the "
        "bibliography. Files found are copied beside the page and linked.",
        _strings,
    ),
    Setting("layout", "card", "Default layout of publication lists.", _string),
    Setting(
        "names",
        "full",
        "How names are printed: ``full`` (Guyue Huang), ``initials`` (G. Huang), ``family-initials`` (Huang G.).",
        _choice(*NAME_FORMS),
    ),
    Setting(
        "max_authors",
        0,
        "Shorten author lists beyond this many; 0 means never. The owner is never hidden.",
        _count,
    ),
    Setting(
        "cite",
        True,
        "Hand our entries to sphinxcontrib-bibtex, so that its roles and directives work on every bibliography "
        "that can be read here. With ``False`` it reads the files by itself.",
        _flag,
    ),
    Setting(
        "today",
        None,
        'What "upcoming", "current" and "last 5" are measured from, as ``2026-01-31``. Without it, '
        "``SOURCE_DATE_EPOCH``, else the day of the build.",
        _today,
    ),
    Setting(
        "cv",
        {},
        "Look of the printed CV: ``paper`` (``a4``, ``letter``), ``accent`` (``#1F4E79``), ``fontsize`` "
        "(``10pt``, ``11pt``, ``12pt``), ``page-numbers``.",
        _look,
        "look",
    ),
)


def read_settings(values: Mapping[str, object], today: datetime.date) -> tuple[Settings, tuple[Problem, ...]]:
    """Settings from conf.py.

    :param values: by name, without the prefix; what is missing has its default.
    :param today: the day of the build, for ``today`` unless given.
    :returns: the settings, with the default in place of each wrong value, and a problem for each.
    """
    read: dict[str, object] = {}
    problems = []
    for setting in SETTINGS:
        value = values.get(setting.name, setting.default)
        if setting.name == "today" and value is None:
            value = today
        try:
            read[setting.attribute or setting.name] = setting.read(value)
        except _Wrong as wrong:
            message = f"vitae_{setting.name} {wrong}"
            problems.append(
                Problem(ProblemKind.CONFIG, message, fix=f"the default, {setting.default!r}, was used")
            )
    read.setdefault("today", today)
    settings = Settings(**read)  # type: ignore[arg-type]
    return _named_owners(settings), tuple(problems)


def _named_owners(settings: Settings) -> Settings:
    """An owner that is only a name gets what ``vitae_people`` says of that name."""
    people = {profile.name: profile for profile in settings.people}
    owners = tuple(people.get(o.name, o) if o == Profile(name=o.name) else o for o in settings.owners)
    return Settings(**{f.name: getattr(settings, f.name) for f in fields(settings)} | {"owners": owners})

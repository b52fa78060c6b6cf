"""The settings in conf.py: registered from their declarations, read once, and checked."""

from __future__ import annotations

import ast
import dataclasses
import errno
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from sphinx_vitae.catalogue import build_day
from sphinx_vitae.model import SETTINGS, Problem, ProblemKind, Settings, read_settings
from sphinx_vitae.render import LAYOUTS, layouts, phrases, placeholders

from .contacts import with_addresses
from .people_file import PeopleFile
from .photos import with_photos
from .printed_documents import design_problems
from .upstream import upstream_files

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

__all__ = [
    "bibliography_paths",
    "configured",
    "languages_of",
    "located",
    "located_in_conf",
    "mend_bibfiles",
    "register",
    "template_folders",
]

#: An entry type: the word after the ``@``.
_ENTRY_TYPE: Final = re.compile(r"[^\W\d][\w+-]*")

#: If a bibliography does not exist, the message lists up to this many nearby ones.
_LISTED: Final = 3
#: Suffixes of a photo in a folder from ``vitae_files``; the first one found is used.
_PHOTOS: Final = (".jpg", ".jpeg", ".png", ".webp", ".svg")


def register(app: Sphinx) -> None:
    """Register ``vitae_*``.

    Sphinx does not rebuild pages for these settings, because pages declare their dependencies.
    """
    for setting in SETTINGS:
        app.add_config_value(f"vitae_{setting.name}", setting.default, "", types=frozenset({Any}))


def configured(app: Sphinx) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings, the problems with them, and a problem for each unknown setting in conf.py."""
    values = {setting.name: app.config[f"vitae_{setting.name}"] for setting in SETTINGS}
    people = PeopleFile(values["people"], Path(app.confdir))
    values["people"] = people.value
    settings, problems = read_settings(values, build_day())
    settings = _with_photo(settings, Path(app.srcdir))
    settings, photos = with_photos(settings, Path(app.srcdir))
    settings, refused = with_addresses(settings)
    found_designs = design_problems(app.config, settings)
    settings, absent = _with_files(settings, app.config.bibtex_bibfiles)
    settings = _with_upstream(settings, app)
    settings, unsaid = _with_words(settings)
    settings, unbuilt = _with_language(settings, app.config)
    found = [*problems, *unsaid, *unbuilt, *photos, *refused, *absent, *found_designs]
    # The names of styles are not looked up if nothing depends on them: that reads a file of each installed package.
    if settings.layout not in LAYOUTS and settings.layout not in (
        allowed := layouts("publication", template_folders(app))
    ):
        message = f"vitae_layout is {settings.layout!r}; it must be one of {', '.join(allowed)}"
        found.append(Problem(ProblemKind.CONFIG, message, fix="the default, 'card', was used"))
        settings = dataclasses.replace(settings, layout="card")
    conf = Path(app.confdir) / "conf.py"
    found = [people.located(problem) for problem in (*people.problems, *found, *_unknown(app.config, conf))]
    return settings, tuple(located_in_conf(found, app))


def _with_photo(settings: Settings, srcdir: Path) -> Settings:
    """The settings. If a single owner does not have a photo, the photo in a ``vitae_files`` folder is added."""
    if len(settings.owners) != 1 or settings.owners[0].photo:
        return settings
    paths = (f"{folder.rstrip('/')}/photo{ending}" for folder in settings.files for ending in _PHOTOS)
    photo = next((path for path in paths if (srcdir / path).is_file()), "")
    return dataclasses.replace(settings, owners=(dataclasses.replace(settings.owners[0], photo=photo),))


def _with_files(settings: Settings, bibfiles: Sequence[str]) -> tuple[Settings, list[Problem]]:
    """The settings without files that are not in ``bibtex_bibfiles``, and a problem for each."""
    problems = []
    owned = settings.bibfiles
    if unknown := [name for name in owned or () if name not in bibfiles]:
        message = f"vitae_bibfiles contains {', '.join(unknown)}, which is not in bibtex_bibfiles"
        owned = tuple(name for name in owned or () if name in bibfiles) or None
        fix = f"{', '.join(owned)} was used" if owned else "the default, None, was used"
        problems.append(Problem(ProblemKind.CONFIG, message, fix=fix))
    names = {*bibfiles, *(PurePosixPath(name).name for name in bibfiles)}
    kinds = {}
    for name, kind in settings.kinds.items():
        if name in names or _ENTRY_TYPE.fullmatch(name):
            kinds[name] = kind
            continue
        message = (
            f"vitae_kinds contains {name!r}, which is neither an entry type nor a file in bibtex_bibfiles"
        )
        near = get_close_matches(name, sorted(names), n=1)
        fix = f"did you mean {near[0]!r}? It was ignored" if near else "it was ignored"
        problems.append(Problem(ProblemKind.CONFIG, message, fix=fix))
    return dataclasses.replace(settings, bibfiles=owned, kinds=kinds), problems


def _with_words(settings: Settings) -> tuple[Settings, list[Problem]]:
    """The settings without words for unknown phrases, and a problem for each."""
    if not settings.words:
        return settings, []
    problems, words = [], {}
    folded = {phrase.casefold(): phrase for phrase in phrases()}
    for phrase, said in settings.words.items():
        known = folded.get(phrase.casefold())
        if known is None or phrase not in {known, known[:1].lower() + known[1:]} | set(phrases()):
            near = known or next(iter(get_close_matches(phrase, phrases(), n=1)), "")
            fix = f"did you mean {near!r}? It was ignored" if near else "it was ignored"
            message = f"vitae_words contains {phrase!r}, which is an unknown phrase"
        elif placeholders(said) != placeholders(phrase):
            fix = f"write {' '.join(placeholders(phrase)) or 'it without braces'}; it was ignored"
            message = f"vitae_words contains {said!r} for {phrase!r}, which has other placeholders"
        else:
            words[phrase] = said
            continue
        problems.append(Problem(ProblemKind.CONFIG, message, fix=fix))
    return dataclasses.replace(settings, words=words), problems


def languages_of(config: Config) -> tuple[Mapping[str, str], str]:
    """The languages of the site with their paths, and which of them is that of this build; empty if none is."""
    settings, _ = read_settings({"languages": config.vitae_languages}, build_day())
    settings, _ = _with_language(settings, config)
    return settings.languages, settings.own_language


def _with_language(settings: Settings, config: Config) -> tuple[Settings, list[Problem]]:
    """The settings with the language of this build, which must be one of the languages of the site."""
    language = config.language or "en"
    settings = dataclasses.replace(settings, language=language)
    if not settings.languages or settings.own_language:
        return settings, []
    message = f"vitae_languages does not contain {language!r}, the language of this build"
    fix = f"add it, for example as {language!r}: '/{language}/'; the setting was ignored"
    return dataclasses.replace(settings, languages={}), [Problem(ProblemKind.CONFIG, message, fix=fix)]


def _with_upstream(settings: Settings, app: Sphinx) -> Settings:
    """The settings, including the files that upstream directives read. A single file is always the owner's."""
    paths = bibliography_paths(app.config, Path(app.confdir))
    if settings.bibfiles is not None or len(paths) < 2:
        return settings
    read = upstream_files(app.config, Path(app.srcdir), paths, with_owner=bool(settings.owners))
    return dataclasses.replace(settings, upstream_files=read)


def _unknown(config: Config, conf: Path) -> list[Problem]:
    """A problem for each setting with our prefix that neither this extension nor another one defines."""
    known = [f"vitae_{setting.name}" for setting in SETTINGS]
    problems = []
    for name in dict.fromkeys(name for name, _ in _assignments(conf)):
        if name.startswith("vitae_") and name not in config:
            near = get_close_matches(name, known, n=1)
            fix = f"did you mean {near[0]!r}?" if near else f"the settings are {', '.join(known)}"
            problems.append(
                Problem(ProblemKind.CONFIG, f"{name} is an unknown setting and was ignored", fix=fix)
            )
    return problems


def mend_bibfiles(config: Config, conf: Path) -> list[Problem]:
    """Turn ``bibtex_bibfiles`` into a list of names.

    Anything else would make sphinxcontrib-bibtex stop the build. Call this function before that extension
    reads the setting.

    :returns: the problems with it, located in conf.py.
    """
    given: object = config.bibtex_bibfiles
    right = 'write bibtex_bibfiles = ["references.bib"]'
    message, fix = "", ""
    if given is None:
        names: list[str] = []
        message, fix = "bibtex_bibfiles is not set, so there is no bibliography", right
    elif isinstance(given, (str, os.PathLike)):
        names = [os.fspath(given)]
        message, fix = f"bibtex_bibfiles is {given!r}; it must be a list", f"{names!r} was used"
    elif isinstance(given, (list, tuple)):
        names = [
            os.fspath(item) for item in given if isinstance(item, (str, os.PathLike)) and str(item).strip()
        ]
        if len(names) < len(given):
            message, fix = f"bibtex_bibfiles is {given!r}; it must be a list of names", f"{names!r} was used"
    else:
        names = []
        message, fix = f"bibtex_bibfiles is {given!r}; it must be a list", right
    config.bibtex_bibfiles = [name for name in names if _leads_somewhere(conf.parent / name)]
    found = [Problem(ProblemKind.CONFIG, message, fix=fix)] if message else []
    for name in names:
        if name not in config.bibtex_bibfiles:
            message = f"bibtex_bibfiles contains {name!r}, which is a circular link, or not a path"
            found.append(Problem(ProblemKind.CONFIG, message, fix="it was ignored"))
    return [located(problem, conf) for problem in found]


def _leads_somewhere(path: Path) -> bool:
    """Whether a path can be resolved. If it cannot, sphinxcontrib-bibtex would stop the build."""
    try:
        path.resolve().stat()  # since Python 3.13, resolve() does not report circular links
    except OSError as error:
        return error.errno != errno.ELOOP
    except (RuntimeError, ValueError):
        return False
    return True


def located_in_conf(problems: Iterable[Problem], app: Sphinx) -> list[Problem]:
    """The same problems.

    Problems without a file get the line in conf.py that sets the first word of the message.
    """
    conf = Path(app.confdir) / "conf.py"
    found = (_of_setting(p, conf.parent) if p.kind is ProblemKind.FILE_MISSING else p for p in problems)
    return [problem if problem.file else located(problem, conf) for problem in found]


def _of_setting(problem: Problem, confdir: Path) -> Problem:
    """A bibliography that cannot be read, as a problem with the setting that contains it."""
    path = confdir / problem.file
    why = problem.message if path.exists() else "which does not exist"
    folders = (path.parent, confdir, confdir.parent)
    near = next((files for folder in folders if (files := sorted(folder.glob("*.bib")))), [])
    names = [os.path.relpath(file, confdir) for file in near[:_LISTED] if file != path]
    fix = f"nearby: {', '.join(names)}" if names else "write its path, relative to conf.py"
    return Problem(problem.kind, f"bibtex_bibfiles contains {problem.file!r}, {why}", fix=fix)


def located(problem: Problem, conf: Path) -> Problem:
    """A problem with its line in conf.py: the line that sets the first word of the message."""
    name = problem.message.split(" ", 1)[0]
    lines = [line for assigned, line in _assignments(conf) if assigned == name]
    return dataclasses.replace(problem, file=str(conf), line=max(lines, default=0))


def _assignments(conf: Path) -> list[tuple[str, int]]:
    """The names that conf.py assigns values to, with their lines, except inside functions and classes."""
    try:
        waiting: list[ast.AST] = [ast.parse(conf.read_bytes())]
    except (OSError, SyntaxError, ValueError):
        return []
    found = []
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.append((node.id, node.lineno))
        elif not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
            waiting += ast.iter_child_nodes(node)
    return sorted(found, key=lambda assigned: assigned[1])


def template_folders(app: Sphinx) -> list[Path]:
    """The folders of the site's custom templates (``templates_path``)."""
    return [Path(app.confdir) / folder for folder in app.config.templates_path]


def bibliography_paths(config: Config, confdir: Path) -> dict[str, Path]:
    """The bibliographies: the name in ``bibtex_bibfiles`` → the path."""
    # `Path.resolve` fails if a symbolic link points to itself.
    return {name: Path(os.path.realpath(confdir / name)) for name in config.bibtex_bibfiles}

"""``sphinx-vitae new`` and ``upgrade``: create a starter site, and show what a newer version would write
differently.
"""

from __future__ import annotations

import argparse
import shlex
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from sphinx_vitae.catalogue import problems_of
from sphinx_vitae.model import Profile, Settings
from sphinx_vitae.scaffold import (
    HOSTS,
    Answers,
    Overview,
    ScaffoldError,
    Site,
    check_folder,
    checked_languages,
    checked_name,
    differences,
    installed,
    moved_site,
    overview,
    plan,
    write_folder,
)

from .new_sources import Gathered, gather, monthly_sources

__all__ = ["declare", "declare_upgrade"]

#: The fictional person for ``--sample``.
_INVENTED: Final = "Lindqvist, Maja"
_INTERRUPTED: Final = 130
#: What the owner must do once on the website of a host.
_CLICKS: Final = {
    "github": "On GitHub, set Settings, Pages, Source to GitHub Actions once. Then push.",
    "gitlab": "Push to GitLab. Then Deploy, Pages shows the address of the site.",
    "readthedocs": "On Read the Docs, click Add project once and choose the repository. Then push.",
    "none": "",
}
#: Other spellings of a host → its name here.
_HOSTS: Final = {
    "": "none",
    "nowhere": "none",
    "github pages": "github",
    "gitlab pages": "gitlab",
    "read the docs": "readthedocs",
} | {host: host for host in HOSTS}


class _Question(NamedTuple):
    """A question in the terminal. It is asked again, with the reason, until the answer is valid."""

    text: str
    read: Callable[[str], object]


def declare(new: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``sphinx-vitae new``."""
    new.description = (
        "Create a starter site. In a terminal, ask for everything that the options do not specify."
    )
    new.add_argument(
        "folder", type=Path, metavar="DIR", help="the folder for the site, which must be new or empty"
    )
    new.add_argument(
        "--name", metavar="NAME", help='the owner of the site, family name first: "Lovelace, Ada"'
    )
    new.add_argument(
        "--group", action="store_true", default=None, help="create the site of a group; NAME is its head"
    )
    new.add_argument(
        "--bib", type=Path, metavar="FILE", help="your bibliography; without one, examples are written"
    )
    _declare_sources(new)
    new.add_argument(
        "--language",
        metavar="LANGUAGE,…",
        help="the language of the site, such as de; with several, such as en,de, the site is built in each of them",
    )
    new.add_argument("--host", choices=HOSTS, help="where to publish the site")
    new.add_argument(
        "--sample", action="store_true", help="create the site of a fictional person, for you to explore"
    )
    new.add_argument(
        "--yes", action="store_true", help="ask nothing, and use the defaults for missing options"
    )
    new.set_defaults(run=_run_new)


def _declare_sources(new: argparse.ArgumentParser) -> None:
    """Declare the arguments about an old site, files and services."""
    new.add_argument(
        "--from",
        dest="sources",
        action="append",
        default=[],
        metavar="SOURCE",
        help="an old site (its folder, or a file of RenderCV or JSON Resume), a file, or a service as in `import`; "
        "may be repeated",
    )
    new.add_argument(
        "--online",
        action="store_true",
        help="complete works of the old site by their DOI, which asks doi.org",
    )
    new.add_argument("--base", action="append", default=[], help=argparse.SUPPRESS)  # NAME=URL, for tests
    new.add_argument(
        "--monthly",
        action="append",
        default=[],
        metavar="SOURCE",
        help="with --host github: import from this service every month, and open a pull request with the changes",
    )


def declare_upgrade(upgrade: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``sphinx-vitae upgrade``."""
    upgrade.description = "Print a diff of what this version of `new` would write differently in a site."
    upgrade.add_argument("folder", type=Path, metavar="DIR")
    upgrade.set_defaults(run=_run_upgrade)


def _run_new(options: argparse.Namespace) -> int:
    """Create a site; return 2 if it cannot be written, and 130 if the user interrupts a question."""
    try:
        return _new(options)
    except ScaffoldError as error:
        print(f"sphinx-vitae new: {error}", file=sys.stderr)
        return 2
    except (KeyboardInterrupt, EOFError):
        print("\nsphinx-vitae new: interrupted; nothing was written", file=sys.stderr)
        return _INTERRUPTED


def _run_upgrade(options: argparse.Namespace) -> int:
    """Print the differences; return 1 if there are any, and 2 if ``new`` did not create the folder."""
    try:
        lines = list(differences(options.folder, installed(options.version)))
    except ScaffoldError as error:
        print(f"sphinx-vitae upgrade: {error}", file=sys.stderr)
        return 2
    print("".join(f"{line}\n" for line in lines), end="")
    return int(bool(lines))


def _new(options: argparse.Namespace) -> int:
    check_folder(options.folder)
    gathered = (
        gather(options.sources, options.version, online=options.online, bases=options.base)
        if options.sources
        else None
    )
    if gathered and gathered.old.owner and options.name is None:
        options.name = gathered.old.owner.name
    languages = checked_languages(options.language or "en")
    _ask(options)
    if options.sample:
        answers = Answers(_INVENTED, host=options.host or "none", sample=True, languages=languages)
    elif options.name is None:
        raise ScaffoldError('enter your name, family name first: --name "Lovelace, Ada"')
    else:
        answers = Answers(
            checked_name(options.name),
            bool(options.group),
            options.host or "none",
            monthly=monthly_sources(options.monthly, options.host or "none"),
            languages=languages,
        )
    if gathered is not None and not options.sample:
        return _move(options, answers, gathered)
    content = _content(options.bib) if options.bib and not options.sample else None
    found = _found(answers, content, options.bib)
    site = plan(answers, found, installed(options.version), content)
    write_folder(options.folder, site.files)
    _tell(options.folder, site, answers)
    return 0


def _move(options: argparse.Namespace, answers: Answers, gathered: Gathered) -> int:
    """Create a site with what an old one has."""
    if options.bib:
        raise ScaffoldError("--bib and --from exclude each other; write --from for each of them")
    site = moved_site(answers, gathered.old, installed(options.version), _found(answers, None, None))
    if gathered.state:
        site.others[gathered.state_name] = gathered.state
    write_folder(options.folder, site.files)
    _tell(options.folder, site, answers)
    return 0


def _found(answers: Answers, content: bytes | None, path: Path | None) -> Overview:
    """An overview of what the site's bibliography will contain."""
    if content is not None:
        return overview(content, answers.name, str(path))
    if answers.sample:
        return Overview()
    kinds = ("publication", "talk", "award", "grant", "teaching", "student")
    return Overview(kinds, selected=True)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ScaffoldError(f"{path} cannot be read: {error.strerror}") from None


def _ask(options: argparse.Namespace) -> None:
    """Ask, in a terminal, for everything that is missing on the command line."""
    if options.yes or options.sample or not sys.stdin.isatty():
        return
    if options.name is None:
        options.name = _answer(_Question("Your name, family name first (Lovelace, Ada): ", checked_name))
    if options.group is None:
        options.group = _answer(_Question("One person, or a group? [person] ", _is_group))
    if options.bib is None and not options.sources:
        options.bib = _answer(_Question("Your bibliography, a .bib file [none: examples]: ", _file))
    if options.host is None:
        options.host = _answer(_Question(f"Published where? {', '.join(HOSTS)} [none] ", _host))


def _answer(question: _Question) -> object:
    while True:
        try:
            return question.read(input(question.text).strip())
        except ScaffoldError as error:
            print(error)


def _is_group(written: str) -> bool:
    word = written.lower()
    if not word or "person".startswith(word):
        return False
    if "group".startswith(word):
        return True
    raise ScaffoldError("write person or group")


def _file(written: str) -> Path | None:
    if not written or written.lower() == "none":
        return None
    path = Path(written).expanduser()
    _content(path)
    return path


def _host(written: str) -> str:
    if written.lower() not in _HOSTS:
        raise ScaffoldError(f"write one of {', '.join(HOSTS)}")
    return _HOSTS[written.lower()]


def _tell(folder: Path, site: Site, answers: Answers) -> None:
    """Print what was written, what is wrong with the bibliography, and what to run next."""
    where = shlex.quote(str(folder))
    names = sorted(name for name in site.files if not name.startswith("_static/"))
    lines = [
        f"{folder} contains",
        *(f"  {name}" for name in names),
        "",
        _checked(folder, answers),
        "",
        "Next:",
    ]
    lines += [
        f"  python -m pip install -r {where}/requirements.txt",
        f"  python -m sphinx {where} {where}/_build/html",
    ]
    for language in answers.languages[1:]:
        below = f"{where}/_build/html/{language.lower().replace('_', '-')}"
        lines += [f"  python -m sphinx -D language={language} {where} {below}"]
    lines += [f"  python -m sphinx -b cvpdf {where} {where}/_build/pdf"]
    lines += [f"Then open {folder}/_build/html/index.html."]
    if click := _CLICKS[answers.host]:
        lines += ["", click]
    print("\n".join(lines))


def _checked(folder: Path, answers: Answers) -> str:
    """A one-line summary of the report by ``sphinx-vitae check``."""
    paths = sorted(folder.glob("*.bib"))
    settings = Settings(owners=(Profile(name=answers.name),))
    counts = Counter(
        problem.kind.severity for problem in problems_of({str(path): path for path in paths}, settings)
    )
    said = [
        f"{counts[kind]} {kind}{'s' if counts[kind] > 1 else ''}"
        for kind in ("error", "warning")
        if counts[kind]
    ]
    files = " ".join(shlex.quote(str(path)) for path in paths)
    command = f"sphinx-vitae check {files} --owner {shlex.quote(answers.name)}"
    return (
        f"check: {' and '.join(said)} in {', '.join(path.name for path in paths)}; {command} prints them"
        if said
        else "check: no problems"
    )

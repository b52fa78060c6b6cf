"""The files of a new site, generated from a few answers and the contents of its bibliography."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_vitae.bib import parse_name
from sphinx_vitae.model import packages_for, people_schema

from .answers import Answers
from .installation import PINS, Installation
from .languages import catalogues, group_title, in_language, paths_of, text_in
from .moved import Moved, heading
from .overview import Overview

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["RECORD", "Site", "machinery", "plan"]

#: The file that records how a site was created, for ``sphinx-vitae upgrade``.
RECORD: Final = ".sphinx-vitae.json"
_TEMPLATES: Final = Path(__file__).with_name("templates")
_SAMPLE: Final = Path(__file__).with_name("sample")
#: Activity pages: file → title, kind, list options.
_PAGES: Final = {
    "projects": ("Projects", "project", ()),
    "grants": ("Grants", "grant", ()),
    "teaching": ("Teaching", "teaching", ()),
    "students": ("Students", "student", ()),
    "service": ("Service", "service", ()),
}
#: The sections of a CV, in order: kind → title, directive, options.
_SECTIONS: Final = {
    "position": ("Positions", "activities} position", ()),
    "degree": ("Education", "activities} degree", ()),
    "publication": ("Publications", "publications}", (":layout: reference", ":number: descending")),
    "talk": ("Talks", "talks}", ()),
    "award": ("Awards", "awards}", ()),
    "grant": ("Grants", "activities} grant", ()),
    "project": ("Projects", "activities} project", ()),
    "teaching": ("Teaching", "activities} teaching", ()),
    "student": ("Students", "activities} student", ()),
    "service": ("Service", "activities} service", ()),
    "membership": ("Memberships", "activities} membership", ()),
}
#: The files for each host: file in the site → template.
_OF_HOST: Final = {
    "github": {
        ".github/workflows/site.yml": "github.yml",
        ".github/sphinx.json": "github-matcher.json",
    },
    "gitlab": {".gitlab-ci.yml": "gitlab.yml"},
    "readthedocs": {".readthedocs.yaml": "readthedocs.yaml"},
    "none": {},
}


class Site(NamedTuple):
    """A site that is to be written.

    :param texts: path below its folder, with ``/`` → text of a file that is composed here.
    :param others: path → content of a file that is copied: the bibliography, pictures, a wheel.
    """

    texts: dict[str, str]
    others: dict[str, bytes]

    @property
    def files(self) -> dict[str, bytes]:
        """All files, as bytes."""
        return {**{name: text.encode() for name, text in self.texts.items()}, **self.others}


def plan(
    answers: Answers,
    found: Overview,
    installation: Installation,
    bibliography: bytes | None = None,
    moved: Moved | None = None,
) -> Site:
    """Compose a site.

    :param found: what the bibliography contains.
    :param bibliography: the bibliography, which is copied unchanged; without one, and without ``sample``,
        examples are written.
    :param moved: what comes from an old site.
    """
    facts = _facts(answers, found, installation, moved or Moved())
    sample = _sample() if answers.sample else {}
    texts: dict[str, str] = {}
    if not sample:
        texts |= {f"{name}.md": _page(name, facts) for name in _written(answers, found, moved or Moved())}
        texts["people.yaml"] = _render("people.yaml", facts)
        if bibliography is None and not (moved and moved.bibliographies):
            texts["references.bib"] = _render("references.bib", facts)
    for name in ("conf.py", "requirements.txt", "README.md", ".gitignore"):
        texts[name] = _render(f"sample-{name}" if sample and name == "conf.py" else name, facts)
    texts["people.schema.json"] = json.dumps(people_schema(), indent=2, ensure_ascii=False) + "\n"
    texts["files/README.md"] = _render("files.md", facts)
    if len(answers.languages) > 1:
        texts["noxfile.py"] = _render("noxfile.py", facts)
    for name, template in _OF_HOST[answers.host].items():
        texts[name] = _render(template, facts)
    if answers.monthly:
        texts[".github/workflows/import.yml"] = _render("github-import.yml", facts)
    others = {**sample, **({"references.bib": bibliography} if bibliography is not None else {})}
    if installation.wheel:
        others[f"wheels/{installation.wheel[0]}"] = installation.wheel[1]
    group = str(facts["author"]) if answers.group else ""
    _translate(texts, others, answers.languages, group)
    plain = Site(texts, others)
    if moved is not None:
        plain = plan(answers, found, installation, bibliography)
        texts |= moved.texts
        others |= moved.files
    texts[RECORD] = _record(answers, found, plain)
    return Site(texts, others)


def _translate(
    texts: dict[str, str], others: dict[str, bytes], languages: tuple[str, ...], group: str
) -> None:
    """Translate our texts: in the pages, and in catalogues for the languages after the first."""
    if languages == ("en",):
        return
    pages = {name: text for name, text in texts.items() if name.endswith(".md") and name != "README.md"}
    copied = {name: content.decode() for name, content in others.items() if name.endswith(".md")}
    texts |= catalogues((*pages.values(), *copied.values()), languages, group)
    texts |= {name: in_language(text, languages[0]) for name, text in pages.items()}
    others |= {name: in_language(text, languages[0]).encode() for name, text in copied.items()}


def machinery(site: Site) -> dict[str, str]:
    """The files that a newer version may write differently: all except the bibliography and the record."""
    return {name: text for name, text in site.texts.items() if name not in {RECORD, "references.bib"}}


def _record(answers: Answers, found: Overview, site: Site) -> str:
    known = {
        "answers": dataclasses.asdict(answers),
        "overview": dataclasses.asdict(found),
        "files": machinery(site),
    }
    return json.dumps(known, indent=1, ensure_ascii=False) + "\n"


def _facts(answers: Answers, found: Overview, installation: Installation, moved: Moved) -> dict[str, object]:
    """The variables for the templates."""
    person = parse_name(answers.name)
    name = " ".join(part for part in (person.given, person.prefix, person.family, person.suffix) if part)
    if person.literal or person.family_first:
        name = answers.name
    paths = paths_of(answers.languages, answers.host)
    absent = {f"{kind}s" for kind in ("publication", "talk", "award") if kind not in found.kinds}
    return {
        "name": answers.name,
        "author": name,
        "family": person.family or name,
        "title": group_title(name, answers.languages[0]) if answers.group else name,
        "titles": {language: group_title(name, language) for language in answers.languages}
        if answers.group and len(answers.languages) > 1
        else {},
        "said": partial(text_in, answers.languages[0]),
        "group": answers.group,
        "host": answers.host,
        "monthly": answers.monthly,
        "aliases": found.aliases,
        "groups": found.groups,
        "selected": found.selected,
        "kinds": found.kinds,
        "navigation": [
            *(page for page in _written(answers, found, moved)[1:] if page not in absent),
            *moved.pages,
        ],
        "moved": moved,
        "sections": [section for kind, section in _SECTIONS.items() if kind in found.kinds],
        "languages": answers.languages,
        "paths": paths,
        "others": dict(list(paths.items())[1:]),
        "fonts": sorted({package for language in answers.languages for package in packages_for(language)}),
        "codes": {language.lower().replace("_", "-"): language for language in answers.languages},
        "requirement": installation.requirement,
        "pins": PINS,
    }


def _written(answers: Answers, found: Overview, moved: Moved) -> list[str]:
    """The pages, starting with the home page: the pages of every site, and those for which there are entries."""
    pages = [page for page, (_, kind, _) in _PAGES.items() if kind in found.kinds]
    news = ["news"] if "news" in found.kinds else []
    members = ["members"] if answers.group or moved.has_roles else []
    return ["index", *members, "publications", "talks", "awards", *pages, *news, "cv"]


def _page(name: str, facts: dict[str, object]) -> str:
    if name in _PAGES:
        title, kind, options = _PAGES[name]
        return _render(
            "activities.md", {**facts, "heading": title, "kind": kind, "options": options, "page": name}
        )
    return _render(f"{name}.md", facts)


@cache
def _environment() -> Environment:
    """The environment for plain-text templates. Filters quote values for the language of each template."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # `check` works without Jinja

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
        variable_start_string="[[",
        variable_end_string="]]",
    )
    environment.filters["python"] = _python
    environment.filters["heading"] = heading
    return environment


def _python(value: str | Mapping[str, str] | Iterable[str]) -> str:
    """A string, or a list or a dictionary of strings, as a Python literal with double quotes."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_python(name)}: {_python(each)}' for name, each in value.items())}}}"
    return f"[{', '.join(map(_python, value))}]"


def _render(template: str, facts: dict[str, object]) -> str:
    return _environment().get_template(f"{template}.jinja").render(facts)


def _sample() -> dict[str, bytes]:
    """The pages, bibliography and pictures for the fictional person."""
    return {
        path.relative_to(_SAMPLE).as_posix(): path.read_bytes()
        for path in sorted(_SAMPLE.rglob("*"))
        if path.is_file()
    }

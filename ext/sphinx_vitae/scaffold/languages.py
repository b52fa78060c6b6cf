"""New sites in other languages than English, or in several: their headings, and catalogues for their pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Final

from sphinx_vitae.render import Words, words_in

__all__ = ["CATALOGUE", "catalogues", "in_language", "paths_of"]

#: The name of the catalogue with the text of all pages (``gettext_compact`` in conf.py).
CATALOGUE: Final = "pages"
#: Headings in the pages of a new site → the kind whose name translates them.
_KINDS: Final = {
    "Positions": "position",
    "Education": "degree",
    "Talks": "talk",
    "Awards": "award",
    "Grants": "grant",
    "Projects": "project",
    "Teaching": "teaching",
    "Courses": "teaching",
    "Students": "student",
    "Doctoral students": "student",
    "Service": "service",
    "Memberships": "membership",
}
#: Headings that our catalogues contain.
_PHRASES: Final = ("Publications", "News")
_HEADING: Final = re.compile(r"^(#{1,6} +)(.+?) *$", re.M)


def paths_of(languages: Iterable[str], host: str) -> dict[str, str]:
    """The path of each language: the first is at the root of the site, the others are below it. Read the Docs
    has paths of its own.
    """
    codes = {language: language.lower().replace("_", "-") for language in languages}
    if host == "readthedocs":
        return {language: f"/{code}/latest/" for language, code in codes.items()}
    return {language: f"/{code}/" if n else "/" for n, (language, code) in enumerate(codes.items())}


def in_language(text: str, language: str) -> str:
    """A page with our headings in a language; headings that our catalogues lack stay in English."""
    words = _words(language)
    return _HEADING.sub(lambda found: found[1] + _said(found[2], words), text)


def catalogues(pages: Iterable[str], languages: tuple[str, ...]) -> dict[str, str]:
    """The catalogues for the languages after the first: path → text. They translate our headings.

    :param pages: the pages in English.
    """
    headings = dict.fromkeys(heading for page in pages for _, heading in _HEADING.findall(page))
    first, *others = languages
    source = _words(first)
    made = {}
    for language in others:
        words = _words(language)
        said = {_said(heading, source): _said(heading, words) for heading in headings}
        path = f"locales/{language}/LC_MESSAGES/{CATALOGUE}.po"
        made[path] = _catalogue(language, {one: other for one, other in said.items() if one != other})
    return made


def _words(language: str) -> Words:
    return words_in(language)[0]


def _said(heading: str, words: Words) -> str:
    """A heading in a language."""
    if heading in _KINDS and words.language != "en":
        return words.kind(_KINDS[heading], 2)
    return words(heading) if heading in _PHRASES else heading


def _catalogue(language: str, said: Mapping[str, str]) -> str:
    head = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    entries = (f"\nmsgid {_quoted(one)}\nmsgstr {_quoted(other)}\n" for one, other in said.items())
    return head + "".join(entries)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)

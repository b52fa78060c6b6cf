"""New sites in other languages than English, or in several: their texts, and catalogues for their pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from sphinx_vitae.render import Words, words_in

__all__ = ["CATALOGUE", "catalogues", "group_title", "in_language", "paths_of", "text_in"]

#: The name of the catalogue with the text of all pages (``gettext_compact`` in conf.py).
CATALOGUE: Final = "pages"
#: Headings, what an empty list says, and links to pages, each on a line of its own: what is before and after the text.
_TEXT: Final = re.compile(r"^(#{1,6} +|:empty: |\[)([^\[\]\n]+?)( *|\]\(\w+\.md\))$", re.M)


def paths_of(languages: Iterable[str], host: str) -> dict[str, str]:
    """The path of each language: the first is at the root of the site, the others are below it. Read the Docs
    has paths of its own.
    """
    codes = {language: language.lower().replace("_", "-") for language in languages}
    if host == "readthedocs":
        return {language: f"/{code}/latest/" for language, code in codes.items()}
    return {language: f"/{code}/" if n else "/" for n, (language, code) in enumerate(codes.items())}


def text_in(language: str, text: str) -> str:
    """One of our texts in a language; any other text is unchanged."""
    return _texts(language).get(text, text)


def group_title(name: str, language: str) -> str:
    """The title of a group's site."""
    words = _words(language)
    # Translators: as in "Research group of Ada Lovelace"; if a name has to be inflected, write "Research group: {}"
    return words("Research group of {}").format(name)


def in_language(page: str, language: str) -> str:
    """A page with our texts in a language."""
    texts = _texts(language)
    return _TEXT.sub(lambda found: found[1] + texts.get(found[2], found[2]) + found[3], page)


def catalogues(pages: Iterable[str], languages: tuple[str, ...], group: str) -> dict[str, str]:
    """The catalogues for the languages after the first: path → text. They translate our texts.

    :param pages: the pages in English.
    :param group: the name in the title of a group's site; empty for a person.
    """
    found = [each.groups() for page in pages for each in _TEXT.finditer(page)]
    first, *others = languages
    source = _texts(first)
    made = {}
    for language in others:
        texts = _texts(language)
        said = {}
        for before, text, after in found:
            around = ("[{}" + after).format if before == "[" else str
            said[around(source.get(text, text))] = around(texts.get(text, text))
        if group:
            said[group_title(group, first)] = group_title(group, language)
        path = f"locales/{language}/LC_MESSAGES/{CATALOGUE}.po"
        made[path] = _catalogue(language, {one: other for one, other in said.items() if one != other})
    return made


def _words(language: str) -> Words:
    return words_in(language)[0]


@cache
def _texts(language: str) -> Mapping[str, str]:
    """Our texts: English → a language."""
    words = _words(language)
    return {
        # Translators: the title of the page with a CV
        "Curriculum vitae": words("Curriculum vitae"),
        # Translators: the title of a page on which the members of a research group are listed
        "Members": words("Members"),
        # Translators: the title of a page about a research group; "group" must be the word in "Research group of {}"
        "The group": words("The group"),
        # Translators: the heading above the people of a research group, present and former, with their photos
        "People": words("People"),
        # Translators: the heading above some publications, which their author chose as the best or most important
        "Selected publications": words("Selected publications"),
        # Translators: the heading above the five publications with the latest dates
        "Recent publications": words("Recent publications"),
        # Translators: a link beside "Recent publications", to the page with the full list
        "All publications": words("All publications"),
        # Translators: a link beside the heading "News", to the page with the full list
        "All news": words("All news"),
        # Translators: the title of a page with a list of lectures and a list of awards
        "Talks and awards": words("Talks and awards"),
        # Translators: the heading of a part of a CV: the degrees, as in "PhD in hydrology, Uppsala University, 2014"
        "Education": words("Education"),
        # Translators: the title of a page, and a heading in a CV: the courses that somebody teaches
        "Teaching": words("Teaching"),
        # Translators: the heading above people who write their doctoral theses, and who have finished
        "Doctoral students": words("Doctoral students"),
        # Translators: instead of a list that is empty so far, as in "Awards: None yet."
        "None yet.": words("None yet."),
        # Translators: below a person's name, as in "Ada Lovelace, head of the group"
        "Head of the group": words("Head of the group"),
        "Publications": words("Publications"),
        "Talks": words("Talks"),
        "Awards": words("Awards"),
        # Translators: the heading of a part of a CV: employments, as in "Professor of hydrology, since 2021"
        "Positions": words.in_context("a heading", "Positions"),
        # Translators: the heading of a part of a CV: money for research, as in "Snow from space, 2023–2027, € 120,000"
        "Grants": words.in_context("a heading", "Grants"),
        "Projects": words.in_context("a heading", "Projects"),
        # Translators: the heading of a part of a CV: students whom somebody supervises
        "Students": words.in_context("a heading", "Students"),
        # Translators: the heading above the courses that somebody teaches
        "Courses": words.in_context("a heading", "Courses"),
        # Translators: the heading of a part of a CV: work for the profession, such as reviewing and committees
        "Service": words.in_context("a heading", "Service"),
        # Translators: the heading of a part of a CV: academies and societies to which somebody belongs
        "Memberships": words.in_context("a heading", "Memberships"),
        "News": words.in_context("a heading", "News"),
    }


def _catalogue(language: str, said: Mapping[str, str]) -> str:
    head = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    entries = (f"\nmsgid {_quoted(one)}\nmsgstr {_quoted(other)}\n" for one, other in said.items())
    return head + "".join(entries)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)

"""New sites in other languages: nothing that readers see in their pages is in English."""

from __future__ import annotations

import dataclasses
import io
import re

import pytest
from babel.messages.pofile import read_po

from sphinx_vitae.render import LOCALES
from sphinx_vitae.scaffold import Answers, Installation, Overview, plan

LANGUAGES = sorted(path.name for path in LOCALES.iterdir() if path.is_dir())
KINDS = ("publication", "talk", "award", "grant", "project", "teaching", "student", "service")
EVERYTHING = Overview(kinds=(*KINDS, "position", "degree", "membership", "news"))
SITES = {
    "person": (Answers("Qovelace, Qada"), EVERYTHING),
    "selected": (Answers("Qovelace, Qada"), Overview(kinds=("publication",), selected=True)),
    "group": (Answers("Qovelace, Qada", group=True), EVERYTHING),
    "empty": (Answers("Qovelace, Qada"), Overview()),
    "sample": (Answers("Qindqvist, Qaja", sample=True), Overview()),
}
NAMES = {"Qada Qovelace", "Maja Lindqvist"}
#: What is the same in some other language.
SHARED = {"Curriculum vitae", "Publications"}
SHOWN = re.compile(r"^(?:#{1,6} +|:empty: )(.+?) *$|^\[(.+)\]\(.+\)$", re.M)
LINK = re.compile(r"\[(.+)\]\(.+\)")


def written(site: str, *languages: str) -> dict[str, str]:
    """The files of a site that contain text, except pictures."""
    answers, found = SITES[site]
    files = plan(dataclasses.replace(answers, languages=languages), found, Installation("sphinx-vitae")).files
    return {name: content.decode() for name, content in files.items() if not name.startswith("files/")}


def shown(site: str, *languages: str) -> set[str]:
    """What readers see of the pages besides lists: headings, links to pages, and the texts of empty lists."""
    pages = (
        text
        for name, text in written(site, *languages).items()
        if name.endswith(".md") and name != "README.md"
    )
    return {heading or link for page in pages for heading, link in SHOWN.findall(page)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("site", list(SITES))
def test_nothing_that_readers_see_of_a_new_site_is_in_english(site: str, language: str) -> None:
    assert shown(site, "en") & shown(site, language) <= SHARED | NAMES


@pytest.mark.parametrize("site", list(SITES))
def test_the_catalogue_of_a_second_language_translates_all_texts_of_the_pages(site: str) -> None:
    files = written(site, "de", "en")
    catalogue = read_po(io.StringIO(files["locales/en/LC_MESSAGES/pages.po"]))
    messages = {str(message.id): str(message.string) for message in catalogue if message.id}
    links = {text: target for text, target in messages.items() if LINK.fullmatch(text)}
    assert all(
        f"\n{text}\n" in files["index.md"] and LINK.fullmatch(target) for text, target in links.items()
    )
    german, english = (
        {LINK.sub(r"\1", text) for text in texts} for texts in zip(*messages.items(), strict=True)
    )
    assert (german, english) == (shown(site, "de") - NAMES, shown(site, "en") - NAMES)


def test_the_title_of_a_group_and_the_role_of_its_head_are_in_the_language_of_the_site() -> None:
    files = written("group", "de")
    assert 'project = "Forschungsgruppe von Qada Qovelace"' in files["conf.py"]
    assert "# Forschungsgruppe von Qada Qovelace\n" in files["index.md"]
    assert "  role: Leitung der Gruppe\n" in files["people.yaml"]


def test_the_title_of_a_group_in_two_languages_follows_the_language_of_the_build() -> None:
    names: dict[str, object] = {}
    exec(written("group", "en", "fr")["conf.py"], names)
    assert names["titles"] == {
        "en": "Research group of Qada Qovelace",
        "fr": "Équipe de recherche Qada Qovelace",
    }

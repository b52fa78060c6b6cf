"""Roles, labels and ``any``: from this site, from another one, and after edits."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import pytest

from site_builder import BIB, Site

ROLES = ("pub", "talk", "award", "activity", "pub-tag", "pub-number")
LISTS = {
    "md": "# Home\n\n```{publications}\n```\n\n```{talks}\n```\n\n```{awards}\n```\n\n```{activities} position\n```\n\n"
    "```{toctree}\nother\n```\n",
    "rst": "Home\n====\n\n.. publications::\n\n.. talks::\n\n.. awards::\n\n.. activities:: position\n\n"
    ".. toctree::\n\n   other\n",
}


def page(markup: str, text: str) -> str:
    return f"# Other\n\n{text}\n" if markup == "md" else f"Other\n=====\n\n{text}\n"


def role(markup: str, name: str, target: str) -> str:
    return f"{{{name}}}`{target}`" if markup == "md" else f":{name}:`{target}`"


@pytest.mark.parametrize("markup", LISTS)
def test_a_key_that_no_entry_has_suggests_the_nearest(site: Site, markup: str) -> None:
    site.write(f"index.{markup}", LISTS[markup])
    site.write(f"other.{markup}", page(markup, "\n\n".join(role(markup, name, "tvmcom") for name in ROLES)))
    said = [f"role {name!r}: no entry has the key 'tvmcom'; did you mean 'tvmcon'?" for name in ROLES]
    for _ in range(2):  # said again when nothing is read
        built = site.build(expect=tuple(said))
    first = 3 if markup == "md" else 4
    lines = re.findall(rf"other\.{markup}:(\d+): ERROR", built.warnings)
    assert [int(line) for line in lines] == [first + 2 * n for n in range(len(ROLES))]
    assert built.texts("section > p", "other.html") == ["tvmcom"] * len(ROLES)


MISMATCHES = [
    ("pub", "tvmcon", "talk"),
    ("talk", "huang2021eda", "pub"),
    ("award", "nvidia", "activity"),
    ("activity", "travel", "award"),
    ("pub-tag", "tvmcon", "talk"),
]


@pytest.mark.parametrize("markup", LISTS)
def test_a_role_of_another_kind_names_the_right_one_and_links(site: Site, markup: str) -> None:
    site.write(f"index.{markup}", LISTS[markup])
    text = "\n\n".join(role(markup, name, key) for name, key, _ in MISMATCHES)
    site.write(f"other.{markup}", page(markup, text))
    built = site.build(expect=tuple(f"use the {right!r} role" for *_, right in MISMATCHES))
    links = [str(link["href"]) for link in built.all("p > a.reference.internal", "other.html")]
    assert [link.rpartition("-")[2] for link in links] == [key for _, key, _ in MISMATCHES]


#: MyST resolves its links by something that Sphinx calls old.
MYST_LINKS = pytest.mark.filterwarnings("ignore:.*MystReferenceResolver.app:PendingDeprecationWarning")
REFERENCES = {
    "md": ["{any}`huang2021eda`", "{any}`our survey <huang2021eda>`", "[](huang2021eda)", "{ref}`pub-huang2021eda`"],
    "rst": [":any:`huang2021eda`", ":any:`our survey <huang2021eda>`", ":ref:`pub-huang2021eda`"],
}  # fmt: skip


@MYST_LINKS
@pytest.mark.parametrize(
    ("markup", "references", "jobs"),
    [("md", [reference], 1) for reference in REFERENCES["md"]]
    + [("rst", REFERENCES["rst"], 1), ("md", REFERENCES["md"], 2)],
)
def test_any_reference_follows_the_title_and_the_place_of_its_entry(
    site: Site, markup: str, references: list[str], jobs: int
) -> None:
    site.write(f"index.{markup}", LISTS[markup])
    site.write(f"other.{markup}", page(markup, "\n\n".join(references)))
    site.build(jobs=jobs)
    assert site.build(jobs=jobs).written == []
    for title in ("Another title", "A third one"):
        path = site.folder / "references.bib"
        old = re.search(r"@article\{huang2021eda.*?title += \{(.*?)\}", path.read_text("utf-8"), re.DOTALL)
        assert old
        site.replace("references.bib", old[1], title)
        texts = site.build(jobs=jobs).texts("p > a.reference.internal", "other.html")
        assert texts == ["our survey" if "our survey" in reference else title for reference in references]
    site.configure(vitae_pages=True)
    links = site.build(jobs=jobs).all("p > a.reference.internal", "other.html")
    assert {link["href"] for link in links} == {"publications/huang2021eda.html#pub-huang2021eda"}


@MYST_LINKS
def test_any_that_leads_elsewhere_makes_a_page_none_of_ours(site: Site) -> None:
    site.write("index.md", LISTS["md"])
    site.write("other.md", "(here)=\n# Other\n\n{any}`here`, {ref}`here`, [](here)\n")
    assert "vitae.css" not in site.build().text("other.html")


KEYS = {"publication": ["DBLP:a/b", "huang2023rmstc"], "talk": ["tvmcon"], "award": ["travel"], "activity": ["nvidia"]}  # fmt: skip


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """The folder of a site with the sample bibliography and an odd key, built."""
    folder = tmp_path / "published"
    folder.mkdir()
    site = Site(folder)
    site.write(
        "references.bib", BIB + "@misc{DBLP:a/b, author={Huang, Guyue}, title={Odd key}, date={2020}}\n"
    )
    site.write("index.md", LISTS["md"].replace("```{toctree}\nother\n```\n", ""))
    return site.build().folder


def objects(inventory: Path) -> dict[tuple[str, str], tuple[str, str]]:
    """Type and name of each object → address and displayed name. Sphinx's own reader differs between versions."""
    _, _, _, _, packed = inventory.read_bytes().split(b"\n", 4)
    found = {}
    for line in zlib.decompress(packed).decode().splitlines():
        name, type_, _, uri, shown = re.fullmatch(r"(.+?) (\S+:\S+) (-?\d+) (\S+) (.*)", line).groups()
        uri = uri.removesuffix("$") + name if uri.endswith("$") else uri
        found[type_, name] = uri, name if shown == "-" else shown
    return found


def test_the_inventory_has_every_entry_as_object_and_as_lower_case_label(published: Path) -> None:
    inventory = objects(published / "objects.inv")
    for kind, keys in KEYS.items():
        for key in keys:
            uri, _ = inventory[f"vitae:{kind}", key]
            file, _, id_ = uri.partition("#")
            assert f'id="{id_}"' in (published / file).read_text("utf-8")
            assert id_ == id_.lower()
            assert inventory["std:label", id_][0] == uri
    assert inventory["std:label", "pub-huang2023rmstc"][1] == "RM-STC: A Sparse Tensor Core"


@pytest.fixture
def second(tmp_path: Path, published: Path) -> Site:
    """Another project, that knows the inventory of the first from a file."""
    folder = tmp_path / "second"
    folder.mkdir()
    site = Site(folder)
    site.write(
        "references.bib", "@article{own2020, author={Doe, J}, title={Own}, journaltitle={J}, date={2020}}\n"
    )
    return site


CONF = """\
extensions = [{extensions}"sphinx.ext.intersphinx"]
intersphinx_mapping = {{"cv": ("https://example.org/cv/", {inventory!r})}}
bibtex_bibfiles = ["references.bib"]
html_theme = "basic"
"""
SITE = "https://example.org/cv/index.html"
WITHOUT = [
    ("ref", "pub-huang2023rmstc", "#pub-huang2023rmstc"),
    ("ref", "talk-tvmcon", "#talk-tvmcon"),
    ("ref", "our paper <cv:pub-huang2023rmstc>", "#pub-huang2023rmstc"),
    ("external:ref", "pub-huang2023rmstc", "#pub-huang2023rmstc"),
    ("external+cv:ref", "activity-nvidia", "#activity-nvidia"),
]
WITH = [
    *WITHOUT,
    ("external:vitae:pub", "huang2023rmstc", "#pub-huang2023rmstc"),
    ("external+cv:vitae:pub", "the paper <huang2023rmstc>", "#pub-huang2023rmstc"),
    ("external+cv:vitae:pub", "DBLP:a/b", "#pub-dblp-a-b-"),
    ("external+cv:vitae:talk", "tvmcon", "#talk-tvmcon"),
    ("external+cv:vitae:award", "travel", "#award-travel"),
    ("external+cv:vitae:activity", "nvidia", "#activity-nvidia"),
    ("pub", "huang2023rmstc", "#pub-huang2023rmstc"),
    ("vitae:talk", "a talk <tvmcon>", "#talk-tvmcon"),
    ("award", "cv:travel", "#award-travel"),
    ("any", "nvidia", "#activity-nvidia"),
]


@pytest.mark.parametrize("markup", ["md", "rst"])
@pytest.mark.parametrize("ours", [False, True])
def test_another_project_refers_to_entries(second: Site, published: Path, markup: str, *, ours: bool) -> None:
    extensions = '"myst_parser", ' + ('"sphinx_vitae", ' if ours else "")
    second.write("conf.py", CONF.format(extensions=extensions, inventory=str(published / "objects.inv")))
    references = WITH if ours else WITHOUT
    lines = "\n\n".join(role(markup, name, target) for name, target, _ in references)
    second.write(f"index.{markup}", page(markup, lines))
    built = second.build()
    links = built.all("p > a.reference.external")
    assert len(links) == len(references)
    for link, (_, target, fragment) in zip(links, references, strict=True):
        assert str(link["href"]).startswith(SITE + fragment)
        text = link.get_text()
        assert text == target.partition(" <")[0] if "<" in target else text
    assert links[0].get_text() == "RM-STC: A Sparse Tensor Core"


def test_what_no_site_has_is_said_with_the_nearest_of_our_own(second: Site, published: Path) -> None:
    extensions = '"myst_parser", "sphinx_vitae", '
    second.write("conf.py", CONF.format(extensions=extensions, inventory=str(published / "objects.inv")))
    second.write("index.md", "# P\n\n```{publications}\n:bibfile: references.bib\n```\n\n{pub}`own2021`\n")
    second.build(expect=("no entry has the key 'own2021'; did you mean 'own2020'?",))


def test_a_reference_to_another_site_asks_for_no_list_of_our_own(second: Site, published: Path) -> None:
    """Both projects read the same bibliography, and this one shows none of it."""
    extensions = '"myst_parser", "sphinx_vitae", '
    second.write("conf.py", CONF.format(extensions=extensions, inventory=str(published / "objects.inv")))
    second.write("references.bib", BIB)
    second.write("index.md", "# P\n\n{external+cv:vitae:pub}`huang2023rmstc`\n")
    assert second.build().one("p > a.external")["href"] == f"{SITE}#pub-huang2023rmstc"

"""Which files are the owner's, and which entries are there only for others to inherit from."""

from __future__ import annotations

import pytest

from sphinx_vitae.bib import read
from sphinx_vitae.catalogue import Catalogue
from sphinx_vitae.catalogue.checks import check
from sphinx_vitae.model import ProblemKind, Profile, Settings

OWNER = (Profile(name="Huang, Guyue"),)
MINE = "@misc{%s, title={Mine}, author={Huang, Guyue}}\n"
OTHER = "@misc{%s, title={Other}, author={Doe, Jane}}\n"


def catalogue(files: dict[str, str], settings: Settings) -> Catalogue:
    records, _ = read([(name, text.encode()) for name, text in files.items()])
    return Catalogue(records, settings)


@pytest.mark.parametrize("field", ["crossref", "xref"])
@pytest.mark.parametrize(
    ("whole", "owner", "listed"),
    [
        ("@proceedings{whole, title={P}, editor={Doe, Jane}}", OWNER, False),
        ("@book{whole, title={P}, editor={Doe, Jane}}", OWNER, False),
        ("@proceedings{whole, title={P}, editor={Huang, Guyue}}", OWNER, True),
        ("@proceedings{whole, title={P}, editor={Huang, Guyue}}", (), False),
        ("@proceedings{other, ids={whole}, title={P}, editor={Doe, Jane}}", OWNER, False),
        ("@mvcollection{whole, title={P}, editor={Doe, Jane}}", (), False),
        ("@book{whole, title={P}, editor={Doe, Jane}}", (), True),
    ],
)
def test_a_parent_is_listed_only_if_it_names_the_owner(
    field: str, whole: str, owner: tuple[Profile, ...], listed: bool
) -> None:
    part = f"@inproceedings{{part, title={{T}}, author={{Huang, Guyue}}, {field}={{whole}}}}\n"
    found = catalogue({"a.bib": part + whole}, Settings(owners=owner))
    assert len(found.owned) == len(found.works) == 1 + listed
    assert len(found.listable("publication")) == 1 + listed
    assert found.find("whole") is not None
    assert len(catalogue({"a.bib": whole}, Settings(owners=owner)).owned) == 1


@pytest.mark.parametrize(
    ("files", "upstream", "owned"),
    [
        ({"ours": MINE, "refs": OTHER}, ("refs",), {"ours"}),
        ({"ours": MINE, "refs": OTHER}, ("ours", "refs"), {"ours"}),
        ({"ours": MINE, "refs": MINE}, ("ours", "refs"), None),
        ({"ours": OTHER, "refs": OTHER}, ("ours", "refs"), None),
        ({"ours": OTHER, "refs": OTHER}, ("refs",), {"ours"}),
        ({"ours": MINE, "refs": MINE % "x" + OTHER}, ("refs",), {"ours"}),
        ({"ours": MINE, "refs": MINE % "x" + MINE % "y" + OTHER}, ("refs",), None),
        ({"ours": MINE, "refs": OTHER}, (), None),
    ],
)
def test_a_file_that_upstream_reads_is_the_owners_if_most_of_its_works_are(
    files: dict[str, str], upstream: tuple[str, ...], owned: set[str] | None
) -> None:
    texts = {name: text.replace("%s", name) for name, text in files.items()}
    found = catalogue(texts, Settings(owners=OWNER, upstream_files=upstream))
    assert found.ownership.files == owned
    assert {record.source.file for record in found.owned} == (owned or files.keys())


def test_a_file_given_away_is_one_note_and_the_setting_decides() -> None:
    texts = {"ours.bib": MINE % "a", "refs.bib": OTHER % "b", "more.bib": OTHER % "c"}
    settings = Settings(owners=OWNER, upstream_files=("refs.bib", "more.bib"))
    records = catalogue(texts, settings).records
    said = [p for p in check(tuple(records.values()), settings) if p.kind is ProblemKind.BIBFILE_SHARED]
    assert [str(problem) for problem in said] == [
        "bibtex_bibfiles contains refs.bib and more.bib, which a bibliography directive reads: lists exclude their "
        "entries; set vitae_bibfiles to the files whose entries are the owner’s"
    ]
    chosen = Settings(owners=OWNER, bibfiles=tuple(texts), upstream_files=("refs.bib",))
    assert len(catalogue(texts, chosen).owned) == 3
    assert not [p for p in check(tuple(records.values()), chosen) if p.kind is ProblemKind.BIBFILE_SHARED]

"""Gaps, doubles and strangers among records that could all be read."""

from __future__ import annotations

import pytest

from sphinx_vitae.bib import read
from sphinx_vitae.catalogue.checks import check
from sphinx_vitae.model import ProblemKind, Profile, Settings

OWNER = Settings(owners=(Profile(name="Huang, Guyue"),))


def found(text: str, kind: ProblemKind, settings: Settings = OWNER) -> list[str]:
    records, _ = read([("a.bib", text.encode())])
    return [f"{p.key}: {p.message}" for p in check(records, settings) if p.kind is kind]


@pytest.mark.parametrize(
    ("entry", "lacks"),
    [
        ("@article{k, title={T}}", "author, journaltitle, date"),
        ("@book{k, title={T}, editor={A, B}, year=2020}", ""),
        ("@book{k, title={T}, year=2020}", "author or editor"),
        ("@inproceedings{k, title={T}, author={A, B}, date=2020, eventtitle={E}}", ""),
        ("@online{k, title={T}, author={A, B}, date=2020}", "url or doi or eprint"),
        ("@phdthesis{k, title={T}, author={A, B}, year=2020}", "institution"),
        ("@article{k, title={T}, author={A, B}, journal={J}, year={in press}}", ""),
        ("@article{k, title={T}, author={A, B}, pubstate={submitted}}", ""),
        ("@article{k, title={T}, author={A, B}, journaltitle={J}, date={2020}, shortauthor={X}}", ""),
        ("@misc{k, title={T}}", ""),
        ("@talk{k, title={T}}", ""),
        ("@whatever{k, title={T}}", ""),
    ],
)
def test_a_type_requires_what_biblatex_says(entry: str, lacks: str) -> None:
    assert found(entry, ProblemKind.FIELD_MISSING) == (
        [f"k: {entry[: entry.index('{')]} lacks {lacks}"] if lacks else []
    )


WORK = "@article{%s, title={One {Title}}, author={%s}, journal={J}, year=%s, doi={%s}, related={%s}}\n"


@pytest.mark.parametrize(
    ("second", "doubles"),
    [
        (("b", "Huang, G.", "2021", "10.1000/x", ""), True),
        (("b", "Huang, G.", "2020", "10.1000/y", ""), True),
        (("b", "Huang, G.", "2021", "10.1000/y", ""), False),
        (("b", "Doe, J.", "2020", "10.1000/y", ""), False),
        (("b", "Huang, G.", "2020", "10.1000/x", "a"), False),
    ],
)
def test_the_same_work_twice_is_found_by_doi_or_title_unless_tied(
    second: tuple[str, ...], doubles: bool
) -> None:
    text = WORK % ("a", "Huang, Guyue", "2020", "10.1000/X", "") + WORK % second
    expected = ["b: is the same work as 'a' (a.bib:1)"] if doubles else []
    assert found(text, ProblemKind.WORK_DUPLICATE) == expected


@pytest.mark.parametrize(
    ("owned", "doubles"),
    [
        (None, ["b", "c", "d"]),
        (("a.bib", "b.bib"), ["b", "d"]),
        (("b.bib",), ["d"]),
        (("a.bib", "b.bib", "c.bib"), ["b", "c", "d"]),
    ],
)
def test_a_bibliography_of_others_may_name_a_work_that_another_names(
    owned: tuple[str, ...] | None, doubles: list[str]
) -> None:
    work = ("Huang, Guyue", "2020", "10.1000/x", "")
    files = {
        name: "".join(WORK % (key, *work) for key in keys)
        for name, keys in {"a": "a", "b": "b", "c": "cd"}.items()
    }
    records, _ = read([(f"{name}.bib", text.encode()) for name, text in files.items()])
    found = check(records, Settings(bibfiles=owned))
    assert [p.key for p in found if p.kind is ProblemKind.WORK_DUPLICATE] == doubles


def test_strangers_are_found_where_most_works_are_the_owners() -> None:
    mine = "".join(f"@misc{{m{n}, title={{M{n}}}, author={{Huang, Guyue}}}}\n" for n in range(3))
    other = "@misc{o, title={O}, author={Doe, Jane}}\n@misc{et, title={E}, author={Doe, Jane and others}}\n"
    assert found(mine + other, ProblemKind.OWNER_ABSENT) == ["o: names none of vitae_owner"]
    assert found(other * 4, ProblemKind.OWNER_ABSENT) == []
    assert found(mine + other, ProblemKind.OWNER_ABSENT, Settings()) == []
    assert (
        found(mine + other, ProblemKind.OWNER_ABSENT, Settings(owners=OWNER.owners, bibfiles=("b.bib",)))
        == []
    )


NAMESAKES = """\
@misc{a, title={A}, author={Huang, Guyue and Huang, Guo}}
@misc{b, title={B}, editor={Xie, Yuan and Huang, G.}, award={Prize}}
@misc{c, title={C}, author={Huang, G.}}
@misc{d, title={D}, author={Huang, G.}, author+an={1=me}}
"""


def doubtful(settings: Settings = OWNER, text: str = NAMESAKES) -> list[str]:
    records, _ = read([("a.bib", text.encode())])
    return [
        f"{p.file}:{p.line}: {p}" for p in check(records, settings) if p.kind is ProblemKind.NAME_DOUBTFUL
    ]


def test_a_doubtful_name_is_said_once_with_what_settles_it() -> None:
    assert doubtful() == [
        "a.bib:2: b: “Huang, G.” can be Huang, Guyue or Huang, Guo, and counts as nobody’s; so in 1 more entry; "
        'add the alias "Huang, G." to Huang, Guyue in vitae_owner, or to the other one in vitae_people; '
        "for this entry alone, write editor+an = {2=me}"
    ]


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(owners=(Profile(name="Huang, Guyue", aliases=("Huang, G.",)),)),
        Settings(owners=OWNER.owners, people=(Profile(name="Huang, Guo", aliases=("Huang, G.",)),)),
        Settings(owners=OWNER.owners, bibfiles=("other.bib",)),
    ],
)
def test_a_settled_name_and_one_of_nobodys_files_are_not_doubtful(settings: Settings) -> None:
    assert doubtful(settings) == []


def test_a_person_of_vitae_people_may_be_doubtful_too() -> None:
    (said,) = doubtful(Settings(people=(Profile(name="Huang, Guo"),)))
    assert 'add the alias "Huang, G." to Huang, Guo in vitae_people' in said
    assert "=me" not in said


def test_a_doubtful_name_does_not_make_a_stranger_of_a_work() -> None:
    assert found(NAMESAKES, ProblemKind.OWNER_ABSENT) == []


def test_private_fields_are_named() -> None:
    text = "@misc{k, title={T}, file={:/home/x.pdf}, bdsk-url-1={x}, note={shown}}"
    assert found(text, ProblemKind.FIELD_PRIVATE) == ["k: file, bdsk-url-1: neither shown nor exported"]

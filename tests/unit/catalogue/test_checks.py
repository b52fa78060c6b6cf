"""Gaps, doubles and strangers among records that could all be read."""

from __future__ import annotations

from typing import Any

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
        ("@article{k, title={T}}", "no author, no journal and no year"),
        ("@book{k, title={T}, editor={A, B}, year=2020}", ""),
        ("@book{k, title={T}, year=2020}", "no author or editor"),
        ("@inproceedings{k, title={T}, author={A, B}, date=2020, eventtitle={E}}", ""),
        ("@online{k, title={T}, author={A, B}, date=2020}", "no url, doi or eprint"),
        ("@phdthesis{k, title={T}, author={A, B}, year=2020}", "no school"),
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
        [f"k: {entry[: entry.index('{')]} has {lacks}"] if lacks else []
    )


WORK = "@article{%s, title={One {Title}}, author={%s}, journal={J}, year=%s, doi={%s}, related={%s}}\n"


@pytest.mark.parametrize(
    ("second", "doubles"),
    [
        (("b", "Huang, G.", "2020", "10.1000/x", ""), "is the same work as 'a' (line 1)"),
        (("b", "Huang, G.", "2021", "10.1000/x", ""), "has the DOI of 'a' (line 1), but another year"),
        (("b", "Huang, G.", "2020", "10.1000/y", ""), "has the title, year and first author of 'a' (line 1)"),
        (("b", "Huang, G.", "2021", "10.1000/y", ""), ""),
        (("b", "Doe, J.", "2020", "10.1000/y", ""), ""),
        (("b", "Huang, G.", "2020", "10.1000/x", "a"), ""),
    ],
)
def test_the_same_work_twice_is_found_by_doi_or_title_unless_tied(
    second: tuple[str, ...], doubles: str
) -> None:
    text = WORK % ("a", "Huang, Guyue", "2020", "10.1000/X", "") + WORK % second
    assert found(text, ProblemKind.WORK_DUPLICATE) == ([f"b: {doubles}"] if doubles else [])


@pytest.mark.parametrize(
    ("one", "other", "doubles"),
    [
        ("journal={J}, pages={379--423}", "journal={J}, pages={623--656}", False),
        ("journal={J}, pages={379--423}", "journal={J}, pages={379}", True),
        ("journal={J}, pages={379--423}", "journal={K}, pages={623--656}", True),
        ("journal={J}, pages={379--423}", "journal={J}", True),
    ],
)
def test_parts_of_a_work_on_other_pages_of_a_journal_are_no_doubles(
    one: str, other: str, doubles: bool
) -> None:
    part = "@article{%s, title={A Theory}, author={Huang, Guyue}, year=1948, %s}\n"
    text = part % ("a", one) + part % ("b", other)
    assert bool(found(text, ProblemKind.WORK_DUPLICATE)) is doubles


POSTER = "@%s{%s, title={One}, author={Huang, G.}, year=2020, %s}\n"


@pytest.mark.parametrize(
    ("kind", "one", "other", "doubles"),
    [
        ("misc", "howpublished={Talk at MIT}", "howpublished={Talk at ETH}", False),
        ("unpublished", "location={Boston}", "location={Zurich}", False),
        ("unpublished", "month=3", "month=5", False),
        (
            "inproceedings",
            "entrysubtype={poster}, booktitle={A}",
            "entrysubtype={poster}, booktitle={B}",
            False,
        ),
        ("misc", "howpublished={Talk at MIT}", "howpublished={Talk at MIT}", True),
        ("misc", "howpublished={Talk at MIT}", "note={again}", True),
        ("unpublished", "month=3, location={Boston}", "month=3, location={boston}", True),
        ("inproceedings", "booktitle={A}", "booktitle={B}", True),
    ],
)
def test_a_talk_or_poster_given_again_is_another_one(kind: str, one: str, other: str, doubles: bool) -> None:
    said = found(POSTER % (kind, "a", one) + POSTER % (kind, "b", other), ProblemKind.WORK_DUPLICATE)
    assert bool(said) == doubles
    assert all(text.endswith(" 'a' (line 1)") for text in said)


@pytest.mark.parametrize(
    ("field", "doubles"),
    [
        ("howpublished={Rain Symposium, Lake}", False),
        ("keywords={talk-invited}", False),
        ("note={Poster}", False),
        ("note={Accepted}", True),
    ],
)
def test_a_talk_is_not_the_article_with_its_title(field: str, doubles: bool) -> None:
    text = POSTER % ("article", "a", "journal={J}") + POSTER % ("misc", "b", field)
    assert bool(found(text, ProblemKind.WORK_DUPLICATE)) is doubles


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
    assert found(mine + other, ProblemKind.OWNER_ABSENT) == ["o: none of its authors is in vitae_owner"]
    assert found(other * 4, ProblemKind.OWNER_ABSENT) == []
    assert found(mine + other, ProblemKind.OWNER_ABSENT, Settings()) == []
    assert (
        found(mine + other, ProblemKind.OWNER_ABSENT, Settings(owners=OWNER.owners, bibfiles=("b.bib",)))
        == []
    )


@pytest.mark.parametrize(("mine", "others", "said"), [(10, 10, 0), (10, 11, 0), (11, 10, 10)])
def test_half_of_the_works_are_not_most_of_them(mine: int, others: int, said: int) -> None:
    text = "".join(f"@misc{{m{n}, title={{M{n}}}, author={{Huang, Guyue}}}}\n" for n in range(mine))
    text += "".join(f"@misc{{o{n}, title={{O{n}}}, author={{Doe, Jane}}}}\n" for n in range(others))
    assert len(found(text, ProblemKind.OWNER_ABSENT)) == said


CHAPTER = "@inproceedings{%s, title={Mine}, author={Huang, Guyue}, crossref={whole}, year=2020}\n"


def test_what_an_entry_inherits_from_need_not_name_the_owner() -> None:
    whole = "@proceedings{whole, title={Proceedings}, editor={Doe, Jane}, year=2020}\n"
    assert found(CHAPTER % "a" + CHAPTER % "b" + whole, ProblemKind.OWNER_ABSENT) == []
    assert (
        found(CHAPTER % "a" + (CHAPTER % "b").replace("whole", "none") + whole, ProblemKind.OWNER_ABSENT)
        == []
    )
    alone = (CHAPTER % "a" + CHAPTER % "b").replace("crossref={whole}, ", "")
    assert len(found(alone + whole, ProblemKind.OWNER_ABSENT)) == 1


def owners(text: str, *names: str, **settings: Any) -> list[str]:
    records, _ = read([("a.bib", text.encode())])
    chosen = Settings(owners=tuple(Profile(name=name) for name in names), **settings)
    return [str(p) for p in check(records, chosen) if p.kind is ProblemKind.OWNER_UNKNOWN]


SMITH = "@misc{a, title={A}, author={Smith, Ada and Doe, J.}}\n@misc{b, title={B}, author={Smith, A.}}\n"


@pytest.mark.parametrize(
    ("names", "nearest"),
    [
        (["Smith, Ada"], {}),
        (["Smyth, Ada"], {"Smyth, Ada": "Smith, Ada"}),
        (["Smith"], {"Smith": "Smith, Ada"}),
        (["Doe, Jane", "Smith, Ada"], {}),
        (["Nobody, At All", "Smith, Ada"], {"Nobody, At All": ""}),
        (["Smyth, Ada", "Smith, Ada", "Dow, J."], {"Smyth, Ada": "Smith, Ada", "Dow, J.": "Doe, J."}),
    ],
)
def test_an_owner_whom_no_entry_names_is_said_with_the_nearest_name(
    names: list[str], nearest: dict[str, str]
) -> None:
    assert owners(SMITH, *names) == [
        f"vitae_owner {name!r} is named in 0 of 2 entries; "
        + (f"nearest: {near}" if near else "write the name as in the bibliography")
        for name, near in nearest.items()
    ]


@pytest.mark.parametrize(
    "text",
    [
        "@misc{a, title={A}, author={Smith, B.}, author+an={1=me}}",
        "@misc{a, title={A}, editor={Doe, J. and Smith, A.}}",
        "@award{a, title={A}}",
        "",
    ],
)
def test_an_owner_is_named_by_mark_by_initials_and_not_missed_where_nobody_is_named(text: str) -> None:
    assert owners(text, "Smith, Ada") == []


def test_a_doubtful_name_names_no_owner() -> None:
    text = "@misc{a, title={A}, author={Smith, A.}}\n@misc{b, title={B}, author={Smith, Adam}}"
    assert owners(text, "Smith, Ada") == [
        "vitae_owner 'Smith, Ada' is named in 0 of 2 entries; nearest: Smith, Adam"
    ]


def test_an_owner_whom_only_the_files_of_others_name_is_not_named() -> None:
    assert len(owners(SMITH, "Smith, Ada", bibfiles=("a.bib",))) == 0
    records, _ = read([("a.bib", SMITH.encode()), ("b.bib", b"@misc{c, title={C}, author={Doe, Jane}}")])
    said = check(records, Settings(owners=(Profile(name="Smith, Ada"),), bibfiles=("b.bib",)))
    assert [str(p) for p in said if p.kind is ProblemKind.OWNER_UNKNOWN] == [
        "vitae_owner 'Smith, Ada' is named in 0 of 1 entry; nearest: Smith, Ada"
    ]


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
        "a.bib:2: b: “Huang, G.” could be Huang, Guyue or Huang, Guo, and is attributed to neither; also in 1 more entry; "
        'add the alias "Huang, G." to Huang, Guyue in vitae_owner, or to the other person in vitae_people; '
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

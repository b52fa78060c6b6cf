"""The people of a site, as the configuration describes them."""

from __future__ import annotations

from typing import Any

import pytest

from declared import options
from png_files import png
from site_builder import Site
from sphinx_vitae.extension.directives.people import PeopleDirective

PNG = png(300, 400)
PEOPLE: dict[str, Any] = {
    "Zhang, Lijun": {
        "role": "PhD student",
        "headline": "Models & <edges>",
        "affiliation": "UMass_Amherst",
        "photo": "me.png",
        "url": "https://example.org/lijun",
        "orcid": "0000-0002-1825-0097",
        "date": "2020-09/",
        "links": {"GitHub": "github.com/lijun", "CV": "files/cv.pdf"},
    },
    "Doe, Jane": {"role": "alumnus, PhD student", "date": "2018/2022", "email": "jane@example.org"},
    "Wang, Zheng": "https://example.org/wang",
    "黄, 小明": {"role": "member"},
}
NAMES = ".vitae-person .vitae-title"


@pytest.fixture
def people(site: Site) -> Site:
    site.configure(vitae_people=PEOPLE)
    (site.folder / "me.png").write_bytes(PNG)
    return site


@pytest.fixture(params=["md", "rst"])
def build(request: pytest.FixtureRequest, people: Site) -> Any:
    """Builds a site of one page of people, in either markup."""

    def build(*options: str, expect: tuple[str, ...] = (), builder: str = "html") -> Any:
        people.write_list(request.param, "people", *options)
        return people.build(builder, expect=expect)

    return build


def test_everybody_stands_in_the_order_of_the_configuration(build: Any) -> None:
    built = build()
    assert built.texts(NAMES) == ["Lijun Zhang", "Jane Doe", "Zheng Wang", "黄小明"]
    assert {a.get_text(): a["href"] for a in built.all(f"{NAMES} a")} == {
        "Lijun Zhang": "https://example.org/lijun",
        "Zheng Wang": "https://example.org/wang",
    }
    assert [" ".join(person.get_text(" ").split()) for person in built.all(".vitae-person")] == [
        "Lijun Zhang PhD student Sep 2020 – present Models & <edges> UMass_Amherst ORCID GitHub CV",
        "Jane Doe Alumnus, PhD student 2018 – 2022 Email",
        "Zheng Wang",
        "黄小明 Member",
    ]
    assert [a["href"] for a in built.all(".vitae-person .vitae-ways a")] == [
        "https://orcid.org/0000-0002-1825-0097",
        "https://github.com/lijun",
        "files/cv.pdf",
        "mailto:jane@example.org",
    ]


def test_a_photo_is_copied_with_its_alternative_and_size(build: Any) -> None:
    built = build()
    photo = built.one("img.vitae-portrait")
    assert (photo["src"], photo["alt"], photo["width"], photo["height"]) == (
        "_images/me.png",
        "Lijun Zhang",
        "300",
        "400",
    )
    assert (built.folder / "_images/me.png").read_bytes() == PNG


@pytest.mark.parametrize(
    ("role", "names", "notes"),
    [
        ("PhD student", ["Lijun Zhang", "Jane Doe"], ["Sep 2020 – present", "Alumnus, 2018 – 2022"]),
        ("phd student, member", ["Lijun Zhang", "Jane Doe", "黄小明"], []),
        ("-alumnus", ["Lijun Zhang", "Zheng Wang", "黄小明"], []),
        ("PhD student, -alumnus", ["Lijun Zhang"], []),
        ("member, -nobody", ["黄小明"], []),
    ],
)
def test_a_role_selects_and_is_not_said_again(
    build: Any, role: str, names: list[str], notes: list[str]
) -> None:
    built = build(f":role: {role}")
    assert built.texts(NAMES) == names
    said = [
        ", ".join(tag.get_text() for tag in person.select(".vitae-role, .vitae-date"))
        for person in built.all(".vitae-person")
    ]
    assert not notes or said == notes


def test_limit_class_and_label(people: Site) -> None:
    people.write("index.md", "# P\n[all](#team)\n\n```{people}\n:limit: 2\n:class: big\n:name: team\n```\n")
    built = people.build()
    assert built.texts(NAMES) == ["Lijun Zhang", "Jane Doe"]
    listing = built.one("ul.vitae-people")
    assert "big" in listing["class"]
    assert built.one("p > a.internal")["href"] == f"#{listing['id']}"


@pytest.mark.parametrize(
    ("option", "message"),
    [
        (":role: PhD studnet", "option 'role': 'phd studnet' is not one of: alumnus, member, phd student"),
        (":rol: member", "unknown option 'rol'; did you mean 'role'?"),
        (":year: 2020", f"unknown option 'year'; the options are: {options(PeopleDirective)} ["),
        (":limit: few", "option 'limit': it must be a positive integer, not 'few'"),
    ],
)
def test_a_wrong_option_is_one_located_error_and_the_people_are_there(
    build: Any, option: str, message: str
) -> None:
    built = build(option, expect=(message,))
    assert "ERROR" in built.warnings
    assert len(built.all(".vitae-person")) == 4


def test_nobody_is_a_warning_or_what_one_is_told_to_say(people: Site) -> None:
    people.write("index.md", "# P\n```{people}\n:role: member, -member\n```\n")
    built = people.build(
        expect=("no person matches the options; add people to vitae_people, or set :empty:",)
    )
    assert "[vitae.list-empty]" in built.warnings
    people.write("index.md", "# P\n```{people}\n:role: member, -member\n:empty: *None*.\n```\n")
    assert people.build().texts(".vitae-empty em") == ["None"]


def test_a_photo_that_is_not_there_is_a_warning(people: Site) -> None:
    (people.folder / "me.png").unlink()
    people.write("index.md", "# P\n```{people}\n```\n")
    built = people.build(expect=("image file not readable: me.png",))
    assert not built.all("img.vitae-portrait")
    assert len(built.all(".vitae-person")) == 4


@pytest.mark.parametrize(
    ("size", "weight", "message", "shown"),
    [
        (
            (3, 3),
            0,
            "which is 3 × 3 pixels; a photo must be at least 200 × 200 pixels; it was not shown",
            False,
        ),
        (
            (60, 400),
            0,
            "which is 60 × 400 pixels; a photo must be at least 200 × 200 pixels; it is blurred",
            True,
        ),
        (
            (300, 300),
            20_000_000,
            "which is too large to load quickly (20.0 MB); reduce it to about 400 × 400",
            True,
        ),
    ],
)
def test_a_photo_that_should_be_another_is_a_warning_with_the_size_to_make(
    people: Site, size: tuple[int, int], weight: int, message: str, shown: bool
) -> None:
    (people.folder / "me.png").write_bytes(png(*size) + bytes(weight))
    people.write("index.md", "# P\n```{people}\n```\n")
    built = people.build(expect=(f"vitae_people contains 'me.png' for 'photo' of 'Zhang, Lijun', {message}",))
    assert bool(built.all("img.vitae-portrait")) == shown
    monograms = [tag["data-letters"] for tag in built.all(".vitae-monogram")]
    assert monograms == ([] if shown else ["LZ"]) + ["JD", "ZW", "黄"]


def test_a_remote_photo_is_linked_as_it_is(people: Site) -> None:
    people.configure(
        vitae_people={"A": {"photo": "https://example.org/a.png"}},
        vitae_owner={"name": "Huang, Guyue", "photo": "https://example.org/b.png"},
    )
    people.write("index.md", "# P\n```{people}\n```\n```{cv-header}\n```\n")
    built = people.build()
    assert built.one("img.vitae-portrait")["src"] == "https://example.org/a.png"
    assert built.one("img.vitae-photo")["src"] == "https://example.org/b.png"


@pytest.mark.parametrize("photo", ["../../../etc/passwd", "conf.py", "file:///me.png", "javascript://x.png"])
def test_a_photo_that_is_no_picture_is_refused_and_not_copied(people: Site, photo: str) -> None:
    people.configure(vitae_people={"A": {"photo": photo}})
    people.write("index.md", "# P\n```{people}\n```\n")
    built = people.build(expect=("for 'photo' of 'A'; it must be the path of a picture",))
    assert not built.all(".vitae-people img")
    assert not (built.folder / "_images").exists()


def test_in_print_each_is_a_row(build: Any) -> None:
    tex = build(builder="latex").text("cv.tex")
    rows = tex[tex.index(r"\begin{vitaerows}") : tex.index(r"\end{vitaerows}")]
    assert rows.count(r"\vitaerow{}{}") == 4
    assert (
        r"\textbf{\vitaelink{https://example.org/lijun}{Lijun Zhang}}, PhD student, Sep 2020 – present, "
        r"Models \& \textless{}edges\textgreater{}, UMass\_Amherst "
        r"\vitaelinks{\vitaelink{https://orcid.org/0000-0002-1825-0097}{ORCID}"
    ) in rows
    assert "me.png" not in rows
    assert "files/cv.pdf" not in rows  # on paper there is no such file


def test_in_plain_text_each_is_an_item(build: Any) -> None:
    text = build(builder="text").text("index.txt")
    assert "* Lijun Zhang\n\n  PhD student, Sep 2020 – present" in text
    assert "Alumnus, PhD student, 2018 – 2022" in text
    assert "ORCID: 0000-0002-1825-0097" in text
    assert "[image" not in text


def test_a_page_is_read_again_when_the_people_change(people: Site) -> None:
    people.write("index.md", "# P\n```{people}\n```\n```{toctree}\nother\n```\n")
    people.write("other.md", "# O\n\nText.\n")
    people.build()
    people.configure(vitae_people={"Roe, Richard": {"role": "member"}})
    built = people.build()
    assert built.texts(NAMES) == ["Richard Roe"]
    assert "other" not in built.written


def test_an_address_cannot_run_script(people: Site) -> None:
    people.configure(vitae_people={"A": {"url": "javascript:alert(1)", "links": {"x": "data:text/html,x"}}})
    people.write("index.md", "# P\n```{people}\n```\n")
    built = people.build(expect=("javascript:alert(1)", "data:text/html,x"))
    assert not built.all(".vitae-person a")


@pytest.mark.parametrize("builder", ["man", "texinfo", "epub", "singlehtml", "dirhtml"])
def test_other_builders_print_them(people: Site, builder: str) -> None:
    people.configure(
        vitae_people=PEOPLE,
        copyright="me",
        epub_show_urls="no",
        man_pages=[("index", "test", "Test", "Me", 1)],
    )
    people.write("index.md", "# P\n```{people}\n```\n")
    name = {"man": "test.1", "texinfo": "test.texi", "epub": "index.xhtml"}.get(builder, "index.html")
    assert "Jane Doe" in people.build(builder).text(name)

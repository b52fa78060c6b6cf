"""Which entries a list has, in Markdown and in reStructuredText: by people, roles, status and filters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from declared import words
from site_builder import Built, Site
from sphinx_vitae.select import ROLES, STATUSES

BIB = """\
@article{alone, author={Huang, Guyue}, title={Alone}, date={2024}, journaltitle={Nature}, volume={12},
  keywords={Sparsity, GPU}}
@article{joint, author={Xie, Yuan and Huang, G. and Ding, Yufei}, author+an={1=equal; 2=equal, corresponding},
  title={Joint}, date={2023}, journaltitle={Nature}, volume={9}, keywords={GPU}}
@inproceedings{senior, author={Ding, Yufei and Huang, Guyue}, title={Senior}, date={2022}, booktitle={Symposium},
  keywords={compilers, sparsity}, pubstate={inpress}}
@proceedings{edited, editor={Huang, Guyue and Smith, John}, title={Edited}, date={2021}}
@book{translated, author={Müller, Jürgen}, translator={Huang, G.}, title={Translated}, date={2020}}
@misc{marked, author={Wong, Grace and Doe, Jane}, author+an={1=me}, title={Marked}, date={2019},
  note={under review}}
@talk{given2022, author={Huang, Guyue}, title={Sparse tensors}, eventtitle={First}, date={2022-05}}
@talk{given2024, author={Huang, Guyue}, title={Sparse Tensors}, eventtitle={Second}, date={2024-05}}
@talk{once, author={Huang, Guyue}, title={Once}, eventtitle={Third}, date={2023-05}}
"""


@pytest.fixture(params=["md", "rst"])
def listing(request: pytest.FixtureRequest, site: Site) -> Any:
    """Builds a page with one list, in either markup, and returns what was built."""
    site.write("references.bib", BIB)

    def build(*options: str, name: str = "publications", expect: tuple[str, ...] = ()) -> Built:
        site.write_list(request.param, name, *options)
        return site.build(expect=expect)

    return build


def titles(built: Built) -> str:
    return " ".join(built.texts(".vitae-entry > .vitae-title"))


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([":author: Guyue Huang"], "Alone Joint Senior Edited Translated Marked"),
        ([":author: Xie, Yuan"], "Joint"),
        ([":author: Y. Xie and Jane Doe"], "Joint Marked"),
        ([":author: J. Müller"], "Translated"),
        ([":author: Muller, Jurgen"], "Translated"),
        ([":author: Smith, John"], "Edited"),
        ([":author: -Ding, Yufei"], "Alone Edited Translated Marked"),
        ([":author: Huang, Guyue and -Ding, Yufei"], "Alone Edited Translated Marked"),
        ([":author: -Nobody, There"], "Alone Joint Senior Edited Translated Marked"),
        ([":role: author"], "Alone Joint Senior Marked"),
        ([":role: editor"], "Edited"),
        ([":role: translator"], "Translated"),
        ([":role: editor, translator"], "Edited Translated"),
        ([":role: first"], "Alone Joint Marked"),
        ([":role: last"], "Alone Senior"),
        ([":role: corresponding"], "Joint"),
        ([":role: equal"], "Joint"),
        ([":role: author, -first"], "Senior"),
        ([":role: -author"], "Edited Translated"),
        ([":author: Ding, Yufei", ":role: first"], "Senior"),
        ([":author: Ding, Yufei and Xie, Yuan", ":role: first"], "Joint Senior"),
        ([":author: -Xie, Yuan", ":role: first"], "Alone Marked"),
        ([":status: inpress"], "Senior"),
        ([":status: submitted, inpress"], "Senior Marked"),
        ([":status: published"], "Alone Joint Edited Translated"),
        ([":status: -submitted, -inpress"], "Alone Joint Edited Translated"),
        ([":filter: year >= 2020 and author % '^huang'"], "Alone"),
        ([":filter: ('sparsity' in keywords)"], "Alone Senior"),
        ([":filter: volume < 10"], "Joint"),
        ([":filter: type == 'article' and not 'Ding' in author"], "Alone"),
        ([":filter: journal == 'nature' or publisher"], "Alone Joint"),
        ([':filter: type in {"book", "proceedings"}'], "Edited Translated"),
        ([':filter: not keywords & {"GPU"} and title != "Marked"'], "Senior Edited Translated"),
        ([r':filter: title % r"^(joint|alone)$"'], "Alone Joint"),
        ([':filter: ("GPU" in keywords) and year == "2023"'], "Joint"),
        ([":sort: volume"], "Joint Alone Senior Edited Translated Marked"),
        ([":sort: journal, -key"], "Joint Alone Translated Senior Marked Edited"),
    ],
)
def test_an_option_selects(listing: Callable[..., Built], options: list[str], expected: str) -> None:
    assert titles(listing(*options)) == expected


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            [":author: Huang, Guye"],
            "option 'author': 'Huang, Guye' does not appear in any entry; did you mean 'Huang, Guyue' or",
        ),
        ([":author: Xie"], "option 'author': 'Xie' does not appear in any entry; did you mean 'Xie, Yuan'?"),
        ([":author: Xie, Yuan, Ding, Yufei"], "join several names with ' and '"),
        ([":author:"], "option 'author': it does not contain a name"),
        ([":role: frist"], f"option 'role': 'frist' is not one of: {words(ROLES)} ["),
        ([":role: -frist"], f"option 'role': 'frist' is not one of: {words(ROLES)} ["),
        (
            [":status: accepted"],
            f"option 'status': 'accepted' is not one of: {words(STATUSES)} [",
        ),
        ([":filter: year >"], "option 'filter': 'year >' cannot be parsed"),
        (
            [":filter: yaer > 2020"],
            "option 'filter': unknown field 'yaer'; did you mean 'year'? The fields are: author",
        ),
        ([":filter: cited"], "option 'filter': 'cited' is not available"),
        ([":filter: ('x' in docnames)"], "option 'filter': 'docnames' is not available"),
        ([":filter: title % '('"], "option 'filter': '(' is not a valid regular expression"),
        ([":filter: print(1)"], "'print(1)' is not allowed in a filter; a filter can contain: and, or, not"),
        ([":sort: datum"], "option 'sort': cannot sort by 'datum'; use one of: author"),
        (
            [":group-order: journal"],
            "option 'group-order': this list has no group 'journal'; its groups are: none",
        ),
        (
            [":group-by: type", ":group-order: jornal, conference"],
            "this list has no group 'jornal'; its groups are: Journal articles, Conference papers, Edited volumes, Books",
        ),
    ],
)
def test_a_wrong_value_is_one_error_and_the_list_is_there(
    listing: Callable[..., Built], options: list[str], message: str
) -> None:
    built = listing(*options, expect=(message,))
    assert "ERROR" in built.warnings
    assert "[vitae.option-value]" in built.warnings
    assert len(built.all(".vitae-entry")) == 6


def headings(built: Built, selector: str = "section.vitae-group > h2") -> list[str]:
    return [str(tag.find(string=True)).strip() for tag in built.all(selector)]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([":group-by: type"], "Journal articles|Conference papers|Books|Edited volumes|Other"),
        (
            [":group-by: type", ":group-order: Books, conference"],
            "Books|Conference papers|Journal articles|Edited volumes|Other",
        ),
        (
            [":group-by: type", ":group-order: thesis, other"],
            "Other|Journal articles|Conference papers|Books|Edited volumes",
        ),
        ([":group-by: keyword"], "Sparsity|GPU|compilers|Other"),
        ([":group-by: keyword", ":group-order: gpu, sparsity"], "GPU|sparsity|Other"),
        ([":group-by: keyword", ":group-order: other, Compilers"], "Other|compilers|Sparsity|GPU"),
        ([":group-by: status", ":group-order: Published"], "Published|In press|Submitted"),
        ([":group-by: status", ":group-order: submitted, published"], "Submitted|Published|In press"),
        ([":group-by: year", ":group-order: 2020"], "2020|2024|2023|2022|2021|2019"),
        ([":group-by: venue, type", ":group-order: symposium, books"], "Symposium|Nature|Other"),
    ],
)
def test_groups_stand_in_the_order_given(
    listing: Callable[..., Built], options: list[str], expected: str
) -> None:
    built = listing(*options)
    assert "|".join(headings(built)) == expected
    assert len(built.all(".vitae-entry")) == 6


def test_inner_groups_are_ordered_too(listing: Callable[..., Built]) -> None:
    built = listing(":group-by: venue, type", ":group-order: books")
    assert headings(built, "section section section > h3") == [
        "Journal articles", "Conference papers", "Books", "Edited volumes", "Other",
    ]  # fmt: skip


def test_a_talk_given_twice_is_one_group(listing: Callable[..., Built]) -> None:
    built = listing(":group-by: title", ":sort: title", name="talks")
    assert built.texts(".vitae-by-title > li > .vitae-title") == ["Once", "Sparse Tensors"]
    assert built.texts(".vitae-venue") == ["Third", "Second", "First"]


def test_without_author_and_owner_a_role_is_nobodys(listing: Callable[..., Built], site: Site) -> None:
    site.configure(vitae_owner=None)
    built = listing(
        ":role: first",
        expect=(
            "option 'role': neither an author nor an owner is set; add the :author: option, or set vitae_owner",
        ),
    )
    assert len(built.all(".vitae-entry")) == 6


def test_people_of_the_configuration_are_found_by_aliases_and_orcid(
    listing: Callable[..., Built], site: Site
) -> None:
    site.configure(
        suppress_warnings=["vitae.owner-absent"],
        vitae_people={
            "Ding, Yufei": {"aliases": ["Wong, Grace"]},
            "Roe, Richard": {"orcid": "0000-0002-1825-0097"},
        },
    )
    site.replace(
        "references.bib",
        "editor={Huang, Guyue and Smith, John},",
        'editor={Huang, Guyue and Smith, John}, editor+an:orcid={2="0000-0002-1825-0097"},',
    )
    assert titles(listing(":author: Yufei Ding")) == "Joint Senior"
    assert titles(listing(":author: Yufei Ding and Richard Roe")) == "Joint Senior Edited"
    # The mark says that this is the owner.
    site.replace("references.bib", "author+an={1=me}, ", "")
    assert titles(listing(":author: Wong, Grace")) == "Joint Senior Marked"


DOUBT = "@misc{other, author={Huang, Guyue and Huang, Guo}, title={Other}, date={2000}}\n"
SAID = "“Huang, G.” could be Huang, Guyue or Huang, Guo, and is attributed to neither; also in 1 more entry; add the alias"


def test_a_doubtful_name_is_nobodys_until_an_alias_settles_it(
    listing: Callable[..., Built], site: Site
) -> None:
    before = listing(":author: Huang, Guyue")
    assert before.texts("strong.vitae-me") == [
        "Guyue Huang",
        "G. Huang",
        "Guyue Huang",
        "Guyue Huang",
        "G. Huang",  # the translator
        "Grace Wong",
    ]
    # Another entry changes what is known of this page's names.
    site.replace("references.bib", "@talk{once", f"{DOUBT}@talk{{once")
    doubtful = listing(":author: Huang, Guyue", expect=(SAID,))
    assert "references.bib:3: WARNING: joint: " in doubtful.warnings
    assert "[vitae.name-doubtful]" in doubtful.warnings
    assert titles(doubtful) == "Alone Senior Edited Marked Other"
    assert doubtful.texts("strong.vitae-me") == [
        "Guyue Huang",
        "Guyue Huang",
        "Guyue Huang",
        "Grace Wong",
        "Guyue Huang",
    ]
    assert titles(listing(":role: first", expect=(SAID,))) == "Alone Marked Other"
    site.configure(vitae_owner={"name": "Huang, Guyue", "aliases": ["Huang, G."]})
    settled = listing(":author: Huang, Guyue")
    assert titles(settled) == "Alone Joint Senior Edited Translated Marked Other"
    assert titles(listing(":author: Huang, Guo")) == "Other"


def test_a_doubtful_name_changes_a_page_that_was_not_edited(site: Site) -> None:
    site.write("references.bib", BIB)
    site.write("index.md", "# P\n```{publications}\n:year: 2023\n```\n")
    assert site.build().texts("strong.vitae-me") == ["G. Huang"]
    site.replace("references.bib", "@talk{once", f"{DOUBT}@talk{{once")
    assert site.build(expect=(SAID,)).texts("strong.vitae-me") == []


def test_a_wrong_name_becomes_right_when_the_bibliography_has_it(site: Site) -> None:
    site.write("references.bib", BIB)
    page = "# P\n```{publications}\n:year: 2024\n:author: Roe, Richard\n:empty: None.\n```\n"
    site.write("index.md", page)
    assert titles(site.build(expect=("'Roe, Richard' does not appear in any entry",))) == "Alone"
    # What the list had without the option is the same as before; what the option can be is not.
    new = "@misc{new, author={Huang, Guyue and Roe, Richard}, title={New}, date={2000}}\n"
    site.replace("references.bib", "@talk{once", f"{new}@talk{{once")
    assert site.build().texts(".vitae-empty") == ["None."]


def test_a_new_keyword_takes_its_place_in_the_order(site: Site) -> None:
    site.write("references.bib", BIB)
    site.write("index.md", "# P\n```{publications}\n:group-by: keyword\n:group-order: zebra\n```\n")
    assert headings(site.build(expect=("this list has no group 'zebra'",)))[0] == "Sparsity"
    site.replace("references.bib", "keywords={GPU}", "keywords={GPU, Zebra}")
    assert headings(site.build())[0] == "Zebra"


def test_a_name_that_only_the_page_gives_can_be_doubtful_too(site: Site) -> None:
    site.write("references.bib", BIB)
    site.configure(suppress_warnings=["vitae.owner-absent"])
    site.write("index.md", "# P\n```{publications}\n:author: Smith, John\n```\n")
    assert titles(site.build()) == "Edited"
    more = "@misc{js, author={Smith, J.}, title={Initials}}\n@misc{james, author={Smith, James}, title={James}}\n"
    site.replace("references.bib", "@talk{once", f"{more}@talk{{once")
    said = "option 'author': “Smith, J.” could be Smith, John or Smith, James, and is attributed to neither; add the alias"
    built = site.build(expect=(said,))
    assert "index.md:2: WARNING" in built.warnings
    assert titles(built) == "Edited"
    people = {"Smith, John": {"aliases": ["Smith, J."]}}
    site.configure(suppress_warnings=["vitae.owner-absent"], vitae_people=people)
    assert titles(site.build()) == "Edited Initials"


def test_initials_that_several_people_have_name_none_of_them(site: Site) -> None:
    site.write("references.bib", BIB + "@misc{d, author={Ding, Yan and Huang, Guyue}, title={D}}\n")
    site.write("index.md", "# P\n```{publications}\n:author: Ding, Y.\n```\n")
    message = "'Ding, Y.' does not appear in any entry; did you mean 'Ding, Yan' or 'Ding, Yufei'?"
    site.build(expect=(message,))

"""Numbers that decide what is shown or said: each is tried just below and just above."""

from __future__ import annotations

import pytest

from records import names, record
from sphinx_vitae.bib import read
from sphinx_vitae.catalogue import Catalogue
from sphinx_vitae.extension.site.placements import Placement, Placements
from sphinx_vitae.extension.site.search import search_name
from sphinx_vitae.extension.site.site_checks import unlisted
from sphinx_vitae.model import ProblemKind, Profile, Settings


@pytest.mark.parametrize(
    ("works", "missing", "said"), [(10, 2, 2), (5, 1, 1), (14, 3, 0), (9, 2, 0), (10, 0, 0)]
)
def test_up_to_a_fifth_of_the_works_on_no_list_is_an_oversight(works: int, missing: int, said: int) -> None:
    text = "".join(f"@misc{{k{n}, title={{T{n}}}, author={{Huang, Guyue}}}}\n" for n in range(works))
    catalogue = Catalogue(
        read([("a.bib", text.encode())])[0], Settings(owners=(Profile(name="Huang, Guyue"),))
    )
    placed = [Placement(f"k{n}", "publication", f"k{n}", "") for n in range(missing, works)]
    found = list(unlisted(catalogue, Placements({"index": placed}, ["index"])))
    assert [problem.key for problem in found] == [f"k{n}" for n in range(said)]


@pytest.mark.parametrize("count", [5, 6])
def test_five_names_stand_in_the_name_of_an_entry(count: int) -> None:
    people = names(*(f"Family{n}, Given" for n in range(count)))
    shown = search_name(record("k", title="T", names={"author": people}))
    assert shown == f"T ({', '.join(f'Given Family{n}' for n in range(5))})"


@pytest.mark.parametrize(("junk", "said"), [(4, 4), (5, 5), (6, 5), (9, 5)])
def test_five_pieces_of_junk_in_an_entry_are_said_one_by_one(junk: int, said: int) -> None:
    text = "@misc{k, title={T},\n" + "".join(f" ?{n}? ,\n note{n}={{x}},\n" for n in range(junk)) + "}"
    _, problems = read([("a.bib", text.encode())])
    assert sum(p.kind is ProblemKind.SYNTAX and "?" in p.message for p in problems) == said

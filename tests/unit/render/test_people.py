"""Names of an entry: their roles, marks, affiliations, links, and how long lists are shortened."""

from __future__ import annotations

import time
from typing import Any

import pytest

from sphinx_vitae.render import legend
from unit.render.printing import WORDS, catalogue, printed

FOUR = (
    "author={Huang, Guyue and Ding, Yufei and Xie, Yuan and Doe, Jane}, "
    'author+an:affiliation={1="UC Berkeley"; 2="UC Berkeley"; 3="MIT"}'
)


def names(fields: str, format_: str = "text", **options: Any) -> str:
    """What stands before the title; in print, in a line below it."""
    made = printed(f"@misc{{k, title={{Title}}, {fields}}}", format_, "k", layout="reference", **options)
    return below_title(made) if format_ == "latex" else made.partition("Title")[0]


def below_title(made: str) -> str:
    """The line of names in LaTeX."""
    return made.partition(r"\vitaeworkline{")[2].removesuffix("}")


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("none", "Guyue Huang, Yufei Ding, Yuan Xie, Jane Doe. "),
        ("grouped", "Guyue Huang and Yufei Ding, UC Berkeley; Yuan Xie, MIT; Jane Doe. "),
        ("each", "Guyue Huang (UC Berkeley); Yufei Ding (UC Berkeley); Yuan Xie (MIT); Jane Doe. "),
    ],
)
def test_affiliations_stand_as_the_list_wants_them(form: str, expected: str) -> None:
    assert names(FOUR, affiliations=form) == expected
    latex = names(FOUR, "latex", affiliations=form)
    assert f"{latex}. " == expected.replace("Guyue Huang", "\\vitaeme{Guyue Huang}")


def test_three_of_one_place_are_joined_and_html_has_the_same() -> None:
    fields = 'author={A, A and B, B and C, C}, author+an:affiliation={1="X & Y"; 2="X & Y"; 3="X & Y"}'
    assert names(fields, affiliations="grouped") == "A A, B B and C C, X & Y. "
    assert "A A, B B and C C, X &amp; Y." in names(fields, "html", affiliations="grouped")


def test_without_any_affiliation_names_stand_as_ever() -> None:
    assert names("author={A, A and B, B}", affiliations="each") == "A A, B B. "


def test_hidden_names_keep_their_affiliations() -> None:
    fields = 'author={A, A and B, B and C, C and D, D}, author+an:affiliation={2="X"; 3="X"; 4="Y"}'
    assert names(fields, "html", affiliations="grouped", max_authors=2).endswith(
        '<div class="vitae-names">A A; <details class="vitae-more"><summary>2 more</summary> B B and C C, X</details>; '
        'D D, Y.</div> <cite class="vitae-title">'
    )


MANY = "author={A, A and B, B and C, C and D, D and Huang, Guyue and F, F and G, G and H, H}"


def test_a_long_list_is_shortened_around_the_owner() -> None:
    assert names(MANY, max_authors=2) == "A A, …, Guyue Huang, …, H H, and 5 more. "
    assert (
        names(MANY, "latex", max_authors=2)
        == r"A A, \ldots{}, \vitaeme{Guyue Huang}, \ldots{}, H H, and 5 more"
    )


def test_what_is_hidden_unfolds_in_place_with_its_links() -> None:
    html = names(MANY.replace("}", '}, author+an:url={2="https://example.org/b"}', 1), "html", max_authors=2)
    assert (
        'A A, <details class="vitae-more"><summary>3 more</summary> <a class="reference external" '
        'href="https://example.org/b">B B</a>, C C, D D</details>, <strong class="vitae-me">Guyue Huang</strong>, '
        '<details class="vitae-more"><summary>2 more</summary> F F, G G</details>, H H.'
    ) in html


def test_no_owner_of_a_group_is_hidden() -> None:
    group = catalogue(f"@misc{{k, title={{T}}, {MANY}}}", owner=["Huang, Guyue", "C, C"])
    assert printed(group, max_authors=2).startswith("A A, B B, C C, D D, Guyue Huang, …, H H, and 2 more.")


def test_thousands_of_authors_are_printed_at_once() -> None:
    people = " and ".join(f"Name{chr(65 + n % 26)}{n}x, F." for n in range(3000)).replace("Name", "N")
    big = catalogue(f"@misc{{k, title={{T}}, author={{{people} and Huang, Guyue}}, date=2020}}")
    start = time.perf_counter()
    for format_ in ("html", "latex", "text"):
        assert "Guyue Huang" in printed(big, format_, max_authors=10)
    assert time.perf_counter() - start < 3


def test_editors_in_the_place_of_authors_are_called_so() -> None:
    assert printed("@collection{k, title={T}, editor={A, A and Huang, Guyue}}").startswith(
        "A A, Guyue Huang (eds.) T."
    )
    assert printed("@book{k, title={T}, editor={A, A}, editortype={compiler}}").startswith("A A (comp.) T.")
    assert printed("@book{k, title={T}, translator={A, A}}").startswith("A A (trans.) T.")
    assert printed("@book{k, title={T}, editor={A, A and others}}").startswith("A A, et al. (eds.) T.")
    # The editor of proceedings is nobody's author.
    assert printed("@inproceedings{k, title={T}, editor={A, A}, booktitle={B}}") == "T. In A A (ed.), B."


def test_the_owner_is_emphasised_in_every_name_field() -> None:
    entry = "@inbook{k, author={A, A}, title={T}, booktitle={B}, editor={Huang, Guyue}, translator={B, B and Huang, G.}}"
    assert (
        'In <strong class="vitae-me">Guyue Huang</strong> (ed.), <em>B</em>, translated by B B and '
        in printed(entry, "html")
    )
    assert r"In \vitaeme{Guyue Huang} (ed.), \emph{B}, translated by B B and \vitaeme{G. Huang}" in printed(
        entry, "latex"
    )


def test_a_list_can_emphasise_somebody_else() -> None:
    people = catalogue(
        "@misc{k, title={T}, author={Huang, Guyue and Ding, Y. and Xie, Yuan}, author+an={1=me}}",
        people={"Ding, Yufei": {"aliases": ["Ding, Y."], "url": "https://example.org/d"}},
    )

    def emphasised(owner: str) -> str:
        return below_title(printed(people, "latex", owner=owner))

    assert emphasised("") == r"\vitaeme{Guyue Huang}, Y. Ding, Yuan Xie"
    assert emphasised("Ding, Yufei") == r"Guyue Huang, \vitaeme{Y. Ding}, Yuan Xie"
    assert emphasised("Xie, Y.") == r"Guyue Huang, Y. Ding, \vitaeme{Yuan Xie}"
    assert emphasised("Guyue Huang and Yuan Xie") == r"\vitaeme{Guyue Huang}, Y. Ding, \vitaeme{Yuan Xie}"


def test_names_lead_where_entry_and_configuration_say_else_to_orcid() -> None:
    people = catalogue(
        "@misc{k, title={T}, author={A, A and B, B and C, C and Huang, Guyue}, "
        'author+an:url={1="https://example.org/own"}, author+an:orcid={3="0000-0002-1825-0097"}}',
        owner={"name": "Huang, Guyue", "orcid": "0000-0001-5109-3700"},
        people={"A, A": "https://example.org/a", "B, B": "https://example.org/b"},
    )
    html = printed(people, "html")
    assert [part.partition('"')[0] for part in html.split('href="')[1:]] == [
        "https://example.org/own",
        "https://example.org/b",
        "https://orcid.org/0000-0002-1825-0097",
    ]
    assert "\\href" not in printed(people, "latex")


SIGNED = """
@misc{a, title={A}, author={A, A and B, B and C, C}, author+an={1=equal; 2=equal, corresponding; 3="PhD student"}}
@misc{b, title={B}, author={A, A and D, D}, author+an={1=visitor; 2="phd student", equal}}
@misc{c, title={C}, author={Huang, Guyue}, author+an={1=me}}
"""


def test_every_mark_has_a_sign_that_is_the_same_on_the_whole_site() -> None:
    signed = catalogue(SIGNED)
    assert printed(signed, "text", "a") == "A A*, B B*†, C C‡. A."
    assert printed(signed, "text", "b") == "A A§, D D‡*. B."
    assert printed(signed, "text", "c") == "Guyue Huang. C."
    assert 'B B<sup class="vitae-mark" title="equal contribution, corresponding author">*†</sup>' in printed(
        signed, "html", "a"
    )
    assert r"B B\textsuperscript{*†}" in printed(signed, "latex", "a")


def test_a_legend_has_what_the_list_has_and_no_more() -> None:
    signed = catalogue(SIGNED)
    records = signed.records
    assert legend(records.values(), signed, WORDS) == [
        ("*", "equal contribution"),
        ("†", "corresponding author"),
        ("‡", "phd student"),
        ("§", "visitor"),
    ]
    assert legend([records["b"]], signed, WORDS) == [
        ("*", "equal contribution"),
        ("‡", "phd student"),
        ("§", "visitor"),
    ]
    assert legend([records["c"]], signed, WORDS) == []


def test_a_sign_that_was_written_stays_and_no_word_gets_it() -> None:
    written = catalogue(
        "@misc{a, title={A}, author={Doe$^{\\dagger}$, Jane and Roe*, Richard}}\n"
        "@misc{b, title={B}, author={X, X and Y, Y}, author+an={1=corresponding}}"
    )
    assert printed(written, "text", "a") == "Jane Doe†, Richard Roe*. A."
    assert printed(written, "text", "b") == "X X‡, Y Y. B."
    assert legend(written.records.values(), written, WORDS) == [
        ("*", "equal contribution"),
        ("‡", "corresponding author"),
    ]


def test_signs_do_not_run_out() -> None:
    words = "; ".join(f"1=word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(60))
    signed = catalogue(f"@misc{{k, title={{K}}, author={{A, A}}, author+an={{{words}}}}}")
    signs = [sign for sign, _ in legend(signed.records.values(), signed, WORDS)]
    assert len(signs) == len(set(signs)) == 60
    assert printed(signed).startswith("A A‡,§,¶")

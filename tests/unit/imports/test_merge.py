"""Merging: which entry an offer belongs to, and what may change in it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sphinx_vitae.imports import (
    EMPTY_STATE,
    Change,
    Found,
    Offer,
    Options,
    Plan,
    State,
    bibtex_offers,
    plan_import,
    state_after,
    text_after,
)

#: A paper as DBLP might describe it.
PAPER = """
@inproceedings{DBLP:conf/loom/LindqvistO21,
  author = {Maja Lindqvist and Ada Okafor 0002},
  title = {Weaving with {GPU}s: {A} Survey.},
  booktitle = {Proc. {LOOM}},
  pages = {11--20},
  year = {2021},
  doi = {10.1000/LOOM.1},
  timestamp = {Mon, 01 Jan 2024}
}
"""
PREPRINT = """
@article{DBLP:journals/corr/abs-2101-00001,
  author = {Maja Lindqvist and Ada Okafor},
  title = {Weaving with {GPUs}: {A} Survey},
  journal = {CoRR},
  volume = {abs/2101.00001},
  year = {2020},
  eprinttype = {arXiv},
  eprint = {2101.00001}
}
"""


def offers(text: str, origin: str = "dblp") -> tuple[Offer, ...]:
    return bibtex_offers(text.encode(), origin).offers


def plan(
    mine: str, works: Sequence[Offer], state: State = EMPTY_STATE, source: str = "dblp:1/2", **options: object
) -> Plan:
    answers = [(source, Found(tuple(works)))]
    return plan_import("a.bib", mine.encode(), state, answers, Options(**options))  # type: ignore[arg-type]


def written(made: Plan, accept: Sequence[Change] | None = None) -> tuple[str, State]:
    """The file and the state with the accepted changes; by default, the safe ones."""
    accepted = [change for change in made.changes if change.safe] if accept is None else accept
    text, failed = text_after(made, accepted)
    assert failed == ()
    return text, state_after(made, accepted)


def imported(*works: str, mine: str = "", state: State = EMPTY_STATE, **options: object) -> tuple[str, State]:
    return written(plan(mine, offers("".join(works)), state, "dblp:1/2", **options))


def kinds(made: Plan) -> list[tuple[str, str, list[str]]]:
    return [(change.kind, change.key, [field.name for field in change.fields]) for change in made.changes]


def edit(text: str, before: str, after: str) -> str:
    assert text.count(before) == 1
    return text.replace(before, after)


# ---- New entries ----------------------------------------------------------------------------------------


def test_a_new_entry_is_clean_complete_and_has_a_key_by_our_rule() -> None:
    text, _ = imported(PAPER)
    assert text == (
        "@inproceedings{lindqvist2021weaving,\n"
        "  author = {Lindqvist, Maja and Okafor, Ada},\n"
        "  title = {Weaving with {GPUs}: A Survey},\n"
        "  booktitle = {Proc. LOOM},\n"
        "  pages = {11--20},\n"
        "  date = {2021},\n"
        "  doi = {10.1000/loom.1},\n"
        "  dblp = {conf/loom/LindqvistO21},\n"
        "  ids = {DBLP:conf/loom/LindqvistO21},\n"
        "}\n"
    )


def test_a_new_entry_follows_the_words_and_the_layout_of_the_file() -> None:
    mine = "@article{a,\n\tauthor  = {Roe, Ann},\n\ttitle   = {Other},\n\tjournal = {Acta},\n\tyear    = {2020},\n}\n"
    text, _ = imported(PAPER, mine=mine)
    assert text.startswith(f"{mine}\n@inproceedings{{lindqvist2021weaving,\n\tauthor    = {{Lindqvist")
    assert "\tyear      = {2021},\n" in text


def test_a_date_with_a_month_becomes_year_and_month_in_a_file_with_bibtexs_words() -> None:
    work = (
        "@article{x, author={Roe, Ann}, title={On Looms}, journal={Acta}, date={2021-05-17}, doi={10.1000/7}}"
    )
    text, state = imported(work, mine="@misc{a, title={A}, year=2020}\n")
    assert "  year = {2021},\n  month = may,\n" in text
    assert imported(work, mine=text, state=state)[0] == text


def test_keys_of_one_name_year_and_word_get_letters_in_the_order_of_the_source() -> None:
    works = [
        PAPER.replace("O21", f"O2{n}").replace("LOOM.1", f"LOOM.{n}").replace("A} Survey", f"A}} Survey {n}")
        for n in "789"
    ]
    text, _ = imported(*works, mine="@misc{Lindqvist2021Weaving, title = {Taken in capitals}}\n")
    assert [
        key in text
        for key in ("{lindqvist2021weavinga,", "{lindqvist2021weavingb,", "{lindqvist2021weavingc,")
    ] == [True] * 3


def test_keys_of_the_source_are_kept_if_asked_for() -> None:
    text, _ = imported(PAPER, keys="source")
    assert text.startswith("@inproceedings{DBLP:conf/loom/LindqvistO21,")
    assert "ids =" not in text


def test_abstracts_come_only_if_asked_for() -> None:
    work = PAPER.replace("pages", "abstract = {Threads.},\n  pages")
    assert "Threads" not in imported(work)[0]
    text, state = imported(work)
    more, _ = imported(work, mine=text, state=state, abstracts=True)
    assert more.count("abstract = {Threads.}") == 1


# ---- The same work --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "mine",
    [
        "@misc{mine, title = {Anything}, doi = {https://doi.org/10.1000/Loom.1}}",
        "@misc{mine, title = {Anything}, url = {https://doi.org/10.1000/loom.1}}",
        "@misc{mine, title = {Anything}, dblp = {conf/loom/LindqvistO21}}",
        "@misc{DBLP:conf/loom/LindqvistO21, title = {Anything}}",
        "@misc{mine, title = {Anything}, ids = {other, DBLP:conf/loom/LindqvistO21}}",
        "@inproceedings{mine, author = {M. Lindqvist}, title = {weaving with GPUs -- a survey}, year = 2021}",
        "@inproceedings{mine, author = {Lindqvist, Maja}, title = {Weaving with \\textbf{GPUs}}, subtitle = {A Survey}, date = {2021-04}}",
    ],
)
def test_the_same_work_is_recognised_by_its_identifiers_or_by_title_author_and_year(mine: str) -> None:
    made = plan(mine, offers(PAPER))
    assert not [change for change in made.changes if change.kind == "new"]


@pytest.mark.parametrize(
    "mine",
    [
        "@inproceedings{mine, author = {Lindqvist, Maja}, title = {Weaving with GPUs: A Survey}, doi = {10.1000/other}, year = 2021}",
        "@inproceedings{mine, author = {Roe, Ann}, title = {Weaving with GPUs: A Survey}, year = 2021}",
        "@inproceedings{mine, author = {Lindqvist, Maja}, title = {Weaving with GPUs: A Survey}, year = 2019}",
        "@article{mine, author = {Lindqvist, Maja}, title = {Weaving with GPUs: A Survey}, journal = {Acta}, year = 2021}",
        "@inproceedings{mine, author = {Lindqvist, Maja}, title = {Weaving with GPUs: A Study}, isbn = {978}, year = 2021}",
        "@misc{mine, title = {X}, abstract = {Improves on doi 10.1000/loom.1}, note = {10.1000/loom.1}}",
    ],
)
def test_another_work_is_not_taken_for_it_and_stays_byte_for_byte(mine: str) -> None:
    made = plan(f"{mine}\n", offers(PAPER))
    assert [change.kind for change in made.changes] == ["new"]
    assert written(made)[0].startswith(f"{mine}\n\n@inproceedings")


def test_two_parts_of_a_report_are_two_works() -> None:
    works = "".join(
        f"@article{{DBLP:x/{n}, author={{Maja Lindqvist}}, title={{On Looms, Part {n}}}, journal={{CoRR}}, year=2020, eprint={{2001.0000{len(n)}}}, eprinttype={{arXiv}}}}"
        for n in ("I", "II", "III")
    )
    assert [change.kind for change in plan("", offers(works)).changes] == ["new"] * 3


def test_the_same_title_of_other_people_is_reported_and_left() -> None:
    made = plan(
        "@article{other, author={Roe, Ann}, title={Weaving with GPUs: A Survey}, journal={A}, year=2021}",
        offers(PAPER),
    )
    assert made.notes == (
        "lindqvist2021weaving has the same title as other, but different authors; both are kept",
    )


def test_a_paper_and_the_article_that_it_became_are_two_entries_and_that_is_said() -> None:
    article = (
        PAPER.replace("inproceedings", "article")
        .replace("booktitle", "journal")
        .replace("LOOM.1", "ACTA.1")
        .replace("conf/loom", "journals/acta")
        .replace("2021", "2023")
    )
    made = plan("", offers(PAPER + article))
    assert [change.kind for change in made.changes] == ["new", "new"]
    assert "both are kept" in made.notes[0]


# ---- Three ways -----------------------------------------------------------------------------------------


def test_what_the_source_has_not_changed_stays_as_you_left_it() -> None:
    text, state = imported(PAPER)
    mine = edit(text, "title = {Weaving with {GPUs}: A Survey}", "title = {Weaving, my way}")
    mine = edit(mine, "  pages = {11--20},\n", "")
    mine = edit(mine, "  doi", "  selected = {true}, % the best\n  doi")
    made = plan(mine, offers(PAPER), state)
    assert made.changes == ()
    assert made.unchanged == 1
    assert written(made)[0] == mine


def test_what_only_the_source_has_changed_is_updated_and_nothing_else_moves() -> None:
    text, state = imported(PAPER)
    mine = edit(text, "  doi", "  abbr   =   {LOOM}, % mine\n  doi")
    made = plan(
        mine, offers(PAPER.replace("11--20", "31--40").replace("Okafor 0002", "Okafor and Bo Li")), state
    )
    assert kinds(made) == [("update", "lindqvist2021weaving", ["author", "pages"])]
    expected = edit(mine, "{11--20}", "{31--40}").replace("Okafor, Ada}", "Okafor, Ada and Li, Bo}")
    assert written(made)[0] == expected


def test_what_both_have_changed_is_proposed_once() -> None:
    text, state = imported(PAPER)
    mine = edit(text, "{11--20}", "{11--21}")
    later = PAPER.replace("11--20", "31--40")
    made = plan(mine, offers(later), state)
    assert kinds(made) == [("proposal", "lindqvist2021weaving", ["pages"])]
    assert not made.changes[0].safe
    assert (made.changes[0].fields[0].before, made.changes[0].fields[0].after) == ("11--21", "31--40")
    text, state = written(made)
    assert text == mine
    assert plan(mine, offers(later), state).changes == ()
    assert written(plan(mine, offers(later), EMPTY_STATE), accept=())[0] == mine


def test_a_proposal_that_is_accepted_replaces_the_field() -> None:
    text, state = imported(PAPER)
    mine = edit(text, "{11--20}", "{11--21}")
    made = plan(mine, offers(PAPER.replace("11--20", "31--40")), state)
    assert written(made, made.changes)[0] == edit(mine, "{11--21}", "{31--40}")


def test_a_field_that_you_removed_is_not_added_again() -> None:
    text, state = imported(PAPER)
    mine = edit(text, "  doi = {10.1000/loom.1},\n", "")
    assert written(plan(mine, offers(PAPER), state))[0] == mine


def test_a_field_that_the_source_has_only_now_is_added_with_the_layout_of_the_entry() -> None:
    text, state = imported(PAPER.replace("pages = {11--20},", ""))
    made = plan(text, offers(PAPER), state)
    assert written(made)[0] == edit(
        text, "DBLP:conf/loom/LindqvistO21},\n", "DBLP:conf/loom/LindqvistO21},\n  pages = {11--20},\n"
    )


def test_without_a_state_what_is_missing_is_added_and_what_differs_is_proposed() -> None:
    mine = "@inproceedings{mine,\n  author    = {Lindqvist, M. and Okafor, A.},\n  title     = {Weaving with GPUs},\n  booktitle = {LOOM},\n  year      = {2021},\n  doi       = {10.1000/loom.1}\n}\n"
    made = plan(mine, offers(PAPER))
    assert kinds(made) == [
        ("update", "mine", ["pages", "dblp"]),
        ("proposal", "mine", ["author"]),
        ("proposal", "mine", ["title"]),
    ]
    assert written(made)[0] == edit(
        mine, "loom.1}\n", "loom.1},\n  pages     = {11--20},\n  dblp      = {conf/loom/LindqvistO21}\n"
    )


@pytest.mark.parametrize(
    ("field", "mine"),
    [
        ("author", "{Maja Lindqvist and {\\'A}da Okafor}"),
        ("title", "{{Weaving With {GPUs}} -- a Survey}"),
        ("booktitle", "{Proceedings of Loom}"),
        ("booktitle", "{LOOM}"),
        ("pages", "{11-20}"),
        ("pages", "{11–20}"),
        ("doi", "{https://doi.org/10.1000/LOOM.1}"),
        ("date", "{2021-06-01}"),
    ],
)
def test_what_means_the_same_makes_no_difference(field: str, mine: str) -> None:
    text, _ = imported(PAPER.replace("Ada", "{\\'A}da"))
    lines = [
        f"  {field} = {mine}," if line.startswith(f"  {field} =") else line for line in text.splitlines()
    ]
    made = plan("\n".join(lines), offers(PAPER.replace("Ada", "{\\'A}da")))
    assert made.changes == ()


def test_site_fields_notes_keywords_annotations_and_relations_are_never_touched() -> None:
    work = PAPER.replace("pages", "keywords = {theirs},\n  note = {theirs},\n  abbr = {theirs},\n  pages")
    own = bibtex_offers(work.encode(), "file:b.bib", own=True).offers
    mine = "@inproceedings{mine,\n  title = {Weaving with GPUs: A Survey},\n  author = {Lindqvist, Maja and Okafor, Ada},\n  author+an = {1=equal},\n  doi = {10.1000/loom.1},\n  year = 2021,\n}\n"
    text, _ = written(plan(mine, own))
    assert "theirs" not in text
    assert "author+an = {1=equal}" in text


def test_a_more_precise_date_of_the_same_year_is_taken_but_another_year_is_proposed() -> None:
    mine = "@article{mine,\n  title = {T},\n  doi = {10.1000/9},\n  journal = {Acta},\n  author = {Roe, A.},\n  year = 2021,\n}\n"
    work = "@article{x, author = {Roe, A.}, title = {T}, journal = {Acta}, doi = {10.1000/9}, date = {%s}}"
    assert written(plan(mine, offers(work % "2021-05-17")))[0] == edit(
        mine, "year = 2021,\n", "year = {2021},\n  month = may,\n"
    )
    assert kinds(plan(mine, offers(work % "2022-05"))) == [("proposal", "mine", ["date"])]


# ---- Deleted, refused, dropped --------------------------------------------------------------------------


def test_a_work_that_you_deleted_stays_deleted_until_you_ask_again() -> None:
    _, state = imported(PAPER)
    made = plan("", offers(PAPER), state)
    assert made.changes == ()
    assert made.forgotten == ("Weaving with GPUs: A Survey",)
    text, again = written(made)
    assert text == ""
    assert again == state
    assert [change.kind for change in plan("", offers(PAPER), state, again=True).changes] == ["new"]


def test_a_work_that_you_deleted_does_not_come_back_from_another_source() -> None:
    _, state = imported(PAPER)
    other = PAPER.replace("DBLP:conf/loom/LindqvistO21", "zot1").replace("doi =", "note =")
    assert plan("", offers(other, "zotero"), state, source="zotero:1").changes == ()


def test_a_work_that_you_refused_is_not_offered_again() -> None:
    made = plan("", offers(PAPER))
    text, state = written(made, accept=())
    assert text == ""
    assert plan("", offers(PAPER), state).changes == ()
    assert [change.kind for change in plan("", offers(PAPER), state, again=True).changes] == ["new"]


def test_a_key_that_you_changed_is_followed() -> None:
    text, state = imported(PAPER)
    mine = edit(text, "{lindqvist2021weaving,", "{loom21,")
    made = plan(mine, offers(PAPER.replace("11--20", "31--40")), state)
    text, state = written(made)
    assert text == edit(mine, "{11--20}", "{31--40}")
    assert [work.key for work in state.works] == ["loom21"]


def test_a_work_that_the_source_no_longer_has_is_reported_and_stays() -> None:
    text, state = imported(PAPER, PREPRINT.replace("Weaving", "Knitting"))
    made = plan(text, offers(PAPER), state)
    assert made.notes == ("lindqvist2020knitting is no longer listed by dblp:1/2; the entry stays",)
    assert written(made)[0] == text
    partial = plan_import(
        "a.bib", text.encode(), state, [("dblp:1/2", Found(offers(PAPER), complete=False))], Options()
    )
    assert partial.notes == ()


# ---- Versions -------------------------------------------------------------------------------------------


def test_a_preprint_and_its_publication_become_one_entry() -> None:
    text, state = imported(PREPRINT, PAPER)
    assert text.count("@") == 1
    assert text.startswith("@inproceedings{lindqvist2021weaving,")
    assert "  eprint = {2101.00001},\n  eprinttype = {arxiv},\n" in text
    assert "ids = {DBLP:conf/loom/LindqvistO21, DBLP:journals/corr/abs-2101-00001}" in text
    assert plan(text, offers(PREPRINT + PAPER), state).changes == ()


def test_a_preprint_of_an_entry_adds_only_where_it_is() -> None:
    text, state = imported(PAPER)
    made = plan(text, offers(PREPRINT), state)
    assert kinds(made) == [("update", "lindqvist2021weaving", ["eprint", "eprinttype"])]
    assert "booktitle = {Proc. LOOM}" in written(made)[0]


def test_an_imported_preprint_becomes_the_publication_and_keeps_its_key_and_your_fields() -> None:
    text, state = imported(PREPRINT)
    mine = edit(text, "  eprint =", "  selected = {true},\n  eprint =")
    made = plan(mine, offers(PAPER + PREPRINT), state)
    assert [(change.kind, change.key, change.safe) for change in made.changes] == [
        ("published", "lindqvist2020weaving", True)
    ]
    text, state = written(made)
    assert text == (
        "@inproceedings{lindqvist2020weaving,\n"
        "  author = {Lindqvist, Maja and Okafor, Ada},\n"
        "  title = {Weaving with {GPUs}: A Survey},\n"
        "  date = {2021},\n"
        "  selected = {true},\n"
        "  eprint = {2101.00001},\n"
        "  eprinttype = {arxiv},\n"
        "  dblp = {conf/loom/LindqvistO21},\n"
        "  ids = {DBLP:journals/corr/abs-2101-00001},\n"
        "  booktitle = {Proc. LOOM},\n"
        "  pages = {11--20},\n"
        "  doi = {10.1000/loom.1},\n"
        "}\n"
    )
    assert plan(text, offers(PAPER + PREPRINT), state).changes == ()


def test_a_preprint_that_you_wrote_or_edited_becomes_the_publication_only_if_you_agree() -> None:
    mine = (
        "@article{mine,\n  author = {Lindqvist, Maja and Okafor, Ada},\n  title = {Weaving with GPUs: a survey},\n"
        "  journal = {arXiv preprint arXiv:2101.00001},\n  note = {Under review},\n  pdf = {w.pdf},\n  year = 2020,\n}\n"
    )
    made = plan(mine, offers(PAPER))
    assert [(change.kind, change.safe) for change in made.changes] == [("published", False)]
    assert written(made)[0] == mine
    text, state = written(made, made.changes)
    assert text == (
        "@inproceedings{mine,\n  author = {Lindqvist, Maja and Okafor, Ada},\n  title = {Weaving with GPUs: a survey},\n"
        "  pdf = {w.pdf},\n  year = {2021},\n  booktitle = {Proc. LOOM},\n  pages = {11--20},\n"
        "  doi = {10.1000/loom.1},\n  dblp = {conf/loom/LindqvistO21},\n}\n"
    )
    assert plan(text, offers(PAPER), state).changes == ()
    _, refused = written(made, ())
    assert plan(mine, offers(PAPER), refused).changes == ()


def test_an_imported_preprint_that_you_edited_becomes_the_publication_only_if_you_agree() -> None:
    text, state = imported(PREPRINT)
    mine = edit(text, "date = {2020}", "date = {2020-11}")
    made = plan(mine, offers(PAPER + PREPRINT), state)
    assert [(change.kind, change.safe) for change in made.changes] == [("published", False)]
    assert written(made)[0] == mine


def test_of_two_entries_with_one_arxiv_number_the_preprint_is_the_preprint() -> None:
    mine = (
        "@inproceedings{pub, title={Weaving with GPUs: A Survey}, author={Lindqvist, Maja and Okafor, Ada}, booktitle={LOOM}, eprint={2101.00001}, eprinttype={arxiv}, date={2021}}\n"
        "@online{pre, title={Weaving with GPUs: A Survey}, author={Lindqvist, Maja and Okafor, Ada}, eprint={2101.00001}, eprinttype={arxiv}, date={2020}, related={pub}}\n"
    )
    assert kinds(plan(mine, offers(PREPRINT))) == [("update", "pre", ["dblp"])]
    assert kinds(plan(mine, offers(PAPER)))[0] == ("update", "pub", ["pages", "doi", "dblp"])


def test_versions_are_kept_apart_and_related_if_asked_for() -> None:
    text, state = imported(PREPRINT, PAPER, versions="keep")
    assert text.count("@") == 2
    assert "related = {lindqvist2021weaving},\n  relatedtype = {preprintof}" in text
    assert plan(text, offers(PREPRINT + PAPER), state, versions="keep").changes == ()


def test_a_relation_of_the_source_makes_versions_whatever_their_titles() -> None:
    preprint = Offer(
        "doi:10.1000/pre",
        "online",
        {
            "title": "Old name",
            "author": "Lindqvist, Maja",
            "date": "2019",
            "doi": "10.1000/pre",
            "entrysubtype": "preprint",
        },
        frozenset({"doi:10.1000/pre"}),
        versions=frozenset({"doi:10.1000/loom.1"}),
    )
    made = plan("", (*offers(PAPER), preprint))
    assert [change.kind for change in made.changes] == ["new"]


# ---- Several sources ------------------------------------------------------------------------------------


def test_a_second_source_fills_gaps_and_does_not_quarrel_with_the_first() -> None:
    crossref = Offer(
        "doi:10.1000/loom.1",
        "inproceedings",
        {
            "author": "Lindqvist, M. and Okafor, A.",
            "title": "Weaving with GPUs",
            "booktitle": "Proceedings of LOOM",
            "date": "2021-04",
            "doi": "10.1000/loom.1",
            "publisher": "Weavers' Press",
        },
        frozenset({"doi:10.1000/loom.1"}),
    )
    answers = [("dblp:1/2", Found(offers(PAPER))), ("orcid:x", Found((crossref,)))]
    made = plan_import("a.bib", b"", EMPTY_STATE, answers, Options())
    assert [(change.kind, change.sources) for change in made.changes] == [("new", ("dblp:1/2", "orcid:x"))]
    text, state = written(made)
    assert "publisher = {Weavers' Press}" in text
    assert "title = {Weaving with {GPUs}: A Survey}" in text
    for answer in answers:
        assert plan_import("a.bib", text.encode(), state, [answer], Options()).changes == ()


def test_two_positions_of_one_name_at_one_place_are_two() -> None:
    jobs = [
        Offer(
            f"orcid:employment/{n}",
            "position",
            {"title": "Fellow", "organization": "Loom College", "date": f"{y}/"},
            frozenset({f"orcid:employment/{n}"}),
        )
        for n, y in ((1, 2019), (2, 2019))
    ]
    made = plan("", jobs)
    assert [change.key for change in made.changes] == ["position2019fellow", "position2019fellowa"]


def test_two_records_of_a_source_with_one_identifier_do_not_undo_each_other() -> None:
    twins = PAPER.replace("DBLP:conf/loom/LindqvistO21", "one") + PAPER.replace(
        "DBLP:conf/loom/LindqvistO21", "two"
    ).replace("11--20", "1--9")
    for origin in ("file:a.bib", "zotero"):
        works = offers(twins, origin)
        text, state = written(plan("", works))
        made = plan(text, works, state)
        assert made.changes == ()
        assert written(made) == (text, state)


TALK = """
@inproceedings{%s, author={Maja Lindqvist}, title={Looms}, booktitle={%s}, date={2021-0%d}, eprint={2101.00001}, eprinttype={arxiv}}
"""


def test_entries_of_one_file_stay_as_many_as_they_are_whatever_they_share() -> None:
    talks = "".join(TALK % (f"talk{n}", f"Conference {n}", n) for n in (1, 2, 3))
    works = offers(talks, "file:talks.bib")
    text, state = written(plan("", works))
    assert text.count("@inproceedings") == 3
    assert plan(text, works, state).changes == ()
    assert [change.kind for change in plan(text, works, EMPTY_STATE).changes] == []
    mine = text.replace("eprint = {2101.00001},\n  eprinttype = {arxiv},\n", "", 1)
    assert written(plan(mine, works, state))[0] == mine


def test_another_talk_of_a_title_is_new_although_one_was_deleted() -> None:
    talks = "".join(TALK % (f"talk{n}", f"Conference {n}", n) for n in (1, 2))
    text, state = written(plan("", offers(talks, "file:talks.bib")))
    mine = text[text.index("@inproceedings", 5) :]
    more = offers(talks + TALK % ("talk3", "Conference 3", 3), "file:talks.bib")
    made = plan(mine, more, state)
    assert [change.kind for change in made.changes] == ["new"]
    assert len(made.forgotten) == 1


def test_a_record_whose_key_the_source_changed_is_not_doubled() -> None:
    work = "@article{%s, author={Maja Lindqvist}, title={Looms}, journal={Acta}, year={2021}}"
    text, state = written(plan("", offers(work % "old", "zotero")))
    assert plan(text, offers(work % "new", "zotero"), state).changes == ()


# ---- Files that are not simple --------------------------------------------------------------------------


def test_an_entry_with_wrong_syntax_is_not_changed_and_that_is_said() -> None:
    mine = "@inproceedings{mine, title = {Weaving with GPUs: A Survey}, author = {Lindqvist, Maja} year = 2021, doi = {10.1000/loom.1}}\n"
    made = plan(mine, offers(PAPER))
    assert made.changes == ()
    assert "it has a syntax error" in made.notes[0]


def test_macros_parentheses_and_inheritance_are_left_as_they_are() -> None:
    mine = "@string{loom = {Proc. LOOM}}\n@proceedings(p, title = loom, year = 2021)\n@InProceedings(mine, title = {Weaving with GPUs: A Survey}, author = {Lindqvist, Maja and Okafor, Ada}, crossref = {p}, doi = {10.1000/loom.1})\n"
    text, _ = written(plan(mine, offers(PAPER)))
    assert text == edit(mine, "loom.1})", "loom.1}, pages = {11--20}, dblp = {conf/loom/LindqvistO21})")
